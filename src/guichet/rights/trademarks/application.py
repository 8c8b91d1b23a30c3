"""What an applicant declares (R. 712-3), in the terms of ST.96."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.parties import Document, Party, Representative

MarkKind = Literal["individual", "collective", "guarantee"]
MarkFeature = Literal[
    "word", "figurative", "shape", "position", "pattern", "colour", "sound", "motion", "multimedia", "hologram", "other"
]


@dataclass(frozen=True)
class MarkRepresentation:
    """The sign (R. 711-1). ``text`` carries a word mark, ``image`` any other; ``description`` is optional."""

    feature: MarkFeature
    text: str = ""
    image: Document | None = None
    description: str = ""


@dataclass(frozen=True)
class GoodsServicesItem:
    """One good or service, in its class of the Nice classification (R. 712-3-1)."""

    nice_class: int
    term: str


@dataclass(frozen=True)
class PriorityClaim:
    """A priority claimed at filing (R. 712-3 1° d, R. 712-4); ``office`` is an ST.3 code."""

    kind: Literal["foreign_filing", "exhibition_certificate"]
    office: str
    number: str
    filed_on: date
    document: Document | None = None


@dataclass(frozen=True)
class Signature:
    """Who signs the application, and as what."""

    name: str
    capacity: Literal["applicant", "representative"]


@dataclass(frozen=True)
class Application:
    """An application for one mark (R. 712-3). Empty fields are what the applicant has not given yet."""

    kind: MarkKind = "individual"
    applicants: tuple[Party, ...] = ()
    representative: Representative | None = None
    mark: MarkRepresentation | None = None
    goods_services: tuple[GoodsServicesItem, ...] = ()
    priority_claims: tuple[PriorityClaim, ...] = ()
    rules_of_use: Document | None = None
    distinctiveness_acquired_by_use: bool = False
    evidence_of_use: tuple[Document, ...] = ()
    home_registration: Document | None = None
    """R. 712-3 2° e: for a foreigner neither domiciled nor established in France."""
    annexes: tuple[Document, ...] = ()
    signature: Signature | None = None
    client_reference: str = ""

    @property
    def classes(self) -> tuple[int, ...]:
        """Nice classes designated, in order, without repetition."""
        return tuple(sorted({item.nice_class for item in self.goods_services}))

    def documents(self) -> tuple[Document, ...]:
        """Every document of the application, in the order of its fields."""
        found = [self.mark.image if self.mark else None, self.rules_of_use, self.home_registration]
        found.append(self.representative.power if self.representative else None)
        found += [claim.document for claim in self.priority_claims]
        found += [*self.evidence_of_use, *self.annexes]
        return tuple(document for document in found if document is not None)
