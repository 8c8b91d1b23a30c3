"""Two tabs, two notifications, a notification and the worker: at the same moment, still one payment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

from crash.office import Office
from guichet.office.payments.models import Payment


def together(*steps: Callable[[], Any]) -> list[Any]:
    """Do these at the same moment, outside of the test's own connection."""
    with ThreadPoolExecutor(len(steps)) as threads:
        return [one.result() for one in [threads.submit(step) for step in steps]]


def test_two_tabs_pressed_at_once_are_one_payment(office: Office) -> None:
    stream = office.receives_a_filing()
    with office.web():
        one_tab, other_tab = office.opens_a_tab(stream), office.opens_a_tab(stream)
        answers = together(one_tab, other_tab, one_tab, other_tab)
        assert {answer.status_code for answer in answers} == {303}
        assert len({answer.headers["Location"] for answer in answers}) == 1
        assert Payment.objects.filter(stream=stream).count() == len(office.checkouts(stream)) == 1
        office.pays_by_card(stream)
    office.is_proved_right(stream)


def test_the_same_news_told_many_times_at_once_counts_once(office: Office) -> None:
    stream = office.receives_a_filing()
    with office.web():
        office.presses_pay(stream)
        office.pays_by_card(stream, "late")
        tell = office.teller(stream)
        answers: list[httpx.Response] = together(tell, tell, tell, tell)
        assert {answer.status_code for answer in answers} == {204}
    office.worker()
    office.is_proved_right(stream)


def test_news_that_races_the_worker_counts_once(office: Office) -> None:
    stream = office.receives_a_filing()
    with office.web():
        office.presses_pay(stream)
        office.pays_by_card(stream, "late")
        tell = office.teller(stream)
        together(tell, office.worker, tell)
    office.worker()
    office.is_proved_right(stream)
