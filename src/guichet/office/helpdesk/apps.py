from django.apps import AppConfig


class HelpdeskConfig(AppConfig):
    name = "guichet.office.helpdesk"
    label = "helpdesk"
    verbose_name = "INPI Direct"
    default_auto_field = "django.db.models.BigAutoField"
