"""INID codes of WIPO Standard ST.60 for marks, with the French labels of the bulletin and the register.

The codes are the standard's; the French wording is ours, close to what offices print. A code in
``OURS`` is used in a sense that the standard leaves to the office.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "111": "Numéro d'enregistrement",
        "141": "Date d'expiration de la protection",
        "151": "Date d'enregistrement",
        "156": "Date de renouvellement",
        "180": "Date d'expiration prévue",
        "190": "Office qui publie",
        "210": "Numéro national",
        "220": "Date de dépôt",
        "230": "Date d'une exposition",
        "260": "Numéro de publication",
        "300": "Priorité revendiquée",
        "310": "Numéro du premier dépôt",
        "320": "Date du premier dépôt",
        "330": "Office du premier dépôt",
        "350": "Ancienneté revendiquée",
        "442": "Date de publication de la demande",
        "450": "Date de publication de l'enregistrement",
        "510": "Produits et services",
        "511": "Produits et services par classe de Nice",
        "521": "Caractère distinctif acquis par l'usage",
        "526": "Éléments sans protection propre",
        "531": "Éléments figuratifs (classification de Vienne)",
        "540": "Représentation de la marque",
        "541": "Marque verbale",
        "550": "Type de marque",
        "551": "Nature de la marque",
        "554": "Marque tridimensionnelle",
        "556": "Marque sonore",
        "558": "Marque de couleur",
        "561": "Translittération",
        "566": "Traduction",
        "571": "Description de la marque",
        "580": "Date d'inscription au registre",
        "591": "Couleurs revendiquées",
        "600": "Titres liés",
        "641": "Demande d'origine (division)",
        "646": "Enregistrement d'origine (division)",
        "730": "Déposant ou titulaire",
        "731": "Déposant",
        "732": "Titulaire",
        "740": "Mandataire",
        "750": "Adresse de correspondance",
        "770": "Titulaire précédent",
        "791": "Licencié",
    }
)

OURS = frozenset({"442", "551", "600"})
"""442: publication open to observations and oppositions; 551: individual, collective, guarantee."""


def label(code: str) -> str:
    """French label of a code. Raises KeyError for a code that the bulletin and the register do not use."""
    return LABELS[code]


def captioned(code: str) -> str:
    """« (210) Numéro national »."""
    return f"({code}) {LABELS[code]}"
