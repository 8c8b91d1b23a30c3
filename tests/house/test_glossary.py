"""The glossary knows every event, every state and every act, with a French name and an article that exists."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import guichet.law.trademarks as law
from guichet.law.registry import procedures
from guichet.law.sources import article
from guichet.rights import bulletin
from guichet.rights.events import event_types
from guichet.rights.trademarks import words
from guichet.rights.trademarks.acts import ACTS
from guichet.rights.trademarks.lifecycle import TRADEMARK

ROOT = Path(__file__).parents[2]
MARK = "<!-- Below this line"
BY_HAND, _, GENERATED = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").partition(MARK)
NAMED = [stored for stored, kind in event_types().items() if not kind.label and kind.__module__.startswith("guichet.")]
"""Events that do not carry their French name themselves."""
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in BY_HAND.splitlines()
    if line.startswith("| ") and not line.startswith(("| English", "| ---"))
]
KNOWN = {row[0]: row for row in ROWS}


def _wanted() -> list[str]:
    events = [f"event `{stored}`" for stored in NAMED]
    states = {f"{region} state `{state}`" for region, state in TRADEMARK.initial}
    states |= {f"{row.region} state `{row.state}`" for row in TRADEMARK.rows}
    states |= {f"{row.region} state `{row.to}`" for row in TRADEMARK.rows}
    return [*events, *sorted(states), *(f"act `{name}`" for name in ACTS)]


@pytest.mark.parametrize("entry", _wanted())
def test_every_event_state_and_act_is_in_the_glossary(entry: str) -> None:
    english, st96, french, cited = KNOWN[entry]
    assert french and st96
    assert article(cited).text


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_every_line_has_four_cells_and_a_known_article(row: tuple[str, ...]) -> None:
    assert len(row) == 4
    assert article(row[3]).text


def test_no_word_is_defined_twice() -> None:
    assert len(KNOWN) == len(ROWS)


def test_code_and_glossary_give_the_same_french_names() -> None:
    for stored in NAMED:
        if stored.startswith(bulletin.__name__.rsplit(".", 1)[-1]):
            continue
        assert KNOWN[f"event `{stored}`"][2:] == (words.event_name(stored), words.event_article(stored))
    for name in ACTS:
        assert KNOWN[f"act `{name}`"][2:] == words.ACTS[name]
    for state, label in law.LABELS.items():
        assert KNOWN[f"application state `{state}`"][2] == label


def test_the_part_below_the_mark_is_what_the_procedures_say() -> None:
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        from write_glossary import entries, generated
    finally:
        sys.path.pop(0)
    assert f"{MARK}{GENERATED}" == generated(), "run scripts/write_glossary.py"
    for procedure in procedures().values():
        for english, french, cited in entries(procedure.proceeding):
            assert french and "|" not in french, english
            assert article(cited).text
