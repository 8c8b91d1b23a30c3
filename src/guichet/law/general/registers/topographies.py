"""The register of topographies of semiconductor products: a section of the patents' one (R. 622-6)."""

from __future__ import annotations

from dataclasses import replace

from guichet.law.general.registers.national import decision_period
from guichet.law.general.registers.patents import NUMBERS, PATENTS
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod

THROUGH = cite("R. 622-6", "al. 1", "R. 613-53 à R. 613-59")
PERIOD = cite(
    NUMBERS.irregular, "al. 1", "Un délai lui est imparti pour régulariser sa demande ou présenter des observations"
)

TOPOGRAPHIES = replace(
    PATENTS,
    register="topographies",
    label="registre national des dépôts de topographies",
    kind="topography",
    fee_prefix="topography",
    loop=replace(
        PATENTS.loop,
        period=OfficePeriod(PERIOD, "recordal.irregularity_notified", default_months=2, title="topographies"),
    ),
    decision=decision_period(NUMBERS.decision, "topographies"),
    applies_through=THROUGH,
)
Undecided(
    question="Quand peut-on inscrire un acte sur une topographie, dont le dépôt n'est pas publié comme un brevet ?",
    default="Dès l'enregistrement du dépôt, mentionné au Bulletin officiel.",
    why="R. 613-53 attend la publication de R. 612-39, étrangère aux topographies ; R. 622-6 fait de l'enregistrement "
    "la première inscription.",
    articles=("R. 622-6", "R. 613-53", "R. 622-3"),
)
Undecided(
    question="Une rectification d'erreur sur une topographie est-elle payante ?",
    default="Oui, comme pour un brevet.",
    why="R. 411-17 ne nomme, pour les topographies, que l'inscription d'un acte ; R. 622-6 renvoie à R. 613-57.",
    articles=("R. 622-6", "R. 613-57", "R. 411-17"),
)
