"""Where a person lives, and which court of appeal hears him (R. 411-19-1, D. 411-19-2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from guichet.law.answers import Because, Reason
from guichet.law.distance import METROPOLITAN, OVERSEAS
from guichet.law.sources import Undecided, cite
from guichet.rights.parties import Address

OF_RESIDENCE = cite("R. 411-19-1", "", "est celle du lieu où demeure la personne qui forme le recours")
TABLE = cite("D. 411-19-2", "al. 1", "sont fixés conformément au tableau XVI annexé à l'article D. 311-8")
ABROAD = cite("D. 411-19-2", "al. 2", "demeure à l'étranger, la cour d'appel de Paris est compétente")
ELECTION = cite("D. 411-19-2", "al. 2", "Il doit être fait élection de domicile dans le ressort de cette cour")
PARIS_ONLY = cite("D. 411-19-2", "al. 3", "la cour d'appel de Paris est seule compétente")

UNKNOWN_DEPARTMENT = Undecided(
    question="Quelle cour indiquer à une partie dont le département n'est pas connu ?",
    default="La cour d'appel de Paris, pour le seul calcul du délai ; la partie vérifie le lieu où elle demeure.",
    why="R. 411-19-1 désigne la cour du lieu où demeure l'auteur du recours ; toutes celles de métropole donnent le "
    "même délai.",
    articles=("R. 411-19-1", "D. 411-19-2", "R. 411-43"),
)

_DEPARTMENTS: Mapping[str, str] = MappingProxyType(
    {
        "971": "GP", "972": "MQ", "973": "GF", "974": "RE", "975": "PM", "976": "YT", "977": "BL", "978": "MF",
        "984": "TF", "986": "WF", "987": "PF", "988": "NC",
    }
)  # fmt: skip
_CODES: Mapping[str, str] = MappingProxyType({code: department for department, code in _DEPARTMENTS.items()})


@dataclass(frozen=True)
class Residence:
    """Where a party lives. country: a country, or an overseas collectivity (ISO 3166); department: in France."""

    country: str = METROPOLITAN
    department: str = ""

    @property
    def abroad(self) -> bool:
        return self.country != METROPOLITAN and self.country not in OVERSEAS


@dataclass(frozen=True)
class Court:
    """A court of appeal. seat: the territory where it sits. election: whether a domicile must be elected there."""

    name: str
    seat: str
    election: bool
    because: Because


def residence(country: str, department: str = "") -> Residence:
    """Where this country or collectivity and this department are; metropolitan France for what is no code.

    An overseas department given as one of France, ``FR`` and ``974``, is its collectivity, ``RE``.
    """
    if country in OVERSEAS:
        return Residence(country, _CODES[country])
    if country == METROPOLITAN and department in _DEPARTMENTS:
        return Residence(_DEPARTMENTS[department], department)
    if len(country) == 2 and country.isascii() and country.isalpha() and country.isupper():
        return Residence(country, department if country == METROPOLITAN else "")
    return Residence(METROPOLITAN, department)


def residence_of(address: Address) -> Residence:
    """Where this postal address is, by country and postcode; an overseas postcode gives its collectivity."""
    if address.country != METROPOLITAN:
        return residence(address.country)
    code = address.postcode.replace(" ", "")
    overseas = code[:3] if code[:2] in ("97", "98") else ""
    if code in ("97133", "97150"):
        overseas = {"97133": "977", "97150": "978"}[code]
    if overseas in _DEPARTMENTS:
        return Residence(_DEPARTMENTS[overseas], overseas)
    return Residence(METROPOLITAN, code[:2])


def court_of(residence: Residence, *, paris_only: bool = False) -> Court:
    """The court that hears the appeal of a person who lives there.

    paris_only: patents, utility certificates, supplementary certificates, topographies.
    """
    if paris_only:
        reason = Reason("Pour ce titre, la cour d'appel de Paris est seule compétente.", PARIS_ONLY)
        return Court("Paris", METROPOLITAN, residence.abroad, (reason,))
    if residence.abroad:
        reasons = (
            Reason("L'auteur du recours demeure à l'étranger : la cour d'appel de Paris est compétente.", ABROAD),
            Reason("Il élit domicile dans le ressort de cette cour.", ELECTION),
        )
        return Court("Paris", METROPOLITAN, True, reasons)
    department = _CODES.get(residence.country, residence.department)
    area = _areas().get(department)
    if area is None:
        return Court("Paris", METROPOLITAN, False, (Reason(UNKNOWN_DEPARTMENT.default, OF_RESIDENCE),))
    name = _designated()[area]
    reasons = (
        Reason(f"L'auteur du recours demeure dans le ressort de la cour d'appel de {area}.", OF_RESIDENCE),
        Reason(f"La cour désignée pour ce ressort est celle de {name}.", TABLE),
    )
    return Court(name, seat_of(name), False, reasons)


def seat_of(court: str) -> str:
    """The territory where this court sits."""
    return str(_table()["seats"].get(court, METROPOLITAN))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    content = files("guichet.law.practice").joinpath("appeal_courts.yaml").read_text(encoding="utf-8")
    table: dict[str, dict[str, list[str]]] = yaml.safe_load(content)
    return table


@cache
def _areas() -> Mapping[str, str]:
    return {department: area for area, departments in _table()["ressorts"].items() for department in departments}


@cache
def _designated() -> Mapping[str, str]:
    return {area: court for court, areas in _table()["designated"].items() for area in areas}
