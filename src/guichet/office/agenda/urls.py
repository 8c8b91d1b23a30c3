"""Under ``/espace/echeances/``."""

from django.urls import path

from guichet.office.agenda import views

app_name = "agenda"
urlpatterns = [
    path("", views.deadlines, name="list"),
    path("calendrier/", views.calendar, name="calendar"),
    path("calendrier/creer/", views.create_calendar, name="calendar_create"),
    path("calendrier/revoquer/", views.revoke_calendar, name="calendar_revoke"),
]
