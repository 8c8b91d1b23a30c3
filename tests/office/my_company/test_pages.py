"""Who opens which page of *Mon entreprise*, and what it shows."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from guichet.office.organisations import acting, joining, queries, services
from guichet.office.organisations.models import JoinRequest
from guichet.office.toolbox import clock, tasks

ADMINISTRATORS = ("edit", "deactivate", "contacts", "trail", "trail_csv")


@pytest.fixture
def asked(house) -> JoinRequest:
    request = joining.ask(user=house.chloe, address="anne@exemple.fr", at=clock.now())
    tasks.drain()
    return request


def test_an_administrator_sees_the_two_tables(house, browser, asked):
    page = browser(house.anne).get(reverse("my_company:home")).content.decode()
    for words in ("Demandes de rattachement", "Comptes collaborateur de l&#x27;entreprise", "chloe@exemple.fr"):
        assert words in page or words.replace("&#x27;", "'") in page
    assert "Accepter" in page and "Promouvoir gestionnaire" in page and "Désactiver" in page


def test_a_collaborator_sees_the_identity_and_the_administrators_names_only(house, browser, asked):
    page = browser(house.bruno).get(reverse("my_company:home")).content.decode()
    assert "732829320" in page and "Anne Essai" in page and "Quitter cette entreprise" in page
    assert "anne@exemple.fr" not in page and "chloe@exemple.fr" not in page and "Promouvoir" not in page


@pytest.mark.django_db
def test_nobody_is_sent_to_the_log_in(client):
    for name in ("home", "join", "leave", *ADMINISTRATORS):
        assert client.get(reverse(f"my_company:{name}")).status_code == 302, name


def test_a_collaborator_is_told_why_not(house, browser):
    client = browser(house.bruno)
    for name in ADMINISTRATORS:
        answer = client.get(reverse(f"my_company:{name}"))
        assert (answer.status_code, "Seul un gestionnaire" in answer.content.decode()) == (403, True), name
    for name in ("member", "reassign"):
        assert client.get(reverse(f"my_company:{name}", args=[house.anne.public_id])).status_code == 403
        assert client.post(reverse(f"my_company:{name}", args=[house.bruno.public_id])).status_code == 403
    assert client.post(reverse("my_company:second_factor"), {"wanted": "yes"}).status_code == 403
    house.maison.refresh_from_db()
    assert not house.maison.requires_second_factor


def test_someone_without_an_organisation_finds_no_page_but_the_way_in(house, browser):
    services.leave(organisation=house.maison, user=house.bruno, at=clock.now())
    client = browser(house.bruno)
    for name in ("leave", *ADMINISTRATORS):
        assert client.get(reverse(f"my_company:{name}")).status_code == 404, name
    assert "n'est rattaché à aucune" in client.get(reverse("my_company:home")).content.decode().replace("&#x27;", "'")


def test_the_administrator_of_another_organisation_touches_nothing(house, browser, asked):
    client = browser(house.chloe)
    for name, key in (
        ("member", house.bruno.public_id),
        ("reassign", house.anne.public_id),
        ("answer", asked.public_id),
    ):
        for method in (client.get, client.post):
            assert method(reverse(f"my_company:{name}", args=[key]), {"act": "end"}).status_code in (404, 405), name
    assert set(house.standings()) == {"Anne", "Bruno"}
    assert client.post(reverse("my_company:member", args=[uuid4()]), {"act": "end"}).status_code == 404


def test_a_request_is_accepted_or_refused_from_the_table(house, browser, asked, mailbox):
    client = browser(house.anne)
    answer = client.post(reverse("my_company:answer", args=[asked.public_id]), {"answer": "accept"}, follow=True)
    assert "est maintenant rattaché" in answer.content.decode()
    assert house.standings()["Chloé"] == "collaborator"
    again = client.post(reverse("my_company:answer", args=[asked.public_id]), {"answer": "refuse"}, follow=True)
    assert "elle est acceptée" in again.content.decode()
    assert ("chloe@exemple.fr", "Vous êtes rattaché à Maison Lumière") in mailbox()


def test_promote_demote_and_deactivate_from_the_table(house, browser):
    client, address = browser(house.anne), reverse("my_company:member", args=[house.bruno.public_id])
    assert client.get(address).status_code == 200
    for act, standings in (
        ("promote", {"Anne": "administrator", "Bruno": "administrator"}),
        ("demote", {"Anne": "administrator", "Bruno": "collaborator"}),
        ("end", {"Anne": "administrator"}),
    ):
        assert client.post(address, {"act": act}).status_code == 302
        assert house.standings() == standings


def test_the_last_administrator_chooses_a_successor_on_the_same_page(house, browser):
    client, address = browser(house.anne), reverse("my_company:member", args=[house.anne.public_id])
    refused = client.post(address, {"act": "demote"})
    assert refused.status_code == 422
    assert "choisissez qui succède" in refused.content.decode() and "Bruno Essai" in refused.content.decode()
    assert client.post(address, {"act": "demote", "person": str(house.bruno.public_id)}).status_code == 302
    assert house.standings() == {"Anne": "collaborator", "Bruno": "administrator"}


def test_leaving_asks_the_last_administrator_for_a_successor(house, browser):
    client, address = browser(house.anne), reverse("my_company:leave")
    assert "choisissez qui vous succède" in client.get(address).content.decode()
    assert client.post(address).status_code == 422
    assert client.post(address, {"person": str(house.chloe.public_id)}).status_code == 422
    assert client.post(address, {"person": str(house.bruno.public_id)}).status_code == 302
    assert house.standings() == {"Bruno": "administrator"}
    assert not acting.of(house.anne).memberships


def test_who_is_alone_may_not_leave_but_is_told_what_to_do(house, browser):
    answer = browser(house.chloe).post(reverse("my_company:leave"))
    assert answer.status_code == 422 and "désactivez l" in answer.content.decode()


def test_the_entity_is_edited_with_its_numbers_checked(house, browser):
    client, address = browser(house.anne), reverse("my_company:edit")
    entity = {"name": "Maison Soleil", "country": "FR", "siren": "732829321", "address": "1 rue", "postcode": "59000",
              "city": "Lille", "closed_at": "2020-01-01", "requires_second_factor": "on"}  # fmt: skip
    refused = client.post(address, entity)
    assert refused.status_code == 422 and "clé de contrôle" in refused.content.decode()
    assert client.post(address, {**entity, "siren": "732 829 320"}).status_code == 302
    house.maison.refresh_from_db()
    kept = (house.maison.name, house.maison.siren, house.maison.closed_at, house.maison.requires_second_factor)
    assert kept == ("Maison Soleil", "732829320", None, False)


def test_a_second_factor_is_required_only_by_who_proved_one(house, browser):
    client = browser(house.anne)
    refused = client.post(reverse("my_company:second_factor"), {"wanted": "yes"}, follow=True)
    assert "second facteur" in refused.content.decode()
    house.maison.refresh_from_db()
    assert not house.maison.requires_second_factor
    assert queries.members(house.maison).count() == 2
