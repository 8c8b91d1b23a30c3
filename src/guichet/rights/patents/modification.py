"""A patent put in line with a partial revocation or annulment (R. 612-73 to R. 612-73-3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Document
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source

ASKED = Source("R. 612-73", "al. 1", "La demande de modification du brevet après révocation ou annulation partielles")
ACCEPTED = Source("R. 612-73", "al. 2", "publie un nouveau fascicule de ce brevet")
NOTIFIED = Source("R. 612-73", "al. 3", "notification en est faite au titulaire du brevet")
REFUSED = Source("R. 612-73", "al. 4", "La demande de modification est rejetée dans les deux cas suivants")
SILENCE = Source("R. 612-73-2", "", "A défaut de décision expresse dans le délai mentionné à l'article R. 612-73-1")


@event("patent_modification.asked", "Modification du brevet demandée", "R. 612-73")
@dataclass(frozen=True)
class ModificationAsked(Event):
    """decision: which partial one; final: no appeal is open any more."""

    patent: str
    decision: Literal["revocation", "annulment"]
    final: bool
    claims: Document | None = None
    in_writing: bool = True


@event("patent_modification.changes_notified", "Changements à apporter notifiés", "R. 612-73")
@dataclass(frozen=True)
class ChangesNotified(Event):
    """changes: what the decision requires. A second one opens the new period."""

    changes: str
    months: int
    notice: str


@event("patent_modification.answered", "Réponse du titulaire reçue", "R. 612-73")
@dataclass(frozen=True)
class ModificationAnswered(Event):
    """complied: the changes are made; otherwise observations contest them."""

    complied: bool = False
    observations: str = ""
    claims: Document | None = None


@event("patent_modification.accepted", "Modification acceptée, nouveau fascicule publié", "R. 612-73")
@dataclass(frozen=True)
class ModificationAccepted(Event):
    bulletin: str
    notice: str


@event("patent_modification.refused", "Modification rejetée", "R. 612-73")
@dataclass(frozen=True)
class ModificationRefused(Event):
    reasons: str
    notice: str


@event("patent_modification.deemed_refused", "Modification réputée rejetée", "R. 612-73-2")
@dataclass(frozen=True)
class ModificationDeemedRefused(Event):
    """Twelve months passed without an express decision."""


_LIVE = ("asked", "notified", "answered", "notified_again", "answered_again")

PATENT_MODIFICATION = Proceeding(
    kind="patent_modification",
    title="Modification du brevet après révocation ou annulation partielle",
    lifecycle=lifecycle(
        "patent_modification",
        (
            Row("request", "none", ModificationAsked, "asked", ASKED),
            Row("request", "asked", ChangesNotified, "notified", NOTIFIED),
            Row("request", "notified", ModificationAnswered, "answered", NOTIFIED),
            Row("request", "answered", ChangesNotified, "notified_again", REFUSED),
            Row("request", "notified_again", ModificationAnswered, "answered_again", REFUSED),
            *moves("request", ModificationAccepted, "accepted", ACCEPTED, "asked", "answered", "answered_again"),
            *moves("request", ModificationRefused, "refused", REFUSED, *_LIVE[1:]),
            *moves("request", ModificationDeemedRefused, "refused", SILENCE, *_LIVE),
        ),
    ),
    own_acts=(
        ActKind("ask_modification", "holder", ModificationAsked, "Demander la modification", "R. 612-73"),
        ActKind("notify_changes", "office", ChangesNotified, "Notifier les changements", "R. 612-73"),
        ActKind("answer_changes", "holder", ModificationAnswered, "Répondre", "R. 612-73"),
        ActKind("accept_modification", "office", ModificationAccepted, "Accepter la modification", "R. 612-73"),
        ActKind("refuse_modification", "office", ModificationRefused, "Rejeter la modification", "R. 612-73"),
    ),
    labels={
        "none": "Aucune demande",
        "asked": "À l'examen",
        "notified": "Changements demandés",
        "answered": "Réponse à l'examen",
        "notified_again": "Changements demandés, nouveau délai",
        "answered_again": "Seconde réponse à l'examen",
        "accepted": "Acceptée",
        "refused": "Rejetée",
    },
)
