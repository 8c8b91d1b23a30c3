"""What anyone may consult free of charge, and reuse under a licence (R. 411-1 to R. 411-1-4, D. 411-1-3)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guichet.law.answers import Finding
from guichet.law.saying import no, yes
from guichet.law.sources import Undecided, cite

Consulted = Literal["titles", "bulletin", "indications", "copies", "unpublished"]

OWN_USE = cite("R. 411-1", "dernier al.", "aux seules fins d'identification et de contact de leurs responsables")
SAME_EFFECT = cite("R. 411-1-1", "", "produit les mêmes effets de droit que leur publication sous forme imprimée")
AUTHENTIC = cite("R. 411-1-1", "", "dans des conditions de nature à garantir son authenticité")
FREE = cite(
    "R. 411-1-2", "", "organise la consultation publique et gratuite des titres de propriété industrielle et du"
)
INDICATIONS = cite("R. 411-1-4", "al. 1", "organise l'accès public, gratuit et sous format électronique")
OPERATORS = cite("R. 411-1-4", "3°", "A la liste actualisée des opérateurs")
COPIES = cite("R. 411-17", "II 1°", "La communication des pièces et actes dont il assure la conservation")
ON_REQUEST = cite("D. 411-1-3", "al. 1", "peuvent être mises à la disposition du public sur demande")
LICENCE = cite("D. 411-1-3", "al. 2", "est soumise à l'acceptation par le demandeur d'une licence")
PERSONAL = cite("D. 411-1-3", "al. 2", "à ne pas faire un usage des données à caractère personnel contraire aux")
SEARCHES = cite("D. 411-1-3", "al. 2", "l'engagement de respecter les restrictions relatives aux critères de recherche")
SHOWN = cite("D. 411-1-3", "al. 4", "ainsi que les modèles de licence sont accessibles sur le site internet")

BREACH = Undecided(
    question="Que fait l'institut quand la licence de réutilisation n'est pas respectée ?",
    default="Il suspend la mise à disposition ; le demandeur peut accepter de nouveau la licence.",
    why="D. 411-1-3 impose la licence sans dire ce que sa violation entraîne.",
    articles=("D. 411-1-3",),
)


def consultation(what: Consulted) -> Finding:
    """Whether anyone may consult it free of charge; a copy may be paid for, an unpublished file is closed."""
    if what == "copies":
        return no("Les copies délivrées par l'institut peuvent être payantes ; la consultation est gratuite.", COPIES,
                  field="what")  # fmt: skip
    if what == "unpublished":
        return no("Un dossier qui n'est pas publié n'est pas ouvert au public.", FREE, field="what")
    source = INDICATIONS if what == "indications" else FREE
    more = (OPERATORS,) if what == "indications" else ()
    return yes("La consultation est publique et gratuite.", source, *more)


def electronic_bulletin(authenticity_guaranteed: bool) -> Finding:
    """Whether the electronic bulletin has the effects of the printed one."""
    if authenticity_guaranteed:
        return yes("La publication électronique produit les effets d'une publication imprimée.", SAME_EFFECT)
    return no(
        "Garantissez d'abord l'authenticité du Bulletin électronique.", AUTHENTIC, field="authenticity_guaranteed"
    )


@dataclass(frozen=True)
class ReuseRequest:
    """licence: version accepted. personal_data: undertaking on them. registry: also the register of companies.

    search_limits: undertaking to respect them. suspended: for a breach, not cured by a new acceptance.
    """

    reuser: str
    data_sets: tuple[str, ...] = ()
    licence: str = ""
    personal_data: bool = False
    registry: bool = False
    search_limits: bool = False
    suspended: bool = False


def reuse(request: ReuseRequest) -> Finding:
    """Whether the data may be handed over for reuse."""
    if not request.data_sets:
        return no("Dites quelles informations vous demandez.", ON_REQUEST, field="data_sets")
    if request.suspended:
        return no("La mise à disposition est suspendue : acceptez de nouveau la licence.", LICENCE, field="suspended")
    if not request.licence.strip():
        return no("Acceptez d'abord la licence ; ses modèles sont sur le site.", LICENCE, SHOWN, field="licence")
    if not request.personal_data:
        return no("La licence doit porter l'engagement sur les données personnelles.", PERSONAL, field="personal_data")
    if request.registry and not request.search_limits:
        message = "Pour le registre des entreprises, engagez-vous à respecter les restrictions de recherche."
        return no(message, SEARCHES, field="search_limits")
    return yes("Les informations peuvent être mises à disposition.", ON_REQUEST, LICENCE)


def read_companies(purpose: Literal["identification", "contact", "other"]) -> Finding:
    """Whether an agent of the institute may read what the single window holds on the heads of companies."""
    if purpose == "other":
        return no("Cet accès ne sert qu'à identifier et à joindre les responsables.", OWN_USE, field="purpose")
    return yes("L'accès est permis à cette fin, et reste noté.", OWN_USE)
