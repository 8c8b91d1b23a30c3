from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    name = "guichet.office.portfolio"
    label = "portfolio"
    verbose_name = "portefeuille"
    default_auto_field = "django.db.models.BigAutoField"
