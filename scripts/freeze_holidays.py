"""Freeze the legal holidays of metropolitan France into data (needs the ``holidays`` library, once).

Usage: python scripts/freeze_holidays.py [OUTPUT_FOLDER]

Writes ``FR.yaml``: the eleven legal holidays (code du travail, L. 3133-1), from 1990 to 2045. Customary days are
left out. The product reads the frozen file only, so that a new release of the library changes no deadline silently.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

import holidays

FIRST_YEAR, LAST_YEAR = 1990, 2045
DEFAULT_OUTPUT = Path(__file__).resolve().parent.parent / "src" / "guichet" / "law" / "holidays"


def frozen() -> str:
    """The content of ``FR.yaml``."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    days = dict(holidays.country_holidays("FR", years=years, language="fr"))
    # The library leaves Whit Monday out in 2005, 2006 and 2007, when it was a day of work ("journée de solidarité");
    # it stayed in the legal list of holidays, which is what R. 718-2 looks at.
    for day in [day for day, name in days.items() if name == "Lundi de Pâques"]:
        days.setdefault(day + timedelta(days=49), "Lundi de Pentecôte")
    lines = [
        "# Written by scripts/freeze_holidays.py; do not edit by hand.",
        "territory: FR",
        "title: France métropolitaine",
        f"source: bibliothèque holidays {version('holidays')} ; code du travail, L. 3133-1",
        "confidence: high",
        f"first_day: {date(FIRST_YEAR, 1, 1)}",
        f"last_day: {date(LAST_YEAR, 12, 31)}",
        "holidays:",
    ]
    lines += [f"  {day}: {name.replace('; ', ' et ')}" for day, name in sorted(days.items())]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else DEFAULT_OUTPUT
    (folder / "FR.yaml").write_text(frozen(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
