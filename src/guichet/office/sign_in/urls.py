"""Under ``/compte/``: the doors."""

from django.urls import path

from guichet.office.sign_in.views import doors, passwords

app_name = "sign_in"
urlpatterns = [
    path("connexion/", doors.log_in, name="login"),
    path("quitter/", doors.log_out, name="logout"),
    path("mot-de-passe/", passwords.change_password, name="password_change"),
    path("mot-de-passe-perdu/", passwords.lost_password, name="password_reset"),
    path("mot-de-passe-perdu/envoye/", passwords.lost_password_sent, name="password_reset_done"),
    path(
        "mot-de-passe-perdu/<str:uid>/<str:token>/", passwords.choose_new_password, name="password_reset_confirm"
    ),
]  # fmt: skip
