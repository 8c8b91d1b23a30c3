from django.apps import AppConfig

DAY = 24 * 3600


class SignInConfig(AppConfig):
    name = "guichet.office.sign_in"
    label = "sign_in"
    verbose_name = "connexion"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guichet.office.sign_in.services import entries, sessions
        from guichet.office.toolbox import chores, clock

        chores.register("sign_in.forget_past_sessions", lambda: sessions.forget_past_sessions(clock.now()), DAY)
        chores.register("sign_in.forget_past_sign_ins", lambda: entries.forget_past_sign_ins(clock.now()), DAY)
