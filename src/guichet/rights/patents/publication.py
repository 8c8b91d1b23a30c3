"""The application made public, and what of its file the public may read (R. 612-39 to R. 612-44)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import Row
from guichet.rights.patents.part import Part
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

PREPARED = Source("R. 612-40", "", "La durée des préparatifs techniques prévue à l'article R. 612-39 est fixée")
PUBLIC = Source("R. 612-39", "al. 1", "mention est publiée au Bulletin officiel de la propriété industrielle")


@event("patent.early_publication_asked", "Publication anticipée requise", "R. 612-39")
@dataclass(frozen=True)
class EarlyPublicationAsked(Event):
    """In writing. conformity, certificate: what a provisional application must ask with it (R. 612-39-1)."""

    conformity: bool = False
    certificate: bool = False


@event("patent.publication_prepared", "Préparatifs techniques de publication commencés", "R. 612-39")
@dataclass(frozen=True)
class PublicationPrepared(Event):
    """ends_on: last day of the preparations. planned_on: day of the bulletin."""

    ends_on: date
    planned_on: date


@event("patent.made_public", "Demande rendue publique", "R. 612-39")
@dataclass(frozen=True)
class MadePublic(Event):
    """bulletin: number of the issue that says so. with_report: the preliminary report comes with it (R. 612-62)."""

    bulletin: str
    with_report: bool = False


@event("patent.file_inspected", "Dossier consulté", "R. 612-39")
@dataclass(frozen=True)
class FileInspected(Event):
    """A third party read the file, or had copies at his cost. interest: shown when the office asks for it."""

    who: str
    interest: str = ""


@event("patent.paper_excluded", "Pièce écartée de la consultation", "R. 612-41")
@dataclass(frozen=True)
class PaperExcluded(Event):
    """By decision of the director general, as of no interest to the public."""

    paper: str
    decision: str


@event("patent.official_copy_asked", "Copie officielle demandée", "R. 612-44")
@dataclass(frozen=True)
class OfficialCopyAsked(Event):
    """By the applicant, at his cost."""


PART = Part(
    rows=(
        Row("publicity", "not_public", PublicationPrepared, "publication_prepared", PREPARED),
        Row("publicity", "publication_prepared", MadePublic, "public", PUBLIC),
        Row("publicity", "not_public", MadePublic, "public", PUBLIC),
    ),
    acts=(
        ActKind("ask_early_publication", "applicant", EarlyPublicationAsked, "Requérir la publication", "R. 612-39"),
        ActKind("prepare_publication", "office", PublicationPrepared, "Commencer les préparatifs", "R. 612-40"),
        ActKind("make_public", "office", MadePublic, "Rendre la demande publique", "R. 612-39"),
        ActKind("inspect_file", "public", FileInspected, "Consulter le dossier", "R. 612-39"),
        ActKind("exclude_paper", "office", PaperExcluded, "Écarter une pièce", "R. 612-41"),
        ActKind("ask_official_copy", "applicant", OfficialCopyAsked, "Demander une copie officielle", "R. 612-44"),
    ),
    labels={
        "not_public": "Non publiée",
        "publication_prepared": "Publication en préparation",
        "public": "Publique",
    },
    neutral=(EarlyPublicationAsked, FileInspected, PaperExcluded, OfficialCopyAsked),
)
