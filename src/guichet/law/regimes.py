"""The three places where the code says how to count, and between what bounds the office sets a period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from guichet.law.sources import Source, Undecided, cite

Title = Literal["marks", "designs", "patents"]


@dataclass(frozen=True)
class Regime:
    """How one title of the code counts its time limits (civil computation), paragraph by paragraph."""

    title: Title
    days: Source
    months: Source
    month_end: Source
    months_then_days: Source
    midnight: Source
    prorogation: Source
    office_bounds: Source
    shortest: int
    longest: int


def _regime(title: Title, counting: str, bounds: str, shortest: int, longest: int, year: str, then: str) -> Regime:
    words = {1: "un mois", 2: "deux mois"}[shortest]
    return Regime(
        title=title,
        days=cite(
            counting, "al. 1",
            "celui de l'acte, de l'événement, de la décision ou de la notification qui le fait courir ne compte pas",
        ),
        months=cite(
            counting, "al. 2",
            f"Lorsqu'un délai est exprimé en mois ou en {year}, ce délai expire le jour du dernier mois ou de la "
            "dernière année qui porte le même quantième",
        ),
        month_end=cite(counting, "al. 2", "A défaut de quantième identique, le délai expire le dernier jour du mois"),
        months_then_days=cite(counting, "al. 3", f"les mois sont d'abord décomptés{then} puis les jours"),
        midnight=cite(counting, "al. 4", "Tout délai expire le dernier jour à vingt-quatre heures"),
        prorogation=cite(
            counting, "al. 5",
            "Le délai qui expirerait normalement un samedi, un dimanche ou un jour férié ou chômé est prorogé jusqu'au "
            "premier jour ouvrable suivant",
        ),
        office_bounds=cite(bounds, "", f"ne sont ni inférieurs à {words} ni supérieurs à quatre mois"),
        shortest=shortest,
        longest=longest,
    )  # fmt: skip


REGIMES: Mapping[Title, Regime] = MappingProxyType(
    {
        "marks": _regime("marks", "R. 718-2", "R. 718-1", 1, 4, "année", ","),
        "designs": _regime("designs", "R. 514-2", "R. 514-1", 1, 4, "années", ","),
        "patents": _regime("patents", "R. 618-3", "R. 618-4", 2, 4, "années", ""),
    }
)

WEEKS = Undecided(
    question="Comment compter un délai exprimé en semaines (six semaines de R. 712-8) ?",
    default="Une semaine compte pour sept jours, selon la règle des délais en jours.",
    why="R. 718-2 ne parle que de jours, de mois et d'années.",
    articles=("R. 718-2", "R. 712-8"),
)

OFFICE_CLOCK = Undecided(
    question="La prorogation du dernier alinéa de R. 718-2 profite-t-elle à l'institut pour ses propres délais ?",
    default="L'institut programme ses actes sur le jour normal, sans prorogation.",
    why="Le texte parle de « tout délai » sans distinguer ; le jour normal ne peut être reproché à personne.",
    articles=("R. 718-2", "R. 712-8", "R. 712-11", "R. 712-23-1"),
)

CHAINED = Undecided(
    question="Un délai qui court de l'expiration d'un autre part-il du jour normal ou du jour prorogé ?",
    default="Du jour prorogé, auquel l'autre délai expire effectivement.",
    why="« suivant l'expiration du délai » : le délai prorogé n'expire qu'au premier jour ouvrable.",
    articles=("R. 718-2", "R. 712-14"),
)

LOCAL_HOLIDAYS = Undecided(
    question="Quels jours sont « fériés ou chômés » : ceux du siège de l'institut ou ceux du déposant ?",
    default="Les onze fêtes légales de la France métropolitaine, où l'institut a son siège.",
    why="R. 718-2 ne le dit pas ; les fêtes locales (Alsace-Moselle, outre-mer) demandent un autre calendrier.",
    articles=("R. 718-2",),
)

WHIT_MONDAY = Undecided(
    question="Le lundi de Pentecôte de 2005, 2006 et 2007, journée de solidarité travaillée, prorogeait-il un délai ?",
    default="Oui : il est resté dans la liste légale des jours fériés.",
    why="R. 718-2 vise le jour « férié ou chômé », sans demander qu'il soit les deux.",
    articles=("R. 718-2",),
)
