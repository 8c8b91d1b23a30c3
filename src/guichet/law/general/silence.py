"""What the office's silence means: one table (R.* 712-23-2 and its neighbours)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from guichet.law.sources import Source, cite
from guichet.law.time_limits import TimeLimit


@dataclass(frozen=True)
class SilenceRule:
    """How long the office has, what interrupts it, and what its silence means."""

    procedure: str
    label: str
    period: TimeLimit
    interruption: Source | None
    effect: Literal["accepted", "refused"]
    source: Source


def _silence(
    procedure: str,
    label: str,
    period: tuple[str, str],
    effect: tuple[Literal["accepted", "refused"], str, str],
    interruption: str,
    since: str = "du dépôt de la demande",
) -> SilenceRule:
    article, quote = period
    return SilenceRule(
        procedure=procedure,
        label=label,
        period=TimeLimit(cite(article, "", quote), f"{procedure}.filed", months=6, since=since),
        interruption=cite(article, "", interruption) if interruption else None,
        effect=effect[0],
        source=cite(effect[1], "", effect[2]),
    )


_CURED = "jusqu'à la régularisation de la demande"
_RULES = (
    _silence(
        "trademark.application",
        "Demande d'enregistrement de marque",
        ("R. 712-23-1", "dans un délai de six mois à compter de la demande"),
        ("refused", "R. 712-23-2", "A défaut de décision expresse dans le délai mentionné à l'article R. 712-23-1"),
        _CURED,
        since="de la demande",
    ),
    _silence(
        "trademark.renewal",
        "Déclaration de renouvellement",
        ("R. 712-24-1", "dans un délai de six mois à compter de son dépôt"),
        ("refused", "R. 712-24-2", "la déclaration de renouvellement est réputée rejetée"),
        "jusqu'à la régularisation de la déclaration",
    ),
    _silence(
        "trademark.division",
        "Déclaration de division",
        ("R. 712-28-1", "dans un délai de six mois à compter de son dépôt"),
        ("refused", "R. 712-28-2", "la déclaration de division est réputée rejetée"),
        "jusqu'à régularisation de la déclaration",
    ),
    _silence(
        "trademark.restoration",
        "Relevé de déchéance",
        ("R. 712-12-1", "dans un délai de six mois à compter de son dépôt"),
        ("accepted", "R. 712-12-2", "la demande est réputée acceptée"),
        _CURED,
    ),
)

SILENCE: Mapping[str, SilenceRule] = MappingProxyType({each.procedure: each for each in _RULES})
"""By procedure: ``trademark.application``, ``trademark.renewal``…"""
