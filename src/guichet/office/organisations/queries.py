"""Who belongs to which organisation, now or at any past instant."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.organisations import rules
from guichet.office.organisations.models import Deed, JoinRequest, Membership, Organisation, Standing

REQUEST_WAITS = timedelta(days=30)
"""How long a request to join waits for its answer."""


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
    last = F("last_acted_at").desc(nulls_last=True)
    return memberships(at).filter(user=user, user__is_active=True).order_by(last, "since", "pk")


def members(organisation: Organisation) -> QuerySet[Membership]:
    """The members, administrators first, then by name."""
    return memberships().filter(organisation=organisation).order_by("standing", "user__last_name", "user__first_name")


def administrators(organisation: Organisation) -> QuerySet[Membership]:
    return members(organisation).filter(standing=Standing.ADMINISTRATOR, user__is_active=True)


def body(organisation: Organisation, *, at: datetime, holds: bool = False) -> rules.Body:
    """The organisation as the rules see it. holds: whether it has files or drafts, which the floors above know."""
    rows = list(members(organisation))
    awake = [row for row in rows if row.user.is_active]
    return rules.Body(
        administrators=frozenset(account_actor(row.user) for row in awake if row.is_administrator),
        collaborators=frozenset(account_actor(row.user) for row in awake if not row.is_administrator),
        waiting=frozenset(account_actor(row.user) for row in waiting(organisation, at=at)),
        asleep=frozenset(account_actor(row.user) for row in rows if not row.user.is_active),
        is_open=organisation.is_open,
        requires_second_factor=organisation.requires_second_factor,
        holds=holds,
    )


def waiting(organisation: Organisation, *, at: datetime) -> QuerySet[JoinRequest]:
    """The requests to join that wait for an answer, the oldest first."""
    rows = JoinRequest.objects.filter(organisation=organisation, answer="", asked_at__gt=at - REQUEST_WAITS)
    return rows.filter(user__is_active=True).select_related("user").order_by("asked_at")


def requests_of(user: User) -> QuerySet[JoinRequest]:
    """What a person asked, the last first."""
    return JoinRequest.objects.filter(user=user).select_related("organisation").order_by("-asked_at")


def former_members(organisation: Organisation) -> QuerySet[User]:
    """Those who were members once and are no more."""
    rows = Membership.objects.filter(organisation=organisation)
    now = rows.filter(until=None).values("user")
    return User.objects.filter(pk__in=rows.values("user")).exclude(pk__in=now).order_by("last_name", "first_name")


def deeds(holder: str) -> QuerySet[Deed]:
    """What was done in this organisation or by this account, the last first."""
    return Deed.objects.filter(holder=holder)
