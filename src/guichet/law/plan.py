"""The plan of the code: which book, title and chapter an article is in; its number says it.

The headings are those of the code, the longest of them shortened.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "1": "Livre Ier : Le droit d'auteur",
        "12": "Titre II : Droits des auteurs",
        "122": "Chapitre II : Droits patrimoniaux",
        "13": "Titre III : Exploitation des droits",
        "132": "Chapitre II : Dispositions particulières à certains contrats",
        "133": "Chapitre III : Rémunération au titre du prêt en bibliothèque",
        "134": "Chapitre IV : Dispositions particulières à l'exploitation numérique des livres indisponibles",
        "2": "Livre II : Les droits voisins du droit d'auteur",
        "21": "Titre unique",
        "212": "Chapitre II : Droits des artistes-interprètes",
        "3": "Livre III : Dispositions générales relatives au droit d'auteur",
        "32": "Titre II : Organismes de gestion collective",
        "321": "Chapitre Ier : Règles d'organisation et de gestion",
        "328": "Chapitre VIII : Agréments",
        "33": "Titre III : Prévention, procédures et sanctions",
        "331": "Chapitre Ier : Dispositions générales",
        "335": "Chapitre V : Retenue en douane",
        "4": "Livre IV : Organisation administrative et professionnelle",
        "41": "Titre Ier : Institutions",
        "411": "Chapitre Ier : Institut national de la propriété industrielle",
        "412": "Chapitre II : Instance nationale des obtentions végétales",
        "42": "Titre II : Qualification en propriété industrielle",
        "421": "Chapitre Ier : Liste des personnes qualifiées en propriété industrielle",
        "422": "Chapitre II : Profession de conseil en propriété industrielle",
        "423": "Chapitre III : Dispositions diverses",
        "5": "Livre V : Les dessins et modèles",
        "51": "Titre Ier : Conditions et modalités de la protection",
        "511": "Chapitre Ier : Champ d'application",
        "512": "Chapitre II : Formalités de dépôt",
        "513": "Chapitre III : Droits conférés par l'enregistrement",
        "514": "Chapitre IV : Dispositions communes",
        "515": "Chapitre V : Dessins ou modèles communautaires",
        "52": "Titre II : Contentieux",
        "521": "Chapitre Ier : Dessins ou modèles nationaux",
        "522": "Chapitre II : Dessins ou modèles communautaires",
        "523": "Chapitre III : Retenue en douane",
        "6": "Livre VI : Protection des inventions et des connaissances techniques",
        "61": "Titre Ier : Brevets d'invention",
        "611": "Chapitre Ier : Champ d'application",
        "612": "Chapitre II : Dépôt et instruction des demandes",
        "613": "Chapitre III : Droits attachés aux brevets",
        "614": "Chapitre IV : Application de conventions internationales",
        "615": "Chapitre V : Actions en justice",
        "616": "Chapitre VI : Le certificat d'utilité",
        "617": "Chapitre VII : Le certificat complémentaire de protection",
        "618": "Chapitre VIII : Dispositions communes",
        "62": "Titre II : Protection des connaissances techniques",
        "622": "Chapitre II : Produits semi-conducteurs",
        "623": "Chapitre III : Obtentions végétales",
        "63": "Titre III : Tribunaux compétents",
        "631": "Chapitre unique",
        "7": "Livre VII : Marques et autres signes distinctifs",
        "71": "Titre Ier : Marques de produits ou de services",
        "711": "Chapitre Ier : Éléments constitutifs de la marque",
        "712": "Chapitre II : Acquisition du droit sur la marque",
        "713": "Chapitre III : Droits conférés par l'enregistrement",
        "714": "Chapitre IV : Transmission et perte du droit sur la marque",
        "715": "Chapitre V : Marque de garantie et marque collective",
        "716": "Chapitre VI : Contentieux",
        "717": "Chapitre VII : Marque de l'Union européenne et marque internationale",
        "718": "Chapitre VIII : Dispositions communes",
        "72": "Titre II : Indications géographiques",
        "721": "Chapitre Ier : Généralités",
        "722": "Chapitre II : Contentieux",
    }
)


def headings(key: str) -> tuple[str, str, str]:
    """Book, title and chapter of an article, by its key: ``R712-8``."""
    return HEADINGS[key[1:2]], HEADINGS[key[1:3]], HEADINGS[key[1:4]]
