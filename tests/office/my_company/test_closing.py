"""Deactivating the entity: the warning, the heir of its files and drafts, everyone detached and told."""

from __future__ import annotations

import pytest
from django.urls import reverse

from factories.trademarks import a_trademark
from guichet.office.authority.models import Holding, Transfer
from guichet.office.drafts import services as drafts
from guichet.office.drafts.models import Draft
from guichet.office.ledger import followers
from guichet.office.my_company import closing
from guichet.office.organisations import acting, queries, rules, services
from guichet.office.organisations.models import Standing
from guichet.office.toolbox import clock

WARNING = (
    "Attention, vous allez désactiver un compte entreprise, tous les comptes rattachés seront détachés après "
    "enregistrement"
)


def address() -> str:
    return reverse("my_company:deactivate")


@pytest.fixture
def stocked(house):
    """Maison Lumière has a file of Bruno's and a draft of Anne's; Anne administers Atelier Nord too."""
    by, at = f"account:{house.chloe.public_id}", clock.now()
    services.admit(organisation=house.nord, user=house.anne, standing=Standing.ADMINISTRATOR, by=by, at=at)
    house.stream = a_trademark(
        "received", owner=f"account:{house.bruno.public_id}", under=queries.key(house.maison), number="245000881"
    )
    followers.catch_up()
    house.draft = drafts.create(procedure="depot-marque", acting=acting.of(house.anne), data={}, at=clock.now())
    assert house.draft.holder == queries.key(house.maison)
    return house


def holders(house) -> set[str]:
    return {Holding.objects.get(pk=house.stream).holder, Draft.objects.get(pk=house.draft.pk).holder}


def test_the_guide_s_warning_is_shown_and_oui_changes_nothing(house, browser):
    client = browser(house.anne)
    assert WARNING in client.get(address()).content.decode()
    assert client.post(address(), {"is_administrator": "yes"}).status_code == 302
    assert client.post(address(), {}).status_code == 422
    house.maison.refresh_from_db()
    assert house.maison.is_open


def test_an_empty_entity_is_closed_and_everyone_is_told(house, browser, mailbox):
    assert browser(house.anne).post(address(), {"is_administrator": "no"}).status_code == 302
    house.maison.refresh_from_db()
    assert not house.maison.is_open and house.standings() == {}
    assert ("bruno@exemple.fr", "Maison Lumière est désactivée dans l'espace sécurisé") in mailbox()
    assert acting.of(house.bruno).organisation is None


@pytest.mark.parametrize("heir", ["", "organisation:x", "stranger", "itself"])
def test_while_it_holds_files_an_heir_must_be_named(heir, stocked, browser):
    wrong = {"stranger": f"account:{stocked.chloe.public_id}", "itself": queries.key(stocked.maison)}
    answer = browser(stocked.anne).post(address(), {"is_administrator": "no", "heir": wrong.get(heir, heir)})
    assert answer.status_code == 422
    stocked.maison.refresh_from_db()
    assert stocked.maison.is_open and holders(stocked) == {queries.key(stocked.maison)}


def test_files_and_drafts_pass_to_another_organisation_of_the_administrator(stocked, browser):
    key = queries.key(stocked.nord)
    assert browser(stocked.anne).post(address(), {"is_administrator": "no", "heir": key}).status_code == 302
    assert holders(stocked) == {key}
    assert Holding.objects.get(pk=stocked.stream).contact == f"account:{stocked.anne.public_id}"
    assert Transfer.objects.get(stream=stocked.stream).why == closing.WHY
    assert [deed.what for deed in queries.deeds(key).filter(subject=stocked.stream)] == ["file.transferred"]
    assert acting.of(stocked.anne).organisation == stocked.nord


def test_files_and_drafts_pass_to_the_administrator_himself(stocked, browser):
    mine = f"account:{stocked.anne.public_id}"
    assert browser(stocked.anne).post(address(), {"is_administrator": "no", "heir": mine}).status_code == 302
    assert holders(stocked) == {mine}
    assert queries.by_key(queries.key(stocked.maison)).passed_to == mine


def test_an_organisation_that_one_does_not_administer_is_no_heir(stocked):
    services.demote(organisation=stocked.nord, user=stocked.anne, by=stocked.chloe, at=clock.now())
    chosen = acting.of(stocked.anne, str(stocked.maison.public_id))
    assert [heir.key for heir in closing.heirs(chosen, proved=True)] == [f"account:{stocked.anne.public_id}"]
    with pytest.raises(rules.HeirNeeded):
        closing.deactivate(
            organisation=stocked.maison, by=stocked.anne, at=clock.now(), heir=queries.key(stocked.nord)
        )  # fmt: skip


def test_an_heir_that_requires_a_second_factor_is_not_offered_without_it(stocked):
    services.require_second_factor(organisation=stocked.nord, wanted=True, by=stocked.anne, proved=True, at=clock.now())
    chosen = acting.of(stocked.anne, str(stocked.maison.public_id))
    names = [[heir.name for heir in closing.heirs(chosen, proved=proved)] for proved in (False, True)]
    assert [len(found) for found in names] == [1, 2]


def test_what_is_recorded_while_it_closes_follows_the_heir(stocked):
    """A filing under way when the entity closed: its file appears afterwards, and passes to the same heir."""
    key = queries.key(stocked.nord)
    closing.deactivate(organisation=stocked.maison, by=stocked.anne, at=clock.now(), heir=key)
    late = a_trademark(
        "received", owner=f"account:{stocked.bruno.public_id}", under=queries.key(stocked.maison), number="245000882"
    )
    followers.catch_up()
    assert Holding.objects.get(pk=late).holder == queries.key(stocked.maison)
    closing.deactivate(
        organisation=stocked.nord, by=stocked.anne, at=clock.now(), heir=f"account:{stocked.anne.public_id}"
    )
    assert closing.pass_stragglers_on(clock.now()) == 1
    assert Holding.objects.get(pk=late).holder == f"account:{stocked.anne.public_id}"
    assert closing.pass_stragglers_on(clock.now()) == 0
