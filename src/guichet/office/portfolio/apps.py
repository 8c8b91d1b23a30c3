from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    name = "guichet.office.portfolio"
    label = "portfolio"
    verbose_name = "portefeuille"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.ledger import followers
        from guichet.office.portfolio import projections

        followers.register(projections.FILES)
