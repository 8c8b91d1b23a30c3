"""What an action claiming ownership changes in the file: suspension, and a freeze of what may be given up."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import moves
from guichet.rights.parties import Party
from guichet.rights.patents.part import Part
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

SUSPENDED = Source("R. 611-19", "al. 1", "La procédure de délivrance du brevet est suspendue à la requête écrite")
RESUMED = Source("R. 611-19", "al. 3", "La procédure de délivrance du brevet est reprise dès que la décision")
CONSENT = Source("R. 611-19", "al. 3", "elle peut également être reprise à tout moment sur le consentement écrit")
FROZEN = Source("R. 611-20", "", "A compter du jour où une personne a apporté la justification qu'elle a intenté")


@event("patent.ownership_claimed", "Action en revendication justifiée", "R. 611-20")
@dataclass(frozen=True)
class OwnershipClaimed(Event):
    """The proof of the action reached the office: nothing may be withdrawn or renounced without consent."""

    claim: str
    claimant: str


@event("patent.procedure_suspended", "Procédure de délivrance suspendue", "R. 611-19")
@dataclass(frozen=True)
class ProcedureSuspended(Event):
    """From the day on which the action was proved; publication goes on."""

    claim: str


@event("patent.procedure_resumed", "Procédure de délivrance reprise", "R. 611-19")
@dataclass(frozen=True)
class ProcedureResumed(Event):
    """consent: of the claimant, irrevocable; otherwise a final judgment."""

    claim: str
    consent: bool = False


@event("patent.ownership_settled", "Revendication de propriété jugée", "R. 611-18")
@dataclass(frozen=True)
class OwnershipSettled(Event):
    """A final judgment. holders: the claimants when they won, who are then named on public copies."""

    claim: str
    won: bool
    holders: tuple[Party, ...] = ()


PART = Part(
    rows=(
        *moves("ownership", OwnershipClaimed, "claimed", FROZEN, "unclaimed", "claimed"),
        *moves("ownership", OwnershipClaimed, "suspended", FROZEN, "suspended"),
        *moves("ownership", ProcedureSuspended, "suspended", SUSPENDED, "claimed"),
        *moves("ownership", ProcedureResumed, "claimed", CONSENT, "suspended"),
        *moves("ownership", OwnershipSettled, "unclaimed", RESUMED, "claimed", "suspended"),
    ),
    acts=(
        ActKind("prove_ownership_claim", "office", OwnershipClaimed, "Noter la revendication", "R. 611-20"),
        ActKind("suspend_procedure", "office", ProcedureSuspended, "Suspendre la procédure", "R. 611-19"),
        ActKind("resume_procedure", "office", ProcedureResumed, "Reprendre la procédure", "R. 611-19"),
        ActKind("settle_ownership", "court", OwnershipSettled, "Tirer les suites du jugement", "R. 611-18"),
    ),
    labels={
        "unclaimed": "Propriété non revendiquée",
        "claimed": "Propriété revendiquée",
        "suspended": "Procédure suspendue par une revendication",
    },
)
