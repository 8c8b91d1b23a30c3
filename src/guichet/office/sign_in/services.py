"""What happens to the secrets of an account: a lost password, a new one."""

from __future__ import annotations

from django.db import transaction

from guichet.office.accounts import letters as accounts_letters
from guichet.office.accounts import limits, queries
from guichet.office.accounts.models import User
from guichet.office.sign_in import letters
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
    elif user is not None:
        accounts_letters.activate_account(user)


@transaction.atomic
def set_password(*, user: User, password: str) -> None:
    """Change the password: sessions elsewhere end, the log-in limits of the address are lifted, its owner is told."""
    user.set_password(password)
    user.save(update_fields=["password"])
    limits.LOG_IN_BY_ADDRESS.forget(user.email)
    letters.password_changed(user)
