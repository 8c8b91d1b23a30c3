"""Fold and deadlines of generated marks, patents and designs, on one core; OpenFisca-core beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from bench.marks import histories
from bench.measuring import Figure, scaled, timed
from guichet.law import trademarks as law
from guichet.law.registry import laws
from guichet.play.running import histories as played
from guichet.play.scenario import load
from guichet.rights.events import Happened

EXAMPLES = Path(__file__).parents[1] / "examples"
SCENARIOS = {"patents": ("patent", "brevet.yaml"), "designs": ("design", "dessin.yaml")}
TODAY = date(2024, 3, 4)


def figures() -> list[Figure]:
    """Rights a second: state and open deadlines with their reasons, for each right; then the peer."""
    found = marks_figures()
    for what, (kind, example) in SCENARIOS.items():
        found += rights_figures(what, kind, lives(example, scaled(20_000)))
    return [*found, *peer()]


def marks_figures() -> list[Figure]:
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


def lives(example: str, count: int) -> list[list[Happened]]:
    """So many histories, cut at every stage of the life that an example plays, and begun on some 2,000 days."""
    whole = next(iter(played(load((EXAMPLES / example).read_text(encoding="utf-8"))).values()))
    stages = [whole[: length + 1] for length in range(len(whole))]
    return [shifted(stages[i % len(stages)], i % 2_003) for i in range(count)]


def shifted(history: Sequence[Happened], days: int) -> list[Happened]:
    """The same life, so many days later."""
    return [Happened(each.event, each.on + timedelta(days=days)) for each in history]


def rights_figures(what: str, kind: str, files: Sequence[Sequence[Happened]]) -> list[Figure]:
    """Files of a kind folded and asked for their deadlines, a second: first the state, then both together."""
    asked, on = laws()[kind], date(2030, 1, 2)
    for history in files:
        asked.deadlines(history, on=on)

    def fold() -> None:
        for history in files:
            asked.status(history)

    def both() -> None:
        for history in files:
            asked.deadlines(history, on=on)

    folding, counting = timed(fold), timed(both)
    events = sum(len(history) for history in files) / len(files)
    return [
        Figure(f"state of {len(files):,} {what} ({events:.0f} events each), one core", rate(len(files), folding, what)),
        Figure(
            f"fold and open deadlines of {len(files):,} {what} with their reasons, one core",
            rate(len(files), counting, what),
            f"20,000 {what}/s",
        ),
    ]


def peer() -> list[Figure]:
    """OpenFisca-core and this library: the term of a mark and the renewal fee in force, for as many marks."""
    from bench import openfisca

    marks, few = scaled(100_000), scaled(500, least=50)
    filed = [date(2014, 1, 1) + timedelta(days=i % 4_000) for i in range(marks)]
    ours = timed(lambda: renewals(filed))
    theirs, singly = openfisca.seconds(filed, TODAY), openfisca.seconds_one_by_one(filed[:few], TODAY)
    return [
        Figure(
            f"term and renewal fee of {marks:,} marks, with their reasons (each of 4,000 filing days reckoned once)",
            rate(marks, ours, "marks"),
        ),
        Figure(f"the same by OpenFisca-core, one vector of {marks:,}, no reasons", rate(marks, theirs, "marks")),
        Figure(f"the same by OpenFisca-core, one simulation for each of {few:,}", rate(few, singly, "marks")),
    ]


def renewals(filed: Sequence[date]) -> int:
    """The renewal fees of all these marks on the day of the measure, as the library explains them."""
    from guichet.law import fees
    from guichet.law.trademarks.registration import expiry

    fee = fees.due("trademark.renewal", on=TODAY)
    return sum(fee.amount_cents for day in filed if expiry(day).date >= TODAY)


def rate(count: int, seconds: float, what: str) -> str:
    return f"{count / seconds:,.0f} {what}/s"
