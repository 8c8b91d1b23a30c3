"""From what was typed to the application that the law reads, and back from the law's fields to the form's.

What cannot be read (a date that does not exist) is left out of the application and told at its field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_args

from stdnum.fr import siren

from guichet.office.drafts import paths
from guichet.office.procedures.trademark_filing.wording import capacities
from guichet.rights.codec import Malformed, from_plain
from guichet.rights.parties import Address, Document, Party, Quality, Representative
from guichet.rights.trademarks.application import (
    Application,
    GoodsServicesItem,
    MarkRepresentation,
    PriorityClaim,
    Signature,
)
from guichet.standards import countries

Tree = Mapping[str, Any]
_FIRST_FIELDS = {
    "applicants": "applicants[0].name",
    "representative": "representation.choice",
    "mark": "mark.feature",
    "signature": "signature.name",
}
"""Where to begin when the law names a whole part of the application."""
FEATURES = ("word", "figurative")
"""Types of R. 711-1 that the form takes today."""
_SEPARATORS = re.compile(r"[;\n]+")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True)
class Problem:
    """Something typed that cannot be what it should be: its field and how to mend it.

    unreadable: the value had to be left out of the application.
    """

    field: str
    message: str
    unreadable: bool = False


@dataclass
class Reading:
    """The application that a draft makes, and what could not be read of it."""

    application: Application
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, list[str]] = field(default_factory=dict)
    """For each list of the application, the draft's place of each of its items."""

    def place(self, law_field: str) -> str:
        """The draft's field for a field of the application: ``goods_services[3].term`` gives ``lists.42``."""
        found = re.match(r"(\w+)\[(\d+)\](.*)", law_field)
        if found is None:
            return _FIRST_FIELDS.get(law_field, law_field)
        name, index, rest = found[1], int(found[2]), found[3]
        known = self.places.get(name, [])
        if index >= len(known):
            return name
        return known[index] if name == "goods_services" else known[index] + rest


def read(data: Tree) -> Reading:
    """The application as far as the draft goes. Never fails: a draft may be anything."""
    reading = Reading(Application())
    applicants = _each(data, "applicants", reading, _applicant)
    mark = _mark(data)
    reading.application = Application(
        kind=_one_of(data, "kind", ("individual", "collective", "guarantee"), "individual"),
        applicants=applicants,
        representative=_representative(data, reading, applicants),
        mark=mark,
        goods_services=_goods_services(data, reading),
        priority_claims=_each(data, "priority_claims", reading, _priority_claim),
        rules_of_use=_document(data, "rules_of_use"),
        distinctiveness_acquired_by_use=_text(data, "distinctiveness_acquired_by_use") == "oui",
        evidence_of_use=_documents(data, "evidence_of_use"),
        home_registration=_document(data, "home_registration"),
        annexes=_documents(data, "annexes"),
        signature=_signature(data),
        client_reference=_text(data, "client_reference")[:200],
    )
    return reading


def terms(text: str) -> list[str]:
    """Items of a list typed one per line (or with semicolons), without repetition."""
    found: dict[str, str] = {}
    for part in _SEPARATORS.split(text):
        term = " ".join(part.split()).rstrip(".")
        if term:
            found.setdefault(term.casefold(), term)
    return list(found.values())


def classes(data: Tree) -> list[int]:
    """Nice classes opened in the draft, in order, even those without an item yet."""
    lists = data.get("lists")
    opened = lists if isinstance(lists, dict) else {}
    return sorted(
        int(name) for name, text in opened.items() if name.isdecimal() and 1 <= int(name) <= 45 and text is not None
    )


def _each(data: Tree, name: str, reading: Reading, make: Callable[[Tree, str, Reading], Any]) -> tuple[Any, ...]:
    """Items of a list that hold something; the place of each is noted."""
    rows = data.get(name)
    found, places = [], []
    for index in range(len(rows) if isinstance(rows, list) else 0):
        place = f"{name}[{index}]"
        item = make(data, place, reading)
        if item is not None:
            found.append(item)
            places.append(place)
    reading.places[name] = places
    return tuple(found)


def _applicant(data: Tree, place: str, reading: Reading) -> Party | None:
    named = any(_text(data, f"{place}.{name}") for name in ("name", "first_name", "siren"))
    return _party(data, place, reading) if named else None


def _party(data: Tree, place: str, reading: Reading) -> Party:
    def text(name: str) -> str:
        return _text(data, f"{place}.{name}")

    kind = _one_of(data, f"{place}.kind", ("person", "organisation"), "person")
    if (number := text("siren")) and kind == "organisation" and not siren.is_valid(number):
        message = (
            "Ce numéro SIREN n'est pas valable : il compte neuf chiffres, dont le dernier est une clé de contrôle."
        )
        reading.problems.append(Problem(f"{place}.siren", message))
    if (email := text("email")) and not _EMAIL.fullmatch(email):
        reading.problems.append(
            Problem(f"{place}.email", "Cette adresse n'est pas complète ; exemple : nom@domaine.fr.")
        )
    return Party(
        kind=kind,
        name=text("name"),
        first_name=text("first_name") if kind == "person" else "",
        legal_form=text("legal_form") if kind == "organisation" else "",
        siren=siren.compact(number) if kind == "organisation" and siren.is_valid(number) else "",
        address=_address(data, f"{place}.address"),
        email=email,
    )


def _address(data: Tree, place: str) -> Address:
    def text(name: str) -> str:
        return _text(data, f"{place}.{name}")

    country = text("country").upper() or "FR"
    return Address(
        street=text("street"),
        complement=text("complement"),
        postcode=text("postcode"),
        city=text("city"),
        country=country if country in countries.NAMES else "FR",
    )


def _representative(data: Tree, reading: Reading, applicants: tuple[Party, ...]) -> Representative | None:
    choice = _text(data, "representation.choice")
    power = _document(data, "representative.power")
    if choice == "applicant":
        chosen = _text(data, "representation.applicant") or "applicants[0]"
        places = reading.places["applicants"]
        if chosen not in places:
            return None
        return Representative(applicants[places.index(chosen)], "other", power=power, one_of_the_applicants=True)
    if choice == "agent" and _text(data, "representative.party.name"):
        quality = _one_of(data, "representative.quality", get_args(Quality), "other")
        return Representative(_party(data, "representative.party", reading), quality, power=power)
    return None


def _mark(data: Tree) -> MarkRepresentation | None:
    feature = _text(data, "mark.feature")
    text, image = _text(data, "mark.text"), _document(data, "mark.image")
    if feature not in FEATURES:
        return None
    if feature == "word":
        return MarkRepresentation("word", text=text, description=_text(data, "mark.description"))
    return MarkRepresentation("figurative", text=text, image=image, description=_text(data, "mark.description"))


def _goods_services(data: Tree, reading: Reading) -> tuple[GoodsServicesItem, ...]:
    found = [(number, term) for number in classes(data) for term in terms(_text(data, f"lists.{number}"))]
    reading.places["goods_services"] = [f"lists.{number}" for number, _ in found]
    return tuple(GoodsServicesItem(number, term) for number, term in found)


def _priority_claim(data: Tree, place: str, reading: Reading) -> PriorityClaim | None:
    typed = {name: _text(data, f"{place}.{name}") for name in ("office", "number", "filed_on")}
    if not any(typed.values()):
        return None
    if not typed["filed_on"]:
        reading.problems.append(Problem(f"{place}.filed_on", "Indiquez la date du premier dépôt.", unreadable=True))
        return None
    try:
        filed_on = date.fromisoformat(typed["filed_on"])
    except ValueError:
        message = "Cette date n'existe pas ou n'est pas complète ; exemple : 2024-01-31."
        reading.problems.append(Problem(f"{place}.filed_on", message, unreadable=True))
        return None
    kind = _one_of(data, f"{place}.kind", ("foreign_filing", "exhibition_certificate"), "foreign_filing")
    document = _document(data, f"{place}.document")
    return PriorityClaim(kind, typed["office"].upper(), typed["number"], filed_on, document)


def _signature(data: Tree) -> Signature | None:
    name = _text(data, "signature.name")
    capacity = _one_of(data, "signature.capacity", tuple(value for value, _ in capacities(data)), "applicant")
    return Signature(name, capacity) if name else None


def _text(data: Tree, path: str) -> str:
    value = paths.read(data, path, "")
    return value.strip() if isinstance(value, str) else ""


def _one_of(data: Tree, path: str, choices: tuple[str, ...], default: str) -> Any:
    value = _text(data, path)
    return value if value in choices else default


def _document(data: Tree, path: str) -> Document | None:
    return _as_document(paths.read(data, path))


def _documents(data: Tree, path: str) -> tuple[Document, ...]:
    rows = paths.read(data, path, [])
    found = [_as_document(row) for row in (rows if isinstance(rows, list) else [])]
    return tuple(document for document in found if document is not None)


def _as_document(plain: Any) -> Document | None:
    try:
        return from_plain(Document, plain) if plain else None
    except Malformed:
        return None
