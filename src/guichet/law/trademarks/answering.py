"""How an act of this package is done, and how its modules say yes and no (``guichet.law.saying``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from guichet.law.answers import Finding, Refused
from guichet.law.saying import advice, because, no, refuse, to_regularise, yes
from guichet.law.trademarks.facts import Facts
from guichet.rights.events import Event
from guichet.rights.source import Source

__all__ = [
    "Doing",
    "Doings",
    "Events",
    "advice",
    "because",
    "missing",
    "no",
    "on_time",
    "refuse",
    "require",
    "to_regularise",
    "yes",
]

Events = tuple[Event, ...]


@dataclass(frozen=True)
class Doing:
    """How an act is done: ``may`` answers from the facts, ``do`` checks the act's content and gives its events."""

    may: Callable[[Facts, date], Finding]
    do: Callable[[Any, Facts, date], Events]


Doings = dict[type, Doing]
"""By the class of the act, or of the event that the file takes as it is."""


def missing(message: str, source: Source, field: str) -> Finding:
    """Without it the application has no filing date."""
    return no(message, source, field=field)


def require(finding: Finding) -> None:
    """Raise Refused unless the finding allows."""
    if not finding.allowed:
        raise Refused(finding)


def on_time(on: date, last_day: date | None) -> bool:
    """Whether ``on`` is within a period; a period that nothing has opened yet has not expired."""
    return last_day is None or on <= last_day
