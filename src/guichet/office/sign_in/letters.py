"""The e-mails about passwords. None says anything to someone who does not read that mailbox."""

from __future__ import annotations

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


def _send(user: User, subject: str, template: str, **context: object) -> None:
    mail.send(
        to=user.email, subject=subject, template=f"sign_in/mail/{template}",
        context={"user": user, "subject": subject, **context},
    )  # fmt: skip


def _absolute(name: str, *arguments: str) -> str:
    return settings.SITE_URL.rstrip("/") + reverse(name, args=arguments)


def _hours() -> int:
    return int(settings.PASSWORD_RESET_TIMEOUT // 3600)
