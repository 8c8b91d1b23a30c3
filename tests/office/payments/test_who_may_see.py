"""Only the account that filed pays and sees; the others learn nothing."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.payments import services
from guichet.office.payments.models import Payment
from office.payments.bank import Bank

PAGES = [
    ("payments:pay", "get"), ("payments:pay", "post"), ("payments:return", "get"), ("payments:check", "post"),
    ("payments:receipt", "get"),
]  # fmt: skip


@pytest.fixture
def payment(bank: Bank, filing: str, payer: User) -> Payment:
    return services.start(stream=filing, account=payer, key="press")


def address(name: str, payment: Payment) -> str:
    return reverse(name, args=[payment.number if name == "payments:pay" else payment.reference])


@pytest.mark.parametrize(("name", "method"), PAGES)
def test_another_account_gets_not_found(
    bank: Bank, client: Client, payment: Payment, stranger: User, name: str, method: str
) -> None:
    client.force_login(stranger)
    assert getattr(client, method)(address(name, payment)).status_code == 404
    assert len(bank.store.books()["checkouts"]) == 1


@pytest.mark.parametrize(("name", "method"), [*PAGES, ("payments:list", "get")])
def test_someone_unknown_goes_to_the_log_in_page(client: Client, payment: Payment, name: str, method: str) -> None:
    url = reverse(name) if name == "payments:list" else address(name, payment)
    answer = getattr(client, method)(url)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("sign_in:login"))


def test_a_file_that_does_not_exist_is_not_found(client: Client, payer: User) -> None:
    client.force_login(payer)
    assert client.get(reverse("payments:pay", args=["249999999"])).status_code == 404
