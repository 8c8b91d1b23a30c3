"""Copy every article into ``src/guichet/law/texts``, verbatim, one file each.

Usage: python scripts/import_articles.py SOURCE_FOLDER [OUTPUT_FOLDER]

SOURCE_FOLDER holds ``articles.json`` (regulatory part) and ``legislative.json`` (L. articles). What the product
does with each article is said in ``scripts/articles.yaml``; run again after editing it.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
DEFAULT_OUTPUT = HERE.parent / "src" / "guichet" / "law" / "texts"

ORIGINS = {
    "seed": ("Code de la propriété intellectuelle, partie réglementaire en vigueur le 16 avril 2024", "2024-04-16"),
    "2014": ("Code de la propriété intellectuelle, texte du 1er juillet 2014, inchangé fin 2022", "2022-12-31"),
    "2022": ("Code de la propriété intellectuelle, texte de fin 2022", "2022-12-31"),
    "2018-futur": ("Code de la propriété intellectuelle, texte en vigueur le 1er juin 2023", "2023-06-01"),
}


def header(number: str, found: dict[str, Any], choice: dict[str, str]) -> dict[str, Any]:
    """What stands above the text of an article."""
    origin, checked_on = ORIGINS[found["source"]]
    since = found.get("text_since")
    values: dict[str, Any] = {
        "number": number,
        "label": found.get("label") or number,
        "text_since": date.fromisoformat(since) if since else None,
        "checked_on": date.fromisoformat(checked_on),
        "origin": origin,
        "confidence": found["confidence"],
        "status": choice["status"],
    }
    if found.get("unchanged_since"):
        values["amended_by"] = found["unchanged_since"]
    if choice.get("remark"):
        values["remark"] = choice["remark"]
    return values


def selection() -> dict[str, dict[str, str]]:
    """Article number -> its status and remark, from ``articles.yaml`` (grouped there by status)."""
    chosen: dict[str, dict[str, str]] = {}
    groups = yaml.safe_load((HERE / "articles.yaml").read_text(encoding="utf-8"))
    for status, numbers in groups.items():
        for number, remark in numbers.items():
            if number in chosen:
                raise SystemExit(f"{number} stands twice in articles.yaml")
            chosen[number] = {"status": status, "remark": remark or ""}
    return chosen


def main(arguments: list[str]) -> int:
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    output = Path(arguments[1]) if len(arguments) > 1 else DEFAULT_OUTPUT
    known: dict[str, dict[str, Any]] = {}
    for name in ("articles.json", "legislative.json"):
        known |= json.loads((folder / name).read_text(encoding="utf-8"))
    chosen = selection()
    for number in chosen:
        if number not in known:
            print(f"{number} is not in {folder}", file=sys.stderr)
            return 1
    for number, found in known.items():
        choice = chosen.get(number, {"status": "out_of_scope", "remark": ""})
        above = yaml.safe_dump(header(number, found, choice), allow_unicode=True, sort_keys=False, width=1000)
        key = number.replace(". ", "").replace(" ", "")
        (output / f"{key}.md").write_text(f"---\n{above}---\n{found['text'].strip()}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
