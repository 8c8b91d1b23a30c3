"""Asking to join by an administrator's address: the same page whatever the address; answers, withdrawal, silence."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.organisations import joining, queries, rules, services
from guichet.office.organisations.models import JoinRequest, Standing
from guichet.office.toolbox import clock, tasks
from office.organisations.conftest import House, a_person


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def asks(user: User, address: str, entity: str = "") -> JoinRequest:
    request = joining.ask(user=user, address=address, entity=entity, at=clock.now())
    tasks.drain()
    request.refresh_from_db()
    return request


ADDRESSES = {
    "an administrator": "anne@exemple.fr",
    "a collaborator": "bruno@exemple.fr",
    "nobody": "personne@exemple.fr",
    "someone unattached": "dora@exemple.fr",
}


def test_the_page_says_the_same_whatever_the_address(house: House) -> None:
    a_person("Dora")
    pages, counts = set(), set()
    for address in ADDRESSES.values():
        JoinRequest.objects.all().delete()
        client = browser(house.chloe)
        client.get(reverse("my_company:join"))
        with CaptureQueriesContext(connection) as captured:
            answer = client.post(reverse("my_company:join"), {"address": address})
        tasks.drain()
        after = client.get(reverse("my_company:join"))
        counts.add((answer.status_code, len(captured)))
        pages.add(masked(after.content.decode(), address))
    assert len(counts) == 1 and len(pages) == 1
    assert "en attente de réponse" in pages.pop()


def masked(page: str, address: str) -> str:
    """The page without what changes at each request."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page).replace(address, "ADRESSE")
    return re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID", page)


def test_the_administrators_are_told_and_nobody_else(house, mailbox):
    services.promote(organisation=house.maison, user=house.bruno, by=house.anne, at=clock.now())
    asked = asks(house.chloe, " Anne@Exemple.fr ")
    assert asked.organisation == house.maison
    told = [to for to, subject in mailbox() if subject == "Demande de rattachement à Maison Lumière"]
    assert sorted(told) == ["anne@exemple.fr", "bruno@exemple.fr"]


@pytest.mark.parametrize("address", ["bruno@exemple.fr", "personne@exemple.fr"])
def test_an_address_that_administers_nothing_leads_nowhere(address, house, mailbox):
    assert asks(house.chloe, address).organisation is None
    assert not [subject for _, subject in mailbox() if "Demande" in subject]


def test_of_several_organisations_the_one_named_is_asked(house):
    services.admit(
        organisation=house.nord, user=house.anne, standing=Standing.ADMINISTRATOR,
        by=f"account:{house.chloe.public_id}", at=clock.now(),
    )  # fmt: skip
    dora = a_person("Dora")
    assert asks(dora, "anne@exemple.fr").organisation == house.maison
    assert asks(a_person("Elsa"), "anne@exemple.fr", "atelier NORD").organisation == house.nord
    assert asks(a_person("Fanny"), "anne@exemple.fr", "732 829 320").organisation == house.maison


def test_acceptance_and_refusal_are_told(house, mailbox):
    joining.accept(request=asks(house.chloe, "anne@exemple.fr"), by=house.anne, at=clock.now())
    joining.refuse(request=asks(a_person("Dora"), "anne@exemple.fr"), by=house.anne, at=clock.now())
    assert ("chloe@exemple.fr", "Vous êtes rattaché à Maison Lumière") in mailbox()
    assert ("dora@exemple.fr", "Votre demande de rattachement est refusée") in mailbox()
    assert house.standings()["Chloé"] == "collaborator" and "Dora" not in house.standings()


def test_who_is_admitted_otherwise_asks_no_more(house):
    asked, by = asks(house.chloe, "anne@exemple.fr"), f"account:{house.anne.public_id}"
    services.admit(organisation=house.maison, user=house.chloe, standing="collaborator", by=by, at=clock.now())
    asked.refresh_from_db()
    assert (asked.answer, list(queries.waiting(house.maison, at=clock.now()))) == ("accepted", [])


def test_only_an_administrator_answers(house):
    asked = asks(house.chloe, "anne@exemple.fr")
    for wrong in (house.bruno, house.chloe):
        for answer in (joining.accept, joining.refuse):
            with pytest.raises(rules.Refused, match="gestionnaire"):
                answer(request=asked, by=wrong, at=clock.now())
    asked.refresh_from_db()
    assert asked.answer == ""


def test_a_request_is_taken_back_by_who_made_it_only(house):
    asked = asks(house.chloe, "anne@exemple.fr")
    address = reverse("my_company:withdraw", args=[asked.public_id])
    assert Client().post(address).status_code == 302
    assert browser(house.bruno).post(address).status_code == 404
    asked.refresh_from_db()
    assert asked.answer == ""
    assert browser(house.chloe).post(address).status_code == 302
    asked.refresh_from_db()
    assert asked.answer == "withdrawn"
    with pytest.raises(rules.Refused, match="n'attend plus"):
        joining.accept(request=asked, by=house.anne, at=clock.now())
    assert asks(house.chloe, "anne@exemple.fr").organisation == house.maison


def test_asking_twice_asks_once(house, mailbox):
    first, second = asks(house.chloe, "anne@exemple.fr"), asks(house.chloe, "anne@exemple.fr")
    assert (first.organisation, second.organisation) == (house.maison, None)
    assert len([subject for _, subject in mailbox() if "Demande" in subject]) == 1
    assert asks(house.bruno, "anne@exemple.fr").organisation is None


def test_what_waited_thirty_days_is_over_for_everyone_alike(house):
    known, unknown = asks(house.chloe, "anne@exemple.fr"), asks(house.chloe, "personne@exemple.fr")
    later = clock.now() + timedelta(days=30, minutes=1)
    assert not queries.waiting(house.maison, at=later)
    assert joining.expire(later) == 2
    for asked in (known, unknown):
        asked.refresh_from_db()
        assert asked.answer == "expired"


def test_one_s_own_address_is_refused_and_tries_are_counted(house):
    client, address = browser(house.chloe), reverse("my_company:join")
    assert client.post(address, {"address": "CHLOE@exemple.fr"}).status_code == 422
    codes = [client.post(address, {"address": f"essai{n}@exemple.fr"}).status_code for n in range(11)]
    assert codes == [302] * 10 + [429]
