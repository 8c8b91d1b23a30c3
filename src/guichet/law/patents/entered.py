"""What the register enters in the file of a patent from the proceedings about it (R. 613-53, R. 613-54)."""

from __future__ import annotations

from datetime import date

from guichet.law.answers import Finding
from guichet.law.dossier import Dossier
from guichet.law.rules import Rule, required
from guichet.law.saying import no
from guichet.law.sources import cite

RENUNCIATION = cite("R. 613-45", "dernier al.", "Les renonciations et limitations sont inscrites au Registre national")
OPPOSITION = cite("R. 613-44-1", "dernier al.", "L'opposition est inscrite au Registre national des brevets")
DECISION = cite("R. 613-44-7", "al. 2", "Elle est inscrite au Registre national des brevets")
LICENSED = cite("R. 613-21", "al. 2", "Il est inscrit d'office au Registre national des brevets")
NOT_YET = cite("R. 613-35", "", "il n'est procédé à l'inscription qu'après que ladite demande a été rendue publique")
OPINION = cite("R. 613-62", "", "L'avis documentaire est versé au dossier du brevet")
REVOKED = cite("L. 613-23-6", "al. 1", "La décision de révocation a un effet absolu")


def _granted(dossier: Dossier, on: date) -> Finding | None:
    return None if dossier.state == "granted" else no("Le titre n'est pas délivré.", RENUNCIATION, DECISION)


def _public(dossier: Dossier, on: date) -> Finding | None:
    """Nothing is entered about an application that is not public."""
    if dossier.state == "granted" or dossier.states["publicity"] == "public":
        return None
    return no("La demande n'est pas encore publique : l'inscription attend.", NOT_YET)


ENTRIES = {
    "enter_renunciation": Rule(RENUNCIATION, guards=(_granted,)),
    "enter_claims_renunciation": Rule(
        RENUNCIATION, guards=(_granted,), checks=(required("claims", "Indiquez les revendications.", RENUNCIATION),)
    ),
    "enter_limitation": Rule(RENUNCIATION, guards=(_granted,)),
    "enter_opposition": Rule(OPPOSITION, guards=(_granted,)),
    "enter_outcome": Rule(DECISION, guards=(_granted,)),
    "file_opinion": Rule(OPINION, guards=(_granted,)),
    "enter_official_licence": Rule(LICENSED, guards=(_public,)),
    "revoke_patent": Rule(REVOKED, guards=(_granted,)),
}
