"""Two times: what was in force on a day, as the office knew it at an instant."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from guichet.office.ledger import queries
from guichet.office.toolbox import clock

STREAM = "trademark/249999001"
pytestmark = pytest.mark.django_db


@pytest.fixture
def file(pen):
    """Filed and known on 4 March; learnt on 10 April, in force since 20 March; known on 12 April, in force in May."""
    pen.write("filed", on=date(2024, 3, 4), at=at(2024, 3, 4))
    pen.write("assigned", on=date(2024, 3, 20), at=at(2024, 4, 10))
    pen.write("limited", on=date(2024, 4, 12), effective_on=date(2024, 5, 2), at=at(2024, 4, 12))


def at(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 10, tzinfo=clock.PARIS)


@pytest.mark.parametrize(
    ("effective_on", "known_at", "seen"),
    [
        (date(2024, 3, 3), at(2024, 12, 31), []),
        (date(2024, 3, 4), at(2024, 3, 4), ["filed"]),
        (date(2024, 3, 25), at(2024, 3, 25), ["filed"]),
        (date(2024, 3, 25), at(2024, 4, 10), ["filed", "assigned"]),
        (date(2024, 3, 19), at(2024, 12, 31), ["filed"]),
        (date(2024, 5, 1), at(2024, 12, 31), ["filed", "assigned"]),
        (date(2024, 5, 2), at(2024, 12, 31), ["filed", "assigned", "limited"]),
        (date(2024, 5, 2), at(2024, 4, 11), ["filed", "assigned"]),
    ],
)
def test_in_force_on_a_day_as_known_at_an_instant(file, effective_on, known_at, seen):
    entries = queries.as_at(STREAM, effective_on=effective_on, known_at=known_at)
    assert [entry.payload["notice"] for entry in entries] == seen
