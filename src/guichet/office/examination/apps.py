from django.apps import AppConfig


class ExaminationConfig(AppConfig):
    name = "guichet.office.examination"
    label = "examination"
    default_auto_field = "django.db.models.BigAutoField"
