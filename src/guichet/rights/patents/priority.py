"""Dates from which an application benefits: priority, an earlier French filing, an exhibition (R. 612-22 to -25)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.rights.events import Event, event
from guichet.rights.parties import Document
from guichet.rights.patents.application import PriorityClaim
from guichet.rights.patents.part import Part
from guichet.rights.proceeding import ActKind


@event("patent.priority_declared", "Priorité déclarée", "R. 612-24")
@dataclass(frozen=True)
class PriorityDeclared(Event):
    """After filing. for_utility_certificate: in a provisional application, it asks for a utility certificate."""

    claim: PriorityClaim
    for_utility_certificate: bool = False


@event("patent.priority_corrected", "Déclaration de priorité corrigée", "R. 612-24")
@dataclass(frozen=True)
class PriorityCorrected(Event):
    """claim: number of the declaration, from 1; what is empty stays."""

    claim: int
    filed_on: date | None = None
    state: str = ""
    number: str = ""


@event("patent.priority_copy_filed", "Copie de la demande antérieure produite", "R. 612-24")
@dataclass(frozen=True)
class PriorityCopyFiled(Event):
    claim: int
    copy: Document
    authorisation: Document | None = None


@event("patent.priority_inadmissible", "Priorité déclarée irrecevable", "R. 612-24")
@dataclass(frozen=True)
class PriorityDeclaredInadmissible(Event):
    """The application goes on without it."""

    claim: int
    notice: str = ""


@event("patent.priority_denied", "Absence de droit de priorité notifiée", "R. 612-24")
@dataclass(frozen=True)
class PriorityDenied(Event):
    """The earlier filing is more than a year before."""

    claim: int
    notice: str


@event("patent.priority_restoration_asked", "Restauration du droit de priorité demandée", "L. 612-16-1")
@dataclass(frozen=True)
class PriorityRestorationAsked(Event):
    claim: int
    excuse: str


@event("patent.priority_restored", "Droit de priorité restauré", "L. 612-16-1")
@dataclass(frozen=True)
class PriorityRestored(Event):
    claim: int
    notice: str


@event("patent.priority_restoration_refused", "Restauration du droit de priorité refusée", "L. 612-16-1")
@dataclass(frozen=True)
class PriorityRestorationRefused(Event):
    claim: int
    reasons: str
    notice: str


@event("patent.earlier_benefit_inadmissible", "Bénéfice d'un dépôt antérieur déclaré irrecevable", "R. 612-25")
@dataclass(frozen=True)
class EarlierBenefitDeclaredInadmissible(Event):
    """The application keeps its own date. earlier: number of the earlier application."""

    earlier: str
    notice: str


@event("patent.earlier_benefit_renounced", "Renonciation au bénéfice d'un dépôt antérieur", "R. 612-39")
@dataclass(frozen=True)
class EarlierBenefitRenounced(Event):
    earlier: str


@event("patent.date_claimed_by_later", "Date de dépôt reprise par une demande ultérieure", "R. 612-39")
@dataclass(frozen=True)
class DateClaimedByLater(Event):
    """later: number of the application that takes the benefit of this one's date; renounced: it no longer does."""

    later: str
    renounced: bool = False


@event("patent.exhibition_certificate_filed", "Attestation d'exposition produite", "R. 612-22")
@dataclass(frozen=True)
class ExhibitionCertificateFiled(Event):
    """issued_during: by the authority, during the exhibition. authenticated: the papers that identify the invention."""

    document: Document
    issued_during: bool = True
    real_exposure: bool = True
    authenticated: bool = True


PART = Part(
    acts=(
        ActKind("declare_priority", "applicant", PriorityDeclared, "Déclarer une priorité", "R. 612-24"),
        ActKind("correct_priority", "applicant", PriorityCorrected, "Corriger une priorité", "R. 612-24"),
        ActKind("file_priority_copy", "applicant", PriorityCopyFiled, "Justifier d'une priorité", "R. 612-24"),
        ActKind(
            "declare_priority_inadmissible", "office", PriorityDeclaredInadmissible,
            "Déclarer une priorité irrecevable", "R. 612-24",
        ),
        ActKind("deny_priority", "office", PriorityDenied, "Notifier l'absence de droit de priorité", "R. 612-24"),
        ActKind(
            "ask_priority_restoration", "applicant", PriorityRestorationAsked,
            "Demander la restauration du droit de priorité", "L. 612-16-1",
        ),
        ActKind("restore_priority", "office", PriorityRestored, "Restaurer le droit de priorité", "L. 612-16-1"),
        ActKind(
            "refuse_priority_restoration", "office", PriorityRestorationRefused,
            "Refuser la restauration du droit de priorité", "L. 612-16-1",
        ),
        ActKind(
            "declare_earlier_benefit_inadmissible", "office", EarlierBenefitDeclaredInadmissible,
            "Déclarer irrecevable le bénéfice d'un dépôt antérieur", "R. 612-25",
        ),
        ActKind(
            "renounce_earlier_benefit", "applicant", EarlierBenefitRenounced,
            "Renoncer au bénéfice d'un dépôt antérieur", "R. 612-39",
        ),
        ActKind(
            "record_later_application", "office", DateClaimedByLater,
            "Noter la demande ultérieure qui reprend la date", "R. 612-39",
        ),
        ActKind(
            "file_exhibition_certificate", "applicant", ExhibitionCertificateFiled,
            "Produire l'attestation d'exposition", "R. 612-22",
        ),
    ),
    neutral=(
        PriorityDeclared,
        PriorityCorrected,
        PriorityCopyFiled,
        PriorityDeclaredInadmissible,
        PriorityDenied,
        PriorityRestorationAsked,
        PriorityRestored,
        PriorityRestorationRefused,
        EarlierBenefitDeclaredInadmissible,
        EarlierBenefitRenounced,
        DateClaimedByLater,
        ExhibitionCertificateFiled,
    ),
)  # fmt: skip
