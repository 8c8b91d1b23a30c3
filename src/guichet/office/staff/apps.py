from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "guichet.office.staff"
    label = "staff"
    verbose_name = "personnel de l'office"
    default_auto_field = "django.db.models.BigAutoField"
