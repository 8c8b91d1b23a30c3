"""The history of a file as its owner reads it: what happened, and the article that makes it so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from guichet.office.ledger.recorded import Recorded
from guichet.rights.trademarks import words
from guichet.rights.trademarks.events import ObservationFiled

UNTOLD = {ObservationFiled.type}
"""What the owner learns by the office's own letter (R. 712-9), not before."""

_WHO = {"account": "vous", "staff": "l'office", "office": "l'office", "provider": "le prestataire de paiement"}


@dataclass(frozen=True)
class Moment:
    """One line of the history."""

    on: date
    at: datetime
    text: str
    article: str
    who: str


def moments(history: Iterable[Recorded]) -> list[Moment]:
    """The file's history, newest first."""
    told = []
    for entry in history:
        if entry.type in UNTOLD:
            continue
        text, article = words.event_name(entry.type), words.event_article(entry.type)
        who = _WHO.get(entry.actor.partition(":")[0], "un tiers")
        told.append(Moment(entry.event_on, entry.recorded_at, text, article, who))
    return told[::-1]
