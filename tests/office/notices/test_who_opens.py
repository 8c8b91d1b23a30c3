"""A letter follows its file: announced to whom it concerns, opened by whoever may, and the proof says for whom."""

from __future__ import annotations

from datetime import date

import pytest
from django.core import mail
from django.urls import reverse

from factories.holders import a_mandate, a_person, an_organisation, give, leaves, reserved
from guichet.office.accounts.queries import account_actor
from guichet.office.authority import services as authority
from guichet.office.ledger import queries as ledger
from guichet.office.notices import services
from guichet.office.notices.models import Notice, Preferences
from guichet.office.organisations import acting
from guichet.office.organisations import queries as organisations
from guichet.office.toolbox import clock, tasks
from guichet.rights.events import NoticeServed
from guichet.rights.trademarks import events as e

OBJECTION = e.ObjectionNotified("L-OBJECTION", ("L. 711-2, 2°",), "Le signe décrit les produits.", 1)
PAGES = ("notices:letter", "notices:pdf", "notices:proof")


@pytest.fixture
def office(claire, paul):
    return an_organisation(claire, paul)


@pytest.fixture
def held(mark, office, paul):
    """Claire's mark, given to her organisation; Paul is its contact."""
    return give(mark, office, paul)


@pytest.fixture
def notice(held, notify):
    return notify(OBJECTION, date(2024, 4, 2))


@pytest.fixture
def attorney(office):
    person = a_person("Aude", "Roche")
    mandate = a_mandate(organisations.key(office), account_actor(person), person)
    return person, mandate


def told() -> list[str]:
    tasks.drain()
    return [message.to[0] for message in mail.outbox if message.subject.startswith("Un courrier vous attend")]


def service(stream):
    return next(entry for entry in ledger.history(stream) if entry.type == NoticeServed.type)


def open_as(client, user, notice):
    client.force_login(user)
    return client.post(reverse("notices:open", args=[notice.reference]))


def test_the_letter_is_announced_to_the_contact_and_kept_for_the_holder(notice, office, paul):
    assert told() == [paul.email]
    assert notice.holder == organisations.key(office)


def test_a_letter_whose_contact_has_left_is_announced_to_the_administrators(held, office, paul, claire, notify):
    leaves(paul, office)
    notify(OBJECTION, date(2024, 4, 2))
    assert told() == [claire.email]


def test_others_who_see_the_file_are_told_if_they_wish(held, claire, paul, notify):
    Preferences.objects.create(user=claire, all_letters=True)
    notify(OBJECTION, date(2024, 4, 2))
    assert told() == [paul.email, claire.email]


def test_the_representative_is_told_in_place_of_the_contact(held, attorney, notify):
    notify(OBJECTION, date(2024, 4, 2))
    assert told() == [attorney[0].email]


def test_a_letter_left_unopened_is_announced_to_whoever_takes_over_once(notice, office, paul, claire):
    told()
    leaves(paul, office)
    assert [services.follow_the_files(clock.now()) for _ in range(3)] == [1, 0, 0]
    assert told() == [paul.email, claire.email]


def test_the_round_asks_nothing_of_letters_already_announced(notice, monkeypatch):
    """However many wait: what was told is asked once for all of them."""
    monkeypatch.setattr(services.news, "tell", pytest.fail)
    assert services.follow_the_files(clock.now()) == 0


def test_an_opened_letter_is_announced_no_more(client, notice, office, paul, claire):
    open_as(client, paul, notice)
    leaves(paul, office)
    assert services.follow_the_files(clock.now()) == 0


def test_a_member_opens_it_for_the_organisation(client, claire, office, held, notice):
    assert open_as(client, claire, notice).status_code == 302
    entry = service(held)
    assert (entry.actor, entry.authority) == (account_actor(claire), organisations.key(office))
    page = client.get(reverse("notices:proof", args=[notice.reference])).content.decode()
    assert "Ouverte par Claire Martin, pour Cabinet Martin" in page
    assert "Annoncée par courriel à Paul Durand" in page


def test_a_representative_opens_it_under_the_mandate(client, attorney, held, notice):
    person, mandate = attorney
    assert open_as(client, person, notice).status_code == 302
    assert (service(held).actor, service(held).authority) == (account_actor(person), f"mandate:{mandate.public_id}")
    page = client.get(reverse("notices:proof", args=[notice.reference])).content.decode()
    assert f"Ouverte par Aude Roche, par le mandat {mandate.reference} de Cabinet Martin" in page


def test_an_ended_mandate_opens_nothing(client, attorney, notice):
    person, mandate = attorney
    mandate.revoked_at, mandate.revoked_by = clock.now(), "account:x"
    mandate.save()
    assert open_as(client, person, notice).status_code == 404
    assert Notice.objects.get(pk=notice.pk).opened_at is None


@pytest.mark.parametrize("name", PAGES)
def test_a_member_of_another_organisation_finds_nothing(client, notice, name):
    stranger = a_person("Luc", "Petit")
    an_organisation(stranger, name="Ailleurs")
    client.force_login(stranger)
    assert client.get(reverse(name, args=[notice.reference])).status_code == 404
    assert open_as(client, stranger, notice).status_code == 404


def test_a_member_kept_from_the_file_finds_nothing(client, paul, office, held, notice):
    reserved(office, held)
    assert open_as(client, paul, notice).status_code == 404
    assert client.get(reverse("notices:letter", args=[notice.reference])).status_code == 404


def test_a_member_who_acts_for_himself_does_not_see_the_letters_of_the_organisation(client, paul, notice):
    client.force_login(paul)
    session = client.session
    session[acting.CHOSEN] = ""
    session.save()
    assert client.get(reverse("notices:letter", args=[notice.reference])).status_code == 404


def test_a_leaver_finds_nothing_and_the_new_holder_finds_the_letter(client, paul, office, held, notice):
    leaves(paul, office)
    assert open_as(client, paul, notice).status_code == 404
    buyer = a_person("Luc", "Petit")
    authority.transfer(
        stream=held, holder=account_actor(buyer), contact=account_actor(buyer), by="office:test", at=clock.now()
    )
    assert open_as(client, buyer, notice).status_code == 302
    assert Notice.objects.get(pk=notice.pk).opened_by == account_actor(buyer)
