"""The payer's pages: payments:pay, payments:return, payments:check, payments:list, payments:receipt."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.ledger import followers
from guichet.office.payments import services
from guichet.office.payments.models import Payment, State
from office.payments.bank import Bank


@pytest.fixture
def page(client: Client, payer: User) -> Client:
    client.force_login(payer)
    return client


@pytest.fixture
def address(filing: str) -> str:
    return reverse("payments:pay", args=[filing.split("/")[1]])


@pytest.fixture
def payment(bank: Bank, filing: str, payer: User) -> Payment:
    return services.start(stream=filing, account=payer, key="press")


def back(payment: Payment) -> str:
    return reverse("payments:return", args=[payment.reference])


def press(**changes: object) -> dict[str, object]:
    return {"token": uuid4(), "shown_cents": 23000, **changes}


def test_the_page_shows_what_is_due_and_why(bank: Bank, page: Client, address: str) -> None:
    text = page.get(address).content.decode()
    assert "230,00" in text and "Pourquoi ?" in text and "R. 411-17" in text
    token = re.search(r'name="token" value="([^"]+)"', text)
    assert token and UUID(token[1])


def test_paying_leads_to_the_provider(bank: Bank, page: Client, address: str) -> None:
    answer = page.post(address, press())
    assert answer.status_code == 303
    assert answer.headers["Location"] == Payment.objects.get().checkout_url


def test_an_amount_made_up_by_the_browser_is_never_charged(bank: Bank, page: Client, address: str) -> None:
    answer = page.post(address, press(shown_cents=100, amount_cents=100))
    assert answer.status_code == 302
    assert bank.store.books()["checkouts"] == []


@pytest.mark.parametrize("form", [{}, {"token": "x", "shown_cents": "x"}, {"token": "", "shown_cents": "-1"}])
def test_a_broken_form_comes_back_to_the_page(bank: Bank, page: Client, address: str, form: dict[str, str]) -> None:
    assert page.post(address, form).headers["Location"] == address
    assert not Payment.objects.exists()


def test_a_silent_provider_is_told_and_tried_again_with_the_same_key(bank: Bank, page: Client, address: str) -> None:
    bank.next(create="silent_after")
    form = press()
    answer = page.post(address, form)
    assert answer.status_code == 503
    text = answer.content.decode()
    assert "Rien n'est perdu" in text and "Réessayer" in text and str(form["token"]) in text
    assert page.post(address, form).status_code == 303
    assert len(bank.store.books()["checkouts"]) == Payment.objects.count() == 1


def test_a_paid_file_owes_nothing_more(bank: Bank, page: Client, address: str, payment: Payment) -> None:
    bank.plays(payment, "success")
    services.ask(payment)
    text = page.get(address).content.decode()
    assert "ne doit aucune redevance" in text and back(payment) in text
    assert page.post(address, press()).headers["Location"] == address
    assert bank.debits() == [23000]


def test_coming_back_before_the_news_says_that_it_waits(page: Client, payment: Payment) -> None:
    text = page.get(back(payment)).content.decode()
    assert "Paiement en attente" in text and "Vérifier maintenant" in text


def test_checking_finds_the_debit(bank: Bank, page: Client, payment: Payment) -> None:
    bank.plays(payment, "never")
    answer = page.post(reverse("payments:check", args=[payment.reference]), follow=True)
    assert "Paiement reçu" in answer.content.decode()


def test_checking_a_silent_provider_is_told_politely(bank: Bank, page: Client, payment: Payment) -> None:
    bank.next(fetch="error")
    answer = page.post(reverse("payments:check", args=[payment.reference]), follow=True)
    assert "ne répond pas" in answer.content.decode()


@pytest.mark.parametrize(("scenario", "words"), [("refused", "Paiement refusé"), ("success", "Paiement reçu")])
def test_the_page_says_what_became_of_it(bank: Bank, page: Client, payment: Payment, scenario: str, words: str) -> None:
    bank.plays(payment, scenario)
    services.ask(payment)
    assert words in page.get(back(payment)).content.decode()


@pytest.mark.parametrize("state", [State.ABANDONED, State.REFUND_DUE, State.REFUNDED])
def test_every_state_has_its_words(page: Client, payment: Payment, state: State) -> None:
    Payment.objects.filter(pk=payment.pk).update(
        state=state, debited_cents=23000, refund_cents=23000, captured_at=payment.created_at,
        refunded_at=payment.created_at, refund_reason="Le dépôt est irrecevable.",
    )  # fmt: skip
    text = page.get(back(payment)).content.decode()
    assert {"abandoned": "abandonné", "refund_due": "Nous vous rendons", "refunded": "Nous vous avons rendu"}[
        state
    ] in text


def test_polling_answers_only_when_the_state_changed(bank: Bank, page: Client, payment: Payment) -> None:
    waiting = page.get(back(payment), {"shown": "sent"}, headers={"HX-Request": "true"})
    assert waiting.status_code == 204
    bank.plays(payment, "success")
    services.ask(payment)
    changed = page.get(back(payment), {"shown": "sent"}, headers={"HX-Request": "true"}).content.decode()
    assert "Paiement reçu" in changed and "<html" not in changed


def test_the_list_shows_ones_own_payments_only(page: Client, payment: Payment, stranger: User) -> None:
    assert back(payment) in page.get(reverse("payments:list")).content.decode()
    page.force_login(stranger)
    assert back(payment) not in page.get(reverse("payments:list")).content.decode()


def test_a_receipt_that_is_not_issued_yet_is_not_found(page: Client, payment: Payment) -> None:
    assert page.get(reverse("payments:receipt", args=[payment.reference])).status_code == 404


def test_the_receipt_is_given_to_its_payer(bank: Bank, page: Client, payment: Payment) -> None:
    bank.plays(payment, "success")
    services.ask(payment)
    followers.catch_up()
    answer = page.get(reverse("payments:receipt", args=[payment.reference]))
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    assert "Télécharger le reçu" in page.get(back(payment)).content.decode()
