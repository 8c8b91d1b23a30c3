"""« À vous d'agir » is one thing everywhere: the portal counts and shows what the agenda says waits for the holder."""

from __future__ import annotations

from datetime import date

import pytest

from guichet.office.agenda import queries as agenda
from guichet.office.agenda.models import OpenDeadline
from guichet.office.portfolio import queries
from guichet.office.toolbox import clock

CASES = [
    ("trademark/1", "applicant", True),
    ("trademark/1", "holder", True),
    ("trademark/1", "office", False),
    ("trademark/1", "anyone", False),
    ("trademark_opposition/1", "opponent", True),
    ("trademark_opposition/1", "holder", False),
    ("trademark_nullity/1", "requester", True),
    ("trademark_nullity/1", "applicant", False),
    ("patent_opposition/1", "holder", False),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("stream", "who", "ours"), CASES)
def test_whose_turn_it_is(office_clock, stream, who, ours) -> None:
    office_clock.on(2024, 3, 4)
    deadline = OpenDeadline.objects.create(
        key=f"{stream}|x", deadline_id="x", stream=stream, who=who, label="Répondre", last_day=date(2024, 4, 4),
        automatic=False, because=[], last_position=1, known_at=clock.now(),
    )  # fmt: skip
    assert agenda.is_ours(deadline) is ours
    assert queries.ours().exists() is ours
    assert (stream in queries.next_deadlines([stream])) is ours
