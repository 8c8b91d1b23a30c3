"""Under ``/calendrier/``: what calendar programs read."""

from django.urls import path

from guichet.office.agenda import views

app_name = "calendar"
urlpatterns = [path("<slug:token>.ics", views.feed, name="feed")]
