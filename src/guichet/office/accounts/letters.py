"""The e-mails about accounts. None says anything to someone who does not read that mailbox."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from guichet.office.accounts.links import Side, activation_token, email_change_token
from guichet.office.accounts.models import EmailChange, SignUp, User
from guichet.office.toolbox import mail


def activate_account(sign_up: SignUp) -> None:
    """The link that activates the account, and until when it works."""
    _send_link(sign_up, "Activez votre compte", "activate")


def activation_ends(sign_up: SignUp) -> None:
    """The same link, the day before the sign-up is deleted."""
    _send_link(sign_up, "Votre compte sera supprimé demain s'il n'est pas activé", "activation_ends")


def already_has_account(user: User) -> None:
    """Someone asked for an account, or for a change of address, with an address that has an account."""
    _send(
        user.email, "Vous avez déjà un compte", "already_has_account", user=user,
        log_in=_absolute("sign_in:login"), lost_password=_absolute("sign_in:password_reset"),
    )  # fmt: skip


def address_reserved(change: EmailChange) -> None:
    """Someone asked for an account with an address that an account has just left, and may still take back."""
    _send(
        change.old_email, "Cette adresse n'est pas encore disponible", "address_reserved",
        until=change.reversible_until, undo=_change_link(change, "undo"),
    )  # fmt: skip


def confirm_email_change(change: EmailChange) -> None:
    """To the address that the person wishes to leave: confirm, or know that someone else asks."""
    _send(
        change.old_email, "Confirmez votre changement d'adresse", "email_change_old", user=change.user, change=change,
        link=_change_link(change, "old"), lost_password=_absolute("sign_in:password_reset"),
    )  # fmt: skip


def confirm_new_email(change: EmailChange) -> None:
    """To the address that the person wishes to use. It may be a stranger's, so it names nobody."""
    link = _change_link(change, "new")
    _send(change.new_email, "Confirmez votre nouvelle adresse", "email_change_new", change=change, link=link)


def new_email_is_taken(email: str) -> None:
    """To an address that someone wishes to use, and that is another account's, now or still."""
    _send(email, "Un changement d'adresse a été demandé", "email_change_taken", email=email)


def email_changed(change: EmailChange) -> None:
    """To the old address, with the link that takes the change back; then to the new one."""
    subject = "L'adresse de votre compte a été modifiée"
    _send(change.old_email, subject, "email_changed_old", change=change, link=_change_link(change, "undo"))
    _send(change.new_email, subject, "email_changed_new", change=change)


def email_change_undone(change: EmailChange, *, left: str) -> None:
    """To the address that is the account's again, and to the one that it leaves."""
    subject = "L'adresse de votre compte a été rétablie"
    _send(change.old_email, subject, "email_change_undone", change=change)
    if left != change.old_email:
        _send(left, "Cette adresse n'est plus celle d'un compte", "email_change_lost", email=left)


def account_deleted(email: str) -> None:
    """The last one: the account is no more."""
    _send(email, "Votre compte est supprimé", "account_deleted")


def _send_link(sign_up: SignUp, subject: str, template: str) -> None:
    link = _absolute("my_account:activate", activation_token(sign_up))
    _send(sign_up.email, subject, template, sign_up=sign_up, link=link, until=sign_up.due_at)


def _change_link(change: EmailChange, side: Side) -> str:
    return _absolute(f"my_account:email_{side}", email_change_token(change, side))


def _send(to: str, subject: str, template: str, **context: object) -> None:
    mail.send(to=to, subject=subject, template=f"accounts/mail/{template}", context={"subject": subject, **context})


def _absolute(name: str, *arguments: str) -> str:
    return settings.SITE_URL.rstrip("/") + reverse(name, args=arguments)
