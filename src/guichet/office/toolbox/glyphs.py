"""Which characters the vendored fonts can draw. A PDF/A refuses a missing glyph: it is replaced before.

The character maps are read from the fonts themselves (tables ``cmap`` of formats 4 and 12).
"""

from __future__ import annotations

import struct
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent / "typst" / "fonts"
REPLACEMENT = "\N{WHITE SQUARE}"
_WITHOUT_GLYPH = {"\n", "\t", "\r"}


def printable(value: Any) -> tuple[Any, set[str]]:
    """The same data with what cannot be drawn replaced by a white square, and the set of what was replaced."""
    lost: set[str] = set()
    return _walk(value, lost), lost


def _walk(value: Any, lost: set[str]) -> Any:
    if isinstance(value, str):
        return _text(value, lost)
    if isinstance(value, dict):
        return {key: _walk(item, lost) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_walk(item, lost) for item in value]
    return value


def _text(text: str, lost: set[str]) -> str:
    if text.isascii() and text.isprintable():
        return text
    known = drawable()
    return "".join(_character(character, known, lost) for character in unicodedata.normalize("NFC", text))


def _character(character: str, known: frozenset[int], lost: set[str]) -> str:
    if character in _WITHOUT_GLYPH or ord(character) in known:
        return character
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Mn"):  # control, format, lone surrogate, accent
        return ""
    lost.add(character)
    return REPLACEMENT


@lru_cache(maxsize=1)
def drawable() -> frozenset[int]:
    """Every code point that every weight of at least one family can draw."""
    families: dict[str, list[set[int]]] = {}
    for font in sorted(FONTS.glob("*.ttf")):
        families.setdefault(font.stem.partition("-")[0], []).append(_character_map(font.read_bytes()))
    covered = set[int]().union(*(set.intersection(*maps) for maps in families.values()))
    return frozenset(code for code in covered if unicodedata.category(chr(code)) != "Co")  # private use: PDF/A refuses


def _character_map(font: bytes) -> set[int]:
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0]
        for at in range(12, 12 + 16 * struct.unpack_from(">H", font, 4)[0], 16)
    }
    start = tables[b"cmap"]
    found: set[int] = set()
    for index in range(struct.unpack_from(">H", font, start + 2)[0]):
        platform, _, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * index)
        kind = struct.unpack_from(">H", font, start + offset)[0]
        if platform in (0, 3) and kind in (4, 12):
            found |= (_format_4 if kind == 4 else _format_12)(font, start + offset)
    return found


def _format_4(font: bytes, at: int) -> set[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends, starts = at + 14, at + 16 + 2 * count
    deltas, offsets = starts + 2 * count, starts + 4 * count
    found: set[int] = set()
    for index in range(count):
        first = struct.unpack_from(">H", font, starts + 2 * index)[0]
        last = struct.unpack_from(">H", font, ends + 2 * index)[0]
        delta = struct.unpack_from(">H", font, deltas + 2 * index)[0]
        offset = struct.unpack_from(">H", font, offsets + 2 * index)[0]
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                glyph = struct.unpack_from(">H", font, offsets + 2 * index + offset + 2 * (code - first))[0]
            if glyph and (glyph + delta) & 0xFFFF:
                found.add(code)
    return found


def _format_12(font: bytes, at: int) -> set[int]:
    found: set[int] = set()
    for index in range(struct.unpack_from(">I", font, at + 12)[0]):
        first, last, glyph = struct.unpack_from(">III", font, at + 16 + 12 * index)
        found.update(range(first if glyph else first + 1, last + 1))
    return found
