"""Whose requests, what waits at the desk, which news to show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from guichet.office.accounts.models import User
from guichet.office.helpdesk.models import Message, News, Request

REOPEN = timedelta(days=30)
"""A request that was answered or closed may be taken up again for so long."""
CALL_SOON = timedelta(minutes=15)
"""A call is shown as due this long before its hour."""
WARNED = timedelta(hours=24)
"""A maintenance is announced on every page from so long before it starts."""
OPEN = (Request.State.RECEIVED, Request.State.IN_HAND)
LISTS = {
    "ouvertes": ("À traiter", Q(state__in=OPEN)),
    "miennes": ("Les miennes", Q(state__in=OPEN)),
    "repondues": ("Répondues", Q(state=Request.State.ANSWERED)),
    "closes": ("Closes", Q(state=Request.State.CLOSED)),
}
"""The desk's lists by their name in addresses."""
_NUMBER = re.compile(r"D-[0-9A-Z]{4}-[0-9A-Z]{4}")


def of_person(user: User) -> QuerySet[Request]:
    """This person's requests, the last first."""
    return Request.objects.filter(user=user).order_by("-received_at")


def unread(user: User) -> QuerySet[Request]:
    """This person's requests that were answered since he or she last opened them."""
    answered = of_person(user).filter(state=Request.State.ANSWERED)
    return answered.filter(Q(seen_at=None) | Q(seen_at__lt=F("settled_at")))


def seen_by(user: User, number: str) -> Request | None:
    """This request, if this person made it."""
    return of_person(user).filter(number=number).first() if _NUMBER.fullmatch(number) else None


def at_the_desk(number: str) -> Request | None:
    if not _NUMBER.fullmatch(number):
        return None
    return Request.objects.select_related("user", "assigned_to").filter(number=number).first()


def thread(request: Request, *, notes: bool = False) -> QuerySet[Message]:
    """The messages, the first one first; the desk's own notes only when asked."""
    return request.messages.all() if notes else request.messages.exclude(author=Message.Author.NOTE)


def may_write(request: Request, at: datetime) -> bool:
    """Whether the person may still write: until thirty days after the answer or the closing."""
    return request.settled_at is None or at <= request.settled_at + REOPEN


def to_call(at: datetime) -> QuerySet[Request]:
    """The open requests whose hour of call has come, the earliest first."""
    calls = Request.objects.filter(state__in=OPEN, call_at__lte=at + CALL_SOON)
    return calls.select_related("user", "assigned_to").order_by("call_at")


def queue(name: str, user: User) -> QuerySet[Request]:
    """One of the desk's lists: what waits, the oldest first; what is settled, the last first."""
    found = Request.objects.filter(LISTS[name][1]).select_related("user", "assigned_to")
    if name == "miennes":
        found = found.filter(assigned_to=user)
    return found.order_by("received_at") if name in ("ouvertes", "miennes") else found.order_by("-settled_at")


def counts(user: User) -> list[tuple[str, str, int]]:
    """Each list: its name in addresses, its title, how many requests it holds. One query."""
    mine = LISTS["miennes"][1] & Q(assigned_to=user)
    totals = {name: Count("pk", filter=mine if name == "miennes" else where) for name, (_, where) in LISTS.items()}
    found: dict[str, Any] = Request.objects.aggregate(**totals)
    return [(name, title, found[name]) for name, (title, _) in LISTS.items()]


@dataclass(frozen=True)
class Maintenance:
    """A maintenance that is near or going on."""

    title: str
    starts_at: datetime
    ends_at: datetime
    is_now: bool


def news(*, at: datetime) -> QuerySet[News]:
    """News already published and not withdrawn, the latest first."""
    return News.objects.filter(published_at__lte=at).filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=at))


def all_news() -> QuerySet[News]:
    """Every piece of news ever written, for the desk; those to come first."""
    return News.objects.select_related("written_by")


def piece_of_news(pk: int) -> News | None:
    return News.objects.filter(pk=pk).first()


def maintenance(*, at: datetime) -> Maintenance | None:
    """The maintenance to announce on every page, from the day before it starts until it ends. One query."""
    near = news(at=at).filter(starts_at__lte=at + WARNED, ends_at__gt=at)
    row = near.order_by(F("starts_at").asc()).first()
    if row is None or row.starts_at is None or row.ends_at is None:
        return None
    return Maintenance(row.title, row.starts_at, row.ends_at, row.starts_at <= at)
