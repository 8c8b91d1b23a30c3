"""From reception to a filing date (R. 612-1 to R. 612-11, R. 612-21), and the papers that complete the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row, moves
from guichet.rights.parties import Document, Party, Representative
from guichet.rights.patents.application import Application, Description, Inventor, Reduction, Reference
from guichet.rights.patents.part import Part
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

RECEIVED = Source(
    "R. 612-1", "al. 1", "La date de dépôt est celle de la réception de la demande au siège de l'institut"
)
DATED = Source("R. 612-8", "al. 1", "Le bénéfice de la date de dépôt de la demande de brevet est acquis à la date")
INVITED = Source(
    "R. 612-8", "al. 2", "invitation est faite au demandeur d'avoir à compléter la demande de brevet dans le délai"
)
COMPLETED = Source("R. 612-8", "al. 3", "la date de dépôt est celle à laquelle la demande a été complétée")
INADMISSIBLE = Source("R. 612-8", "al. 3", "Dans le cas contraire, la demande est déclarée irrecevable")
PROVISIONAL = Source(
    "R. 612-3-1", "al. 3", "La demande de brevet sous forme provisoire est présentée lors du dépôt de la demande"
)
NATURE = Source("R. 612-10", "1°", "La nature du titre de propriété industrielle demandé")
REDATED = Source("R. 612-9", "4", "Le cas échéant, la nouvelle date de dépôt est notifiée au demandeur")


@event("patent.filed", "Demande reçue", "R. 612-1")
@dataclass(frozen=True)
class Filed(Event):
    """Received at the office, whatever the channel; its date is that of reception."""

    application: Application


@event("patent.filed_as_provisional", "Demande déposée sous forme provisoire", "R. 612-3-1")
@dataclass(frozen=True)
class FiledAsProvisional(Event):
    """The request says so (R. 612-3-1)."""


@event("patent.filed_as_utility_certificate", "Certificat d'utilité demandé", "R. 612-10")
@dataclass(frozen=True)
class FiledAsUtilityCertificate(Event):
    """The nature of the title asked for (R. 612-10 1°)."""


@event("patent.number_allocated", "Numéro national attribué", "R. 612-7")
@dataclass(frozen=True)
class NumberAllocated(Event):
    number: str
    notice: str


@event("patent.completion_invited", "Demandeur invité à compléter la demande", "R. 612-8")
@dataclass(frozen=True)
class CompletionInvited(Event):
    """missing: what L. 612-2 asks for and is not there (``title_wanted``, ``applicant``, ``description``)."""

    missing: tuple[str, ...]
    notice: str


@event("patent.completed", "Demande complétée", "R. 612-8")
@dataclass(frozen=True)
class ApplicationCompleted(Event):
    """Items of L. 612-2 that were missing."""

    title_wanted: bool = False
    applicants: tuple[Party, ...] = ()
    description: Description | None = None
    reference: Reference | None = None


@event("patent.filing_date_accorded", "Date de dépôt accordée", "R. 612-8")
@dataclass(frozen=True)
class FilingDateAccorded(Event):
    filing_date: date
    notice: str


@event("patent.declared_inadmissible", "Demande déclarée irrecevable", "R. 612-8")
@dataclass(frozen=True)
class DeclaredInadmissible(Event):
    """The papers go back to the applicant and every fee is refunded."""

    notice: str = ""


@event("patent.reference_copy_filed", "Copie de la demande antérieure produite", "R. 612-8")
@dataclass(frozen=True)
class ReferenceCopyFiled(Event):
    """translated: in French, or with its translation."""

    copy: Document
    translated: bool = True


@event("patent.translation_invited", "Demandeur invité à fournir la traduction", "R. 612-21")
@dataclass(frozen=True)
class TranslationInvited(Event):
    notice: str


@event("patent.translation_filed", "Traduction fournie", "R. 612-21")
@dataclass(frozen=True)
class TranslationFiled(Event):
    document: Document


@event("patent.missing_parts_invited", "Demandeur invité à produire les parties manquantes", "R. 612-9")
@dataclass(frozen=True)
class MissingPartsInvited(Event):
    """parts: what seems not to be in the application, in French."""

    parts: str
    notice: str


@event("patent.missing_parts_filed", "Parties manquantes produites", "R. 612-9")
@dataclass(frozen=True)
class MissingPartsFiled(Event):
    """Missing parts of the description, or missing drawings.

    keep_date: the applicant asks that the date stay, because the parts are wholly in the earlier application whose
    priority is claimed. location: where they are in it. copy_available: the office has it already.
    """

    document: Document
    keep_date: bool = False
    in_earlier: bool = False
    location: str = ""
    copy: Document | None = None
    copy_available: bool = False
    translation_needed: bool = False
    translation: Document | None = None


@event("patent.filing_date_changed", "Nouvelle date de dépôt", "R. 612-9")
@dataclass(frozen=True)
class FilingDateChanged(Event):
    """The date of filing of the missing parts, or the first one again once they are withdrawn."""

    filing_date: date
    notice: str = ""


@event("patent.missing_parts_withdrawn", "Parties manquantes retirées", "R. 612-9")
@dataclass(frozen=True)
class MissingPartsWithdrawn(Event):
    """The first filing date stays."""


@event("patent.missing_parts_references_deleted", "Références aux parties manquantes supprimées", "R. 612-9")
@dataclass(frozen=True)
class MissingPartsReferencesDeleted(Event):
    """Nothing came in time: every reference to the missing parts goes."""


@event("patent.representative_invited", "Demandeur invité à constituer un mandataire", "R. 612-2")
@dataclass(frozen=True)
class RepresentativeInvited(Event):
    notice: str


@event("patent.representative_appointed", "Mandataire constitué", "R. 612-2")
@dataclass(frozen=True)
class RepresentativeAppointed(Event):
    representative: Representative


@event("patent.inventor_invited", "Demandeur invité à désigner l'inventeur", "R. 612-11")
@dataclass(frozen=True)
class InventorInvited(Event):
    notice: str


@event("patent.inventors_designated", "Inventeurs désignés", "R. 612-10")
@dataclass(frozen=True)
class InventorsDesignated(Event):
    """In a separate document, unless the applicant is the sole inventor."""

    inventors: tuple[Inventor, ...]
    signed: bool = True


@event("patent.reduction_asked", "Réduction des redevances demandée", "R. 613-63")
@dataclass(frozen=True)
class ReductionAsked(Event):
    """In writing, by legal persons. declared: they attest to their category."""

    category: Reduction
    declared: bool = True


@event("patent.remaining_parts_filed", "Pièces de la demande remises", "R. 612-3")
@dataclass(frozen=True)
class RemainingPartsFiled(Event):
    """Claims and abstract that were deferred, or a request signed at last."""

    claims: int = 0
    abstract: Document | None = None
    signed_by: str = ""


@dataclass(frozen=True)
class AccordFilingDate:
    """Ask the law for the filing date; ``notice``: the letter that tells it."""

    notice: str


@dataclass(frozen=True)
class DeclareInadmissible:
    notice: str


BEFORE_END = ("received", "to_complete", "pending", "grant_fee_due")
PENDING = ("pending", "grant_fee_due")

PART = Part(
    rows=(
        Row("application", "none", Filed, "received", RECEIVED),
        Row("title", "no_title", Filed, "patent", NATURE),
        Row("title", "patent", FiledAsProvisional, "provisional", PROVISIONAL),
        Row("title", "patent", FiledAsUtilityCertificate, "utility_certificate", NATURE),
        *moves("application", CompletionInvited, "to_complete", INVITED, "received"),
        *moves("application", ApplicationCompleted, "received", COMPLETED, "received", "to_complete"),
        *moves("application", FilingDateAccorded, "pending", DATED, "received"),
        *moves("application", DeclaredInadmissible, "inadmissible", INADMISSIBLE, "received", "to_complete"),
        *(
            Row("application", state, kind, state, source)
            for state in PENDING
            for kind, source in ((MissingPartsFiled, REDATED), (FilingDateChanged, REDATED))
        ),
    ),
    acts=(
        ActKind("file", "applicant", Application, "Déposer une demande", "R. 612-1"),
        ActKind("allocate_number", "office", NumberAllocated, "Attribuer le numéro national", "R. 612-7"),
        ActKind("invite_to_complete", "office", CompletionInvited, "Inviter à compléter la demande", "R. 612-8"),
        ActKind("complete", "applicant", ApplicationCompleted, "Compléter la demande", "R. 612-8"),
        ActKind("accord_filing_date", "office", AccordFilingDate, "Accorder la date de dépôt", "R. 612-8"),
        ActKind("declare_inadmissible", "office", DeclareInadmissible, "Déclarer la demande irrecevable", "R. 612-8"),
        ActKind("file_reference_copy", "applicant", ReferenceCopyFiled, "Produire la copie visée", "R. 612-8"),
        ActKind("invite_to_translate", "office", TranslationInvited, "Inviter à fournir la traduction", "R. 612-21"),
        ActKind("file_translation", "applicant", TranslationFiled, "Fournir la traduction", "R. 612-21"),
        ActKind("invite_missing_parts", "office", MissingPartsInvited, "Demander les parties manquantes", "R. 612-9"),
        ActKind("file_missing_parts", "applicant", MissingPartsFiled, "Produire les parties manquantes", "R. 612-9"),
        ActKind("withdraw_missing_parts", "applicant", MissingPartsWithdrawn, "Retirer ces parties", "R. 612-9"),
        ActKind("invite_representative", "office", RepresentativeInvited, "Demander un mandataire", "R. 612-2"),
        ActKind("appoint_representative", "applicant", RepresentativeAppointed, "Constituer un mandataire", "R. 612-2"),
        ActKind("invite_inventor", "office", InventorInvited, "Inviter à désigner l'inventeur", "R. 612-11"),
        ActKind("designate_inventors", "applicant", InventorsDesignated, "Désigner les inventeurs", "R. 612-10"),
        ActKind("ask_reduction", "applicant", ReductionAsked, "Demander la réduction des redevances", "R. 613-63"),
        ActKind("file_remaining_parts", "applicant", RemainingPartsFiled, "Remettre les pièces différées", "R. 612-3"),
    ),
    labels={
        "none": "Aucune demande",
        "received": "Reçue",
        "to_complete": "À compléter",
        "pending": "En cours d'instruction",
        "inadmissible": "Irrecevable",
        "no_title": "Aucun titre demandé",
        "patent": "Brevet",
        "provisional": "Demande provisoire de brevet",
        "utility_certificate": "Certificat d'utilité",
    },
    neutral=(
        NumberAllocated,
        ReferenceCopyFiled,
        TranslationInvited,
        TranslationFiled,
        MissingPartsInvited,
        MissingPartsWithdrawn,
        MissingPartsReferencesDeleted,
        RepresentativeInvited,
        RepresentativeAppointed,
        InventorInvited,
        InventorsDesignated,
        RemainingPartsFiled,
        ReductionAsked,
    ),
)
