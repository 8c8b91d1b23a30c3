"""Fees of the proceedings about patents: charged where the tables know the amount on that day, never invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law import fees
from guichet.law.answers import FeeDue


def owed(head: str, *, on: date, year: int | None = None, quantity: int = 1) -> Iterator[FeeDue]:
    """The fee due, or nothing when nobody knows its amount on that day."""
    try:
        yield fees.due(head, on=on, year=year, quantity=quantity)
    except fees.FeeUnknown:
        return
