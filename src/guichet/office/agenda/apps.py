from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "guichet.office.agenda"
    label = "agenda"
    verbose_name = "échéances"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.agenda import clock as deadlines_clock
        from guichet.office.agenda import reminders
        from guichet.office.agenda.projections import DEADLINES
        from guichet.office.ledger import followers
        from guichet.office.notices import digests
        from guichet.office.toolbox import chores, clock

        followers.register(DEADLINES)
        chores.register("agenda.clock", lambda: deadlines_clock.run(clock.today()), 60)
        chores.register("agenda.reminders", lambda: reminders.run(clock.now()), 60)
        digests.register(reminders.SOURCE)
