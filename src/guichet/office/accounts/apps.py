from django.apps import AppConfig

MINUTE, HOUR = 60, 3600


class AccountsConfig(AppConfig):
    name = "guichet.office.accounts"
    label = "accounts"
    verbose_name = "comptes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.accounts import address_changes, limits, services
        from guichet.office.toolbox import chores, clock

        chores.register("accounts.delete_unactivated", lambda: services.delete_unactivated(clock.now()), 10 * MINUTE)
        chores.register("accounts.warn_unactivated", lambda: services.warn_unactivated(clock.now()), 10 * MINUTE)
        chores.register(
            "accounts.forget_unfinished_changes", lambda: address_changes.forget_unfinished(clock.now()), HOUR
        )
        chores.register("accounts.forget_past_windows", lambda: limits.forget_past_windows(clock.now()), HOUR)
