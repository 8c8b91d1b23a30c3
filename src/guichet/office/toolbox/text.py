"""Folding of text for search: case, accents and ligatures do not count."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})
_NOT_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Lower case, without accents, punctuation as single spaces: « Œuvre d'Été » gives ``oeuvre d ete``."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", plain.translate(_LIGATURES)).strip()


def trigrams(folded: str) -> list[str]:
    """Sorted three-letter pieces of the words of a folded text, and its shorter words whole."""
    return sorted({word[i : i + 3] for word in folded.split() for i in range(max(1, len(word) - 2))})
