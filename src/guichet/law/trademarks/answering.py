"""How the modules of this package say yes and no: a French message and the words of the code that carry it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from guichet.law.answers import Because, Finding, Reason, Refused
from guichet.law.trademarks.facts import Facts
from guichet.rights.events import Event
from guichet.rights.source import Source
from guichet.rights.trademarks.acts import Act

Events = tuple[Event, ...]


@dataclass(frozen=True)
class Doing:
    """How an act is done: ``may`` answers from the facts, ``do`` checks the act's content and gives its events."""

    may: Callable[[Facts, date], Finding]
    do: Callable[[Any, Facts, date], Events]


Doings = dict[type[Act], Doing]


def because(text: str, *sources: Source) -> Because:
    """The same sentence on each of its sources, or the words of each source when there is no other sentence."""
    return tuple(Reason(text or f"« {source.quote} »", source) for source in sources)


def yes(message: str, source: Source, reason: str = "") -> Finding:
    return Finding(True, message, because(reason, source))


def no(message: str, *sources: Source, reason: str = "", field: str = "") -> Finding:
    """A refusal: ``message`` says what stands in the way and what to do, the reasons are the words of the code."""
    return Finding(False, message, because(reason, *sources), field)


def missing(message: str, source: Source, field: str) -> Finding:
    """Without it the application has no filing date."""
    return Finding(False, message, because("", source), field, "blocking")


def to_regularise(message: str, source: Source, field: str) -> Finding:
    """The office will ask for it (R. 712-11 1°)."""
    return Finding(False, message, because("", source), field, "regularisable")


def advice(message: str, source: Source, field: str = "") -> Finding:
    return Finding(True, message, because("", source), field, "advice")


def refuse(message: str, *sources: Source, reason: str = "", field: str = "") -> NoReturn:
    raise Refused(no(message, *sources, reason=reason, field=field))


def require(finding: Finding) -> None:
    """Raise Refused unless the finding allows."""
    if not finding.allowed:
        raise Refused(finding)


def on_time(on: date, last_day: date | None) -> bool:
    """Whether ``on`` is within a period; a period that nothing has opened yet has not expired."""
    return last_day is None or on <= last_day
