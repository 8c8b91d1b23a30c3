"""How words are compared in a search: case, accents, ligatures and punctuation do not count; every script does."""

from __future__ import annotations

import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss"})


def fold(text: str) -> str:
    """Lower case, without accents, punctuation as single spaces: « Œuvre d'Été » gives ``oeuvre d ete``."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_LIGATURES))
    kept = "".join(letter if letter.isalnum() else " " for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(kept.split())


def trigrams(folded: str) -> list[str]:
    """Sorted three-letter pieces of the words of a folded text, and its shorter words whole."""
    return sorted({word[i : i + 3] for word in folded.split() for i in range(max(1, len(word) - 2))})
