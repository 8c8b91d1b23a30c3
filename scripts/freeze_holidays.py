"""Freeze the holidays of each French territory into data (needs the ``holidays`` library, once).

Usage: python scripts/freeze_holidays.py [OUTPUT_FOLDER]

Writes ``FR.yaml``: the eleven legal holidays (code du travail, L. 3133-1), from 1990 to 2045, and a file for each
territory with holidays of its own. Days idle by custom, or in some communes only, are kept apart (``customary``).
The product reads the frozen files only, so that a new release of the library changes no deadline silently.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import holidays

FIRST_YEAR, LAST_YEAR = 1990, 2045
DEFAULT_OUTPUT = Path(__file__).resolve().parent.parent / "src" / "guichet" / "law" / "holidays"


class Territory(NamedTuple):
    """A calendar to freeze. customary: names of the library's days which the law does not give to all."""

    code: str
    title: str
    subdivision: str
    law: str
    confidence: str
    customary: tuple[str, ...] = ()


ABOLITION = "code du travail, L. 3422-2"
TERRITORIES = (
    Territory("FR", "France métropolitaine", "", "code du travail, L. 3133-1", "high"),
    Territory("FR-AM", "Alsace-Moselle", "57", "code du travail, L. 3134-13", "high", ("Vendredi saint",)),
    Territory(
        "GP", "Guadeloupe", "971", ABOLITION, "high", ("Vendredi saint", "Mi-Carême", "Fête de Victor Schoelcher")
    ),
    Territory("MQ", "Martinique", "972", ABOLITION, "high", ("Fête de Victor Schoelcher",)),
    Territory("GF", "Guyane", "973", ABOLITION, "high"),
    Territory("RE", "La Réunion", "974", ABOLITION, "high"),
    Territory("YT", "Mayotte", "976", ABOLITION, "medium"),
    Territory("BL", "Saint-Barthélemy", "BL", ABOLITION, "medium"),
    Territory("MF", "Saint-Martin", "MF", ABOLITION, "medium", ("Fête de Victor Schoelcher",)),
    Territory("PM", "Saint-Pierre-et-Miquelon", "PM", "code du travail, L. 3133-1", "medium"),
    Territory("PF", "Polynésie française", "PF", "droit du travail de la Polynésie française", "medium"),
    Territory("NC", "Nouvelle-Calédonie", "NC", "droit du travail de la Nouvelle-Calédonie", "medium"),
    Territory("WF", "Wallis-et-Futuna", "WF", "code du travail applicable à Wallis-et-Futuna", "medium"),
    Territory("TF", "Terres australes et antarctiques françaises", "TF", "aucun texte propre connu", "low"),
)


def frozen(territory: Territory = TERRITORIES[0]) -> str:
    """The content of the territory's file."""
    common = _days("")
    own = {**_days(territory.subdivision), **common} if territory.subdivision else common
    legal = {day: name for day, name in own.items() if day in common or name not in territory.customary}
    customary = {day: name for day, name in own.items() if day not in legal}
    lines = [
        "# Written by scripts/freeze_holidays.py; do not edit by hand.",
        f"territory: {territory.code}",
        f"title: {territory.title}",
        f"source: bibliothèque holidays {version('holidays')} ; {territory.law}",
        f"confidence: {territory.confidence}",
        f"first_day: {date(FIRST_YEAR, 1, 1)}",
        f"last_day: {date(LAST_YEAR, 12, 31)}",
        "holidays:",
    ]
    lines += [f"  {day}: {name}" for day, name in sorted(legal.items())]
    if customary:
        lines += ["customary:", *(f"  {day}: {name}" for day, name in sorted(customary.items()))]
    return "\n".join(lines) + "\n"


def _days(subdivision: str) -> dict[date, str]:
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    found = holidays.country_holidays("FR", subdiv=subdivision or None, years=years, language="fr")
    days = {day: name.replace("; ", " et ") for day, name in found.items()}
    # The library leaves Whit Monday out in 2005, 2006 and 2007, when it was a day of work ("journée de solidarité");
    # it stayed in the legal list of holidays, which is what R. 718-2 looks at.
    for day in [day for day, name in days.items() if name == "Lundi de Pâques"]:
        days.setdefault(day + timedelta(days=49), "Lundi de Pentecôte")
    return days


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else DEFAULT_OUTPUT
    for territory in TERRITORIES:
        (folder / f"{territory.code}.yaml").write_text(frozen(territory), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
