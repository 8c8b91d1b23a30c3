"""Copy every article into ``src/guichet/law/texts``, verbatim, one file for each wording.

Usage: python scripts/import_articles.py SOURCE_FOLDER [OUTPUT_FOLDER]

SOURCE_FOLDER holds ``articles.json`` (regulatory part) and ``legislative.json`` (L. articles). The dates of a wording
come from there and from the note that says how it came into force. What the product does with an article is kept from
the file that stood there; ``article_status.py`` writes it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from guichet.law.dates import MONTHS

HERE = Path(__file__).resolve().parent
DEFAULT_OUTPUT = HERE.parent / "src" / "guichet" / "law" / "texts"

ORIGINS = {
    "seed": ("Code de la propriété intellectuelle, partie réglementaire en vigueur le 16 avril 2024", "2024-04-16"),
    "2014": ("Code de la propriété intellectuelle, texte du 1er juillet 2014, inchangé fin 2022", "2022-12-31"),
    "2022": ("Code de la propriété intellectuelle, texte de fin 2022", "2022-12-31"),
    "2018-futur": ("Code de la propriété intellectuelle, texte en vigueur le 1er juin 2023", "2023-06-01"),
}
STATE_2018 = ("Code de la propriété intellectuelle, texte du 8 juin 2018, non relu depuis", "2018-06-08")
BEFORE_2023 = ("Code de la propriété intellectuelle, texte en vigueur jusqu'au 31 mai 2023", "2022-12-31")
UNITARY_PATENT = date(2023, 6, 1)
"""Ordonnance n° 2018-341 (unitary patent): in force on this day, as the notes of R. 615-1 ff. say."""
ENDED = {"R. 511-6": date(2023, 3, 31)}
"""Articles that the text of April 2024 no longer knows (décret n° 2023-166, in force on 1 April 2023)."""
KEPT = ("status", "remark", "inpi")
"""What the file that stands there says of the product; see ``article_status.py``."""


def in_force_from(nota: str) -> date | None:
    """The day that a note gives for the entry into force, if it gives one."""
    day = r"(\d{1,2})(?:er)? (\w+) (\d{4})"
    found = re.search(rf"entrent en vigueur (?:à compter du|le) {day}|entrée en vigueur : {day}", nota)
    if not found:
        return None
    number, month, year = [part for part in found.groups() if part]
    return date(int(year), MONTHS.index(month) + 1, int(number))


def wordings(number: str, found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Each wording of an article with what stands above it, oldest first."""
    origin, checked_on = STATE_2018 if found.get("state") == "8 juin 2018" else ORIGINS[found["source"]]
    nota = " ".join((found.get("nota") or "").split())
    days = [date.fromisoformat(found["text_since"])] if found.get("text_since") else []
    days += [day] if (day := in_force_from(nota)) else []
    since = UNITARY_PATENT if found["source"] == "2018-futur" else max(days, default=None)
    common = {"number": number, "label": found.get("label") or number}
    if before := found.get("text_until_2023_05_31"):
        above = {"text_since": None, "text_until": UNITARY_PATENT - timedelta(days=1)}
        older = {"checked_on": BEFORE_2023[1], "origin": BEFORE_2023[0], "confidence": found["confidence"]}
        yield {**common, **above, **older, "text": before}
    yield {
        **common,
        "text_since": since,
        "text_until": ENDED.get(number),
        "checked_on": checked_on,
        "origin": origin,
        "confidence": found["confidence"],
        "amended_by": found.get("unchanged_since"),
        "nota": nota,
        "text": found["text"],
    }


def scalar(value: object) -> str:
    """A value as one line of YAML; quoted only where it must be."""
    text = "null" if value is None else str(value)
    risky = re.search(r""": | #|:$|^[\s'"&*!|>%@`\[\]{},#?-]""", text)
    return "'" + text.replace("'", "''") + "'" if risky else text


def above(wording: dict[str, Any], kept: dict[str, str]) -> str:
    """The header of a file: dates first, even unknown; then what is said; then what the product does with it."""
    always = {"text_since", "status"}
    lines = {name: scalar(value) for name, value in wording.items() if name != "text" and (value or name in always)}
    return "".join(f"{name}: {value}\n" for name, value in {**lines, **kept}.items())


def kept(path: Path) -> dict[str, str]:
    """The lines that this script does not make, as they stand in the file; a new article is out of scope."""
    said = {"status": "out_of_scope"}
    if path.exists():
        header = path.read_text(encoding="utf-8").split("---\n", 2)[1]
        lines = (line.split(": ", 1) for line in header.splitlines())
        said |= {name: value for name, value in lines if name in KEPT}
    return said


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    output = Path(arguments[1]) if len(arguments) > 1 else DEFAULT_OUTPUT
    known: dict[str, dict[str, Any]] = {}
    for name in ("articles.json", "legislative.json"):
        known |= json.loads((folder / name).read_text(encoding="utf-8"))
    if not known:
        print(f"No article in {folder}", file=sys.stderr)
        return 1
    for number, found in known.items():
        key = re.sub(r"[. ]", "", number)
        status = kept(output / f"{key}.md")
        for place, wording in enumerate(wordings(number, found)):
            name = f"{key}@{wording['text_since']}" if place else key
            text = wording["text"].strip()
            (output / f"{name}.md").write_text(f"---\n{above(wording, status)}---\n{text}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
