"""A debit is noted once, on the day of the debit, in the payment and in the ledger together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from guichet.office.accounts.models import User
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.recorded import Recorded
from guichet.office.payments import queries, reconciliation, services
from guichet.office.payments.models import Payment, State
from guichet.office.payments.providers.base import ProviderStatus
from guichet.office.toolbox import clock
from guichet.rights.events import FeePaid
from office.payments.bank import Bank


@pytest.fixture
def payment(bank: Bank, filing: str, payer: User) -> Payment:
    return services.start(stream=filing, account=payer, key="press")


def paid(stream: str) -> list[Recorded]:
    return [entry for entry in ledger.history(stream) if entry.type == FeePaid.type]


def test_a_debit_is_recorded_with_its_fees(bank: Bank, payment: Payment) -> None:
    bank.plays(payment, "success")
    assert services.ask(payment).state == State.CAPTURED
    (entry,) = paid(payment.stream)
    assert entry.payload == {
        "heads": ["trademark.deposit", "trademark.class"], "amount_cents": 23000, "payment": str(payment.reference),
    }  # fmt: skip
    assert entry.actor == "provider:simulator"
    assert queries.due(payment.stream) == ()


def test_the_same_debit_told_again_changes_nothing(bank: Bank, payment: Payment) -> None:
    bank.plays(payment, "twice")
    for _ in range(3):
        services.ask(payment)
    assert len(paid(payment.stream)) == len(bank.debits()) == 1


def test_the_legal_date_is_the_day_of_the_debit(bank: Bank, payment: Payment, day: Any) -> None:
    bank.plays(payment, "never")
    day.on(2024, 3, 6)
    services.ask(payment)
    assert paid(payment.stream)[0].event_on == date(2024, 3, 4)
    assert paid(payment.stream)[0].recorded_at.astimezone(clock.PARIS).date() == date(2024, 3, 6)


def test_a_debit_just_before_midnight_utc_is_dated_in_paris(payment: Payment) -> None:
    night = clock.now().replace(month=3, day=4, hour=23, minute=30).astimezone(clock.PARIS)
    status = ProviderStatus("captured", payment.provider_reference, 23000, night)
    services.settle(payment, status)
    assert paid(payment.stream)[0].event_on == date(2024, 3, 4)


def test_a_refused_card_records_nothing(bank: Bank, payment: Payment) -> None:
    bank.plays(payment, "refused")
    assert services.ask(payment).state == State.FAILED
    assert paid(payment.stream) == [] and bank.debits() == []


def test_a_refusal_told_after_a_debit_does_not_undo_it(bank: Bank, payment: Payment) -> None:
    bank.plays(payment, "success")
    services.ask(payment)
    late = ProviderStatus("refused", payment.provider_reference)
    assert services.settle(payment, late).state == State.CAPTURED


def test_another_amount_than_due_goes_back_whole(bank: Bank, payment: Payment) -> None:
    services.settle(payment, ProviderStatus("captured", payment.provider_reference, 10, clock.now()))
    payment.refresh_from_db()
    assert (payment.state, payment.refund_cents) == (State.REFUND_DUE, 10)
    assert "montant débité" in payment.refund_reason
    assert paid(payment.stream) == []


def test_an_abandoned_payment_that_is_debited_after_all_counts(bank: Bank, payment: Payment) -> None:
    Payment.objects.filter(pk=payment.pk).update(state=State.ABANDONED)
    twin = services.start(stream=payment.stream, account=payment.account, key="again")
    bank.plays(payment, "never")
    assert reconciliation.run(clock.now())["captured"] == 1
    twin.refresh_from_db()
    assert twin.state == State.ABANDONED
    assert len(paid(payment.stream)) == 1


def test_a_captured_payment_has_one_sealed_receipt(
    bank: Bank, payment: Payment, django_capture_on_commit_callbacks: Any
) -> None:
    from guichet.office.documents.models import SealedDocument

    bank.plays(payment, "success")
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            services.ask(payment)
    receipt = SealedDocument.objects.get(stream=payment.stream, kind="payment_receipt")
    assert "24 5" in receipt.title
