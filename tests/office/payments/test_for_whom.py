"""Who pays for whom: the payer's authority, the contact of a file paid for, and members without the right to pay."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from factories.holders import a_mandate, a_person, acting_for, an_organisation, give, leaves, reserved
from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.authority import queries as authority
from guichet.office.authority import services as sharing
from guichet.office.ledger import followers
from guichet.office.ledger import queries as ledger
from guichet.office.organisations import acting
from guichet.office.organisations import queries as organisations
from guichet.office.organisations.acting import Acting
from guichet.office.organisations.models import Organisation
from guichet.office.payments import queries, receipts, services
from guichet.office.payments.models import Payment
from guichet.office.toolbox import clock
from guichet.rights.events import FeePaid
from office.payments.bank import Bank


@pytest.fixture
def claire(db: None) -> User:
    return a_person("Claire")


@pytest.fixture
def firm(payer: User, claire: User) -> Organisation:
    """Claire administers it, the payer collaborates."""
    return an_organisation(claire, payer)


@pytest.fixture
def shared(filing: str, firm: Organisation, claire: User) -> str:
    """The filing, held by the firm; Claire is its contact."""
    return give(filing, firm, claire)


def page_of(stream: str) -> str:
    return reverse("payments:pay", args=[stream.split("/")[1]])


def press() -> dict[str, Any]:
    return {"token": uuid4(), "shown_cents": 23000}


def logged_in(user: User, organisation: Organisation | None = None) -> Client:
    client = Client()
    client.force_login(user)
    session = client.session
    session[acting.CHOSEN] = str(organisation.public_id) if organisation else ""
    session.save()
    return client


def paid(bank: Bank, user: User, stream: str, organisation: Organisation | None = None) -> Payment:
    """The page, the button, the card, and what follows."""
    assert logged_in(user, organisation).post(page_of(stream), press()).status_code == 303
    payment = Payment.objects.get(stream=stream)
    bank.plays(payment, "success")
    services.ask(payment)
    followers.catch_up()
    payment.refresh_from_db()
    return payment


def contact_of(stream: str) -> str:
    found = authority.held(stream)
    assert found
    return found.contact


def test_a_member_pays_for_the_organisation_and_the_ledger_says_so(
    bank: Bank, shared: str, firm: Organisation, payer: User
) -> None:
    payment = paid(bank, payer, shared, firm)
    assert payment.authority == organisations.key(firm)
    (entry,) = [each for each in ledger.history(shared) if each.type == FeePaid.type]
    assert (entry.actor, entry.authority) == ("provider:simulator", organisations.key(firm))
    assert receipts._payer(payment) == "Camille Durand, pour Cabinet Martin"


def test_one_who_pays_for_oneself_needs_no_authority(bank: Bank, filing: str, payer: User) -> None:
    payment = paid(bank, payer, filing)
    assert payment.authority == ""
    assert receipts._payer(payment) == "Camille Durand"


def test_who_paid_for_the_request_becomes_its_contact(
    bank: Bank, shared: str, firm: Organisation, payer: User, claire: User
) -> None:
    assert contact_of(shared) == account_actor(claire)
    paid(bank, payer, shared, firm)
    found = authority.held(shared)
    assert found and (found.holder, found.contact) == (organisations.key(firm), account_actor(payer))
    assert organisations.deeds(organisations.key(firm)).filter(detail="paiement", subject=shared).count() == 1


def test_reading_the_news_again_does_not_undo_a_take_over(
    bank: Bank, shared: str, firm: Organisation, payer: User, claire: User
) -> None:
    from guichet.office.payments import contacts

    paid(bank, payer, shared, firm)
    sharing.take_over(found=authority.held(shared), actor=account_actor(claire), at=clock.now())
    (entry,) = [each for each in ledger.history(shared) if each.type == FeePaid.type]
    followers.catch_up()
    assert contact_of(shared) == account_actor(claire)
    contacts.name(entry)
    assert contact_of(shared) == account_actor(claire), "only the first news of the first payment counts"


def test_a_payer_who_has_left_meanwhile_does_not_become_the_contact(
    bank: Bank, shared: str, firm: Organisation, payer: User, claire: User
) -> None:
    payment = services.start(stream=shared, account=payer, key="press", under=organisations.key(firm))
    leaves(payer, firm)
    bank.plays(payment, "success")
    services.ask(payment)
    followers.catch_up()
    assert contact_of(shared) == account_actor(claire)


def test_a_representative_pays_under_the_mandate_and_the_contact_stays(
    bank: Bank, shared: str, firm: Organisation, claire: User
) -> None:
    attorney = a_person("Aude", "Roche")
    mandate = a_mandate(organisations.key(firm), account_actor(attorney), attorney)
    payment = paid(bank, attorney, shared)
    assert payment.authority == f"mandate:{mandate.public_id}"
    assert contact_of(shared) == account_actor(claire)


def test_a_member_without_the_right_sees_the_fees_and_no_button(
    bank: Bank, shared: str, firm: Organisation, payer: User
) -> None:
    reserved(firm, levels=("see", "edit"))
    client = logged_in(payer, firm)
    page = client.get(page_of(shared)).content.decode()
    assert "230,00" in page and "Pourquoi ?" in page and "n&#x27;ont pas le droit de payer" in page
    assert 'name="token"' not in page
    refusal = client.post(page_of(shared), press())
    assert refusal.status_code == 403
    assert "n&#x27;ont pas le droit de payer" in refusal.content.decode()
    assert not Payment.objects.exists()


def test_a_payment_that_waits_is_taken_up_only_by_who_may_pay(
    bank: Bank, shared: str, firm: Organisation, payer: User, claire: User
) -> None:
    payment = services.start(stream=shared, account=claire, key="press", under=organisations.key(firm))
    reserved(firm, levels=("see",))
    address = reverse("payments:return", args=[payment.reference])
    assert payment.checkout_url not in logged_in(payer, firm).get(address).content.decode()
    assert payment.checkout_url in logged_in(claire, firm).get(address).content.decode()


PAGES = [("payments:return", "get"), ("payments:check", "post"), ("payments:receipt", "get"), ("payments:pay", "get"),
         ("payments:pay", "post")]  # fmt: skip


@pytest.mark.parametrize(("name", "method"), PAGES)
@pytest.mark.parametrize("who", ["stranger", "other organisation", "leaver", "member kept from it"])
def test_the_wrong_person_finds_nothing(
    bank: Bank, shared: str, firm: Organisation, payer: User, claire: User, stranger: User, name: str, method: str,
    who: str,
) -> None:  # fmt: skip
    payment = services.start(stream=shared, account=payer, key="press", under=organisations.key(firm))
    client = logged_in(payer, firm)
    if who == "stranger":
        client = logged_in(stranger)
    elif who == "other organisation":
        client = logged_in(stranger, an_organisation(stranger, name="Ailleurs"))
    elif who == "leaver":
        leaves(payer, firm)
    else:
        reserved(firm, shared)
    address = page_of(shared) if name == "payments:pay" else reverse(name, args=[payment.reference])
    assert getattr(client, method)(address).status_code == 404
    assert address not in client.get(reverse("payments:list")).content.decode()


def test_the_list_follows_whom_one_acts_for(
    bank: Bank, shared: str, firm: Organisation, payer: User, claire: User
) -> None:
    services.start(stream=shared, account=payer, key="press", under=organisations.key(firm))
    assert queries.visible(acting_for(payer, firm)).count() == 1
    assert queries.visible(acting_for(claire, firm)).count() == 1
    assert not queries.visible(Acting(payer)).exists(), "what was paid for the organisation is the organisation's"
    page = logged_in(claire, firm).get(reverse("payments:list")).content.decode()
    assert "Paiements de Cabinet Martin" in page and "Camille Durand" in page


def test_what_one_paid_for_oneself_stays_visible_when_the_file_is_passed_on(
    bank: Bank, filing: str, payer: User, claire: User
) -> None:
    paid(bank, payer, filing)
    give(filing, None, claire)
    assert queries.visible(Acting(payer)).count() == 1
