"""French words for the parts of an application, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from guichet.rights.parties import Party, Representative
from guichet.rights.trademarks import words
from guichet.rights.trademarks.application import Application, GoodsServicesItem
from guichet.standards import countries

QUALITIES = {
    "ip_attorney": "Conseil en propriété industrielle",
    "lawyer": "Avocat",
    "special_list": "Personne inscrite sur la liste spéciale (L. 422-5)",
    "contractual_company": "Entreprise contractuellement liée (L. 422-4)",
    "professional_organisation": "Organisation professionnelle (L. 422-4)",
    "eea_professional": "Professionnel d'un autre État de l'Espace économique européen (R. 422-7-1)",
    "other": "Autre",
}


def capacities(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """In which capacities one may sign this draft: there is no representative to sign before one is named."""
    representation, agent = data.get("representation"), data.get("representative")
    choice = representation.get("choice") if isinstance(representation, dict) else None
    party = agent.get("party") if isinstance(agent, dict) else None
    named = isinstance(party, dict) and str(party.get("name") or "").strip()
    represented = choice == "applicant" or (choice == "agent" and named)
    return [("applicant", "déposant"), *([("representative", "mandataire")] if represented else [])]


def feature(value: str) -> str:
    """« marque verbale »."""
    return words.FEATURES.get(value, value).lower()


def kind(value: str) -> str:
    """« individuelle », « de garantie »."""
    return words.KINDS.get(value, value).removeprefix("Marque ")


def party(value: Party) -> str:
    """« Camille Durand, 3 rue des Lilas, 59000 Lille, France »."""
    address = value.address
    town = f"{address.postcode} {address.city}".strip()
    name = f"{value.name} {value.legal_form}".strip() if value.kind == "organisation" else value.full_name
    number = f"SIREN {value.siren}" if value.siren else ""
    country = countries.NAMES.get(address.country, address.country)
    return ", ".join(part for part in (name, number, address.street, address.complement, town, country) if part)


def quality(value: Representative) -> str:
    """The representative's quality in French."""
    return "l'un des déposants" if value.one_of_the_applicants else QUALITIES[value.quality].lower()


def by_class(items: Iterable[GoodsServicesItem]) -> list[tuple[int, list[str]]]:
    """Terms grouped by class, in the order of the classes."""
    ordered = sorted(items, key=lambda item: item.nice_class)
    return [
        (number, [item.term for item in group]) for number, group in groupby(ordered, key=lambda item: item.nice_class)
    ]


def signed_by(application: Application) -> str:
    """Who signed, and as what; empty when nobody did."""
    if application.signature is None:
        return ""
    capacity = "déposant" if application.signature.capacity == "applicant" else "mandataire"
    return f"{application.signature.name}, {capacity}"


def facts(application: Application) -> list[tuple[str, str]]:
    """The application in a few lines: what, by whom."""
    mark = application.mark
    told = [("Déposant", party(one)) for one in application.applicants]
    if application.representative:
        told.append(
            ("Mandataire", f"{party(application.representative.party)} ({quality(application.representative)})")
        )
    if mark:
        told.append(("Type", f"{feature(mark.feature)} {kind(application.kind)}"))
        told += [("Signe", mark.text)] if mark.text else []
        told += [("Description", mark.description)] if mark.description else []
    for claim in application.priority_claims:
        told.append(("Priorité", f"{claim.office} n° {claim.number} du {claim.filed_on:%d/%m/%Y}"))
    signed = signed_by(application)
    told += [("Signée par", signed)] if signed else []
    told += [("Référence client", application.client_reference)] if application.client_reference else []
    return told


def size(octets: int) -> str:
    """« 12 ko », « 3,4 Mo »."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000))} ko"
    return f"{octets / 1_000_000:.1f} Mo".replace(".", ",")
