"""What the applicant changes: claims, errors, divisions, withdrawal (R. 612-34 to R. 612-38, R. 612-60)."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.rights.events import Event, event
from guichet.rights.lifecycle import moves
from guichet.rights.parties import Document
from guichet.rights.patents.filing import BEFORE_END, PENDING
from guichet.rights.patents.part import Part
from guichet.rights.proceeding import ActKind
from guichet.rights.source import Source

WITHDRAWN = Source("R. 612-38", "al. 1", "La demande de brevet peut être retirée à tout moment, par une déclaration")
CLAIMS = Source("L. 612-13", "al. 1", "le demandeur peut déposer de nouvelles revendications")


@event("patent.claims_amended", "Nouvelles revendications déposées", "L. 612-13")
@dataclass(frozen=True)
class ClaimsAmended(Event):
    """marked: the changes are shown (R. 612-60). covered: by the claims on which the search was made.

    within_filing: nothing beyond what was filed (R. 612-37-1). count: how many claims there are now.
    """

    count: int
    document: Document | None = None
    marked: bool = True
    covered: bool = True
    within_filing: bool = True


@event("patent.description_adapted", "Description mise en accord avec les revendications", "R. 612-60")
@dataclass(frozen=True)
class DescriptionAdapted(Event):
    """Elements that no longer match the new claims are taken out."""

    document: Document | None = None


@event("patent.rectification_asked", "Rectification d'erreur demandée", "R. 612-36")
@dataclass(frozen=True)
class RectificationAsked(Event):
    """request: its reference. text: the changes proposed. substance: description, claims or drawings."""

    request: str
    text: str
    substance: bool = False


@event("patent.rectification_evidence_asked", "Justification de l'erreur exigée", "R. 612-36")
@dataclass(frozen=True)
class RectificationEvidenceAsked(Event):
    request: str
    notice: str


@event("patent.rectified", "Erreur rectifiée", "R. 612-36")
@dataclass(frozen=True)
class Rectified(Event):
    """evident: nothing else could have been meant (needed for description, claims and drawings)."""

    request: str
    evident: bool = True


@event("patent.rectification_refused", "Rectification refusée", "R. 612-36")
@dataclass(frozen=True)
class RectificationRefused(Event):
    request: str
    reasons: str
    notice: str


@event("patent.divided", "Demande divisée", "R. 612-34")
@dataclass(frozen=True)
class Divided(Event):
    """divisional: the number of the application born of this one."""

    divisional: str


@event("patent.withdrawn", "Demande retirée", "R. 612-38")
@dataclass(frozen=True)
class Withdrawn(Event):
    """applications: numbers that the declaration names. agreed: every co-applicant asks for it.

    special_power: of an agent who is neither attorney nor lawyer. consents: names of the holders of recorded rights
    who agree. claimant_consents: who claims ownership agrees.
    """

    signed_by: str
    applications: tuple[str, ...] = ()
    agreed: bool = True
    special_power: Document | None = None
    consents: tuple[str, ...] = ()
    claimant_consents: bool = False


@event("patent.withdrawal_entered", "Retrait inscrit d'office au registre", "R. 612-38")
@dataclass(frozen=True)
class WithdrawalEntered(Event):
    """The application was public: the register says that it was withdrawn."""


PART = Part(
    rows=(
        *(row for state in PENDING for row in moves("application", ClaimsAmended, state, CLAIMS, state)),
        *moves("application", Withdrawn, "withdrawn", WITHDRAWN, *BEFORE_END, "refused"),
    ),
    acts=(
        ActKind("amend_claims", "applicant", ClaimsAmended, "Déposer de nouvelles revendications", "L. 612-13"),
        ActKind("adapt_description", "applicant", DescriptionAdapted, "Adapter la description", "R. 612-60"),
        ActKind("ask_rectification", "applicant", RectificationAsked, "Demander une rectification", "R. 612-36"),
        ActKind(
            "ask_rectification_evidence", "office", RectificationEvidenceAsked, "Exiger une justification", "R. 612-36"
        ),
        ActKind("rectify", "office", Rectified, "Rectifier", "R. 612-36"),
        ActKind("refuse_rectification", "office", RectificationRefused, "Refuser la rectification", "R. 612-36"),
        ActKind("divide", "applicant", Divided, "Diviser la demande", "R. 612-34"),
        ActKind("withdraw", "applicant", Withdrawn, "Retirer la demande", "R. 612-38"),
    ),
    labels={"withdrawn": "Retirée"},
    neutral=(
        DescriptionAdapted,
        RectificationAsked,
        RectificationEvidenceAsked,
        Rectified,
        RectificationRefused,
        Divided,
        WithdrawalEntered,
    ),
)
