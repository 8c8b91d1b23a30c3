"""Under ``/poste/inpi-direct/``: the information agents' desk."""

from django.urls import path

from guichet.office.helpdesk.views import desk as views

app_name = "helpdesk_desk"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("<str:number>/", views.read, name="request"),
    path("<str:number>/suivre/", views.take, name="take"),
    path("<str:number>/repondre/", views.answer, name="answer"),
    path("<str:number>/noter/", views.note, name="note"),
    path("<str:number>/clore/", views.close, name="close"),
    path("<str:number>/activation/", views.send_activation, name="send_activation"),
    path("<str:number>/adresse/", views.start_email_change, name="start_email_change"),
]
