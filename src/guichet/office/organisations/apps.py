from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "guichet.office.organisations"
    label = "organisations"
    verbose_name = "organisations"
    default_auto_field = "django.db.models.BigAutoField"
