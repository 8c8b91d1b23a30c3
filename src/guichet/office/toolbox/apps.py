from django.apps import AppConfig


class ToolboxConfig(AppConfig):
    name = "guichet.office.toolbox"
    label = "toolbox"
    default_auto_field = "django.db.models.BigAutoField"
