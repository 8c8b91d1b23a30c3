"""Whose deadlines, and which the desk must look at."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from django.db.models import Q, QuerySet

from guichet.office.accounts.models import User
from guichet.office.agenda.models import CalendarAddress, OpenDeadline
from guichet.office.authority import queries as authority
from guichet.office.organisations.acting import Acting
from guichet.office.toolbox import clock

FACULTIES = ("publication", "observations", "opposition", "absolute_grounds")
"""Periods whose end brings no act: it only closes a faculty, or leaves the office late."""

CLOSING = ("observations", "opposition", "absolute_grounds")
"""Of these, the ones that are nothing any more once past."""


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


def counts(acting: Acting) -> dict[str, int]:
    """How many deadlines of these files wait for their holder, and how many for others. One query."""
    who = list(visible(acting).values_list("who", flat=True))
    mine = sum(1 for each in who if each == "applicant")
    return {"mine": mine, "others": len(who) - mine}


def by_token(token: str) -> CalendarAddress | None:
    """The calendar address of this secret, if it stands."""
    digest = sha256(token.encode()).hexdigest()
    return CalendarAddress.objects.select_related("user").filter(token_sha256=digest).first()


def calendar_of(user: User) -> CalendarAddress | None:
    return CalendarAddress.objects.filter(user=user).first()


def matching(deadlines: QuerySet[OpenDeadline], words: str) -> QuerySet[OpenDeadline]:
    """Those whose number or mark contains these words."""
    digits = "".join(character for character in words if character.isdigit())
    wanted = Q(subject__icontains=words.strip())
    return deadlines.filter(wanted | Q(number__contains=digits) if digits else wanted)
