"""Money goes back where R. 411-17 says so, once, and the ledger says it when it has gone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import transaction

from factories.trademarks import happens
from guichet.office.accounts.models import User
from guichet.office.ledger import followers
from guichet.office.ledger import queries as ledger
from guichet.office.payments import reconciliation, services
from guichet.office.payments.models import Payment, State
from guichet.office.payments.providers.base import ProviderSilent
from guichet.office.toolbox import clock
from guichet.rights.events import FeeRefunded
from guichet.rights.trademarks.events import CompletionInvited, FoundInadmissible
from office.payments.bank import Bank


@pytest.fixture
def captured(bank: Bank, filing: str, payer: User) -> Payment:
    payment = services.start(stream=filing, account=payer, key="press")
    bank.plays(payment, "success")
    return services.ask(payment)


@pytest.fixture
def inadmissible(captured: Payment, day: Any) -> Payment:
    """Paid, invited to complete, not completed: inadmissible."""
    day.on(2024, 5, 2)
    happens(captured.stream, CompletionInvited("n-1", ("mark",), 1), on=date(2024, 3, 8))
    happens(captured.stream, FoundInadmissible("n-2", ("mark",)), on=date(2024, 5, 2))
    followers.catch_up()
    captured.refresh_from_db()
    return captured


def refunded(stream: str) -> list[dict[str, Any]]:
    return [entry.payload for entry in ledger.history(stream) if entry.type == FeeRefunded.type]


def test_R411_17_inadmissible_gives_deposit_and_class_fees_back(bank: Bank, inadmissible: Payment) -> None:
    assert (inadmissible.state, inadmissible.refund_cents) == (State.REFUND_DUE, 23000)
    assert "irrecevable" in inadmissible.refund_reason
    assert reconciliation.run(clock.now())["refunded"] == 1
    inadmissible.refresh_from_db()
    assert (inadmissible.state, inadmissible.refunded_cents) == (State.REFUNDED, 23000)
    assert bank.refunds() == [23000]
    (entry,) = refunded(inadmissible.stream)
    assert (entry["amount_cents"], entry["because"]) == (23000, FoundInadmissible.type)


def test_the_news_read_twice_gives_back_once(bank: Bank, inadmissible: Payment) -> None:
    for _ in range(2):
        services.owe_refunds(inadmissible.stream)
        reconciliation.run(clock.now())
    assert bank.refunds() == [23000] and len(refunded(inadmissible.stream)) == 1


def test_a_silent_provider_leaves_the_refund_due(bank: Bank, inadmissible: Payment) -> None:
    bank.next(refund="silent_after")
    with pytest.raises(ProviderSilent):
        services.refund(inadmissible)
    assert refunded(inadmissible.stream) == []
    assert reconciliation.run(clock.now())["refunded"] == 1
    assert bank.refunds() == [23000] and len(refunded(inadmissible.stream)) == 1


def test_a_second_debit_for_a_paid_debt_goes_back(bank: Bank, captured: Payment) -> None:
    """Two pages of the provider were open for one debt, and both were paid: only the surplus goes back."""
    twin = second_payment(captured)
    bank.plays(twin, "success")
    services.ask(twin)
    followers.catch_up()
    assert reconciliation.run(clock.now())["refunded"] == 1
    captured.refresh_from_db()
    twin.refresh_from_db()
    assert (captured.state, twin.state) == (State.CAPTURED, State.REFUNDED)
    assert bank.debits() == [23000, 23000] and bank.refunds() == [23000]


def second_payment(captured: Payment) -> Payment:
    """What a payment abandoned and then paid looks like: open at the provider beside a captured one."""
    with transaction.atomic():
        twin = Payment.objects.create(
            stream=captured.stream,
            account=captured.account,
            debt=captured.debt,
            fees=captured.fees,
            amount_cents=captured.amount_cents,
            idempotency_key="twin",
            provider="simulator",
            state=State.ABANDONED,
            created_at=clock.now(),
        )
    services.send(twin)
    return twin
