"""Promoting, demoting, detaching, leaving: the last administrator names a successor; each concerned person is told."""

from __future__ import annotations

import pytest

from guichet.office.organisations import queries, rules, services
from guichet.office.organisations.models import Deed, Membership
from guichet.office.toolbox import clock

ADMIN, COLLAB = "administrator", "collaborator"


def test_a_collaborator_is_promoted_and_told(house, mailbox):
    services.promote(organisation=house.maison, user=house.bruno, by=house.anne, at=clock.now())
    assert house.standings() == {"Anne": ADMIN, "Bruno": ADMIN}
    assert ("bruno@exemple.fr", "Vous êtes gestionnaire de Maison Lumière") in mailbox()
    assert Deed.objects.filter(what="member.promoted", holder=queries.key(house.maison)).count() == 1


def test_an_administrator_becomes_a_collaborator_again_and_past_standings_stay_known(house, mailbox):
    services.promote(organisation=house.maison, user=house.bruno, by=house.anne, at=clock.now())
    between = clock.now()
    services.demote(organisation=house.maison, user=house.bruno, by=house.anne, at=clock.now())
    assert house.standings() == {"Anne": ADMIN, "Bruno": COLLAB}
    assert queries.of_user(house.bruno, at=between).get().standing == ADMIN
    assert ("bruno@exemple.fr", "Vous n'êtes plus gestionnaire de Maison Lumière") in mailbox()


@pytest.mark.parametrize("act", ["leave", "demote", "end"])
def test_the_last_administrator_must_name_a_successor(act, house, mailbox):
    def do(**more: object) -> None:
        by = {} if act == "leave" else {"by": house.anne}
        getattr(services, act)(organisation=house.maison, user=house.anne, at=clock.now(), **by, **more)

    for wrong in ({}, {"successor": house.chloe}, {"successor": house.anne}):
        with pytest.raises(rules.SuccessorNeeded, match="choisissez qui succède"):
            do(**wrong)
    assert house.standings() == {"Anne": ADMIN, "Bruno": COLLAB}
    do(successor=house.bruno)
    assert house.standings() == ({"Anne": COLLAB, "Bruno": ADMIN} if act == "demote" else {"Bruno": ADMIN})
    assert ("bruno@exemple.fr", "Vous êtes gestionnaire de Maison Lumière") in mailbox()


def test_who_is_alone_is_told_what_to_do_instead(house):
    with pytest.raises(rules.Refused, match="désactivez l'entreprise"):
        services.leave(organisation=house.nord, user=house.chloe, at=clock.now())


def test_a_closed_account_counts_for_nothing_and_can_be_detached(house):
    services.promote(organisation=house.maison, user=house.bruno, by=house.anne, at=clock.now())
    house.bruno.is_active = False
    house.bruno.save()
    with pytest.raises(rules.Refused, match="nul autre"):
        services.leave(organisation=house.maison, user=house.anne, at=clock.now())
    services.end(organisation=house.maison, user=house.bruno, by=house.anne, at=clock.now())
    assert house.standings() == {"Anne": ADMIN}


def test_a_detached_member_is_told_and_the_row_is_ended_not_deleted(house, mailbox):
    services.end(organisation=house.maison, user=house.bruno, by=house.anne, at=clock.now())
    assert ("bruno@exemple.fr", "Vous n'êtes plus rattaché à Maison Lumière") in mailbox()
    assert Membership.objects.get(user=house.bruno).until is not None
    assert [user.first_name for user in queries.former_members(house.maison)] == ["Bruno"]


def test_who_leaves_is_told_and_so_are_the_administrators(house, mailbox):
    services.leave(organisation=house.maison, user=house.bruno, at=clock.now())
    told = mailbox()
    assert ("bruno@exemple.fr", "Vous avez quitté Maison Lumière") in told
    assert ("anne@exemple.fr", "Bruno Essai a quitté Maison Lumière") in told


@pytest.mark.parametrize("who", ["bruno", "chloe"])
def test_only_an_administrator_of_this_very_organisation_manages_it(who, house):
    wrong, at = getattr(house, who), clock.now()
    for act in (services.promote, services.demote, services.end):
        with pytest.raises(rules.Refused, match="gestionnaire de l'entreprise"):
            act(organisation=house.maison, user=house.bruno, by=wrong, at=at)
    with pytest.raises(rules.Refused):
        services.edit(organisation=house.maison, entity={"name": "Pirate"}, by=wrong, at=at)
    with pytest.raises(rules.Refused):
        services.require_second_factor(organisation=house.maison, wanted=True, by=wrong, proved=True, at=at)
    with pytest.raises(rules.Refused):
        services.close(organisation=house.maison, by=wrong, at=at, holds=False)
    assert house.standings() == {"Anne": ADMIN, "Bruno": COLLAB}


def test_the_entity_is_edited_and_the_trail_says_what(house):
    services.edit(
        organisation=house.maison, entity={"name": "Maison Soleil", "city": ""}, by=house.anne, at=clock.now()
    )
    house.maison.refresh_from_db()
    assert house.maison.name == "Maison Soleil"
    assert Deed.objects.get(what="organisation.edited").detail == "raison sociale"


def test_to_require_a_second_factor_one_must_have_proved_one(house, mailbox):
    at = clock.now()
    with pytest.raises(rules.Refused, match="second facteur"):
        services.require_second_factor(organisation=house.maison, wanted=True, by=house.anne, proved=False, at=at)
    services.require_second_factor(organisation=house.maison, wanted=True, by=house.anne, proved=True, at=at)
    assert ("bruno@exemple.fr", "Maison Lumière demande la double authentification") in mailbox()
    services.require_second_factor(organisation=house.maison, wanted=False, by=house.anne, proved=False, at=at)
    house.maison.refresh_from_db()
    assert not house.maison.requires_second_factor


def test_what_is_closed_admits_nobody_and_names_its_heir(house):
    at = clock.now()
    with pytest.raises(rules.HeirNeeded, match="qui les reprend"):
        services.close(organisation=house.maison, by=house.anne, at=at, holds=True)
    services.close(organisation=house.maison, by=house.anne, at=at, holds=True, heir=queries.key(house.nord))
    house.maison.refresh_from_db()
    assert (house.maison.passed_to, house.standings()) == (queries.key(house.nord), {})
    with pytest.raises(rules.Refused, match="désactivée"):
        services.promote(organisation=house.maison, user=house.bruno, by=house.anne, at=at)
