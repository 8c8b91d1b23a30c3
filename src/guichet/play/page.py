"""Lines of a page: what is longer than a hundred columns goes on below, under its own indent."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable

WIDTH = 100
_TOGETHER = re.compile(r"(?<=«) | (?=[»:;?!€×])|(?<=\b[LRD]\.) |(?<=\bal\.) ")
"""Spaces where a line never breaks: inside French quotation marks, before a sign, inside the number of an article."""


def page(lines: Iterable[str]) -> str:
    """The lines as one text, none longer than WIDTH unless one word is."""
    return "\n".join(short for line in lines for short in _wrapped(line))


def _wrapped(line: str) -> list[str]:
    if len(line) <= WIDTH:
        return [line]
    indent = len(line) - len(line.lstrip())
    wrapper = textwrap.TextWrapper(
        width=WIDTH, subsequent_indent=" " * (indent + 2), break_on_hyphens=False, break_long_words=False
    )
    return [short.replace("\0", " ") for short in wrapper.wrap(_TOGETHER.sub("\0", line))]
