"""Fold and deadlines of generated marks, on one core."""

from __future__ import annotations

from datetime import date

from bench.marks import histories
from bench.measuring import Figure, scaled, timed
from guichet.law import trademarks as law

TODAY = date(2024, 3, 4)


def figures() -> list[Figure]:
    """Marks a second: state only, then state and every open deadline with its reasons."""
    marks = scaled(100_000)
    files = histories(marks, today=TODAY)

    def fold() -> None:
        for history in files:
            law.status(history)

    def clocks() -> None:
        for history in files:
            law.deadlines(history, on=TODAY)

    for history in files[:500]:
        law.status(history), law.deadlines(history, on=TODAY)
    folding, counting = timed(fold), timed(clocks)
    return [
        Figure(f"state of {marks:,} marks, one core", f"{marks / folding:,.0f} marks/s"),
        Figure(f"open deadlines of {marks:,} marks with their reasons, one core", f"{marks / counting:,.0f} marks/s"),
        Figure(
            "state and open deadlines together, one core",
            f"{marks / (folding + counting):,.0f} marks/s",
            "20,000 marks/s",
        ),
    ]
