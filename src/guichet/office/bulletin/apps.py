from django.apps import AppConfig


class BulletinConfig(AppConfig):
    name = "guichet.office.bulletin"
    label = "bulletin"
    default_auto_field = "django.db.models.BigAutoField"
