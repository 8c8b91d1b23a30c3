"""Under ``/compte/``: one's own account."""

from django.urls import path

from guichet.office.my_account.views import email, export, leaving, profile, sign_up

app_name = "my_account"
urlpatterns = [
    path("", profile.profile, name="profile"),
    path("nouvelle-entreprise/", profile.new_entity, name="new_entity"),
    path("inscription/", sign_up.sign_up, name="signup"),
    path("inscription/reussie/", sign_up.signed_up, name="signup_done"),
    path("activation/<str:token>/", sign_up.activate, name="activate"),
    path("adresse/", email.change, name="email_change"),
    path("adresse/abandon/", email.withdraw, name="email_withdraw"),
    path("adresse/actuelle/<str:token>/", email.confirm_old, name="email_old"),
    path("adresse/nouvelle/<str:token>/", email.confirm_new, name="email_new"),
    path("adresse/retablir/<str:token>/", email.undo, name="email_undo"),
    path("donnees/", export.export, name="export"),
    path("suppression/", leaving.delete, name="delete"),
]
