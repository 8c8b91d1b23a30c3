"""An opposition to a patent: its events, its table, its acts (R. 613-44 to R. 613-44-12).

One file an opposition. Once several are joined they go on in the file of one of them; the others stop at ``joined``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.parties import Document, Party, Representative
from guichet.rights.patents.concerned import PatentConcerned

GroundKind = Literal["not_patentable", "insufficient_disclosure", "added_matter"]
SuspensionGround = Literal["ownership_action", "nullity_claim", "office", "joint"]
ClosureGround = Literal["all_withdrawn", "patent_annulled", "claims_renounced", "patent_ended"]
Outcome = Literal["rejected", "revoked", "partly_revoked", "maintained_amended"]


@dataclass(frozen=True)
class Ground:
    """One of the three grounds of L. 613-23-1, with the facts and the exhibits that support it."""

    kind: GroundKind
    facts: str = ""
    exhibits: tuple[str, ...] = ()


@dataclass(frozen=True)
class OtherOpposition:
    """Another admissible opposition to the same patent, as the file that it joins knows it."""

    number: str
    opponents: tuple[Party, ...]
    grounds: tuple[GroundKind, ...] = ()


@event("patent_opposition.filed", "Opposition formée", "R. 613-44-1")
@dataclass(frozen=True)
class OppositionFiled(Event):
    """claims: the numbers of the claims opposed, the whole patent when empty."""

    number: str
    patent: PatentConcerned
    opponents: tuple[Party, ...]
    grounds: tuple[Ground, ...] = ()
    claims: tuple[int, ...] = ()
    representative: Representative | None = None


@event("patent_opposition.completed", "Opposition complétée", "R. 613-44-1")
@dataclass(frozen=True)
class OppositionCompleted(Event):
    """The statement as it now stands, in place of the former one."""

    grounds: tuple[Ground, ...]
    claims: tuple[int, ...] = ()
    representative: Representative | None = None


@event("patent_opposition.irregularities_notified", "Irrecevabilité notifiée à l'opposant", "R. 613-44-2")
@dataclass(frozen=True)
class IrregularitiesNotified(Event):
    reasons: tuple[str, ...]
    months: int
    notice: str


@event("patent_opposition.inadmissibility_contested", "Irrecevabilité contestée", "R. 613-44-2")
@dataclass(frozen=True)
class InadmissibilityContested(Event):
    statement: str


@event("patent_opposition.power_provided", "Pouvoir du mandataire remis", "R. 613-44-2")
@dataclass(frozen=True)
class PowerProvided(Event):
    power: Document


@event("patent_opposition.inadmissible", "Opposition déclarée irrecevable", "R. 613-44-2")
@dataclass(frozen=True)
class OppositionInadmissible(Event):
    reasons: tuple[str, ...]
    notice: str


@event("patent_opposition.admitted", "Opposition recevable", "R. 613-44-2")
@dataclass(frozen=True)
class OppositionAdmitted(Event):
    """unfounded: grounds deemed unfounded for want of a statement. observations: why objections are lifted."""

    unfounded: tuple[GroundKind, ...] = ()
    observations: str = ""


@event("patent_opposition.others_joined", "Oppositions jointes", "R. 613-44-3")
@dataclass(frozen=True)
class OppositionsJoined(Event):
    others: tuple[OtherOpposition, ...]
    notice: str


@event("patent_opposition.joined", "Opposition jointe à une autre", "R. 613-44-3")
@dataclass(frozen=True)
class OppositionJoined(Event):
    """to: the number of the opposition in whose file it goes on."""

    to: str
    notice: str


@event("patent_opposition.holder_informed", "Opposition notifiée au titulaire", "R. 613-44-6")
@dataclass(frozen=True)
class HolderInformed(Event):
    months: int
    notice: str


@event("patent_opposition.paper_filed", "Observations reçues", "R. 613-44-6")
@dataclass(frozen=True)
class PaperFiled(Event):
    """Observations of a party. amendments: of the patent, by its holder. oral: asks to be heard."""

    number: str
    by: Literal["holder", "opponent"]
    statement: str
    exhibits: tuple[str, ...] = ()
    amendments: str = ""
    oral: bool = False
    representative: Representative | None = None


@event("patent_opposition.papers_forwarded", "Observations communiquées aux autres parties", "R. 613-44-4")
@dataclass(frozen=True)
class PapersForwarded(Event):
    numbers: tuple[str, ...]
    notice: str


@event("patent_opposition.opinion_notified", "Avis d'instruction notifié", "R. 613-44-6")
@dataclass(frozen=True)
class OpinionNotified(Event):
    examiner: str
    months: int
    notice: str


@event("patent_opposition.answers_notified", "Réponses à l'avis d'instruction notifiées", "R. 613-44-6")
@dataclass(frozen=True)
class AnswersNotified(Event):
    months: int
    notice: str


@event("patent_opposition.replies_notified", "Répliques notifiées", "R. 613-44-6")
@dataclass(frozen=True)
class RepliesNotified(Event):
    notice: str


@event("patent_opposition.hearing_called", "Parties convoquées à la phase orale", "R. 613-44-6")
@dataclass(frozen=True)
class HearingCalled(Event):
    """own_motion: the office invites the parties, none of them having asked to be heard."""

    held_on: date
    notice: str
    own_motion: bool = False


@event("patent_opposition.hearing_held", "Observations orales présentées", "R. 613-44-6")
@dataclass(frozen=True)
class HearingHeld(Event):
    pass


@event("patent_opposition.investigation_ended", "Fin de la phase d'instruction", "R. 613-44-8")
@dataclass(frozen=True)
class InvestigationEnded(Event):
    """ended_on: the day from which the four months run."""

    ended_on: date
    notice: str


@dataclass(frozen=True)
class EndInvestigation:
    """Tell the parties that the investigation is over; the law says on which day it ended."""

    notice: str


@event("patent_opposition.decided", "Décision sur l'opposition", "R. 613-44-7")
@dataclass(frozen=True)
class OppositionDecided(Event):
    """claims: those revoked, when the patent is revoked in part. costs: another share of them, if equity asks."""

    outcome: Outcome
    examiner: str
    notice: str
    claims: tuple[int, ...] = ()
    costs: str = ""


@event("patent_opposition.deemed_rejected", "Opposition réputée rejetée", "L. 613-23-2")
@dataclass(frozen=True)
class OppositionDeemedRejected(Event):
    pass


@event("patent_opposition.decision_final", "Décision devenue définitive", "R. 613-44-9")
@dataclass(frozen=True)
class DecisionFinal(Event):
    """judgment: of the appeal that upheld the decision; none when nobody appealed."""

    judgment: str = ""


@event("patent_opposition.suspended", "Procédure suspendue", "R. 613-44-10")
@dataclass(frozen=True)
class OppositionSuspended(Event):
    """requested_by: who asked, by name. brought_on: day of the ownership action or of the nullity claim."""

    ground: SuspensionGround
    notice: str
    requested_by: tuple[str, ...] = ()
    brought_on: date | None = None


@event("patent_opposition.suspension_renewed", "Suspension renouvelée", "R. 613-44-10")
@dataclass(frozen=True)
class SuspensionRenewed(Event):
    requested_by: tuple[str, ...]
    notice: str


@event("patent_opposition.resumed", "Procédure reprise", "R. 613-44-11")
@dataclass(frozen=True)
class OppositionResumed(Event):
    """judgment: the final one that was awaited. months: to file a new statement, if the scope changed."""

    resumed_on: date
    notice: str
    requested_by: str = ""
    judgment: str = ""
    scope_changed: bool = False
    months: int = 0


@event("patent_opposition.statement_renewed", "Nouvelle déclaration de l'opposant", "R. 613-44-11")
@dataclass(frozen=True)
class StatementRenewed(Event):
    grounds: tuple[Ground, ...]
    claims: tuple[int, ...] = ()


@event("patent_opposition.withdrawn", "Opposition retirée", "R. 613-44-12")
@dataclass(frozen=True)
class OppositionWithdrawn(Event):
    """number: of the opposition withdrawn, among those joined in this file."""

    number: str


@event("patent_opposition.interest_recognised", "Intérêt légitime de l'opposant reconnu", "R. 613-44-12")
@dataclass(frozen=True)
class InterestRecognised(Event):
    """The opponent is entitled to a decision although the patent has ceased to have effect."""

    reason: str


@event("patent_opposition.closed", "Procédure d'opposition close", "R. 613-44-12")
@dataclass(frozen=True)
class OppositionClosed(Event):
    """since: day of the final judgment, of the renunciation or of the end of the patent. claims: those renounced."""

    ground: ClosureGround
    notice: str
    since: date | None = None
    claims: tuple[int, ...] = ()
