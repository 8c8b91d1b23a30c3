"""payments:webhook: news is believed when it is signed, acted upon once, and answered without a leak."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.ledger import queries as ledger
from guichet.office.payments import services
from guichet.office.payments.models import Payment, State
from guichet.office.payments.providers.simulator.client import sign
from guichet.rights.events import FeePaid
from office.payments.bank import SECRET, Bank

ADDRESS = "simulator"


@pytest.fixture
def payment(bank: Bank, filing: str, payer: User) -> Payment:
    return services.start(stream=filing, account=payer, key="press")


def tell(client: Client, body: bytes, signature: str, provider: str = ADDRESS) -> int:
    url = reverse("payments:webhook", args=[provider])
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(url, body, content_type="application/json", headers={"Guichet-Signature": signature})
    if answer.status_code == 400:
        assert answer.content.decode() == "Avis refusé."
    return answer.status_code


def test_signed_news_of_a_debit_captures(client: Client, bank: Bank, payment: Payment) -> None:
    bank.plays(payment, "success")
    ((body, headers),) = bank.notices()
    assert tell(client, body, headers["Guichet-Signature"]) == 204
    payment.refresh_from_db()
    assert payment.state == State.CAPTURED


def test_news_told_twice_counts_once(client: Client, bank: Bank, payment: Payment) -> None:
    bank.plays(payment, "twice")
    for body, headers in bank.notices():
        assert tell(client, body, headers["Guichet-Signature"]) == 204
    assert [entry.type for entry in ledger.history(payment.stream)].count(FeePaid.type) == 1


def test_late_news_captures_when_it_comes(client: Client, bank: Bank, payment: Payment) -> None:
    bank.plays(payment, "late")
    assert bank.notices() == []
    bank.store.release()
    ((body, headers),) = bank.notices()
    assert tell(client, body, headers["Guichet-Signature"]) == 204
    payment.refresh_from_db()
    assert payment.state == State.CAPTURED


def test_a_wrong_signature_changes_nothing(client: Client, bank: Bank, payment: Payment) -> None:
    bank.plays(payment, "success")
    ((body, headers),) = bank.notices()
    assert tell(client, body.replace(b"captured", b"refused "), headers["Guichet-Signature"]) == 400
    assert tell(client, body, sign(body, "guess")) == 400
    assert tell(client, body, "") == 400
    assert tell(client, body, "é") == 400
    payment.refresh_from_db()
    assert payment.state == State.SENT


@pytest.mark.parametrize(
    "content", [b"", b"[", b"[]", b"{}", json.dumps({"reference": "x", "status": "captured"}).encode(), b"\xff\xfe"]
)
def test_unreadable_or_unknown_news_is_refused_alike(client: Client, bank: Bank, db: None, content: bytes) -> None:
    assert tell(client, content, sign(content, SECRET)) == 400


@pytest.mark.parametrize("provider", ["base", "nobody", "os", "__pycache__", "__init__"])
def test_an_unknown_provider_is_refused_alike(client: Client, bank: Bank, db: None, provider: str) -> None:
    assert tell(client, b"{}", sign(b"{}", SECRET), provider) == 400


def test_reading_the_address_is_not_allowed(client: Client, db: None) -> None:
    assert client.get(reverse("payments:webhook", args=[ADDRESS])).status_code == 405


def test_a_browser_that_is_logged_in_gets_the_same_bare_answer(client: Client, bank: Bank, payer: User) -> None:
    client.force_login(payer)
    answer = client.post(reverse("payments:webhook", args=[ADDRESS]), {"reference": "x"})
    assert (answer.status_code, answer.content.decode()) == (400, "Avis refusé.")
