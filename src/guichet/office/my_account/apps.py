from django.apps import AppConfig


class MyAccountConfig(AppConfig):
    name = "guichet.office.my_account"
    label = "my_account"
    verbose_name = "mon compte"
    default_auto_field = "django.db.models.BigAutoField"
