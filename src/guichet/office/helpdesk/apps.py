from django.apps import AppConfig


class HelpdeskConfig(AppConfig):
    name = "guichet.office.helpdesk"
    label = "helpdesk"
    verbose_name = "INPI Direct"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.accounts import personal
        from guichet.office.helpdesk.personal import REQUESTS
        from guichet.office.helpdesk.services import look_at_one_siren
        from guichet.office.organisations import namesakes

        personal.register(REQUESTS)
        namesakes.register("helpdesk", look_at_one_siren)
