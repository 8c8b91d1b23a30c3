"""Objections, refusal, and what may still be done after it (R. 612-45 to R. 612-52)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import moves
from guichet.rights.parties import Document
from guichet.rights.patents.filing import PENDING
from guichet.rights.patents.part import Part
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

Grounds = Literal["form", "added_matter", "unity", "exclusion", "deletion", "patentability"]
"""Which cycle: R. 612-46, R. 612-47, R. 612-48, R. 612-49, R. 612-50, R. 612-51."""
Refusal = Literal[
    "incomplete", "fees_unpaid", "form", "added_matter", "unity", "exclusion", "patentability", "prior_art"
]

EXAMINED = Source("L. 612-11", "", "examine la conformité des demandes de brevet avec les dispositions")
REFUSED = Source("L. 612-12", "al. 1", "Est rejetée, en tout ou partie, toute demande de brevet")
FINAL = Source("R. 612-45", "al. 4", "La décision de rejet est définitive si le demandeur n'a, dans le délai prescrit")
CONTINUED = Source("R. 612-52", "", "le rejet n'est pas prononcé ou ne produit pas effet si le demandeur présente")
OBSERVED = Source("R. 612-45", "al. 4", "pour présenter des observations ou payer les redevances exigibles")
ANNULLED = Source("R. 411-19", "al. 1", "recours en annulation")


@event("patent.objection_notified", "Objection notifiée", "R. 612-46")
@dataclass(frozen=True)
class ObjectionNotified(Event):
    """The office notifies what is not in order.

    objection: its reference, kept over both rounds. points: what L. 612-12 says, ``4°``. claims: those concerned, all
    if none. proposal: of regularisation, or the deletions envisaged. months: the period set.
    """

    objection: str
    grounds: Grounds
    reasons: str
    months: int
    notice: str
    points: tuple[str, ...] = ()
    claims: tuple[int, ...] = ()
    proposal: str = ""


@event("patent.objection_answered", "Réponse à une objection reçue", "R. 612-46")
@dataclass(frozen=True)
class ObjectionAnswered(Event):
    """observations contest it; amended, divided: what the applicant did to cure it."""

    objection: str
    observations: str = ""
    amended: bool = False
    divided: bool = False
    document: Document | None = None


@event("patent.objection_lifted", "Objection levée", "R. 612-46")
@dataclass(frozen=True)
class ObjectionLifted(Event):
    objection: str


@event("patent.objection_maintained", "Objection maintenue, nouveau délai imparti", "R. 612-47")
@dataclass(frozen=True)
class ObjectionMaintained(Event):
    """The observations are not retained: a second period opens."""

    objection: str
    reasons: str
    months: int
    notice: str


@event("patent.proposal_accepted", "Proposition de régularisation réputée acceptée", "R. 612-46")
@dataclass(frozen=True)
class ProposalDeemedAccepted(Event):
    objection: str


@event("patent.parts_deleted", "Suppressions effectuées d'office", "R. 612-50")
@dataclass(frozen=True)
class PartsDeleted(Event):
    objection: str


@event("patent.claims_refused", "Revendications rejetées", "L. 612-12")
@dataclass(frozen=True)
class ClaimsRefused(Event):
    """Only the claims that the reasons concern."""

    objection: str
    claims: tuple[int, ...]
    notice: str


@event("patent.refused", "Demande rejetée", "L. 612-12")
@dataclass(frozen=True)
class Refused(Event):
    """silence: because a period was not kept, not because an answer was not accepted. objection: the one it ends."""

    ground: Refusal
    silence: bool
    notice: str = ""
    objection: str = ""
    reasons: str = ""


@event("patent.refusal_contested", "Rejet contesté", "R. 612-45")
@dataclass(frozen=True)
class RefusalContested(Event):
    observations: str


@event("patent.refusal_set_aside", "Rejet retiré", "R. 612-45")
@dataclass(frozen=True)
class RefusalSetAside(Event):
    """The surcharged fee came in time, or the observations were accepted."""

    reasons: str = ""


@event("patent.refusal_final", "Rejet définitif", "R. 612-45")
@dataclass(frozen=True)
class RefusalMadeFinal(Event):
    notice: str = ""


@event("patent.procedure_continued", "Procédure poursuivie", "R. 612-52")
@dataclass(frozen=True)
class ProcedureContinued(Event):
    """The request, with the act that was missing and its fee. objection: whose period was missed, or empty."""

    act_done: bool
    objection: str = ""
    document: Document | None = None


@event("patent.refusal_annulled", "Rejet annulé par la cour d'appel", "R. 411-19")
@dataclass(frozen=True)
class RefusalAnnulled(Event):
    judgment: str


PART = Part(
    rows=(
        *(
            row
            for kind in (
                ObjectionNotified, ObjectionAnswered, ObjectionLifted, ObjectionMaintained,
                ProposalDeemedAccepted, PartsDeleted, ClaimsRefused,
            )
            for state in PENDING
            for row in moves("application", kind, state, EXAMINED, state)
        ),
        *moves("application", Refused, "refused", REFUSED, *PENDING),
        *moves("application", RefusalContested, "refused", OBSERVED, "refused"),
        *moves("application", RefusalSetAside, "pending", FINAL, "refused"),
        *moves("application", RefusalMadeFinal, "refused_finally", FINAL, "refused"),
        *moves("application", ProcedureContinued, "pending", CONTINUED, "refused", *PENDING),
        *moves("application", RefusalAnnulled, "pending", ANNULLED, "refused", "refused_finally"),
    ),
    acts=(
        ActKind("notify_objection", "office", ObjectionNotified, "Notifier une objection", "R. 612-46"),
        ActKind("answer_objection", "applicant", ObjectionAnswered, "Répondre à une objection", "R. 612-46"),
        ActKind("lift_objection", "office", ObjectionLifted, "Lever une objection", "R. 612-46"),
        ActKind("maintain_objection", "office", ObjectionMaintained, "Maintenir une objection", "R. 612-47"),
        ActKind("delete_parts", "office", PartsDeleted, "Supprimer d'office", "R. 612-50"),
        ActKind("refuse_claims", "office", ClaimsRefused, "Rejeter des revendications", "L. 612-12"),
        ActKind("refuse", "office", Refused, "Rejeter la demande", "L. 612-12"),
        ActKind("contest_refusal", "applicant", RefusalContested, "Contester le rejet", "R. 612-45"),
        ActKind("set_aside_refusal", "office", RefusalSetAside, "Retirer le rejet", "R. 612-45"),
        ActKind("make_refusal_final", "office", RefusalMadeFinal, "Constater le rejet définitif", "R. 612-45"),
        ActKind("continue_procedure", "applicant", ProcedureContinued, "Requérir la poursuite", "R. 612-52"),
        ActKind("annul_refusal", "court", RefusalAnnulled, "Annuler le rejet", "R. 411-19"),
    ),
    labels={"refused": "Rejetée, rejet non définitif", "refused_finally": "Rejetée définitivement"},
)  # fmt: skip
