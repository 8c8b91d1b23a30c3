"""Under ``/poste/``: the staff's own door."""

from django.urls import path

from guichet.office.sign_in.views import doors

app_name = "staff"
urlpatterns = [
    path("connexion/", doors.staff_log_in, name="login"),
    path("quitter/", doors.staff_log_out, name="logout"),
]
