"""R. 521-1 to R. 522-1: suits on designs. They are the courts' affair; the office gives the periods and the papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.law.answers import Finding
from guichet.law.general.suits import suit
from guichet.law.saying import no, yes
from guichet.law.sources import cite
from guichet.law.time_limits import TimeLimit

SECURITY = cite("R. 521-3", "al. 1", "celles-ci doivent être constituées avant qu'il soit procédé à la saisie")
COPIES = cite("R. 521-3", "al. 2", "avant de procéder à la saisie, donner copie aux détenteurs des objets saisis")
REPORT = cite("R. 521-3", "al. 2", "Copie doit être laissée aux mêmes détenteurs du procès-verbal de saisie")
_ORDERED = cite("R. 521-1", "", "est de vingt jours ouvrables ou de trente et un jours civils si ce délai est")
_SEIZED = cite("R. 521-4", "", "est de vingt jours ouvrables ou de trente et un jours civils si ce délai est")
OWNERSHIP_CLAIM = TimeLimit(
    cite("L. 511-10", "al. 2", "se prescrit par cinq ans à compter de la publication de l'enregistrement"),
    runs_from="design.published",
    years=5,
    since="de la publication de l'enregistrement",
    title="designs",
)
BAD_FAITH = TimeLimit(
    cite("L. 511-10", "al. 2", "à compter de l'expiration de la période de protection"),
    runs_from="design.expired",
    years=5,
    since="de l'expiration de la période de protection",
    title="designs",
)


AFTER_ORDER = suit(_ORDERED, "court.measure_ordered", "de l'ordonnance", "designs")
AFTER_SEIZURE = suit(_SEIZED, "court.seized", "du jour de la saisie ou de la description", "designs")


@dataclass(frozen=True)
class Seizure:
    """How a seizure was carried out. security: not ordered, given before, given after or never."""

    security: Literal["not_ordered", "before", "after", "missing"] = "not_ordered"
    order_copied_before: bool = True
    security_deed_copied: bool = True
    report_left: bool = True


def seizure_in_order(seizure: Seizure) -> Finding:
    """Whether the bailiff did what R. 521-3 wants on pain of nullity."""
    if seizure.security in ("after", "missing"):
        return no("Les garanties ordonnées doivent être constituées avant la saisie.", SECURITY)
    if not seizure.order_copied_before or (seizure.security == "before" and not seizure.security_deed_copied):
        return no("Copie de l'ordonnance et de l'acte de garantie doit être donnée avant la saisie.", COPIES)
    if not seizure.report_left:
        return no("Copie du procès-verbal doit être laissée aux détenteurs.", REPORT)
    return yes("La saisie respecte les formes prescrites à peine de nullité.", SECURITY, COPIES, REPORT)
