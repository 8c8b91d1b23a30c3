"""What no notification told is found out, and what is silent is asked again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from guichet.office.accounts.models import User
from guichet.office.ledger import queries as ledger
from guichet.office.payments import reconciliation, services
from guichet.office.payments.models import Payment, State
from guichet.office.payments.providers.base import ProviderSilent
from guichet.office.toolbox import chores, clock
from guichet.rights.events import FeePaid
from office.payments.bank import Bank


@pytest.fixture
def payment(bank: Bank, filing: str, payer: User) -> Payment:
    return services.start(stream=filing, account=payer, key="press")


@pytest.mark.parametrize("scenario", ["never", "late", "crash", "success", "twice"])
def test_a_debit_of_which_nobody_told_is_found(bank: Bank, payment: Payment, scenario: str) -> None:
    bank.plays(payment, scenario)
    for _ in range(2):
        reconciliation.run(clock.now())
    payment.refresh_from_db()
    assert payment.state == State.CAPTURED
    assert [entry.type for entry in ledger.history(payment.stream)].count(FeePaid.type) == 1
    assert bank.debits() == [23000]


def test_an_open_payment_stays_open(bank: Bank, payment: Payment) -> None:
    assert reconciliation.run(clock.now() + timedelta(days=30)) == {"sent": 1}


def test_a_payment_whose_reference_was_lost_is_found_by_its_key(bank: Bank, filing: str, payer: User) -> None:
    bank.next(create="silent_after")
    with pytest.raises(ProviderSilent):
        services.start(stream=filing, account=payer, key="press")
    payment = Payment.objects.get()
    assert payment.provider_reference == ""
    bank.plays(payment, "never")
    reconciliation.run(clock.now())
    payment.refresh_from_db()
    assert payment.state == State.CAPTURED and payment.provider_reference.startswith("sim_")


def test_a_payment_that_never_left_is_given_up_after_an_hour(bank: Bank, filing: str, payer: User) -> None:
    bank.next(create="silent_before")
    with pytest.raises(ProviderSilent):
        services.start(stream=filing, account=payer, key="press")
    assert reconciliation.run(clock.now() + timedelta(minutes=59)) == {"created": 1}
    assert reconciliation.run(clock.now() + timedelta(minutes=61)) == {"abandoned": 1}
    assert services.start(stream=filing, account=payer, key="press").state == State.SENT


def test_a_silent_provider_stops_nothing(bank: Bank, payment: Payment) -> None:
    bank.plays(payment, "never")
    bank.next(fetch="error")
    assert reconciliation.run(clock.now()) == {"silent": 1}
    assert reconciliation.run(clock.now()) == {"captured": 1}


def test_a_cancelled_payment_is_abandoned_for_good(bank: Bank, payment: Payment) -> None:
    bank.store.settle(payment.provider_reference, "cancelled")
    assert reconciliation.run(clock.now()) == {"abandoned": 1}
    assert reconciliation.run(clock.now()) == {}


def test_the_clock_process_reconciles() -> None:
    assert "payments.reconciliation" in [chore.name for chore in chores.chores()]
