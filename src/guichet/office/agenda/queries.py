"""Whose deadlines, and which the desk must look at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from django.db.models import Count, Q, QuerySet

from guichet.office.agenda.models import CalendarFeed, OpenDeadline
from guichet.office.authority import queries as authority
from guichet.office.authority.models import Holding
from guichet.office.organisations import queries as organisations
from guichet.office.organisations.acting import Acting
from guichet.office.register import queries as register
from guichet.office.toolbox import clock
from guichet.standards.folding import fold

FACULTIES = ("publication", "observations", "opposition", "absolute_grounds")
"""Periods whose end brings no act: it only closes a faculty, or leaves the office late."""

CLOSING = ("observations", "opposition", "absolute_grounds")
"""Of these, the ones that are nothing any more once past."""


OURS = Q(who__in=("applicant", "holder", "requester", "opponent"))
"""What waits for whoever holds the file."""

CONTESTED = ("trademark_opposition/", "trademark_nullity/", "patent_opposition/")
"""Files opened against somebody's title: there its applicant or holder is the other side."""

for _kind in CONTESTED:
    OURS &= ~Q(stream__startswith=_kind, who__in=("applicant", "holder"))


def running(on: date | None = None) -> QuerySet[OpenDeadline]:
    """Deadlines that still mean something on that day, today by default; the nearest first."""
    return OpenDeadline.objects.exclude(deadline_id__in=CLOSING, last_day__lt=on or clock.today())


def visible(acting: Acting, *, on: date | None = None) -> QuerySet[OpenDeadline]:
    """Every deadline of the files that this person sees."""
    return running(on).filter(stream__in=authority.streams(acting))


def of_stream(stream: str, *, on: date | None = None) -> QuerySet[OpenDeadline]:
    return running(on).filter(stream=stream)


def office_clocks(on: date | None = None) -> QuerySet[OpenDeadline]:
    """The office's own clocks (publication, objection, decision), the nearest first, the missed ones included."""
    return running(on).filter(who="office")


def expired(on: date) -> QuerySet[OpenDeadline]:
    """Deadlines whose last day is before ``on`` and whose consequence has not been drawn."""
    return OpenDeadline.objects.filter(last_day__lt=on).exclude(deadline_id__in=FACULTIES)


def awaiting_a_click(on: date | None = None) -> QuerySet[OpenDeadline]:
    """Expired deadlines whose consequence only a member of the staff may draw."""
    return expired(on or clock.today()).filter(automatic=False)


def counts(deadlines: QuerySet[OpenDeadline], *, shown: Q, today: date) -> dict[str, int]:
    """Of these deadlines, how many of those shown wait for the holder of the file; how many have passed. One query."""
    past = Q(last_day__lt=today)
    return deadlines.order_by().aggregate(mine=Count("pk", filter=OURS & shown & ~past), past=Count("pk", filter=past))


def parties(acting: Acting, deadlines: Iterable[OpenDeadline]) -> dict[str, str]:
    """By stream, for whom the file is when not for the one acted for: its applicants, else who holds it.

    Four queries at most, whatever the number of deadlines.
    """
    streams = {deadline.stream for deadline in deadlines}
    held = dict(Holding.objects.filter(stream__in=streams).values_list("stream", "holder"))
    names = authority.names(set(held.values()) - {acting.holder})
    found = {stream: names.get(holder, "") for stream, holder in held.items()} | register.applicants(streams)
    return {stream: name for stream, name in found.items() if fold(name) != fold(acting.name)}


def keys(deadlines: QuerySet[OpenDeadline]) -> QuerySet[OpenDeadline, str]:
    """Their keys, in their order: light enough to be sorted by the thousand."""
    return deadlines.values_list("key", flat=True)


def by_keys(wanted: Iterable[str]) -> QuerySet[OpenDeadline]:
    """The deadlines of these keys, the nearest first."""
    return OpenDeadline.objects.filter(key__in=list(wanted))


def is_ours(deadline: OpenDeadline) -> bool:
    """Whether it waits for whoever holds the file: the same as ``OURS``, of one row."""
    against = deadline.stream.startswith(CONTESTED) and deadline.who in ("applicant", "holder")
    return deadline.who in ("applicant", "holder", "requester", "opponent") and not against


def by_token(token: str) -> CalendarFeed | None:
    """The calendar address of this secret, if it stands."""
    digest = sha256(token.encode()).hexdigest()
    return CalendarFeed.objects.select_related("user").filter(token_sha256=digest).first()


def calendar_of(acting: Acting) -> CalendarFeed | None:
    """The address at which this person follows the deadlines of whom he or she acts for now."""
    return CalendarFeed.objects.filter(user=acting.user, holder=acting.holder).first()


def acting_behind(feed: CalendarFeed) -> Acting | None:
    """Whose eyes read this calendar; None once the account is closed or the person has left that organisation."""
    if not feed.user.is_active:
        return None
    alone = Acting(feed.user)
    if feed.holder == alone.holder:
        return alone
    rows = organisations.of_user(feed.user)
    return next((Acting(feed.user, row) for row in rows if organisations.key(row.organisation) == feed.holder), None)


def matching(deadlines: QuerySet[OpenDeadline], words: str) -> QuerySet[OpenDeadline]:
    """Those whose number or mark contains these words."""
    digits = "".join(character for character in words if character.isdigit())
    wanted = Q(subject__icontains=words.strip())
    return deadlines.filter(wanted | Q(number__contains=digits) if digits else wanted)
