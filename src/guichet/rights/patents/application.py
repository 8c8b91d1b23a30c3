"""What an applicant declares (R. 612-3, R. 612-10, R. 612-11). Empty fields are what is not given yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.parties import Document, Party, Representative

Kind = Literal["patent", "utility_certificate"]
Category = Literal["product", "process", "device", "use"]
Reduction = Literal["none", "natural_person", "small_enterprise", "non_profit_research"]


@dataclass(frozen=True)
class Claim:
    """One claim (R. 612-16 to R. 612-18).

    depends_on: numbers of the claims it refers to, none if independent. two_part: preamble and « caractérisé par ».
    several: which of a, b, c of R. 612-17-1 lets it stand beside another independent claim of its category.
    """

    number: int
    category: Category = "product"
    depends_on: tuple[int, ...] = ()
    two_part: bool = True
    refers_to_drawings: bool = False
    several: Literal["", "related_products", "different_uses", "alternatives"] = ""


@dataclass(frozen=True)
class Description:
    """What the description says, item by item of R. 612-12."""

    document: Document | None = None
    language: str = "fr"
    technical_field: bool = True
    prior_art: bool = True
    disclosure: bool = True
    drawings_listed: bool = True
    embodiment: bool = True
    industrial_application: bool = True


@dataclass(frozen=True)
class Reference:
    """An earlier application to which the request refers instead of a description (R. 612-8 al. 4)."""

    filed_on: date
    number: str
    office: str
    replaces_description: bool = True


@dataclass(frozen=True)
class PriorityClaim:
    """A declaration of priority (R. 612-24). state: ST.3 code; other_owner: the earlier one belongs to another."""

    filed_on: date
    state: str
    number: str
    copy: Document | None = None
    other_owner: bool = False
    authorisation: Document | None = None


@dataclass(frozen=True)
class EarlierFiling:
    """An earlier French application whose date is asked for common elements (L. 612-3)."""

    number: str
    filed_on: date
    publishable: bool = True
    copy: Document | None = None
    elements_highlighted: bool = True
    earlier_dates: tuple[date, ...] = ()
    """The dates from which that application itself benefits."""


@dataclass(frozen=True)
class Exhibition:
    """An official exhibition in which the invention was shown (R. 612-11 4°)."""

    name: str
    opened_on: date
    disclosed_on: date | None = None


@dataclass(frozen=True)
class CultureDeposit:
    """A culture of a micro-organism (R. 612-14). Body and number may come later."""

    deposited_on: date
    characteristics: bool = True
    body: str = ""
    number: str = ""


@dataclass(frozen=True)
class Inventor:
    """An inventor: surname, first names, domicile (R. 612-10 3°)."""

    name: str
    first_names: str = ""
    domicile: str = ""


@dataclass(frozen=True)
class Division:
    """The initial application that this one divides, as it stands (L. 612-4, R. 612-33, R. 612-34).

    invited: the office had asked for the division. initial_free: its disclosure was already authorised.
    """

    initial: str
    filed_on: date
    priority_dates: tuple[date, ...] = ()
    invited: bool = False
    content: Literal["whole", "limited"] = "whole"
    initial_free: bool = False
    initial_kind: Kind = "patent"
    initial_pending: bool = True
    initial_grant_fee_paid: bool = False


@dataclass(frozen=True)
class Conversion:
    """The European application that became this one (L. 614-6, R. 614-5). publishable: it is not held secret."""

    european: str
    filed_on: date
    priority_on: date | None = None
    publishable: bool = True


@dataclass(frozen=True)
class Signature:
    """Who signs, and as what."""

    name: str
    capacity: Literal["applicant", "representative"]


@dataclass(frozen=True)
class Application:
    """An application for a patent or a utility certificate.

    title_wanted: the indication that a title is sought (L. 612-2 a). request_language: must be French.
    drawings_referred: the text refers to drawings. applicant_is_inventor: the sole one. nationalities: by applicant.
    """

    kind: Kind = "patent"
    provisional: bool = False
    title_wanted: bool = True
    title: str = ""
    fancy_title: bool = False
    applicants: tuple[Party, ...] = ()
    nationalities: tuple[str, ...] = ()
    representative: Representative | None = None
    applicant_is_inventor: bool = False
    inventors: tuple[Inventor, ...] = ()
    inventors_document_signed: bool = True
    description: Description | None = None
    reference: Reference | None = None
    drawings: Document | None = None
    drawings_referred: bool = False
    claims: tuple[Claim, ...] = ()
    abstract: Document | None = None
    prohibited_content: tuple[Literal["public_order", "disparaging", "foreign_to_invention"], ...] = ()
    priority_claims: tuple[PriorityClaim, ...] = ()
    earlier_filings: tuple[EarlierFiling, ...] = ()
    exhibition: Exhibition | None = None
    cultures: tuple[CultureDeposit, ...] = ()
    division: Division | None = None
    conversion: Conversion | None = None
    reduction: Reduction = "none"
    reduction_declared: bool = False
    """A legal person attests to its category (R. 613-63)."""
    recognised_foreign_report: bool = False
    channel: Literal["electronic", "paper", "post"] = "electronic"
    request_language: str = "fr"
    signature: Signature | None = None
