from django.apps import AppConfig


class PaymentsConfig(AppConfig):
    name = "guichet.office.payments"
    label = "payments"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.payments import news, reconciliation
        from guichet.office.toolbox import chores

        news.follow()
        chores.register("payments.reconciliation", reconciliation.run, every_seconds=20)
