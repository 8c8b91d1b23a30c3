"""The words of the three registers built on the common model, where they differ from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Word = Literal[
    "acts", "asked_by", "chain", "power", "unpublished", "holder", "proof", "clerk", "final", "proposal", "opposable",
    "mention",
]  # fmt: skip

_DETAIL_PROOF = (
    "L'institut peut exiger la justification de la réalité du changement dont l'inscription est sollicitée ou de "
    "l'erreur matérielle à rectifier"
)
_ACTS = (
    "tels que cession, concession d'un droit d'exploitation, constitution ou cession d'un droit de gage ou "
    "renonciation à ce droit, saisie, validation et mainlevée de saisie"
)
_PARTY = (
    "sont inscrits à la demande de l'une des parties à l'acte, ou, s'il n'est pas partie à l'acte, du titulaire du "
    "dépôt au jour de cette demande"
)
_POWER = "le pouvoir du mandataire, à moins qu'il n'ait la qualité de conseil en propriété industrielle ou d'avocat"
_PROPOSAL = "Cette proposition est réputée acceptée si le déposant ne la conteste pas dans le délai qui lui est imparti"
_FINAL = "Seules les décisions judiciaires définitives peuvent être inscrites au Registre national des {}"
_MENTION = (
    "Toute inscription portée au Registre national des {} fait l'objet d'une mention au Bulletin officiel de la "
    "propriété industrielle"
)

_MARKS: Mapping[Word, str] = {
    "acts": (
        "tels que cession, concession d'un droit d'exploitation, constitution ou cession d'un nantissement ou "
        "renonciation à celui-ci, saisie, validation et mainlevée de saisie"
    ),
    "asked_by": (
        "sont inscrits à la demande de l'une des parties à l'acte ou, s'il n'est pas partie à l'acte, du titulaire du "
        "dépôt au jour de la demande d'inscription"
    ),
    "chain": (
        "un acte ne peut être inscrit que si la personne indiquée dans l'acte comme étant le titulaire de la demande "
        "d'enregistrement ou de la marque avant la notification résultant de l'acte est inscrite comme telle au "
        "Registre national des marques"
    ),
    "power": (
        "le pouvoir du mandataire, à moins que celui-ci n'ait la qualité de conseil en propriété industrielle ou "
        "d'avocat"
    ),
    "unpublished": (
        "Aucune inscription n'est portée au registre tant que le dépôt n'est pas publié dans les conditions prévues à "
        "l'article R. 712-8"
    ),
    "holder": (
        "sont inscrits à la demande du titulaire de la demande d'enregistrement ou de la marque, qui doit être le "
        "titulaire inscrit au Registre national des marques"
    ),
    "proof": (
        "L'Institut peut exiger la justification de la réalité de l'identification, de la radiation, du changement "
        "dont l'inscription est sollicitée ou de l'erreur matérielle à rectifier"
    ),
    "clerk": "s'il s'agit d'une décision judiciaire, sur réquisition du greffier ou sur requête de l'une des parties",
    "final": _FINAL.format("marques"),
    "proposal": _PROPOSAL,
    "opposable": (
        "Toute transmission ou modification des droits attachés à une marque doit, pour être opposable aux tiers, être "
        "inscrite au Registre national des marques"
    ),
    "mention": _MENTION.format("marques"),
}
_DESIGNS: Mapping[Word, str] = {
    "acts": _ACTS,
    "asked_by": _PARTY,
    "chain": (
        "un acte ne peut être inscrit que si la personne indiquée dans l'acte comme le titulaire du dépôt de dessin et "
        "modèle avant la modification résultant de l'acte est inscrite comme telle au Registre national des dessins et "
        "modèles"
    ),
    "power": _POWER,
    "unpublished": (
        "Aucune inscription n'est portée au registre tant que le dépôt n'est pas rendu public dans les conditions "
        "prévues à l'article R. 512-10"
    ),
    "holder": (
        "sont inscrits à la demande du titulaire du dépôt, qui doit être le titulaire inscrit au Registre national des "
        "dessins et modèles"
    ),
    "proof": _DETAIL_PROOF,
    "clerk": "s'il s'agit d'une décision judiciaire, sur réquisition du greffier ou requête de l'une des parties",
    "final": _FINAL.format("dessins et modèles"),
    "proposal": _PROPOSAL,
    "opposable": (
        "Tout acte modifiant ou transmettant les droits attachés à un dessin ou modèle déposé n'est opposable aux "
        "tiers que s'il a été inscrit au Registre national des dessins et modèles"
    ),
    "mention": _MENTION.format("dessins et modèles"),
}
_PATENTS: Mapping[Word, str] = {
    "acts": _ACTS,
    "asked_by": _PARTY,
    "chain": (
        "un acte ne peut être inscrit que si la personne indiquée dans l'acte à inscrire comme étant le titulaire de "
        "la demande de brevet ou du brevet avant la modification résultant de l'acte est inscrite comme telle au "
        "Registre national des brevets"
    ),
    "power": _POWER,
    "unpublished": (
        "Aucune inscription n'est portée au registre tant que la demande de brevet n'est pas rendue publique dans les "
        "conditions prévues à l'article R. 612-39"
    ),
    "holder": (
        "sont inscrits à la demande du titulaire de la demande de brevet ou du brevet, qui doit être le titulaire "
        "inscrit au Registre national des brevets"
    ),
    "proof": _DETAIL_PROOF,
    "clerk": "s'il s'agit d'une décision judiciaire, sur réquisition du greffier ou sur requête de l'une des parties",
    "final": _FINAL.format("brevets"),
    "proposal": (
        "cette proposition est réputée acceptée si le demandeur ne la conteste pas dans le délai qui lui est imparti"
    ),
    "opposable": (
        "Tous les actes transmettant ou modifiant les droits attachés à une demande de brevet ou à un brevet doivent, "
        "pour être opposables aux tiers, être inscrits sur un registre, dit Registre national des brevets"
    ),
    "mention": _MENTION.format("brevets"),
}
WORDS: Mapping[str, Mapping[Word, str]] = MappingProxyType(
    {"trademarks": _MARKS, "designs": _DESIGNS, "patents": _PATENTS}
)
