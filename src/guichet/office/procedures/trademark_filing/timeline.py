"""The history of a file as its owner reads it: what happened, and the article that makes it so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from guichet.office.ledger.recorded import Recorded
from guichet.rights.trademarks import words
from guichet.rights.trademarks.events import ObservationFiled

UNTOLD = {ObservationFiled.type}
"""What the owner learns by the office's own letter (R. 712-9), not before."""

_WHO = {"staff": "l'office", "office": "l'office", "provider": "le prestataire de paiement"}


@dataclass(frozen=True)
class Moment:
    """One line of the history."""

    on: date
    at: datetime
    text: str
    article: str
    who: str


@dataclass(frozen=True)
class People:
    """How the reader is told of the others. viewer: the reader's key; names: of people and organisations, by key.

    principals: for each mandate, the key of its principal, or a name.
    """

    viewer: str
    names: Mapping[str, str]
    principals: Mapping[str, str]

    def who(self, entry: Recorded) -> str:
        """« Bob Martin, pour Maison X », « vous », « l'office »."""
        if not entry.actor.startswith("account:"):
            return _WHO.get(entry.actor.partition(":")[0], "un tiers")
        name = "vous" if entry.actor == self.viewer else self.names.get(entry.actor, "un compte supprimé")
        behalf = self.principals.get(entry.authority, entry.authority)
        behalf = self.names.get(behalf, "" if ":" in behalf else behalf)
        return f"{name}, pour {behalf}" if behalf else name


def moments(history: Iterable[Recorded], people: People) -> list[Moment]:
    """The file's history, newest first."""
    told = []
    for entry in history:
        if entry.type in UNTOLD:
            continue
        text, article = words.event_name(entry.type), words.event_article(entry.type)
        told.append(Moment(entry.event_on, entry.recorded_at, text, article, people.who(entry)))
    return told[::-1]
