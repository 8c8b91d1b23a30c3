from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "guichet.office.organisations"
    label = "organisations"
    verbose_name = "organisations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.organisations import joining
        from guichet.office.toolbox import chores, clock

        chores.register("organisations.expire_requests", lambda: joining.expire(clock.now()), 3600)
