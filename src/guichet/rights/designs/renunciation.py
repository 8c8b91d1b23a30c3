"""The renunciation of a registered design, in a file of its own (R. 513-2 to R. 513-2-2)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.designs import declaration as d
from guichet.rights.designs.filing import Declarant
from guichet.rights.events import Event, event
from guichet.rights.lifecycle import moves
from guichet.rights.proceeding import ActKind, Proceeding, lifecycle
from guichet.rights.source import Source


@event("design_renunciation.declared", "Renonciation déclarée", "R. 513-2")
@dataclass(frozen=True)
class RenunciationDeclared(Event):
    """designs: those given up, all of them if empty. rights_granted: None when the declaration does not say.

    by_all: every holder asks for it. consents: of licensees and pledgees, in writing. filings: how many it is about.
    """

    registration: d.RegistrationConcerned
    declarant: Declarant
    designs: tuple[str, ...] = ()
    by_all: bool = True
    rights_granted: bool | None = None
    consents: tuple[str, ...] = ()
    filings: int = 1


@event("design_renunciation.regularised", "Déclaration de renonciation régularisée", "R. 513-2")
@dataclass(frozen=True)
class RenunciationRegularised(Event):
    registration: d.RegistrationConcerned
    declarant: Declarant
    designs: tuple[str, ...] = ()
    by_all: bool = True
    rights_granted: bool | None = None
    consents: tuple[str, ...] = ()
    filings: int = 1


@event("design_renunciation.accepted", "Renonciation admise", "R. 513-2")
@dataclass(frozen=True)
class RenunciationAccepted(Event):
    notice: str


@event("design_renunciation.rejected", "Renonciation rejetée", "R. 513-2")
@dataclass(frozen=True)
class RenunciationRejected(Event):
    notice: str
    reasons: str


@event("design_renunciation.deemed_accepted", "Renonciation réputée acceptée", "R. 513-2-2")
@dataclass(frozen=True)
class RenunciationDeemedAccepted(Event):
    """No express decision within six months."""


_DECLARED = Source("R. 513-2", "al. 1", "peut à tout moment y renoncer, pour tout ou partie")
_NOTIFIED = Source("R. 513-2", "dernier al.", "notification motivée en est faite au demandeur")
_ANSWER = Source("R. 513-2", "dernier al.", "Un délai lui est imparti pour régulariser la déclaration ou contester")
_PROPOSAL = Source("R. 513-2", "dernier al.", "Cette proposition est réputée acceptée si le demandeur ne la conteste")
_REJECTED = Source("R. 513-2", "dernier al.", "la déclaration est rejetée")
_SILENT = Source("R. 513-2-2", "", "la demande est réputée acceptée")

DESIGN_RENUNCIATION = Proceeding(
    kind="design_renunciation",
    title="Renonciation à un dessin ou modèle",
    lifecycle=lifecycle(
        "design_renunciation",
        (
            *d.cycle_rows(RenunciationDeclared, RenunciationRegularised, _DECLARED, _NOTIFIED, _ANSWER, _PROPOSAL),
            *moves(d.REGION, RenunciationAccepted, "accepted", _DECLARED, "declared", "answered"),
            *moves(d.REGION, RenunciationRejected, "rejected", _REJECTED, *d.IN_CYCLE),
            *moves(d.REGION, RenunciationDeemedAccepted, "deemed_accepted", _SILENT, "declared"),
        ),
    ),
    own_acts=(
        ActKind("declare", "holder", RenunciationDeclared, "Déclarer la renonciation", "R. 513-2"),
        *d.cycle_acts(RenunciationRegularised, "R. 513-2"),
        ActKind("accept", "office", RenunciationAccepted, "Admettre la renonciation", "R. 513-2"),
        ActKind("reject", "office", RenunciationRejected, "Rejeter la renonciation", "R. 513-2"),
    ),
    labels={
        **d.LABELS,
        "accepted": "Renonciation admise",
        "rejected": "Renonciation rejetée",
        "deemed_accepted": "Renonciation réputée acceptée",
    },
)
