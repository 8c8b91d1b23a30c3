"""The web process or the worker is killed between any two steps of a payment: one debit, one act, one receipt."""

from __future__ import annotations

import httpx
import pytest

from crash.conftest import Bank
from crash.office import Office
from guichet.office.payments.models import Payment, State


def redirected(answer: httpx.Response | None) -> bool:
    return answer is not None and answer.status_code == 303


@pytest.mark.parametrize("place", ["payments.after_create", "payments.after_send"])
def test_killed_before_the_payer_is_sent_away(office: Office, place: str) -> None:
    """The payer saw an error and presses again: the same payment, the same page of the provider."""
    stream = office.receives_a_filing()
    with office.web(dies_at=place):
        assert office.presses_pay(stream) is None
    with office.web():
        assert redirected(office.presses_pay(stream))
        assert len(office.checkouts(stream)) == 1
        office.pays_by_card(stream)
    office.is_proved_right(stream)


def test_killed_before_the_reference_is_kept_and_paid_all_the_same(office: Office) -> None:
    """Nobody presses again; the worker finds the debit by our key."""
    stream = office.receives_a_filing()
    with office.web(dies_at="payments.after_send"):
        assert office.presses_pay(stream) is None
    assert Payment.objects.get(stream=stream).provider_reference == ""
    office.pays_by_card(stream, "never")
    office.worker()
    office.is_proved_right(stream)


@pytest.mark.parametrize(
    "place", ["payments.before_capture_commit", "payments.after_capture", "payments.during_receipt"]
)
def test_killed_while_the_provider_tells(office: Office, place: str) -> None:
    """The notification was not acknowledged: it is told again after the restart, besides what the worker finds."""
    stream = office.receives_a_filing()
    with office.web(dies_at=place):
        assert redirected(office.presses_pay(stream))
        office.pays_by_card(stream)
    with office.web():
        office.bank("deliver")
    office.worker()
    office.is_proved_right(stream)


@pytest.mark.parametrize(
    "place", ["payments.before_capture_commit", "payments.after_capture", "payments.during_receipt"]
)
def test_worker_killed_while_it_reconciles(office: Office, place: str) -> None:
    """The provider never told; the worker finds out, is killed, and its successor finishes."""
    stream = office.receives_a_filing()
    with office.web():
        assert redirected(office.presses_pay(stream))
        office.pays_by_card(stream, "never")
    office.worker(dies_at=place)
    office.worker()
    office.is_proved_right(stream)


def test_the_provider_is_killed_after_the_debit(office: Office, bank: Bank) -> None:
    stream = office.receives_a_filing()
    with office.web():
        assert redirected(office.presses_pay(stream))
        office.pays_by_card(stream, "late")
        bank.stop()
        bank.start()
        office.bank("release")
    office.is_proved_right(stream)


def test_the_provider_is_away_when_the_payer_presses(office: Office, bank: Bank) -> None:
    """The page says that nothing is lost; the second try is the same payment."""
    stream = office.receives_a_filing()
    with office.web():
        bank.stop()
        answer = office.presses_pay(stream)
        assert answer is not None and answer.status_code == 503 and "Rien n'est perdu" in answer.text
        assert Payment.objects.get(stream=stream).state == State.CREATED
        bank.start()
        assert redirected(office.presses_pay(stream))
        office.pays_by_card(stream)
    office.is_proved_right(stream)
