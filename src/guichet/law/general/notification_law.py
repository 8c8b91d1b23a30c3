"""How each title of the code notifies and receives papers: addressee, letter, its substitutes, what a paper bears."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from guichet.law.regimes import Title
from guichet.law.sources import Source, cite

_MAIL = "sont faites par lettre recommandée avec demande d'avis de réception"


@dataclass(frozen=True, eq=False)
class NotificationLaw:
    """One title. declared, registered: the words for the last holder, before and after publication.

    abroad: those who live out of the area are reached through their representative. letter, handed, electronic,
    unknown: the ways to notify; only: the articles whose notifications take a letter, all of them when empty.
    received: date of a paper; number, signed, paid: what it must bear, None where the title does not ask.
    """

    title: Title
    declared: Source
    registered: Source
    agent: Source
    abroad: Source
    letter: Source
    handed: Source
    electronic: Source
    unknown: Source
    received: Source | None = None
    bulletin: str = "Bulletin officiel de la propriété industrielle"
    france_only: bool = False
    only: tuple[str, ...] = ()
    number: Source | None = None
    signed: Source | None = None
    paid: Source | None = None
    through: Source | None = None


_HANDED = "la remise de la lettre au destinataire, contre récépissé"
_ELECTRONIC = "par un message sous forme électronique selon les modalités fixées"
_UNKNOWN = "Si l'adresse du destinataire est inconnue, la notification est faite par publication d'un avis"
_AGENT_ABROAD = "la notification est réputée régulière si elle est faite au dernier mandataire qu'il a constitué"
_RECEIVED = "Leur date de dépôt est celle de la réception au siège de l'institut"

MARKS = NotificationLaw(
    title="marks",
    declared=cite("R. 718-3", "1°", "Au dernier titulaire de la demande d'enregistrement de marque déclaré"),
    registered=cite("R. 718-3", "1°", "au dernier propriétaire inscrit au Registre national des marques"),
    agent=cite("R. 718-3", "3°", "Au mandataire des personnes physiques ou morales susmentionnées"),
    abroad=cite("R. 718-3", "dernier al.", _AGENT_ABROAD),
    letter=cite("R. 718-4", "al. 1", _MAIL),
    handed=cite("R. 718-4", "al. 2", _HANDED),
    electronic=cite("R. 718-4", "al. 2", _ELECTRONIC),
    unknown=cite("R. 718-4", "dernier al.", _UNKNOWN),
    received=cite("R. 718-5", "al. 1", _RECEIVED),
    number=cite("R. 712-6", "al. 2", "qui ne rappelle pas le numéro national de la demande d'enregistrement"),
    signed=cite("R. 712-6", "al. 2", "qui ne porte pas la signature du déposant ou de son mandataire"),
    paid=cite("R. 712-6", "al. 2", "n'est pas accompagné de la justification du paiement"),
)
DESIGNS = NotificationLaw(
    title="designs",
    declared=cite("R. 514-3", "1°", "Soit au dernier titulaire du dépôt déclaré à l'institut"),
    registered=cite("R. 514-3", "1°", "au dernier titulaire inscrit au Registre national des dessins et modèles"),
    agent=cite("R. 514-3", "2°", "Soit au mandataire du titulaire susmentionné"),
    abroad=cite("R. 514-3", "dernier al.", _AGENT_ABROAD),
    letter=cite("R. 514-4", "al. 1", _MAIL),
    handed=cite("R. 514-4", "al. 2", _HANDED),
    electronic=cite("R. 514-4", "al. 2", _ELECTRONIC),
    unknown=cite("R. 514-4", "dernier al.", _UNKNOWN),
    received=cite("R. 514-5-1", "al. 1", _RECEIVED),
    number=cite("R. 512-7", "al. 2", "qui ne rappelle pas le numéro national du dépôt"),
    signed=cite("R. 512-7", "al. 2", "qui ne porte pas la signature du déposant ou de son mandataire"),
    paid=cite("R. 512-7", "al. 2", "n'est pas accompagné de la justification du paiement"),
)
PATENTS = NotificationLaw(
    title="patents",
    declared=cite("R. 618-1", "", "soit au dernier propriétaire de la demande de brevet déclaré"),
    registered=cite("R. 618-1", "", "au dernier propriétaire de la demande de brevet ou du brevet inscrit"),
    agent=cite("R. 618-1", "", "soit au mandataire"),
    abroad=cite("R. 618-1", "dernier al.", _AGENT_ABROAD),
    letter=cite("R. 618-2", "al. 1", _MAIL),
    handed=cite("R. 618-2", "al. 2", "la remise de la lettre à son destinataire contre récépissé"),
    electronic=cite("R. 618-2", "al. 2", _ELECTRONIC),
    unknown=cite("R. 618-2", "dernier al.", _UNKNOWN),
    received=cite("R. 618-6", "al. 1", _RECEIVED),
    only=(
        "L. 613-22", "R. 612-3-2", "R. 612-8", "R. 612-9", "R. 612-11", "R. 612-46", "R. 612-47", "R. 612-48",
        "R. 612-49", "R. 612-56", "R. 612-73", "R. 613-44", "R. 613-44-1", "R. 613-44-2", "R. 613-44-3", "R. 613-44-4",
        "R. 613-44-5", "R. 613-44-6", "R. 613-44-7", "R. 613-44-8", "R. 613-44-9", "R. 613-44-10", "R. 613-44-11",
        "R. 613-44-12", "R. 613-45", "R. 613-45-3", "R. 613-52", "R. 613-58",
    ),
    number=cite("R. 612-7", "", "tout dépôt de pièces ultérieur qui ne rappelle pas ce numéro"),
    signed=cite("R. 612-7", "", "qui ne porte pas la signature du demandeur ou de son mandataire"),
)  # fmt: skip
PLANT_VARIETIES = NotificationLaw(
    title="plant_varieties",
    declared=cite("R. 623-49", "al. 1", "au dernier propriétaire de la demande de certificat d'obtention végétale"),
    registered=cite("R. 623-49", "al. 1", "au Registre national des certificats d'obtention végétale"),
    agent=cite("R. 623-49", "al. 2", "la notification est faite au dernier mandataire"),
    abroad=cite("R. 623-49", "al. 2", "au dernier mandataire et au dernier domicile élu"),
    letter=cite("R. 623-48", "al. 1", _MAIL),
    handed=cite("R. 623-48", "al. 2", "par la remise de la lettre au destinataire contre récépissé"),
    electronic=cite("R. 623-48", "al. 2", _ELECTRONIC),
    unknown=cite("R. 623-48", "dernier al.", _UNKNOWN),
    bulletin="Bulletin officiel de l'instance nationale des obtentions végétales",
    france_only=True,
)

LAWS: Mapping[Title, NotificationLaw] = MappingProxyType(
    {
        "marks": MARKS,
        "designs": DESIGNS,
        "patents": PATENTS,
        "utility_certificates": replace(
            PATENTS,
            title="utility_certificates",
            through=cite("R. 616-3", "", "sont applicables aux demandes de certificat d'utilité"),
        ),
        "spc": replace(
            PATENTS, title="spc", through=cite("R. 617-2", "", "R. 618-1 à R. 618-3 sont applicables aux demandes")
        ),
        "european_patents": replace(
            PATENTS,
            title="european_patents",
            through=cite("R. 614-20", "", "R. 618-1 à R. 618-3 sont applicables aux décisions"),
        ),
        "topographies": replace(
            PATENTS, title="topographies", through=cite("R. 622-6", "al. 1", "R. 618-1 à R. 618-3 sont applicables")
        ),
        "indications": replace(
            MARKS,
            title="indications",
            number=None,
            signed=None,
            paid=None,
            through=cite("R. 721-12", "", "Les dispositions prévues aux articles R. 718-2 et R. 718-4"),
        ),
        "plant_varieties": PLANT_VARIETIES,
    }
)

COMPULSORY_LICENCES = cite(
    "R. 613-43", "al. 2", "sont obligatoirement faites par lettre recommandée avec demande d'avis de réception"
)
"""Licences granted ex officio (R. 613-10 to R. 613-42): a registered letter, and nothing in its stead."""
