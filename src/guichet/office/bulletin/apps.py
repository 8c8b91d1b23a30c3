from django.apps import AppConfig


class BulletinConfig(AppConfig):
    name = "guichet.office.bulletin"
    label = "bulletin"
    verbose_name = "Bulletin officiel"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.bulletin.projections import ISSUES, LAY_OUT
        from guichet.office.ledger import followers

        followers.register(ISSUES)
        followers.register(LAY_OUT)
