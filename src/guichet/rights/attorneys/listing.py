"""What every entry on a list has in common: a reasoned notification, then a cure or an answer (R. 421-9, R. 422-3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

Speciality = Literal["patents", "marks_designs", "engineer", "jurist"]
"""« brevets d'invention », « marques, dessins et modèles », completed by « ingénieur » or « juriste » (R. 421-4)."""
SPECIALITIES: dict[Speciality, str] = {
    "patents": "brevets d'invention",
    "marks_designs": "marques, dessins et modèles",
    "engineer": "ingénieur",
    "jurist": "juriste",
}


@dataclass(frozen=True)
class Irregularity(Event):
    """A reasoned notification. points: what is not in order, in French. months: given to cure or to contest.

    proposal: of regularisation; accepted unless it is contested in time.
    """

    notice: str
    points: tuple[str, ...]
    months: int = 2
    proposal: str = ""


@dataclass(frozen=True)
class Contestation(Event):
    statement: str


@dataclass(frozen=True)
class ObjectionLift(Event):
    note: str = ""


@dataclass(frozen=True)
class DeemedAcceptance(Event):
    """Of the proposal. deemed_on: last day of the period in which it was not contested."""

    deemed_on: date


@dataclass(frozen=True)
class ListRefusal(Event):
    notice: str
    reason: str


@dataclass(frozen=True)
class EntryEvents:
    """The event classes of one list."""

    filed: type[Event]
    irregular: type[Irregularity]
    amended: type[Event]
    contested: type[Contestation]
    lifted: type[ObjectionLift]
    proposal_accepted: type[DeemedAcceptance]
    entered: type[Event]
    refused: type[ListRefusal]


def entry_rows(region: str, events: EntryEvents, filed: Source, entered: Source, article: str) -> tuple[Row, ...]:
    """From the request to the list or to a refusal; ``article`` is R. 421-9 or R. 422-3, whose words are the same."""
    irregular = Source(article, "", "En cas de non-conformité de la demande, notification motivée en est faite")
    answer = Source(article, "", "Un délai lui est imparti pour régulariser la demande ou contester les objections")
    refused = Source(article, "", "A défaut de régularisation ou d'observation permettant de lever l'objection")
    deemed = Source(article, "", "Cette proposition est réputée acceptée si le demandeur ne la conteste pas")
    return (
        Row(region, "none", events.filed, "filed", filed),
        Row(region, "filed", events.irregular, "irregular", irregular),
        *moves(region, events.amended, "filed", answer, "irregular", "contested"),
        Row(region, "irregular", events.contested, "contested", answer),
        Row(region, "irregular", events.proposal_accepted, "filed", deemed),
        Row(region, "contested", events.lifted, "filed", refused),
        Row(region, "filed", events.entered, "listed", entered),
        *moves(region, events.refused, "refused", refused, "filed", "irregular", "contested"),
    )


def entry_acts(events: EntryEvents, article: str) -> tuple[ActKind, ...]:
    """The five acts between the request and the decision."""
    return (
        ActKind("notify_irregularity", "office", events.irregular, "Notifier une non-conformité", article),
        ActKind("amend_request", "requester", events.amended, "Régulariser la demande", article),
        ActKind("contest_objections", "requester", events.contested, "Contester les objections", article),
        ActKind("lift_objections", "office", events.lifted, "Lever les objections", article),
        ActKind("refuse_entry", "office", events.refused, "Refuser l'inscription", article),
    )


ENTRY_LABELS = {
    "none": "Aucune demande",
    "filed": "Demande d'inscription à l'examen",
    "irregular": "Régularisation demandée",
    "contested": "Objections contestées",
    "listed": "Inscription en vigueur",
    "refused": "Inscription refusée",
}
