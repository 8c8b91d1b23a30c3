from django.apps import AppConfig


class TrademarkFilingConfig(AppConfig):
    name = "guichet.office.procedures.trademark_filing"
    label = "trademark_filing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.ledger import followers
        from guichet.office.procedures.trademark_filing import files, follow_up
        from guichet.office.procedures.trademark_filing.letters import LETTERS

        follow_up.follow()
        followers.register(LETTERS)
        files.declare_replies()
