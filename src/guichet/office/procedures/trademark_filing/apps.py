from django.apps import AppConfig


class TrademarkFilingConfig(AppConfig):
    name = "guichet.office.procedures.trademark_filing"
    label = "trademark_filing"
    default_auto_field = "django.db.models.BigAutoField"
