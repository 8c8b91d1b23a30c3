"""Write the second part of ``docs/glossary.md``: events, states and acts of every procedure, as the code names them.

What stands above the mark is written by hand; what stands below comes from ``guichet.law.registry``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from guichet.law.registry import procedures
from guichet.rights.proceeding import Proceeding

GLOSSARY = Path(__file__).resolve().parent.parent / "docs" / "glossary.md"
MARK = "<!-- Below this line: written by scripts/write_glossary.py; do not edit by hand. -->"


def generated() -> str:
    """The part below the mark."""
    lines = [MARK]
    for kind, procedure in procedures().items():
        lines += ["", f"## {procedure.proceeding.title} (`{kind}`)", ""]
        lines += ["| English | French | Article |", "| --- | --- | --- |"]
        lines += [f"| {english} | {french} | {article} |" for english, french, article in entries(procedure.proceeding)]
    return "\n".join(lines) + "\n"


def entries(proceeding: Proceeding) -> Iterator[tuple[str, str, str]]:
    """Events, states and acts of a kind of file, each with its French name and its article."""
    rows = proceeding.lifecycle.rows
    events = {row.event.type: row.event for row in rows}
    events |= {event.type: event for event in proceeding.lifecycle.neutral if event.label}
    yield from ((f"event `{stored}`", event.label, event.article) for stored, event in sorted(events.items()))
    reached: dict[tuple[str, str], str] = {}
    for row in rows:
        reached.setdefault((row.region, row.to), row.source.article)
    for (region, state), article in reached.items():
        yield f"{region} state `{state}`", proceeding.labels[state], article
    yield from ((f"act `{act.name}`", act.label, act.article) for act in proceeding.own_acts)


def main() -> int:
    by_hand = GLOSSARY.read_text(encoding="utf-8").partition(MARK)[0].rstrip("\n")
    GLOSSARY.write_text(f"{by_hand}\n\n{generated()}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
