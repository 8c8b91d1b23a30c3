"""Who takes part: applicants, holders and their representatives (ST.96 Applicant, Representative)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Quality = Literal[
    "ip_attorney",  # conseil en propriété industrielle, L. 422-1
    "lawyer",  # avocat
    "special_list",  # L. 422-5
    "contractual_company",  # entreprise contractuellement liée, L. 422-4
    "professional_organisation",  # L. 422-4
    "eea_professional",  # L. 422-4, R. 422-7-1
    "other",
]

EEA = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
        "IS",
        "LI",
        "NO",
    ]
)
"""ST.3 codes of the member States of the European Union and of the other States of the EEA."""


@dataclass(frozen=True)
class Address:
    """A postal address; ``country`` is an ST.3 code."""

    street: str = ""
    complement: str = ""
    postcode: str = ""
    city: str = ""
    country: str = "FR"


@dataclass(frozen=True)
class Party:
    """A person or an organisation. ``name`` is the surname or the corporate name."""

    kind: Literal["person", "organisation"]
    name: str
    first_name: str = ""
    legal_form: str = ""
    siren: str = ""
    address: Address = Address()
    email: str = ""

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.name}".strip()

    @property
    def in_eea(self) -> bool:
        return self.address.country in EEA


@dataclass(frozen=True)
class Document:
    """A file as received: ``sha256`` of its bytes in hexadecimal, its name, media type and size in bytes."""

    sha256: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True)
class Representative:
    """Who acts for the applicants. ``power`` is the document where one is due (R. 712-2)."""

    party: Party
    quality: Quality
    power: Document | None = None
    one_of_the_applicants: bool = False
    """A common representative chosen among the applicants (R. 712-2 al. 4)."""
