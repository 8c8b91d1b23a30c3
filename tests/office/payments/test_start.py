"""Starting a payment: the amount is the law's, and one debt is one payment whatever is pressed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.trademarks import a_trademark
from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.payments import queries, services
from guichet.office.payments.models import Payment, State
from guichet.office.payments.providers.base import ProviderSilent
from office.payments.bank import Bank


def test_the_amount_is_what_the_law_says_is_due(bank: Bank, filing: str, payer: User) -> None:
    payment = services.start(stream=filing, account=payer, key="press")
    assert (payment.state, payment.amount_cents) == (State.SENT, 23000)
    assert payment.heads == ("trademark.deposit", "trademark.class")
    assert payment.fees_due == queries.due(filing)
    assert "R. 411-17" in [reason.source.article for reason in payment.fees_due[0].because]
    assert bank.store.checkout(payment.provider_reference)["amount_cents"] == 23000
    assert payment.checkout_url.startswith(bank.url)


def test_pressing_twice_is_one_payment(bank: Bank, filing: str, payer: User) -> None:
    once = services.start(stream=filing, account=payer, key="press")
    assert services.start(stream=filing, account=payer, key="press") == once
    assert Payment.objects.count() == len(bank.store.books()["checkouts"]) == 1


def test_two_tabs_are_one_payment(bank: Bank, filing: str, payer: User) -> None:
    first = services.start(stream=filing, account=payer, key="tab one")
    assert services.start(stream=filing, account=payer, key="tab two") == first
    assert len(bank.store.books()["checkouts"]) == 1


def test_the_keys_of_two_accounts_do_not_meet(bank: Bank, filing: str, payer: User, stranger: User) -> None:
    mine = services.start(stream=filing, account=payer, key="press")
    other = a_trademark("received", owner=account_actor(stranger))
    assert services.start(stream=other, account=stranger, key="press") != mine


def test_after_a_time_out_the_same_payment_is_tried_again(bank: Bank, filing: str, payer: User) -> None:
    bank.next(create="silent_after")
    with pytest.raises(ProviderSilent):
        services.start(stream=filing, account=payer, key="press")
    payment = services.start(stream=filing, account=payer, key="press")
    assert payment.state == State.SENT
    assert Payment.objects.count() == len(bank.store.books()["checkouts"]) == 1


@pytest.mark.parametrize("mood", ["silent_before", "error"])
def test_a_provider_that_did_nothing_is_asked_again(bank: Bank, filing: str, payer: User, mood: str) -> None:
    bank.next(create=mood)
    with pytest.raises(ProviderSilent):
        services.start(stream=filing, account=payer, key="press")
    assert Payment.objects.get().state == State.CREATED
    assert services.start(stream=filing, account=payer, key="other press").state == State.SENT
    assert Payment.objects.count() == 1


def test_a_refused_card_leaves_room_for_another_payment(bank: Bank, filing: str, payer: User) -> None:
    refused = services.start(stream=filing, account=payer, key="press")
    bank.plays(refused, "refused")
    assert services.ask(refused).state == State.FAILED
    again = services.start(stream=filing, account=payer, key="press")
    assert again != refused and again.idempotency_key != refused.idempotency_key


def test_nothing_due_nothing_started(bank: Bank, payer: User, day: Any) -> None:
    paid = a_trademark("paid", owner=account_actor(payer))
    with pytest.raises(services.NothingDue):
        services.start(stream=paid, account=payer, key="press")
    assert not Payment.objects.exists()


def test_fees_that_are_not_the_laws_are_refused(bank: Bank, filing: str, payer: User) -> None:
    invented = tuple(replace(fee, amount_cents=1) for fee in queries.due(filing))
    with pytest.raises(services.NothingDue):
        services.start(stream=filing, account=payer, key="press", fees=invented)
    assert bank.store.books()["checkouts"] == []


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"amount_cents": 0}, "payments_amount_positive"),
        ({"idempotency_key": "other"}, "payments_one_per_debt"),
        ({"idempotency_key": "other", "debt": "9:x", "state": "sent"}, "payments_sent_is_known"),
        ({"idempotency_key": "other", "debt": "9:x", "state": "captured"}, "payments_debit_is_dated"),
        ({"idempotency_key": "other", "debt": "9:x", "refunded_cents": 5}, "payments_no_more_back_than_debited"),
    ],
)
def test_the_database_holds_the_invariants(
    bank: Bank, filing: str, payer: User, changes: dict[str, Any], constraint: str
) -> None:
    payment = services.start(stream=filing, account=payer, key="press")
    copy = {
        name: getattr(payment, name) for name in ("stream", "account", "debt", "fees", "amount_cents", "created_at")
    }
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Payment.objects.create(**{**copy, "provider": "simulator", **changes})
