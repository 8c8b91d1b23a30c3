"""How an answer about texts is laid out: wrapped and in bold in a terminal, verbatim in a pipe."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap

WIDEST = 96


def in_terminal() -> bool:
    return sys.stdout.isatty()


def bold(text: str) -> str:
    """In bold in a terminal that may show it, between asterisks elsewhere."""
    if in_terminal() and "NO_COLOR" not in os.environ:
        return f"\033[1m{text}\033[0m"
    return f"**{text}**" if not in_terminal() else text


def heading(text: str) -> str:
    """A heading: bold in a terminal, plain elsewhere."""
    return bold(text) if in_terminal() else text


def wrapped(text: str, indent: str = "", hanging: str = "") -> str:
    """Paragraphs wrapped to the terminal; as they are, but for the indent, when nobody looks.

    hanging: added before the lines of a paragraph after the first.
    """
    if not in_terminal():
        return "\n".join(f"{indent}{line}".rstrip() for line in text.split("\n"))
    width = min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns)
    kept = re.sub(r"\b([LRD]\.\*?) (?=\d)", "\\1\u00a0", text)
    wrap = textwrap.TextWrapper(width, indent, indent + hanging, break_on_hyphens=False, break_long_words=False)
    return "\n".join(line for paragraph in kept.split("\n") for line in wrap.wrap(paragraph) or [""])


def listed(items: list[str], most: int) -> list[str]:
    """Items behind a dash, so many at most, then how many are left."""
    found = [wrapped(f"– {item}", "  ", "  ") for item in items[:most]]
    left = len(items) - most
    return [*found, f"  – et {left} autre{'s' if left > 1 else ''}"] if left > 0 else found
