"""The public history of a mark: what is entered, and the article that makes it so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guichet.office.ledger.recorded import Recorded
from guichet.office.register.certificate import said
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks import words


@dataclass(frozen=True)
class Step:
    """One line of the history: a date, what happened, the article of the lifecycle's row."""

    on: date
    text: str
    article: str


PUBLIC_EVENTS = frozenset(
    event.type
    for event in (
        e.ApplicationReceived,
        e.FilingDateAccorded,
        e.Published,
        e.PriorityLost,
        e.PartlyRefused,
        e.Refused,
        e.DeemedRefused,
        e.PartlyWithdrawn,
        e.Withdrawn,
        e.Registered,
        e.Expired,
        e.Corrected,
    )
)
"""What everyone may read; letters, replies and observations are seen by inspection of the file (R. 714-8)."""


def public_timeline(history: Iterable[Recorded]) -> list[Step]:
    """The public steps of a history, oldest first."""
    steps = []
    for entry in history:
        if entry.type in PUBLIC_EVENTS:
            text, article = words.event_name(entry.type), words.event_article(entry.type)
            items = getattr(entry.event, "items", ())
            steps.append(Step(entry.event_on, f"{text} : {said(items)}" if items else text, article))
    return steps
