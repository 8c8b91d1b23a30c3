"""Who belongs to which organisation, now or at any past instant."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from guichet.office.accounts.models import User
from guichet.office.organisations.models import Deed, Membership, Organisation, Standing


def key(organisation: Organisation) -> str:
    """How holders and the ledger name an organisation: ``organisation:<public_id>``."""
    return f"organisation:{organisation.public_id}"


def by_public_id(public_id: str) -> Organisation | None:
    try:
        return Organisation.objects.filter(public_id=UUID(public_id)).first()
    except ValueError:
        return None


def by_key(holder: str) -> Organisation | None:
    """The organisation behind ``organisation:<public_id>``; None for an account."""
    kind, _, public_id = holder.partition(":")
    return by_public_id(public_id) if kind == "organisation" else None


def memberships(at: datetime | None = None) -> QuerySet[Membership]:
    """The memberships that stand (now, or at an instant), in organisations that were open then."""
    rows = Membership.objects.select_related("organisation", "user")
    if at is None:
        return rows.filter(until=None, organisation__closed_at=None)
    began = rows.filter(since__lte=at).filter(Q(until=None) | Q(until__gt=at))
    return began.filter(Q(organisation__closed_at=None) | Q(organisation__closed_at__gt=at))


def of_user(user: User, at: datetime | None = None) -> QuerySet[Membership]:
    """The organisations of a person, the one last acted for first."""
    return memberships(at).filter(user=user, user__is_active=True).order_by("-last_acted_at", "since", "pk")


def members(organisation: Organisation) -> QuerySet[Membership]:
    """The members, administrators first, then by name."""
    return memberships().filter(organisation=organisation).order_by("standing", "user__last_name", "user__first_name")


def administrators(organisation: Organisation) -> QuerySet[Membership]:
    return members(organisation).filter(standing=Standing.ADMINISTRATOR, user__is_active=True)


def deeds(holder: str) -> QuerySet[Deed]:
    """What was done in this organisation or by this account, the last first."""
    return Deed.objects.filter(holder=holder)
