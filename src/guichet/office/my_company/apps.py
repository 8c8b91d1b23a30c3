from django.apps import AppConfig


class MyCompanyConfig(AppConfig):
    name = "guichet.office.my_company"
    label = "my_company"
    verbose_name = "mon entreprise"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.my_company import activity, closing
        from guichet.office.notices import digests
        from guichet.office.toolbox import chores, clock

        chores.register("my_company.pass_stragglers_on", lambda: closing.pass_stragglers_on(clock.now()), 600)
        digests.register(activity.SOURCE)
