from django.apps import AppConfig


class HelpdeskConfig(AppConfig):
    name = "guichet.office.helpdesk"
    label = "helpdesk"
    verbose_name = "INPI Direct"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.accounts import personal
        from guichet.office.helpdesk.personal import REQUESTS

        personal.register(REQUESTS)
