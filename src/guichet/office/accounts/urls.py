"""Under ``/compte/``."""

from django.urls import path

from guichet.office.accounts.views import doors, passwords, profile, sign_up

app_name = "accounts"
urlpatterns = [
    path("", profile.profile, name="profile"),
    path("inscription/", sign_up.sign_up, name="signup"),
    path("inscription/reussie/", sign_up.signed_up, name="signup_done"),
    path("activation/<str:token>/", sign_up.activate, name="activate"),
    path("connexion/", doors.log_in, name="login"),
    path("quitter/", doors.log_out, name="logout"),
    path("mot-de-passe/", passwords.change_password, name="password_change"),
    path("mot-de-passe-perdu/", passwords.lost_password, name="password_reset"),
    path("mot-de-passe-perdu/envoye/", passwords.lost_password_sent, name="password_reset_done"),
    path(
        "mot-de-passe-perdu/<str:uid>/<str:token>/", passwords.choose_new_password, name="password_reset_confirm"
    ),
]  # fmt: skip
