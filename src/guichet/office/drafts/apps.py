from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "guichet.office.drafts"
    label = "drafts"
    verbose_name = "projets"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.authority import subjects
        from guichet.office.drafts import presence, queries, services
        from guichet.office.toolbox import chores, clock

        subjects.register("draft", queries.label, queries.held_subject)
        chores.register("drafts.empty_bin", lambda: services.empty_bin(clock.now()), 3600)
        chores.register("drafts.forget_presences", lambda: presence.forget_past(clock.now()), 600)
