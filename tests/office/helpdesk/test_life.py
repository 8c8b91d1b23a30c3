"""The life of a request: every state and every act."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from guichet.office.helpdesk import hours, services
from guichet.office.helpdesk.models import Request
from guichet.office.toolbox import clock

ACTS = ("take", "answer", "close", "write")
AFTER = {
    "received": {"take": "in_hand", "answer": "answered", "close": "closed", "write": "received"},
    "in_hand": {"take": "in_hand", "answer": "answered", "close": "closed", "write": "in_hand"},
    "answered": {"take": "in_hand", "answer": "answered", "close": "closed", "write": "received"},
    "closed": {"take": None, "answer": None, "close": None, "write": "received"},
}


@pytest.mark.django_db
@pytest.mark.parametrize("state", AFTER)
@pytest.mark.parametrize("act", ACTS)
def test_each_act_in_each_state(asked, nadia, state, act) -> None:
    settled = clock.now() if state in ("answered", "closed") else None
    Request.objects.filter(pk=asked.pk).update(state=state, settled_at=settled)
    values = {
        "take": {"agent": nadia}, "answer": {"agent": nadia, "text": "x"}, "close": {"agent": nadia},
        "write": {"by": "account:x", "text": "x"},
    }[act]  # fmt: skip
    expected = AFTER[state][act]
    if expected is None:
        with pytest.raises(services.NotNow):
            getattr(services, act)(request=asked, at=clock.now(), **values)
        expected = state
    else:
        getattr(services, act)(request=asked, at=clock.now(), **values)
    asked.refresh_from_db()
    assert asked.state == expected
    assert (asked.settled_at is None) is (expected in ("received", "in_hand"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [{"state": "answered"}, {"settled_at": "2024-03-04T10:00Z"}, {"user": None}, {"kind": "call_back"}],
)
def test_the_database_refuses_what_cannot_be(asked, wrong) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(pk=asked.pk).update(**wrong)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [((2024, 3, 4, 9), True), ((2024, 3, 4, 17), True), ((2024, 3, 4, 18), False), ((2024, 3, 4, 8), False),
     ((2024, 3, 9, 11), False), ((2024, 3, 10, 11), False), ((2024, 5, 1, 11), False), ((2024, 5, 9, 11), False),
     ((2024, 5, 10, 11), True), ((2199, 1, 4, 11), False)],
)  # fmt: skip
def test_the_telephone_is_answered_on_working_days_from_nine_to_six(office_clock, moment, is_open) -> None:
    assert hours.is_open(office_clock.on(*moment)) is is_open


def test_the_days_offered_leave_out_holidays_and_an_evening_too_late(office_clock) -> None:
    days = [day for day, _ in hours.days(office_clock.on(2024, 5, 7, 17))]
    assert days[:4] == ["2024-05-10", "2024-05-13", "2024-05-14", "2024-05-15"]
    assert len(days) == hours.DAYS_AHEAD
    assert hours.times()[0] == ("09:00", "9 h")
    assert hours.times()[-1] == ("17:30", "17 h 30")
