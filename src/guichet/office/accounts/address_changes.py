"""A person changes the address of the account: asked with the password, confirmed by both mailboxes, reversible."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from django.contrib.auth.hashers import make_password
from django.db import transaction

from guichet.office.accounts import addresses, letters, queries
from guichet.office.accounts.models import EmailChange, SignUp, User

TO_CONFIRM = timedelta(days=1)
REVERSIBLE = timedelta(days=7)
Outcome = Literal["waits", "done", "void"]


@transaction.atomic
def ask(*, user: User, new_email: str, at: datetime) -> EmailChange:
    """Ask both mailboxes; a change that was open gives way. Nothing shows whether the new address has an account.

    When it has one, its owner is told and gets no link: the change waits for a confirmation that never comes.
    """
    User.objects.select_for_update().get(pk=user.pk)
    withdraw(user=user, at=at)
    change = EmailChange.objects.create(
        user=user, old_email=user.email, new_email=User.objects.normalize_email(new_email), asked_at=at,
        due_at=at + TO_CONFIRM,
    )  # fmt: skip
    if queries.is_taken(change.new_email, at=at, but_for=user):
        letters.new_email_is_taken(change.new_email)
    else:
        letters.confirm_new_email(change)
    letters.confirm_email_change(change)
    return change


def withdraw(*, user: User, at: datetime) -> bool:
    """Give up the change that is open; whether there was one."""
    return bool(EmailChange.objects.filter(user=user, done_at=None, withdrawn_at=None).update(withdrawn_at=at))


@transaction.atomic
def confirm(*, change: EmailChange, side: Literal["old", "new"], at: datetime) -> Outcome:
    """One mailbox confirms; when both have, the address changes and every session of the account ends.

    1. Lock both addresses, then the account, then the change. 2. Note the confirmation. 3. With both, see that
    nobody took the new address meanwhile.
    """
    addresses.lock(change.old_email, change.new_email)
    user = User.objects.select_for_update().get(pk=change.user_id)
    waiting = EmailChange.objects.select_for_update().filter(pk=change.pk, done_at=None, withdrawn_at=None)
    row = waiting.filter(due_at__gte=at).first()
    if row is None or user.email != row.old_email:
        return "void"
    if side == "old":
        row.old_confirmed_at = row.old_confirmed_at or at
    else:
        row.new_confirmed_at = row.new_confirmed_at or at
    if row.old_confirmed_at and row.new_confirmed_at:
        if queries.is_taken(row.new_email, at=at, but_for=user):
            row.withdrawn_at = at
        else:
            _do(user, row, at)
    row.save()
    return "void" if row.withdrawn_at else "done" if row.done_at else "waits"


def _do(user: User, row: EmailChange, at: datetime) -> None:
    row.done_at, row.reversible_until = at, at + REVERSIBLE
    user.email = row.new_email
    user.session_epoch += 1
    user.save(update_fields=["email", "session_epoch"])
    SignUp.objects.filter(email=row.new_email).delete()
    letters.email_changed(row)


@transaction.atomic
def undo(*, change: EmailChange, new_password: str, at: datetime) -> User | None:
    """Take the address back, with a new password; every session ends. None when the link no longer works.

    Later changes of the same account are undone with it: of two mailboxes, the one that was there first wins.
    """
    addresses.lock(change.old_email)
    user = User.objects.select_for_update().get(pk=change.user_id)
    done = EmailChange.objects.select_for_update().filter(user=user, reversed_at=None, reversible_until__gte=at)
    rows = list(done.filter(done_at__gte=change.done_at).order_by("done_at", "pk"))
    if change.pk not in [row.pk for row in rows] or user.deleted_at:
        return None
    EmailChange.objects.filter(pk__in=[row.pk for row in rows]).update(reversed_at=at)
    withdraw(user=user, at=at)
    left, user.email, user.password = user.email, change.old_email, make_password(new_password)
    user.session_epoch += 1
    user.save(update_fields=["email", "password", "session_epoch"])
    letters.email_change_undone(change, left=left)
    return user


def forget_unfinished(now: datetime) -> int:
    """Delete the changes that were never done; how many. A chore."""
    return EmailChange.objects.filter(done_at=None, due_at__lt=now - TO_CONFIRM).delete()[0]
