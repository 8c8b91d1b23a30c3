"""Write ``docs/law``: every article with what rests on it, how far the code is covered, open questions, fees.

Usage: python scripts/write_law_docs.py [OUTPUT_FOLDER | --check]

Everything is read from ``guichet.law`` and from the case tables. --check: change nothing; end with status 1 when the
pages kept are not what would be written.
"""

from __future__ import annotations

import sys
from pathlib import Path

from law_docs import articles, overview, tables
from law_docs.places import pages

DEFAULT_OUTPUT = Path(__file__).resolve().parent.parent / "docs" / "law"
NOTICE = "<!-- Written by scripts/write_law_docs.py; do not edit by hand. -->\n\n"


def written() -> dict[str, str]:
    """Path in ``docs/law`` -> the page."""
    found = {
        "README.md": overview.index(),
        "coverage.md": overview.coverage(),
        "undecided.md": tables.undecided(),
        "fees.md": tables.fee_table(),
        **{page.path: articles.page(page) for page in pages()},
    }
    return {path: f"{NOTICE}{text.rstrip()}\n" for path, text in found.items()}


def kept(folder: Path) -> dict[str, str]:
    """The pages that stand there, by their path."""
    found = sorted(folder.rglob("*.md"))
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


def main(arguments: list[str]) -> int:
    wanted = written()
    if arguments == ["--check"]:
        there = kept(DEFAULT_OUTPUT)
        stale = sorted(path for path in {*wanted, *there} if wanted.get(path) != there.get(path))
        if stale:
            print(f"To write again (make law): {', '.join(stale)}", file=sys.stderr)
        return 1 if stale else 0
    folder = Path(arguments[0]) if arguments else DEFAULT_OUTPUT
    for path in kept(folder).keys() - wanted.keys() if folder.exists() else ():
        (folder / path).unlink()
    for path, text in wanted.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    print(f"{len(wanted)} pages in {folder}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
