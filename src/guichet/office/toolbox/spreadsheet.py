"""Tables for a spreadsheet: CSV as French programs open it, in which no cell is taken for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from io import StringIO

from guichet.office.toolbox.clock import PARIS

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a spreadsheet recognises a cell that it would compute."""


def as_csv(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """UTF-8 with its mark, columns parted by semicolons."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """The cell, behind an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def instant(at: datetime) -> str:
    """« 2024-03-04 12:00:00 », in Paris: sorted as text, it is in order."""
    return at.astimezone(PARIS).strftime("%Y-%m-%d %H:%M:%S")
