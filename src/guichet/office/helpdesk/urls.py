"""Under ``/espace/demandes/``: a person's requests."""

from django.urls import path

from guichet.office.helpdesk.views import requests as views

app_name = "helpdesk"
urlpatterns = [
    path("", views.requests, name="requests"),
    path("nouvelle/", views.new, name="new"),
    path("nouvelle/<slug:kind>/", views.ask, name="ask"),
    path("<str:number>/", views.read, name="request"),
    path("<str:number>/message/", views.write, name="write"),
]
