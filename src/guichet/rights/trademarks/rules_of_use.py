"""What the rules of use of a guarantee or collective mark say, item by item (R. 715-1, R. 715-2)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.rights.trademarks.application import GoodsServicesItem


@dataclass(frozen=True)
class CertificationBody:
    """accreditation, certificate: number and document. admissibility: document, while not yet accredited."""

    name: str
    accreditation: str = ""
    certificate: str = ""
    admissibility: str = ""
    scope_matches: bool = True
    """Whether the accreditation bears on the object of the mark."""


@dataclass(frozen=True)
class RulesOfUse:
    """Texts of the rules, empty when they say nothing. The first items are common to both kinds of mark.

    complies_with_neutrality: the declaration of R. 715-1 2°. certification_required: a law wants a certification body.
    holder_form: what the holder of a collective mark is.
    """

    holder: str = ""
    represents_mark: bool = False
    goods_services: tuple[GoodsServicesItem, ...] = ()
    authorised_users: str = ""
    conditions: str = ""
    sanctions: str = ""
    complies_with_neutrality: bool = False
    characteristics: str = ""
    certification_required: bool = False
    bodies: tuple[CertificationBody, ...] = ()
    verification: str = ""
    holder_form: Literal["association", "group", "public_body", "other"] = "association"
    purpose: str = ""
    representing_bodies: str = ""
    membership: str = ""
