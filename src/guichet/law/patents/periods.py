"""Periods that the office sets in a proceeding about a patent (R. 618-4), and limits that stand still meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.practice import value
from guichet.law.rules import Check, Guard
from guichet.law.running import Happening, course
from guichet.law.saying import advice, because
from guichet.law.sources import Source
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.events import Event
from guichet.rights.proceeding import Who

Pauses = Callable[[Dossier], Sequence[Happening]]


def never(dossier: Dossier) -> Sequence[Happening]:
    """Nothing stops the limit."""
    return ()


def paused(limit: TimeLimit, started: date, happenings: Sequence[Happening]) -> Deadline | None:
    """The last day, given what stopped the limit; None while it is stopped."""
    since = [each if each.on >= started else replace(each, on=started) for each in happenings]
    return course(limit, started, since).deadline


def set_by_office(
    identifier: str,
    label: str,
    period: OfficePeriod,
    opened_by: type[Event],
    who: Who,
    act: str,
    consequence: str,
    *states: str,
    pauses: Pauses = never,
) -> Clock:
    """The clock of a period of ``months`` that a notified event sets, running from its service."""

    def limit(dossier: Dossier, started: date) -> Deadline | None:
        months = getattr(dossier.last(opened_by), "months", 0)
        return paused(period.of(months), started, pauses(dossier)) if months else None

    return Clock(
        identifier,
        label,
        limit,
        lambda dossier: dossier.served_on(opened_by),
        who,
        act,
        consequence,
        states,
        of=period.source,
    )


def before_silence(clock: Clock, source: Source, effect: str) -> Guard:
    """Only while the office may still decide; afterwards its silence has had its effect."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        deadline = clock.deadline(dossier)
        if deadline is None or on <= deadline.date:
            return None
        message = f"Le délai pour statuer a expiré le {in_words(deadline.date)} : {effect}."
        return Finding(False, message, (*deadline.because, *because("", source)))

    return guard


def bounded(period: OfficePeriod, usual: str = "") -> Check:
    """Refused when the office sets a period outside the bounds of R. 618-4; told when it is not the usual one.

    usual: name of the practice that says it.
    """

    def check(act: Any, dossier: Dossier, on: date) -> Iterable[Finding]:
        finding = period.check(act.months)
        if not finding.allowed:
            yield finding
        elif usual and act.months != (practice := value(usual, on=on)).value:
            message = f"{practice.label} : {practice.value} ({practice.origin})."
            yield advice(message, period.source, field="months")

    return check
