"""What happens to a trademark, from its filing to its registration (ST.27 words, past tense, versioned)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event, event
from guichet.rights.parties import Document
from guichet.rights.trademarks.application import Application, GoodsServicesItem

Ground = str
"""A ground as the code cites it: ``"L. 711-2, 2°"``, ``"R. 712-3, 2° b"``."""

RefusedBy = Literal["office", "draft_uncontested", "irregularity_not_cured", "opposition"]
"""How a refusal came about."""


@event("trademark.application_received")
@dataclass(frozen=True)
class ApplicationReceived(Event):
    """The filing reached the office and got its national number (R. 712-1, R. 712-5, R. 712-6)."""

    number: str
    application: Application


@event("trademark.completion_invited")
@dataclass(frozen=True)
class CompletionInvited(Event):
    """The applicant is invited to supply ``missing`` items in ``months`` from service (R. 712-7)."""

    notice: str
    missing: tuple[str, ...]
    months: int


@event("trademark.completed")
@dataclass(frozen=True)
class Completed(Event):
    """The applicant supplied missing items: ``application`` is the whole application as completed (R. 712-7)."""

    application: Application


@event("trademark.filing_date_accorded")
@dataclass(frozen=True)
class FilingDateAccorded(Event):
    """The application is admissible and has its filing date (R. 712-7, L. 712-2)."""

    filing_date: date


@event("trademark.found_inadmissible")
@dataclass(frozen=True)
class FoundInadmissible(Event):
    """Not completed in time: inadmissible, deposit and class fees refunded (R. 712-7, R. 411-17)."""

    notice: str
    missing: tuple[str, ...]


@event("trademark.priority_document_received")
@dataclass(frozen=True)
class PriorityDocumentReceived(Event):
    """The official copy of the earlier filing of claim number ``claim`` (from 0) arrived (R. 712-4)."""

    claim: int
    document: Document


@event("trademark.priority_lost")
@dataclass(frozen=True)
class PriorityLost(Event):
    """Priority claim number ``claim`` (from 0) is deemed not made (R. 712-4)."""

    claim: int


@event("trademark.publication_planned")
@dataclass(frozen=True)
class PublicationPlanned(Event):
    """The application will be in the issue of ``issue_date`` (R. 712-8)."""

    issue_date: date


@event("trademark.published")
@dataclass(frozen=True)
class Published(Event):
    """Application published in the bulletin; observations and oppositions open for two months (R. 712-8)."""

    issue: str


@event("trademark.observation_filed")
@dataclass(frozen=True)
class ObservationFiled(Event):
    """A member of the public stated why the application should be refused (L. 712-3). Not a party.

    author: reference of the author's name and address, which the ledger does not hold.
    """

    observation: str
    author: str
    grounds: tuple[Ground, ...]
    statement: str = ""


@event("trademark.observation_communicated")
@dataclass(frozen=True)
class ObservationCommunicated(Event):
    """The observation was passed to the applicant and its author informed (R. 712-9)."""

    observation: str
    notice: str


@event("trademark.observation_set_aside")
@dataclass(frozen=True)
class ObservationSetAside(Event):
    """The observation was filed without action, its author informed (R. 712-9)."""

    observation: str
    reason: Literal["late", "outside_the_law"]


@event("trademark.irregularity_notified")
@dataclass(frozen=True)
class IrregularityNotified(Event):
    """Reasoned notification of R. 712-11 1°, with or without a ``proposal`` of regularisation."""

    notice: str
    grounds: tuple[Ground, ...]
    reasons: str
    months: int
    proposal: Application | None = None


@event("trademark.regularised")
@dataclass(frozen=True)
class Regularised(Event):
    """The applicant regularised; ``application`` is the whole application as it now stands (R. 712-11 1°)."""

    application: Application
    by: Literal["applicant", "deemed_acceptance"] = "applicant"


@event("trademark.irregularity_contested")
@dataclass(frozen=True)
class IrregularityContested(Event):
    """The applicant contests the objections of R. 712-11 1°, proposal included."""

    statement: str
    documents: tuple[Document, ...] = ()


@event("trademark.irregularity_lifted")
@dataclass(frozen=True)
class IrregularityLifted(Event):
    """The office lifts the irregularity: regularised, or convinced (R. 712-11 1°)."""

    because: str


@event("trademark.objection_notified")
@dataclass(frozen=True)
class ObjectionNotified(Event):
    """Notification on an absolute ground, four months after reception at the latest (R. 712-11 2°).

    items: goods and services concerned; empty for all of them.
    """

    notice: str
    grounds: tuple[Ground, ...]
    reasons: str
    months: int
    items: tuple[GoodsServicesItem, ...] = ()


@event("trademark.objection_answered")
@dataclass(frozen=True)
class ObjectionAnswered(Event):
    """The applicant's observations on the objection (R. 712-11 2°)."""

    statement: str
    documents: tuple[Document, ...] = ()


@event("trademark.objection_lifted")
@dataclass(frozen=True)
class ObjectionLifted(Event):
    """The office lifts the objection, before or after a draft decision (R. 712-11 2°)."""

    because: str


@event("trademark.draft_decision_notified")
@dataclass(frozen=True)
class DraftDecisionNotified(Event):
    """Draft decision of refusal; uncontested, it is the decision (R. 712-11 2°)."""

    notice: str
    reasons: str
    months: int
    items: tuple[GoodsServicesItem, ...] = ()


@event("trademark.draft_decision_contested")
@dataclass(frozen=True)
class DraftDecisionContested(Event):
    """The applicant contests the draft decision (R. 712-11 2°)."""

    statement: str
    documents: tuple[Document, ...] = ()


@event("trademark.refused")
@dataclass(frozen=True)
class Refused(Event):
    """The application is refused for all goods and services (R. 712-11, L. 712-7)."""

    notice: str
    grounds: tuple[Ground, ...]
    reasons: str
    by: RefusedBy = "office"


@event("trademark.partly_refused")
@dataclass(frozen=True)
class PartlyRefused(Event):
    """Refused for ``items`` only; the rest goes on (L. 712-7 last al.)."""

    notice: str
    grounds: tuple[Ground, ...]
    reasons: str
    items: tuple[GoodsServicesItem, ...]
    by: RefusedBy = "office"


@event("trademark.deemed_refused")
@dataclass(frozen=True)
class DeemedRefused(Event):
    """No express decision in the six months of R. 712-23-1: deemed refused (R.* 712-23-2)."""


@event("trademark.examination_cleared")
@dataclass(frozen=True)
class ExaminationCleared(Event):
    """The checks of R. 712-10 find nothing against registration."""


@event("trademark.withdrawn")
@dataclass(frozen=True)
class Withdrawn(Event):
    """The applicant withdrew the application (R. 712-21)."""

    consents: tuple[Document, ...] = ()
    special_power: Document | None = None


@event("trademark.partly_withdrawn")
@dataclass(frozen=True)
class PartlyWithdrawn(Event):
    """The applicant withdrew ``items`` only (R. 712-21)."""

    items: tuple[GoodsServicesItem, ...]
    consents: tuple[Document, ...] = ()
    special_power: Document | None = None


@event("trademark.registration_preparations_started")
@dataclass(frozen=True)
class RegistrationPreparationsStarted(Event):
    """Technical preparations for the issue of ``issue_date``: no withdrawal from now on (R. 712-20, R. 712-21)."""

    issue_date: date


@event("trademark.registered")
@dataclass(frozen=True)
class Registered(Event):
    """Registration published in ``issue``: this event's date is the registration date (R. 712-23)."""

    issue: str
    expiry_date: date


@event("trademark.expired")
@dataclass(frozen=True)
class Expired(Event):
    """The ten years of L. 712-1 ended without renewal."""


@event("trademark.corrected")
@dataclass(frozen=True)
class Corrected(Event):
    """ST.27 Y10: information of an earlier event was wrong; ``application`` is the application as corrected."""

    application: Application
    reason: str
