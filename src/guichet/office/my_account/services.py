"""What a person does with the account, where it touches more than the account itself."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from guichet.office.accounts import address_changes
from guichet.office.accounts import services as accounts
from guichet.office.accounts.models import EmailChange, SignUp, User
from guichet.office.organisations import services as organisations


@transaction.atomic
def activate(*, sign_up: SignUp, new_password: str | None, at: datetime) -> User | None:
    """Open the account and, if asked for at sign-up, its organisation; None when the link no longer works."""
    user = accounts.activate(sign_up=sign_up, new_password=new_password, at=at)
    if user and sign_up.entity:
        organisations.create(administrator=user, at=at, **sign_up.entity)
    return user


@transaction.atomic
def take_address_back(*, change: EmailChange, new_password: str, at: datetime) -> User | None:
    """Undo a change of address from the mailbox that was left; None when its link no longer works."""
    return address_changes.undo(change=change, new_password=new_password, at=at)
