"""The e-mails about accounts. None says anything to someone who does not read that mailbox."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from guichet.office.accounts.links import activation_token
from guichet.office.accounts.models import User
from guichet.office.toolbox import mail


def activate_account(user: User) -> None:
    """The link that activates the account, and until when it works."""
    link = _absolute("my_account:activate", activation_token(user))
    _send(user, "Activez votre compte", "activate", link=link, until=user.activation_due_at)


def already_has_account(user: User) -> None:
    """Someone asked for an account with an address that has one."""
    _send(
        user, "Vous avez déjà un compte", "already_has_account",
        log_in=_absolute("sign_in:login"), lost_password=_absolute("sign_in:password_reset"),
    )  # fmt: skip


def _send(user: User, subject: str, template: str, **context: object) -> None:
    mail.send(
        to=user.email, subject=subject, template=f"accounts/mail/{template}",
        context={"user": user, "subject": subject, **context},
    )  # fmt: skip


def _absolute(name: str, *arguments: str) -> str:
    return settings.SITE_URL.rstrip("/") + reverse(name, args=arguments)
