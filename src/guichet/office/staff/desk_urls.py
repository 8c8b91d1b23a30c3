"""The administrator's pages, inside the desk."""

from django.urls import path

from guichet.office.staff import views

app_name = "staff_desk"
urlpatterns = [
    path("", views.people, name="people"),
    path("nommer/", views.appoint, name="appoint"),
    path("direction/", views.director, name="director"),
    path("signatures/", views.delegations, name="delegations"),
    path("signatures/nouvelle/", views.delegate, name="delegate"),
    path("signatures/<uuid:public_id>/retirer/", views.end_delegation, name="end_delegation"),
    path("journal/", views.trail, name="trail"),
    path("<uuid:public_id>/", views.person, name="person"),
    path("<uuid:public_id>/droits/", views.rights, name="rights"),
    path("<uuid:public_id>/sessions/", views.end_sessions, name="end_sessions"),
    path("<uuid:public_id>/retirer/", views.dismiss, name="dismiss"),
]
