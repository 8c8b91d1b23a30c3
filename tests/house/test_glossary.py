"""The glossary knows every event, every state and every act, with a French name and an article that exists."""

from __future__ import annotations

from pathlib import Path

import pytest

import guichet.law.trademarks as law
from guichet.law.sources import article
from guichet.rights import bulletin
from guichet.rights.events import event_types
from guichet.rights.trademarks import words
from guichet.rights.trademarks.acts import ACTS
from guichet.rights.trademarks.lifecycle import TRADEMARK

GLOSSARY = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in GLOSSARY.splitlines()
    if line.startswith("| ") and not line.startswith(("| English", "| ---"))
]
KNOWN = {row[0]: row for row in ROWS}


def _wanted() -> list[str]:
    events = [f"event `{stored}`" for stored in event_types()]
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
    for stored in event_types():
        if stored.startswith(bulletin.__name__.rsplit(".", 1)[-1]):
            continue
        assert KNOWN[f"event `{stored}`"][2:] == (words.event_name(stored), words.event_article(stored))
    for name in ACTS:
        assert KNOWN[f"act `{name}`"][2:] == words.ACTS[name]
    for state, label in law.LABELS.items():
        assert KNOWN[f"application state `{state}`"][2] == label
