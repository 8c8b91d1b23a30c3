from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "guichet.office.ledger"
    label = "ledger"
    verbose_name = "Registre des événements"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.ledger import followers, queries
        from guichet.office.toolbox import chores, health, metrics

        chores.register("ledger.catch_up", followers.catch_up, 2)
        chores.register("ledger.retry_parked", followers.retry_parked, 60)
        health.register_check("ledger", followers.lag_problem)
        metrics.register_gauge("guichet_ledger_head", lambda: {"": float(queries.head())})
        metrics.register_gauge("guichet_ledger_lag", lambda: {name: float(n) for name, n in followers.lag().items()})
        metrics.register_gauge("guichet_ledger_parked", lambda: {"": float(followers.parked())})
