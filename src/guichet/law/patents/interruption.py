"""Limits stopped by decree while communications are interrupted (L. 612-18)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guichet.law.answers import Deadline
from guichet.law.patents.periods import paused
from guichet.law.running import Happening
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit

STOPPED = cite(
    "L. 612-18", "",
    "un décret qui prendra effet à compter du jour de l'interruption peut suspendre les délais à l'égard de l'Institut",
)  # fmt: skip
MEANWHILE = cite("L. 612-18", "", "pendant toute la durée de cette interruption")

NO_DECREE = Undecided(
    "Un décret a-t-il suspendu les délais pour une interruption des communications ?",
    "Aucun à notre connaissance : rien n'est suspendu tant que l'office n'en inscrit pas un.",
    "L. 612-18 renvoie à un décret pour chaque interruption.",
    ("L. 612-18",),
)


@dataclass(frozen=True)
class Decree:
    """A decree of L. 612-18: its number, the first and last days of the interruption, both included."""

    number: str
    first_day: date
    last_day: date


def expires(limit: TimeLimit, started: date, decrees: Sequence[Decree]) -> Deadline | None:
    """The last day of the limit, what remained of it running on after each interruption."""
    stops = [
        happening
        for decree in decrees
        if decree.last_day >= started
        for happening in (
            Happening("suspended", decree.first_day, STOPPED),
            Happening("resumed", decree.last_day, MEANWHILE),
        )
    ]
    return paused(limit, started, stops)
