"""The e-mails about doors and proofs. None says anything to someone who does not read that mailbox."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from guichet.office.accounts.models import User
from guichet.office.sign_in.links import lost_password_tokens
from guichet.office.toolbox import mail


def choose_new_password(user: User) -> None:
    """The link with which a lost password is replaced."""
    uid = urlsafe_base64_encode(force_bytes(user.public_id))
    link = _absolute("sign_in:password_reset_confirm", uid, lost_password_tokens.make_token(user))
    _send(user, "Choisissez un nouveau mot de passe", "choose_new_password", link=link, hours=_hours())


def password_changed(user: User) -> None:
    """Tells the owner, in case it was someone else."""
    _send(user, "Votre mot de passe a été modifié", "password_changed", link=_absolute("sign_in:password_reset"))


def new_browser(user: User, *, browser: str, place: str, at: datetime) -> None:
    """The account was opened in a browser where it never was."""
    _send(user, "Nouvelle connexion à votre compte", "new_browser", browser=browser, place=place, at=at, **_doors())


def repeated_failures(user: User, *, count: int, password_was_right: bool) -> None:
    """A series of failures. password_was_right: it is the second step that failed."""
    _send(
        user, "Essais répétés de connexion à votre compte", "repeated_failures",
        count=count, password_was_right=password_was_right, **_doors(),
    )  # fmt: skip


def factor_added(user: User, *, kind: str, name: str, at: datetime) -> None:
    _change(user, f"{kind} (« {name} ») vient d'être ajoutée à votre compte", at)


def factor_removed(user: User, *, kind: str, name: str, at: datetime) -> None:
    _change(user, f"{kind} (« {name} ») vient d'être retirée de votre compte", at)


def factors_reset(user: User, *, at: datetime) -> None:
    what = "à votre demande, tous les seconds facteurs de votre compte viennent d'être retirés par l'office"
    _change(user, what, at)


def recovery_code_used(user: User, *, left: int, at: datetime) -> None:
    rest = "il ne vous en reste aucun" if not left else f"il vous en reste {left}"
    _change(user, f"un code de secours vient de servir à ouvrir votre compte ; {rest}", at)


def recovery_codes_renewed(user: User, *, at: datetime) -> None:
    _change(user, "de nouveaux codes de secours viennent d'être établis ; les anciens ne valent plus", at)


def identity_linked(user: User, *, provider: str, at: datetime) -> None:
    _change(user, f"votre identité {provider} vient d'être rattachée à votre compte", at)


def identity_unlinked(user: User, *, provider: str, at: datetime) -> None:
    _change(user, f"votre identité {provider} vient d'être détachée de votre compte", at)


def _change(user: User, what: str, at: datetime) -> None:
    """One letter for every change of what proves who the person is."""
    _send(user, "La sécurité de votre compte a changé", "security_change", what=what, at=at, **_doors())


def _doors() -> dict[str, str]:
    return {"security": _absolute("sign_in:security"), "lost_password": _absolute("sign_in:password_reset")}


def _send(user: User, subject: str, template: str, **context: object) -> None:
    mail.send(
        to=user.email, subject=subject, template=f"sign_in/mail/{template}",
        context={"user": user, "subject": subject, **context},
    )  # fmt: skip


def _absolute(name: str, *arguments: str) -> str:
    return settings.SITE_URL.rstrip("/") + reverse(name, args=arguments)


def _hours() -> int:
    return int(settings.PASSWORD_RESET_TIMEOUT // 3600)
