"""What a proceeding needs to know of the patent that it is about, as its opening event carries it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Party
from guichet.rights.source import Source

Title = Literal["patent", "utility_certificate", "addition_certificate", "spc"]
"""A patent, a utility certificate, a certificate of addition, a supplementary protection certificate."""


@dataclass(frozen=True)
class PatentConcerned:
    """A granted title. holders: those entered in the register; grant_published_on: of the mention of the grant.

    claims: how many it has. examiners: agents of the office who examined the application.
    """

    number: str
    holders: tuple[Party, ...]
    title: Title = "patent"
    filed_on: date | None = None
    grant_published_on: date | None = None
    claims: int = 1
    examiners: tuple[str, ...] = ()


def stays(region: str, events: Iterable[type[Event]], source: Source, *states: str) -> tuple[Row, ...]:
    """These events may happen in these states, and leave each as it is."""
    return tuple(row for kind in events for state in states for row in moves(region, kind, state, source, state))
