from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "guichet.office.notices"
    label = "notices"
    verbose_name = "courriers"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.ledger import followers
        from guichet.office.notices import arrivals, digests, services
        from guichet.office.toolbox import chores, clock

        followers.register(arrivals.ARRIVALS)
        chores.register("notices.deem_served", lambda: services.deem_served(clock.now()), 60)
        chores.register("notices.follow_the_files", lambda: services.follow_the_files(clock.now()), 3600)
        chores.register("notices.digests", lambda: digests.run(clock.now()), 60)
        chores.register("notices.forget", lambda: digests.forget(clock.now()), 86_400)
