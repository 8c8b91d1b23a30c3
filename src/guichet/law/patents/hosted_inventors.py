"""Which rules govern an invention made by a person hosted under a convention (L. 611-7-1, R. 611-21, R. 611-22)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.law.answers import Because, Reason
from guichet.law.sources import cite

PRIVATE = cite("R. 611-21", "al. 1", "la moitié au moins des personnels permanents de recherche sont des salariés de")
REWARD = cite("R. 611-21", "al. 2", "sont déterminées par sa convention d'accueil")
WEIGHED = cite("R. 611-21", "al. 3", "tient compte des missions qui lui sont confiées, des circonstances de")
PUBLIC = cite("R. 611-22", "", "plus de la moitié des personnels permanents de recherche sont des agents publics")
HOSTED = cite("L. 611-7-1", "al. 1", "qui est accueillie dans le cadre d'une convention par une personne morale")


@dataclass(frozen=True)
class HostRegime:
    """articles: those that apply, first and last. reward: who fixes it."""

    regime: Literal["private", "public"]
    articles: tuple[str, str]
    reward: str
    because: Because


def host_regime(private_staff: int, public_staff: int) -> HostRegime:
    """The rules of this host, by its permanent research staff on the day when the invention is declared.

    Exactly half and half is private: « la moitié au moins » against « plus de la moitié ».
    """
    if private_staff < 0 or public_staff < 0 or private_staff + public_staff == 0:
        raise ValueError("Indiquez les personnels permanents de recherche, salariés de droit privé et agents publics.")
    if private_staff >= public_staff:
        reasons: Because = (
            Reason("La moitié au moins des personnels permanents de recherche sont de droit privé.", PRIVATE),
            Reason("La contrepartie est fixée par la convention d'accueil.", REWARD),
            Reason("Elle tient compte des missions, des circonstances et de l'intérêt économique.", WEIGHED),
            Reason("L'inventeur est accueilli par convention.", HOSTED),
        )
        return HostRegime("private", ("R. 611-1", "R. 611-10"), "convention d'accueil", reasons)
    reasons = (
        Reason("Plus de la moitié des personnels permanents de recherche sont des agents publics.", PUBLIC),
        Reason("L'inventeur est accueilli par convention.", HOSTED),
    )
    return HostRegime("public", ("R. 611-11", "R. 611-14-1"), "régime des agents publics", reasons)
