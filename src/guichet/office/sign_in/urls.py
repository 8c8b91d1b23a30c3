"""Under ``/compte/``: the doors, and what proves who one is."""

from django.urls import path

from guichet.office.sign_in.views import confirming, doors, factors, identities, passwords, second_step, security

app_name = "sign_in"
urlpatterns = [
    path("connexion/", doors.log_in, name="login"),
    path("connexion/verification/", second_step.second_step, name="second_step"),
    path("connexion/avec/<slug:name>/", identities.provider, name="provider"),
    path("connexion/avec/<slug:name>/retour/", identities.provider_answer, name="provider_answer"),
    path("connexion/identite/", identities.identity, name="identity"),
    path("connexion/identite/rattacher/", identities.identity_link, name="identity_link"),
    path("connexion/identite/oublier/", identities.identity_forget, name="identity_forget"),
    path("quitter/", doors.log_out, name="logout"),
    path("quitter/retour/", doors.left, name="left"),
    path("confirmation/", confirming.confirm, name="confirm"),
    path("confirmation/complete/", confirming.confirm_twice, name="confirm_twice"),
    path("mot-de-passe/", passwords.change_password, name="password_change"),
    path("mot-de-passe-perdu/", passwords.lost_password, name="password_reset"),
    path("mot-de-passe-perdu/envoye/", passwords.lost_password_sent, name="password_reset_done"),
    path(
        "mot-de-passe-perdu/<str:uid>/<str:token>/", passwords.choose_new_password, name="password_reset_confirm"
    ),
    path("securite/", security.security, name="security"),
    path("securite/application/", factors.authenticator_add, name="authenticator_add"),
    path("securite/cle/", factors.security_key_add, name="security_key_add"),
    path("securite/facteurs/<uuid:public_id>/retirer/", factors.factor_remove, name="factor_remove"),
    path("securite/codes-de-secours/", factors.recovery_codes, name="recovery_codes"),
    path("securite/identites/<uuid:public_id>/detacher/", identities.identity_unlink, name="identity_unlink"),
    path("securite/sessions/<uuid:public_id>/fermer/", security.session_end, name="session_end"),
    path("securite/sessions/fermer-les-autres/", security.sessions_end_others, name="sessions_end_others"),
]  # fmt: skip
