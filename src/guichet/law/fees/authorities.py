"""Who fixes the amount of a fee: ministers by joint order, the board, the director general."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from guichet.law.sources import Source, Undecided, cite


@dataclass(frozen=True)
class Authority:
    """The one who fixes an amount, and the words that say so.

    act: how a French sentence goes on after « fixé par ».
    """

    name: str
    act: str
    source: Source


_ALL = (
    Authority(
        "joint_order",
        "arrêté conjoint du ministre chargé de la propriété industrielle et du ministre chargé du budget",
        cite("R. 411-17", "I", "dont le montant et les modalités d'application sont fixés par arrêté conjoint"),
    ),
    Authority(
        "joint_order_with_crafts",
        "arrêté conjoint des ministres chargés de la propriété industrielle, de l'artisanat et du budget",
        cite(
            "R. 411-17",
            "I",
            "arrêté conjoint du ministre chargé de la propriété industrielle, du ministre chargé de l'artisanat "
            "et du ministre chargé du budget",
        ),
    ),
    Authority(
        "board",
        "délibération du conseil d'administration de l'INPI",
        cite(
            "R. 411-17",
            "II",
            "sont fixés par délibération de son conseil d'administration",
        ),
    ),
    Authority(
        "director_general",
        "décision du directeur général de l'INPI",
        cite(
            "R. 411-18",
            "",
            "sont instituées par décision de son directeur général qui en fixe les modalités de perception et le "
            "montant",
        ),
    ),
    Authority(
        "commercial_code",
        "les textes pris pour l'application du code de commerce",
        cite("R. 411-17-1", "", "perçoit les droits prévus au II de l'article L. 123-54 du code de commerce"),
    ),
    Authority(
        "pct_regulations",
        "le règlement d'exécution du traité de coopération en matière de brevets (PCT)",
        cite(
            "R. 614-27",
            "al. 1",
            "prévues par les règles 15 et 16 du règlement d'exécution du traité de coopération en matière de brevets",
        ),
    ),
    Authority(
        "budget_agriculture_order",
        "arrêté des ministres chargés du budget et de l'agriculture",
        cite("D. 623-30-1", "al. 1", "est fixé par arrêté des ministres chargés du budget et de l'agriculture"),
    ),
)

AUTHORITIES: Mapping[str, Authority] = MappingProxyType({each.name: each for each in _ALL})

DOCUMENTARY_OPINION = Undecided(
    "Qui fixe la redevance de l'avis documentaire, que R. 613-60 exige et que la liste de R. 411-17 ne nomme pas ?",
    "Le directeur général, au titre des recettes accessoires de R. 411-18.",
    "L'avis exploite le fonds documentaire de l'institut ; aucune ligne du I de R. 411-17 ne le couvre.",
    ("R. 613-60", "R. 411-17", "R. 411-18"),
)
