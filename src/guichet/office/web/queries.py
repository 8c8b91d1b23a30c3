"""What the home of the secured space shows: the procedures, and what waits for the person."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from django.urls import reverse

from guichet.office.agenda.models import OpenDeadline
from guichet.office.authority import mandates
from guichet.office.authority.models import Mandate
from guichet.office.drafts import catalogue
from guichet.office.drafts.procedure import Procedure
from guichet.office.helpdesk import queries as helpdesk
from guichet.office.helpdesk.models import Request
from guichet.office.organisations import queries as organisations
from guichet.office.organisations.acting import Acting
from guichet.office.portfolio import own_drafts, rows
from guichet.office.portfolio import queries as portfolio
from guichet.office.portfolio.rows import Row
from guichet.office.toolbox import clock
from guichet.office.web import doors

SOON = timedelta(days=30)
SHOWN = 3


@dataclass(frozen=True)
class Start:
    """A procedure of the home page. start: its first page, empty while closed. law: its articles."""

    title: str
    start: str
    law: str


@dataclass(frozen=True)
class Waiting:
    """What waits for this person besides letters, for whom he or she acts now; at most three of each kind."""

    deadlines: list[tuple[OpenDeadline, str]]
    """Each with the address of its file's page, empty where there is none."""
    unpaid: list[Row]
    requests: int
    drafts: list[Row]
    mandates: list[Mandate]
    """Asked of this person, to be accepted or declined."""
    answers: list[Request]
    """Of INPI Direct, not read yet."""

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, one.name) for one in fields(self))


def blocks() -> list[tuple[str, list[Start]]]:
    """The four blocks of the home page with their procedures."""
    return [(block, [_start(one) for one in procedures]) for block, procedures in catalogue.blocks()]


def waiting(acting: Acting, *, on: date) -> Waiting:
    """Deadlines of the next thirty days, sums due, requests to join, drafts, mandates, answers. A query each."""
    seen = portfolio.visible(acting)
    near = portfolio.ours().filter(stream__in=seen.values("stream"), last_day__lte=on + SOON)
    return Waiting(
        deadlines=[(one, _page(one)) for one in near.order_by("last_day", "key")[:SHOWN]],
        unpaid=rows.of_files(acting, list(seen.filter(due_cents__gt=0).order_by("-last_position")[:SHOWN]), {}, {}),
        requests=_requests(acting),
        drafts=rows.of_drafts(own_drafts.visible(acting)[:SHOWN]),
        mandates=list(mandates.waiting(acting)[:SHOWN]),
        answers=list(helpdesk.unread(acting.user)[:SHOWN]),
    )


def _page(deadline: OpenDeadline) -> str:
    return rows.page_of(*deadline.stream.split("/", 1))


def _start(procedure: Procedure) -> Start:
    is_open = procedure.is_open and procedure.start_url_name
    address = doors.address(procedure.start_url_name or "") if is_open else ""
    return Start(procedure.title, address, reverse("web:procedure_law", args=[procedure.slug]))


def _requests(acting: Acting) -> int:
    """Requests to join that an administrator may answer."""
    organisation: Any = acting.organisation
    if organisation is None or not acting.is_administrator:
        return 0
    return organisations.waiting(organisation, at=clock.now()).count()
