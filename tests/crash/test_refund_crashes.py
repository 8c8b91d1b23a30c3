"""The worker is killed between any two steps of a refund: the money goes back once, and the ledger says so once."""

from __future__ import annotations

from datetime import datetime

import pytest

from crash.office import Office
from factories.trademarks import happens
from guichet.office.toolbox import clock
from guichet.rights.trademarks.events import CompletionInvited, FoundInadmissible


@pytest.mark.parametrize("place", ["payments.before_refund", "payments.after_refund", "payments.before_refund_commit"])
def test_R411_17_worker_killed_while_it_gives_back(office: Office, place: str) -> None:
    stream = office.receives_a_filing()
    happens(stream, CompletionInvited("n-1", ("mark",), 1), on=clock.today())
    with office.web():
        office.presses_pay(stream)
        office.pays_by_card(stream, "never")
    clock.move_to(datetime(2024, 5, 2, 10, tzinfo=clock.PARIS))
    happens(stream, FoundInadmissible("n-2", ("mark",)), on=clock.today())
    office.worker(dies_at=place)
    office.worker()
    office.is_proved_right(stream, refunded=True)
