"""What a renewal and a renunciation of designs share: the registration as it stood, the cycle of an irregularity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source


@dataclass(frozen=True)
class RegistrationConcerned:
    """The registration on the day of the declaration, as the register has it.

    holders: names entered. designs: numbers of those registered. filing_date, renewals: from which the term is
    counted; spare_parts: numbers of the designs whose protection ends after ten years. excused: its holder was
    relieved of the time limit of R. 513-1. rights: names of the licensees and pledgees entered. ended: nothing of it
    is protected any more.
    """

    number: str
    holders: tuple[str, ...] = ()
    designs: tuple[str, ...] = ()
    filing_date: date | None = None
    renewals: int = 0
    spare_parts: tuple[str, ...] = ()
    published: bool = True
    excused: bool = False
    rights: tuple[str, ...] = ()
    ended: bool = False


@event("design_declaration.irregularity_notified", "Irrégularité notifiée", "R. 512-9")
@dataclass(frozen=True)
class IrregularityNotified(Event):
    """defects: what is wrong, in words. proposal: what the office proposes, when it does."""

    notice: str
    months: int
    defects: tuple[str, ...]
    reasons: str = ""
    proposal: str = ""


@event("design_declaration.contested", "Objections de l'institut contestées", "R. 512-9")
@dataclass(frozen=True)
class Contested(Event):
    statement: str


@event("design_declaration.objection_lifted", "Objection levée", "R. 512-9")
@dataclass(frozen=True)
class ObjectionLifted(Event):
    because: str = ""


@event("design_declaration.proposal_accepted", "Proposition réputée acceptée", "R. 512-9")
@dataclass(frozen=True)
class ProposalAccepted(Event):
    """Nobody contested it in time."""


REGION = "declaration"
IN_CYCLE = ("declared", "irregular", "answered")
LABELS = {
    "none": "Aucune déclaration",
    "declared": "Déclaration reçue, à vérifier",
    "irregular": "Irrégularité notifiée",
    "answered": "Réponse reçue, à examiner",
}


def cycle_rows(
    declared: type[Event], regularised: type[Event], opening: Source, notified: Source, answer: Source, proposal: Source
) -> tuple[Row, ...]:
    """From the declaration to the end of the cycle; each proceeding adds its ends."""
    return (
        Row(REGION, "none", declared, "declared", opening),
        *moves(REGION, IrregularityNotified, "irregular", notified, "declared", "answered"),
        *moves(REGION, regularised, "answered", answer, "irregular", "answered"),
        *moves(REGION, Contested, "answered", answer, "irregular", "answered"),
        *moves(REGION, ObjectionLifted, "declared", answer, "irregular", "answered"),
        Row(REGION, "irregular", ProposalAccepted, "declared", proposal),
    )


def cycle_acts(regularised: type[Event], article: str) -> tuple[ActKind, ...]:
    return (
        ActKind("notify_irregularity", "office", IrregularityNotified, "Notifier une irrégularité", article),
        ActKind("regularise", "holder", regularised, "Régulariser la déclaration", article),
        ActKind("contest_irregularity", "holder", Contested, "Contester les objections", article),
        ActKind("lift_objection", "office", ObjectionLifted, "Lever l'objection", article),
    )
