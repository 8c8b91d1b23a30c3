from django.apps import AppConfig


class TrademarkObservationConfig(AppConfig):
    name = "guichet.office.procedures.trademark_observation"
    label = "trademark_observation"
    verbose_name = "observations de tiers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.ledger import followers
        from guichet.office.procedures.trademark_observation.follow_up import INFORM_AUTHORS

        followers.register(INFORM_AUTHORS)
