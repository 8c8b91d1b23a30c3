from django.apps import AppConfig


class SignInConfig(AppConfig):
    name = "guichet.office.sign_in"
    label = "sign_in"
    verbose_name = "connexion"
    default_auto_field = "django.db.models.BigAutoField"
