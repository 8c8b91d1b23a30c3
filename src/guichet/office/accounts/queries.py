"""Who is who: an account from the actor that the ledger names, whose an address is, and the roles of the staff."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from guichet.office.accounts.links import Side, read_activation, read_email_change
from guichet.office.accounts.models import EmailChange, SignUp, StaffRole, User


def by_email(email: str) -> User | None:
    """The account of this address, whatever its case."""
    return User.objects.filter(email=User.objects.normalize_email(email)).first()


def by_public_id(public_id: str) -> User | None:
    try:
        return User.objects.filter(public_id=UUID(public_id)).first()
    except ValueError:
        return None


def by_actor(actor: str) -> User | None:
    """The person behind ``account:<public_id>`` or ``staff:<public_id>``; None for the office and the public.

    The row of a deleted account is found too: its ``full_name`` is « Compte supprimé ».
    """
    kind, _, public_id = actor.partition(":")
    return by_public_id(public_id) if kind in ("account", "staff") else None


def reservation(email: str, *, at: datetime) -> EmailChange | None:
    """The change of address that may still be taken back to this address: until then it is nobody else's."""
    kept = EmailChange.objects.select_related("user").filter(old_email=User.objects.normalize_email(email))
    kept = kept.filter(reversed_at=None)
    return kept.filter(reversible_until__gte=at, user__deleted_at=None).order_by("done_at").first()


def is_taken(email: str, *, at: datetime, but_for: User | None = None) -> bool:
    """Whether another account has this address, or may take it back. Two queries in each case."""
    owner, kept = by_email(email), reservation(email, at=at)
    return bool(owner and owner != but_for) | bool(kept and kept.user_id != (but_for.pk if but_for else None))


def sign_up_of(token: str, *, at: datetime) -> SignUp | None:
    """The sign-up that this link activates at that instant; None when it is wrong, used, or over three days old."""
    public_id = read_activation(token)
    return SignUp.objects.filter(public_id=public_id, due_at__gte=at).first() if public_id else None


def open_email_change(user: User, *, at: datetime) -> EmailChange | None:
    """The change of address that still waits for a confirmation."""
    return EmailChange.objects.filter(user=user, done_at=None, withdrawn_at=None, due_at__gte=at).first()


def reversible_email_change(user: User, *, at: datetime) -> EmailChange | None:
    """The last change of address that an old address may still take back."""
    kept = EmailChange.objects.filter(user=user, reversed_at=None, reversible_until__gte=at)
    return kept.order_by("-done_at").first()


def email_change_of(token: str, side: Side, *, at: datetime) -> EmailChange | None:
    """The change that this link confirms, or takes back, at that instant; None when it does not (any more)."""
    public_id = read_email_change(token, side)
    changes = EmailChange.objects.select_related("user").filter(user__is_active=True)
    if not public_id:
        return None
    if side == "undo":
        return changes.filter(public_id=public_id, reversed_at=None, reversible_until__gte=at).first()
    return changes.filter(public_id=public_id, done_at=None, withdrawn_at=None, due_at__gte=at).first()


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
