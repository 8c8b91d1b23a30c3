"""Addresses outside the secured space: no account is needed."""

from django.urls import path

from guichet.office.procedures.trademark_observation import views

app_name = "trademark_observation"
urlpatterns = [
    path("registre/marques/<str:number>/observations/", views.observe, name="observe"),
    path("registre/marques/<str:number>/observations/<slug:reference>/", views.received, name="received"),
]
