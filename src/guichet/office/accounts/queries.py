"""Who is who: an account from the actor that the ledger names, and the roles of the staff."""

from __future__ import annotations

from uuid import UUID

from guichet.office.accounts.models import StaffRole, User


def by_email(email: str) -> User | None:
    """The account of this address, activated or not, whatever its case."""
    return User.objects.filter(email=User.objects.normalize_email(email)).first()


def by_email_for_update(email: str) -> User | None:
    """The same, locked until the end of the transaction."""
    return User.objects.select_for_update().filter(email=User.objects.normalize_email(email)).first()


def by_public_id(public_id: str) -> User | None:
    try:
        return User.objects.filter(public_id=UUID(public_id)).first()
    except ValueError:
        return None


def by_actor(actor: str) -> User | None:
    """The person behind ``account:<public_id>`` or ``staff:<public_id>``; None for the office and the public."""
    kind, _, public_id = actor.partition(":")
    return by_public_id(public_id) if kind in ("account", "staff") else None


def account_actor(user: User) -> str:
    """How the ledger names an account that acts for itself."""
    return f"account:{user.public_id}"


def staff_actor(user: User) -> str:
    """How the ledger names a member of the staff who acts for the office."""
    return f"staff:{user.public_id}"


def roles(user: User) -> frozenset[str]:
    """The roles of a member of the staff; none for an applicant. One query."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    return frozenset(StaffRole.objects.filter(user=user).values_list("role", flat=True))


def is_staff_member(user: User) -> bool:
    """Whether this person has a role at the office."""
    return bool(roles(user))
