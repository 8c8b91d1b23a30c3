"""A lost password, a new one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from guichet.office.accounts import queries
from guichet.office.accounts import services as accounts
from guichet.office.accounts.models import User
from guichet.office.sign_in import letters, tries
from guichet.office.sign_in.services.sessions import end_sessions
from guichet.office.toolbox import tasks


def ask_for_new_password(*, email: str) -> None:
    """Queue the answer to « mot de passe perdu »: the page takes the same time whether the address is known or not."""
    answer_lost_password.defer(email=User.objects.normalize_email(email))


@tasks.task("sign_in.answer_lost_password", queue="mail")
def answer_lost_password(*, email: str) -> None:
    """Send the link to change the password, or that of the activation still due; nothing to a stranger."""
    user = queries.by_email(email)
    if user is not None and user.is_active:
        letters.choose_new_password(user)
    elif user is None:
        accounts.send_activation_again(email=email)


@transaction.atomic
def set_password(*, user: User, password: str, at: datetime, keep: str = "") -> None:
    """Change the password: sessions elsewhere end, the log-in limits of the address are lifted, its owner is told.

    keep: the record of the session that goes on. A second factor stays: a mailbox alone never opens the account.
    """
    user.set_password(password)
    user.save(update_fields=["password"])
    end_sessions(user=user, at=at, keep=keep)
    tries.forgive(email=user.email, account=str(user.public_id))
    letters.password_changed(user)
