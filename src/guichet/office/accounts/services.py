"""What happens to an account: sign-up, activation, deletion, profile, roles of the staff."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from guichet.office.accounts import letters, queries
from guichet.office.accounts.links import ACTIVATION_PERIOD, account_to_activate
from guichet.office.accounts.models import Role, StaffRole, User

PROFILE_FIELDS = (
    "civility", "last_name", "first_name", "mobile_phone", "office_phone",
    "country", "address", "address_complement", "postcode", "city",
)  # fmt: skip


@transaction.atomic
def sign_up(*, email: str, password: str, profile: dict[str, Any], at: datetime) -> None:
    """Open an account to be activated within three days; says nothing of whether the address was known.

    The same work is done in each case: one hash, one account read and written, one e-mail. A sign-up that was never
    activated gives way to the new one, whose link alone works.
    """
    hashed = make_password(password)
    known = queries.by_email_for_update(email)
    if known and known.is_active:
        known.save(update_fields=["email"])  # one write, as in the other case
        letters.already_has_account(known)
        return
    user = known or User(email=User.objects.normalize_email(email), is_active=False)
    for name in PROFILE_FIELDS:
        setattr(user, name, profile.get(name, ""))
    user.password = hashed
    user.activation_due_at = at + ACTIVATION_PERIOD
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:
        return  # the same address signed up at this very moment, and gets its link from there
    letters.activate_account(user)


@transaction.atomic
def activate(*, token: str, at: datetime) -> User | None:
    """Activate the account of this link; None when the link does not work (any more)."""
    user = account_to_activate(token, at=at)
    if user is None:
        return None
    user.is_active, user.activation_due_at = True, None
    user.save(update_fields=["is_active", "activation_due_at"])
    return user


def delete_unactivated(now: datetime) -> int:
    """Delete the accounts whose three days have passed without activation; how many."""
    return User.objects.filter(is_active=False, activation_due_at__lt=now).delete()[0]


@transaction.atomic
def edit_profile(*, user: User, profile: dict[str, Any]) -> None:
    """Change what a person says of himself or herself; the address of the account stays."""
    for name in PROFILE_FIELDS:
        setattr(user, name, profile.get(name, ""))
    user.save(update_fields=PROFILE_FIELDS)


def appoint(user: User, role: str) -> StaffRole:
    """Give a member of the staff a role; harmless when it is held already.

    An account that works at the office acts as staff everywhere: its holder files from another account.
    """
    if role not in Role.values:
        raise ValueError(f"Rôle inconnu : « {role} ». Rôles : {', '.join(Role.values)}.")
    return StaffRole.objects.get_or_create(user=user, role=role)[0]


def dismiss(user: User, role: str) -> None:
    """Take a role away; effective at the next page."""
    StaffRole.objects.filter(user=user, role=role).delete()
