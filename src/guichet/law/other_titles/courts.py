"""Which court hears an action on a plant variety, a topography, an SPC, a utility certificate (D. 631-1, D. 631-2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from guichet.law.answers import Because, Reason, Refused
from guichet.law.saying import no
from guichet.law.sources import Source, Undecided, cite

SEATS: Mapping[str, tuple[tuple[str, ...], Source]] = MappingProxyType(
    {
        "Marseille": (("Aix-en-Provence", "Bastia", "Nîmes"),
                      cite("D. 631-1", "tableau", "Ressort des cours d'appel d'Aix-en-Provence, Bastia et Nîmes")),
        "Bordeaux": (("Agen", "Bordeaux", "Poitiers"),
                     cite("D. 631-1", "tableau", "Ressort des cours d'appel d'Agen, Bordeaux et Poitiers")),
        "Strasbourg": (("Colmar", "Metz"), cite("D. 631-1", "tableau", "Ressort des cours d'appel de Colmar et Metz")),
        "Lille": (("Amiens", "Douai"), cite("D. 631-1", "tableau", "Ressort des cours d'appel d'Amiens et Douai")),
        "Limoges": (("Bourges", "Limoges", "Riom"),
                    cite("D. 631-1", "tableau", "Ressort des cours d'appel de Bourges, Limoges et Riom")),
        "Lyon": (("Chambéry", "Grenoble", "Lyon"),
                 cite("D. 631-1", "tableau", "Ressort des cours d'appel de Chambéry, Grenoble et Lyon")),
        "Nancy": (("Besançon", "Dijon", "Nancy"),
                  cite("D. 631-1", "tableau", "Ressort des cours d'appel de Besançon, Dijon et Nancy")),
        "Paris": (("Basse-Terre", "Cayenne", "Fort-de-France", "Nouméa", "Orléans", "Papeete", "Paris", "Reims",
                   "Rouen", "Saint-Denis", "Versailles", "Saint-Pierre"),
                  cite("D. 631-1", "tableau", "Rouen, Saint-Denis et Versailles, et du tribunal supérieur d'appel")),
        "Rennes": (("Angers", "Caen", "Rennes"),
                   cite("D. 631-1", "tableau", "Ressort des cours d'appel d'Angers, Caen et Rennes")),
        "Toulouse": (("Montpellier", "Pau", "Toulouse"),
                     cite("D. 631-1", "tableau", "Ressort des cours d'appel de Montpellier, Pau et Toulouse")),
    }
)  # fmt: skip
"""Seat of the court, and the courts of appeal whose districts it covers."""

EXCLUSIVE = cite("L. 623-31", "al. 1", "sont exclusivement portées devant des tribunaux judiciaires")
TABLE = cite("D. 631-1", "al. 1", "le siège et le ressort des tribunaux judiciaires appelés à connaître des actions")
ONE_COURT = cite("D. 631-2", "", "sont fixés conformément à l'article D. 211-6 du code de l'organisation judiciaire")

PARIS_ALONE = Undecided(
    question="Quel tribunal désigne l'article D. 211-6 auquel D. 631-2 renvoie ?",
    default="Le tribunal judiciaire de Paris, seul.",
    why="D. 631-2 renvoie au code de l'organisation judiciaire, hors du recueil.",
    articles=("D. 631-2",),
)


@dataclass(frozen=True)
class Court:
    """Seat of the judicial court, and why."""

    seat: str
    because: Because


def court_for_variety(court_of_appeal: str) -> Court:
    """The court for a plant variety action in the district of this court of appeal. Raises Refused."""
    for seat, (covered, source) in SEATS.items():
        if court_of_appeal.strip().casefold() in [each.casefold() for each in covered]:
            return Court(seat, (Reason(f"Le tribunal judiciaire de {seat} est seul compétent.", source),))
    known = ", ".join(sorted(each for covered, _ in SEATS.values() for each in covered))
    message = f"Cour d'appel inconnue : « {court_of_appeal} ». Cours d'appel connues : {known}."
    raise Refused(no(message, TABLE, EXCLUSIVE, field="court_of_appeal"))


def court_for_invention() -> Court:
    """The court for a utility certificate, an SPC or a topography, in all of France."""
    return Court("Paris", (Reason("Un seul tribunal pour toute la France.", ONE_COURT),))
