"""Deadlines as a calendar feed."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from guichet.office.agenda import queries
from guichet.office.agenda.models import OpenDeadline
from guichet.office.design.explanations import steps
from guichet.office.design.formats import printed_number
from guichet.standards.icalendar import Entry, calendar


def feed(deadlines: Iterable[OpenDeadline], *, name: str, site: str, link: str) -> bytes:
    """The whole calendar. name: shown by the program; site: origin of the identifiers; link: page of the deadlines."""
    host = urlsplit(site).hostname or "guichet"
    return calendar((_entry(deadline, host, link) for deadline in deadlines), name=name)


def _entry(deadline: OpenDeadline, host: str, link: str) -> Entry:
    return Entry(
        uid=f"{deadline.key.replace('|', '-').replace('/', '-').replace(':', '-')}@{host}",
        day=deadline.last_day,
        known_at=deadline.known_at,
        summary=_title(deadline),
        description=_explanation(deadline),
        url=link,
        sequence=deadline.last_position,
        alarmed=queries.is_ours(deadline),
    )


def _title(deadline: OpenDeadline) -> str:
    named = f" « {deadline.subject} »" if deadline.subject else ""
    return f"{deadline.label} : marque{named} n° {printed_number(deadline.number)}"


def _explanation(deadline: OpenDeadline) -> str:
    lines = [f"{rank}. {step.text} ({step.citation})" for rank, step in enumerate(steps(deadline.because), start=1)]
    return "\n".join(["Dernier jour, jusqu'à minuit, heure de Paris.", deadline.consequence, "", *lines])
