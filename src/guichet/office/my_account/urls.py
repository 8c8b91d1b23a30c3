"""Under ``/compte/``: one's own account."""

from django.urls import path

from guichet.office.my_account.views import profile, sign_up

app_name = "my_account"
urlpatterns = [
    path("", profile.profile, name="profile"),
    path("inscription/", sign_up.sign_up, name="signup"),
    path("inscription/reussie/", sign_up.signed_up, name="signup_done"),
    path("activation/<str:token>/", sign_up.activate, name="activate"),
]
