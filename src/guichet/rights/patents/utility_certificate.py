"""What only a utility certificate knows: observations until its grant fee, a search report for a suit (R. 616-1 ff)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.events import Event, event
from guichet.rights.patents.part import Part
from guichet.rights.patents.search import Citation
from guichet.rights.proceeding import ActKind


@event("patent.certificate_observed", "Observations d'un tiers sur le certificat d'utilité", "R. 616-1")
@dataclass(frozen=True)
class CertificateObserved(Event):
    """copies: two. reference: of this sending."""

    author: str
    citations: tuple[Citation, ...]
    reference: str
    copies: int = 2


@event("patent.certificate_patents_asked", "Brevets étrangers demandés au tiers", "R. 616-1")
@dataclass(frozen=True)
class CertificatePatentsAsked(Event):
    reference: str
    notice: str


@event("patent.certificate_patents_supplied", "Brevets étrangers fournis par le tiers", "R. 616-1")
@dataclass(frozen=True)
class CertificatePatentsSupplied(Event):
    reference: str


@event("patent.certificate_observations_notified", "Teneur des observations notifiée", "R. 616-1")
@dataclass(frozen=True)
class CertificateObservationsNotified(Event):
    notice: str


@event("patent.certificate_observations_answered", "Réponse du demandeur aux observations", "R. 616-1")
@dataclass(frozen=True)
class CertificateObservationsAnswered(Event):
    statement: str


@event("patent.certificate_search_asked", "Rapport de recherche requis pour une action", "R. 616-2")
@dataclass(frozen=True)
class CertificateSearchAsked(Event):
    """by: who asks in writing. suit: the infringement action that needs it."""

    by: str
    suit: str = ""


@event("patent.certificate_search_issued", "Rapport de recherche du certificat établi", "R. 616-2")
@dataclass(frozen=True)
class CertificateSearchIssued(Event):
    citations: tuple[Citation, ...]
    notice: str


EVENTS = (
    CertificateObserved,
    CertificatePatentsAsked,
    CertificatePatentsSupplied,
    CertificateObservationsNotified,
    CertificateObservationsAnswered,
    CertificateSearchAsked,
    CertificateSearchIssued,
)
PART = Part(
    acts=(
        ActKind("observe_certificate", "public", CertificateObserved, "Observer une demande de certificat", "R. 616-1"),
        ActKind("ask_certificate_patents", "office", CertificatePatentsAsked, "Demander les brevets étrangers cités",
                "R. 616-1"),
        ActKind("supply_certificate_patents", "public", CertificatePatentsSupplied, "Fournir les brevets étrangers",
                "R. 616-1"),
        ActKind("notify_certificate_observations", "office", CertificateObservationsNotified,
                "Notifier la teneur des observations", "R. 616-1"),
        ActKind("answer_certificate_observations", "applicant", CertificateObservationsAnswered,
                "Répondre aux observations sur le certificat", "R. 616-1"),
        ActKind("ask_certificate_search", "holder", CertificateSearchAsked, "Requérir un rapport pour une action",
                "R. 616-2"),
        ActKind("issue_certificate_search", "office", CertificateSearchIssued, "Établir le rapport du certificat",
                "R. 616-2"),
    ),
    neutral=EVENTS,
)  # fmt: skip
