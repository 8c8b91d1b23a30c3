"""What happens to a trademark because of a proceeding about it, a court, or the end of its ten years.

Entries of the register and restorations are events of any right: ``guichet.rights.general.effects``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.trademarks.application import Application, GoodsServicesItem

Items = tuple[GoodsServicesItem, ...]
"""Goods and services concerned; empty: all of them."""
OppositionOutcome = Literal["upheld", "partly_upheld", "rejected", "deemed_rejected", "inadmissible", "closed"]
ContestationOutcome = Literal["granted", "rejected", "deemed_rejected", "inadmissible", "closed"]
DecidedBy = Literal["office", "court"]


@event("trademark.publication_barred", "Publication écartée", "R. 712-8")
@dataclass(frozen=True)
class PublicationBarred(Event):
    """The filing cannot be published: it cannot be reproduced, or it offends public policy (R. 712-8 al. 1)."""

    reason: Literal["reproduction", "public_policy"]
    explanation: str = ""


@event("trademark.publication_bar_lifted", "Obstacle à la publication levé", "R. 712-8")
@dataclass(frozen=True)
class PublicationBarLifted(Event):
    """What barred publication is gone."""

    because: str = ""


@event("trademark.opposition_recorded", "Opposition formée contre la demande", "L. 712-4")
@dataclass(frozen=True)
class OppositionRecorded(Event):
    """An opposition is pending: it interrupts the six months and keeps its goods in the application."""

    opposition: str
    items: Items = ()


@event("trademark.opposition_ended", "Opposition terminée", "L. 712-5")
@dataclass(frozen=True)
class OppositionEnded(Event):
    """The opposition is over. items: those that are refused, all of them being told by another event.

    notified_on: day on which its decision reached the applicant, from which an appeal runs.
    """

    opposition: str
    outcome: OppositionOutcome
    items: Items = ()
    notified_on: date | None = None


@event("trademark.opposition_updated", "Portée de l'opposition modifiée", "R. 712-14")
@dataclass(frozen=True)
class OppositionUpdated(Event):
    """items: all those that the pending opposition now targets."""

    opposition: str
    items: Items


@event("trademark.opposition_reopened", "Opposition reprise", "R. 411-19")
@dataclass(frozen=True)
class OppositionReopened(Event):
    """What ended the opposition is annulled: it is pending again, and its refusal is gone."""

    opposition: str
    decision: str


@event("trademark.registration_reinstated", "Enregistrement rétabli", "R. 411-19")
@dataclass(frozen=True)
class RegistrationReinstated(Event):
    """The decision for which an early registration was withdrawn is annulled."""

    decision: str


@event("trademark.early_registration_granted", "Enregistrement admis malgré l'opposition", "L. 712-8")
@dataclass(frozen=True)
class EarlyRegistrationGranted(Event):
    """Registration may take place despite the opposition, for protection abroad (L. 712-8)."""

    justification: str


@event("trademark.registration_withdrawn", "Enregistrement rapporté", "L. 712-8")
@dataclass(frozen=True)
class RegistrationWithdrawn(Event):
    """An early registration is withdrawn: the opposition was well founded (L. 712-8 al. 2)."""

    opposition: str


@event("trademark.contested", "Nullité ou déchéance demandée", "R. 716-1")
@dataclass(frozen=True)
class Contested(Event):
    """A request for nullity or revocation is pending: its goods cannot be divided out (R. 712-27)."""

    request: str
    aim: Literal["nullity", "revocation"]
    items: Items = ()


@event("trademark.contestation_ended", "Demande en nullité ou en déchéance terminée", "R. 716-8")
@dataclass(frozen=True)
class ContestationEnded(Event):
    request: str
    outcome: ContestationOutcome


@event("trademark.declared_null", "Marque annulée", "L. 714-3")
@dataclass(frozen=True)
class DeclaredNull(Event):
    """Null for all its goods and services, as if it had never been registered."""

    decision: str
    by: DecidedBy
    effective_date: date


@event("trademark.partly_declared_null", "Marque annulée en partie", "L. 716-2-2")
@dataclass(frozen=True)
class PartlyDeclaredNull(Event):
    decision: str
    by: DecidedBy
    effective_date: date
    items: Items


@event("trademark.revoked", "Titulaire déchu de ses droits", "L. 714-4")
@dataclass(frozen=True)
class Revoked(Event):
    """effective_date: of the request, or of the ground that arose before (L. 716-3)."""

    decision: str
    by: DecidedBy
    effective_date: date


@event("trademark.partly_revoked", "Titulaire déchu d'une partie de ses droits", "L. 716-3")
@dataclass(frozen=True)
class PartlyRevoked(Event):
    decision: str
    by: DecidedBy
    effective_date: date
    items: Items


@event("trademark.expiry_announced", "Expiration annoncée au titulaire", "R. 712-24")
@dataclass(frozen=True)
class ExpiryAnnounced(Event):
    """The office told the holder of the coming expiry; without it the registration expires all the same."""

    notice: str


@event("trademark.renewed", "Enregistrement renouvelé", "R. 712-24")
@dataclass(frozen=True)
class Renewed(Event):
    """effective_date: the day after the former expiry. not_renewed: goods and services left out."""

    declaration: str
    effective_date: date
    expiry_date: date
    not_renewed: Items = ()


@event("trademark.renounced", "Titulaire ayant renoncé à la marque", "R. 714-1")
@dataclass(frozen=True)
class Renounced(Event):
    declaration: str
    effective_date: date


@event("trademark.partly_renounced", "Titulaire ayant renoncé à une partie de la marque", "R. 714-1")
@dataclass(frozen=True)
class PartlyRenounced(Event):
    declaration: str
    effective_date: date
    items: Items


@event("trademark.divided", "Produits ou services divisés", "R. 712-27")
@dataclass(frozen=True)
class Divided(Event):
    """``items`` left for the divisional ``number``."""

    number: str
    items: Items


@event("trademark.divisional_application_created", "Demande divisionnaire créée", "R. 712-27")
@dataclass(frozen=True)
class DivisionalApplicationCreated(Event):
    """An application carved out of ``parent``, with its dates (R. 712-27 last al.)."""

    number: str
    parent: str
    application: Application
    received_on: date
    filing_date: date
    published_on: date
    publication_issue: str


@event("trademark.divisional_registration_created", "Enregistrement divisionnaire créé", "R. 712-27")
@dataclass(frozen=True)
class DivisionalRegistrationCreated(Event):
    """A registration carved out of ``parent``, with its dates and its term."""

    number: str
    parent: str
    application: Application
    received_on: date
    filing_date: date
    published_on: date
    publication_issue: str
    registration_date: date
    registration_issue: str
    expiry_date: date


@event("trademark.converted_application_created", "Demande issue d'une transformation", "R. 717-9")
@dataclass(frozen=True)
class ConvertedApplicationCreated(Event):
    """A European Union mark became a French application, now admissible. received_on: of the request for conversion;
    pieces_on: of the last piece. seniority_claimed: of an earlier French mark, which spares examination (L. 717-5).
    """

    number: str
    european_number: str
    application: Application
    received_on: date
    filing_date: date
    pieces_on: date
    seniority_claimed: bool = False


@event("trademark.rectified", "Erreur matérielle rectifiée", "R. 712-20")
@dataclass(frozen=True)
class Rectified(Event):
    """The applicant was allowed to rectify a material error; ``application`` as rectified."""

    application: Application
    request: str


@event("trademark.priority_restored", "Priorité rétablie", "L. 712-10")
@dataclass(frozen=True)
class PriorityRestored(Event):
    """Priority claim number ``claim`` (from 0) stands again."""

    claim: int


@event("trademark.inadmissibility_set_aside", "Irrecevabilité effacée", "L. 712-10")
@dataclass(frozen=True)
class InadmissibilitySetAside(Event):
    decision: str


@event("trademark.refusal_set_aside", "Rejet effacé", "L. 712-10")
@dataclass(frozen=True)
class RefusalSetAside(Event):
    """The refusal of a published application is gone: restored, or annulled by a court (L. 411-4)."""

    decision: str
    by: DecidedBy


@event("trademark.unpublished_refusal_set_aside", "Rejet effacé avant publication", "L. 712-10")
@dataclass(frozen=True)
class UnpublishedRefusalSetAside(Event):
    decision: str
    by: DecidedBy


@event("trademark.irregularity_reopened", "Irrégularité rouverte", "L. 712-10")
@dataclass(frozen=True)
class IrregularityReopened(Event):
    """The irregularity may be answered as if its period had not been missed."""


@event("trademark.draft_decision_reopened", "Projet de décision rouvert", "L. 712-10")
@dataclass(frozen=True)
class DraftDecisionReopened(Event):
    """The draft decision may be contested as if its period had not been missed."""


@event("trademark.examination_reopened", "Examen repris", "L. 411-4")
@dataclass(frozen=True)
class ExaminationReopened(Event):
    """A court annulled the refusal: the office examines again."""
