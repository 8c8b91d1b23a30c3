"""Under ``/espace/organisation/``: for whom one acts."""

from django.urls import path

from guichet.office.organisations import views

app_name = "organisations"
urlpatterns = [path("choisir/", views.choose, name="choose")]
