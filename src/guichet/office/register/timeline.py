"""The public history of a mark: what is entered, and the article that makes it so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from guichet.office.ledger.recorded import Recorded
from guichet.office.register.certificate import said


@dataclass(frozen=True)
class Step:
    """One line of the history: a date, what happened, the article of the lifecycle's row."""

    on: date
    text: str
    article: str


PUBLIC_EVENTS = {
    "trademark.application_received": ("Réception du dépôt", "R. 712-6"),
    "trademark.filing_date_accorded": ("Dépôt reconnu recevable, date de dépôt accordée", "L. 712-2"),
    "trademark.published": ("Publication de la demande au Bulletin officiel", "R. 712-8"),
    "trademark.priority_lost": ("Priorité réputée n'avoir pas été revendiquée", "R. 712-4"),
    "trademark.partly_refused": ("Rejet partiel", "L. 712-7"),
    "trademark.refused": ("Rejet de la demande", "L. 712-7"),
    "trademark.deemed_refused": ("Demande réputée rejetée", "R. 712-23-2"),
    "trademark.partly_withdrawn": ("Retrait partiel", "R. 712-21"),
    "trademark.withdrawn": ("Retrait de la demande", "R. 712-21"),
    "trademark.registered": ("Enregistrement publié au Bulletin officiel", "R. 712-23"),
    "trademark.expired": ("Expiration de l'enregistrement", "L. 712-1"),
    "trademark.corrected": ("Rectification d'une inscription", "R. 714-2"),
}
"""What everyone may read; letters, replies and observations are seen by inspection of the file (R. 714-8)."""


def public_timeline(history: Iterable[Recorded]) -> list[Step]:
    """The public steps of a history, oldest first."""
    steps = []
    for entry in history:
        shown = PUBLIC_EVENTS.get(entry.type.split("/")[0])
        if shown:
            text, article = shown
            items = getattr(entry.event, "items", ())
            steps.append(Step(entry.event_on, f"{text} : {said(items)}" if items else text, article))
    return steps
