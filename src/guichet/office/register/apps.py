from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "guichet.office.register"
    label = "register"
    verbose_name = "registre national des marques"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.ledger import followers
        from guichet.office.register.projections import INDEX

        followers.register(INDEX)
