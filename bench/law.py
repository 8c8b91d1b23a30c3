"""Fold and deadlines of 100,000 generated marks, on one core."""

from __future__ import annotations

from datetime import date

from bench.marks import histories
from bench.measuring import Figure, timed
from guichet.law import trademarks as law

MARKS = 100_000
TODAY = date(2024, 3, 4)


def figures() -> list[Figure]:
    """Marks a second: state only, then state and every open deadline with its reasons."""
    files = histories(MARKS)
    warm = files[:500]

    def fold() -> None:
        for history in files:
            law.status(history)

    def clocks() -> None:
        for history in files:
            law.deadlines(history, on=TODAY)

    for history in warm:
        law.status(history), law.deadlines(history, on=TODAY)
    folding, counting = timed(fold), timed(clocks)
    both = MARKS / (folding + counting)
    return [
        Figure(f"state of {MARKS:,} marks, one core", f"{MARKS / folding:,.0f} marks/s"),
        Figure(f"open deadlines of {MARKS:,} marks with their reasons, one core", f"{MARKS / counting:,.0f} marks/s"),
        Figure("state and open deadlines together, one core", f"{both:,.0f} marks/s", "20,000 marks/s"),
    ]
