from django.apps import AppConfig


class MyCompanyConfig(AppConfig):
    name = "guichet.office.my_company"
    label = "my_company"
    verbose_name = "mon entreprise"
    default_auto_field = "django.db.models.BigAutoField"
