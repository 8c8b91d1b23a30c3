"""What declarations about a mark share: the mark as it stood, and the irregularity that the office may notify.

Renewal, division, renunciation, rectification and international requests all go through the cycle of R. 712-11 1°.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.general.effects import Restored
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Quality
from guichet.rights.proceeding import ActKind, Who
from guichet.rights.source import Source
from guichet.rights.trademarks.application import GoodsServicesItem, MarkKind

Items = tuple[GoodsServicesItem, ...]
"""Goods and services; empty in a declaration: all of them."""


@dataclass(frozen=True)
class MarkConcerned:
    """The mark as the register has it on the day of the declaration.

    holders: names entered (of the applicants, while nothing is entered). ended: it has no effect any more.
    preparations_started: the technical preparations of its registration have begun. rights: entries of licences and
    pledges in force. opposed: goods under an opposition, a request for nullity or revocation, not yet final.
    """

    number: str
    holders: tuple[str, ...] = ()
    items: Items = ()
    kind: MarkKind = "individual"
    filing_date: date | None = None
    received_on: date | None = None
    published_on: date | None = None
    publication_issue: str = ""
    preparations_started: bool = False
    registration_date: date | None = None
    registration_issue: str = ""
    expiry_date: date | None = None
    ended: bool = False
    rights: tuple[str, ...] = ()
    opposed: Items = ()


@dataclass(frozen=True)
class Declarant:
    """Who declares: the holder, his representative with his quality and power, or a person whom he authorised.

    power, authorisation: references of the documents, where there are.
    """

    name: str
    capacity: Literal["holder", "representative", "authorised"] = "holder"
    quality: Quality = "other"
    power: str = ""
    authorisation: str = ""


@event("trademark_declaration.irregularity_notified", "Irrégularité notifiée", "R. 712-11")
@dataclass(frozen=True)
class IrregularityNotified(Event):
    """defects: as cited (``R. 712-24, 2°``). proposal: what the office proposes, when it does."""

    notice: str
    defects: tuple[str, ...]
    reasons: str = ""
    months: int = 1
    proposal: str = ""


@event("trademark_declaration.contested", "Objections de l'institut contestées", "R. 712-11")
@dataclass(frozen=True)
class Contested(Event):
    statement: str


@event("trademark_declaration.objection_lifted", "Objection levée", "R. 712-11")
@dataclass(frozen=True)
class ObjectionLifted(Event):
    because: str


@event("trademark_declaration.proposal_accepted", "Proposition de l'institut réputée acceptée", "R. 712-11")
@dataclass(frozen=True)
class ProposalAccepted(Event):
    """The proposal was not contested in time."""


NOTIFIED = Source("R. 712-11", "1°", "notification motivée en est faite au déposant")
ANSWER = Source(
    "R. 712-11",
    "1° al. 2",
    "Un délai lui est imparti pour régulariser le dépôt ou contester les objections de l'institut",
)
REFUSED = Source(
    "R. 712-11",
    "1° al. 2",
    "A défaut de régularisation ou d'observation permettant de lever l'objection, la demande est rejetée",
)
PROPOSED = Source(
    "R. 712-11",
    "1° al. 2",
    "Cette proposition est réputée acceptée si le déposant ne la conteste pas dans le délai qui lui est imparti",
)

RELIEVED = Source("R. 712-12", "al. 1", "Le relevé de déchéance prévu à l'article L. 712-10 est applicable aux délais")
RESTORE = ActKind("restore", "office", Restored, "Relever le déclarant de sa déchéance", "R. 712-12")
"""The act by which a restoration, granted in its own file, reaches this one."""

IN_CYCLE = ("irregularity_notified", "contested", "regularised")
"""States from which the declaration may be refused: its author was heard."""
CYCLE_LABELS = {
    "none": "Aucune déclaration",
    "filed": "Déclaration reçue, à vérifier",
    "irregularity_notified": "Irrégularité notifiée",
    "contested": "Objections contestées",
    "regularised": "Déclaration régularisée, à vérifier",
}


def cycle_rows(
    region: str,
    filed: type[Event],
    regularised: type[Event],
    *,
    opening: Source,
    notified: Source = NOTIFIED,
    answer: Source = ANSWER,
    proposed: Source = PROPOSED,
    rejected: str = "",
) -> tuple[Row, ...]:
    """From the declaration to the end of the cycle; its two ends are added by each proceeding.

    rejected: the state from which a restoration brings the declaration back to its irregularity, where one may.
    """
    back = (Row(region, rejected, Restored, "irregularity_notified", RELIEVED),) if rejected else ()
    return (
        *back,
        Row(region, "none", filed, "filed", opening),
        *moves(region, IrregularityNotified, "irregularity_notified", notified, "filed", "regularised"),
        *moves(region, regularised, "regularised", answer, "irregularity_notified", "contested"),
        Row(region, "irregularity_notified", Contested, "contested", answer),
        Row(region, "irregularity_notified", ProposalAccepted, "regularised", proposed),
        *moves(region, ObjectionLifted, "regularised", answer, "irregularity_notified", "contested"),
    )


def cycle_acts(who: Who, regularised: type[Event], article: str) -> tuple[ActKind, ...]:
    """The acts of the cycle, the same in each declaration."""
    return (
        ActKind("notify_irregularity", "office", IrregularityNotified, "Notifier une irrégularité", article),
        ActKind("regularise", who, regularised, "Régulariser la déclaration", article),
        ActKind("contest_irregularity", who, Contested, "Contester les objections", article),
        ActKind("lift_objection", "office", ObjectionLifted, "Lever l'objection", article),
    )
