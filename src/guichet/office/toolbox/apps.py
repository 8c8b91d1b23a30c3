from django.apps import AppConfig


class ToolboxConfig(AppConfig):
    name = "guichet.office.toolbox"
    label = "toolbox"
    verbose_name = "Outils"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.toolbox import chores, health, metrics, tasks, upkeep

        chores.register("toolbox.retry_stalled_tasks", tasks.retry_stalled, 30)
        chores.register("toolbox.clear_sessions", upkeep.clear_sessions, 3600)
        health.register_check("database", upkeep.database_problem)
        health.register_check("migrations", upkeep.migrations_problem)
        health.register_check("storage", upkeep.storage_problem)
        metrics.register_gauge("guichet_tasks", tasks.depth)
