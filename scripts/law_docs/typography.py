"""French typography, and what Markdown would take for itself."""

from __future__ import annotations

import re
import unicodedata

THIN, FIXED = "\u202f", "\u00a0"
_SPACES = (
    (r" ([;?!])", rf"{THIN}\1"),
    (r" ([:»])", rf"{FIXED}\1"),
    (r"« ", f"«{FIXED}"),
    (r"\b([LRD]\.(?: ?\*)?) (?=\d)", rf"\1{FIXED}"),
    (r"n° ", f"n°{FIXED}"),
    (r"(\d) (?=(?:mois|jours?|ans|années?|semaines?|euros)\b)", rf"\1{FIXED}"),
)


def french(text: str) -> str:
    """With the fixed spaces of French typography."""
    for usual, proper in _SPACES:
        text = re.sub(usual, proper, text)
    return text


def literal(text: str) -> str:
    """Text that Markdown leaves as it is."""
    return re.sub(r"([\\*_\[\]|`#])", r"\\\1", text.replace("&", "&amp;").replace("<", "&lt;"))


def slug(text: str, words: int = 9) -> str:
    """``quand-commencent-les-preparatifs``, for an anchor."""
    plain = unicodedata.normalize("NFD", text.replace("œ", "oe")).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:words])


def cut(text: str, most: int = 90) -> str:
    """The first words of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: line.rfind(' ', 0, most)]} …"


def counted(number: int) -> str:
    """« 1 092 »."""
    return f"{number:,}".replace(",", THIN)
