from django.apps import AppConfig


class AuthorityConfig(AppConfig):
    name = "guichet.office.authority"
    label = "authority"
    verbose_name = "habilitations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.authority import projections
        from guichet.office.ledger import followers

        followers.register(projections.HOLDINGS)
