"""Words are found whatever their case, accents and ligatures, in every script."""

from __future__ import annotations

import pytest

from guichet.standards.folding import fold, trigrams


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Œuvre d'Été", "oeuvre d ete"),
        ("  STRAẞE & co. ", "strasse co"),
        ("ΛΌΓΟΣ", "λογος"),
        ("漢字", "漢字"),
        ("n° 24 5 000 001", "n 24 5 000 001"),
        ("…", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_short_word_is_its_own_piece() -> None:
    assert trigrams("le lumi") == ["le", "lum", "umi"]
