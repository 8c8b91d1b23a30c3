"""Two organisations with one SIREN: neither is refused, each side is told, neither learns who the other is."""

from __future__ import annotations

from threading import Thread

import pytest
from django.core import mail
from django.db import connection

from guichet.office.accounts.models import User
from guichet.office.helpdesk.models import Request
from guichet.office.organisations import namesakes, queries, services
from guichet.office.organisations.models import Deed, Organisation
from guichet.office.toolbox import clock, tasks
from office.organisations.conftest import a_house, a_person

SIREN = "732829320"
SUBJECT = "Une autre organisation porte le SIREN de Maison Lumière"


def another(by: User, name: str = "Zeste et fils", siren: str = SIREN) -> Organisation:
    return services.create(name=name, administrator=by, at=clock.now(), siren=siren)


def test_the_first_ones_administrators_are_told_and_learn_nobodys_name(house, mailbox):
    another(house.chloe)
    assert [each for each in mailbox() if each[1] == SUBJECT] == [("anne@exemple.fr", SUBJECT)]
    text = next(str(each.body) for each in mail.outbox if each.subject == SUBJECT)
    assert "Zeste" not in text and "Chloé" not in text and "chloe" not in text


def test_the_trail_of_each_keeps_it(house):
    made = another(house.chloe)
    rows = Deed.objects.filter(what="organisation.same_siren").order_by("pk")
    assert [(row.holder, row.by, row.detail) for row in rows] == [
        (queries.key(made), f"account:{house.chloe.public_id}", f"SIREN {SIREN}"),
        (queries.key(house.maison), "office:organisations", f"SIREN {SIREN}"),
    ]


def test_the_desk_has_something_to_look_at_and_alone_reads_which_they_are(house, mailbox):
    another(house.chloe)
    asked = Request.objects.get(kind="same_siren")
    assert (asked.user, asked.state) == (house.chloe, "received")
    said = {each.author: each.text for each in asked.messages.all()}
    assert "Maison Lumière" in said["note"] and "Zeste et fils" in said["note"]
    assert "Maison Lumière" not in said["office"] + asked.subject
    assert any("Nouvelle demande" in subject for _, subject in mailbox())


@pytest.mark.parametrize("siren", ["", "552100554"])
def test_nobody_is_told_without_a_common_siren(house, siren):
    another(house.chloe, siren=siren)
    assert not Deed.objects.filter(what="organisation.same_siren").exists() and not Request.objects.exists()


def test_one_who_administers_both_knows(house):
    made = another(house.anne)
    assert namesakes.of(made, house.anne) == []
    assert not Request.objects.exists()


def test_a_collaborator_of_the_first_is_a_second_one_like_any_other(house):
    made = another(house.bruno)
    assert namesakes.of(made, house.bruno) == [house.maison]
    assert Request.objects.count() == 1


def test_a_closed_one_is_no_namesake(house):
    Organisation.objects.filter(pk=house.maison.pk).update(closed_at=clock.now(), passed_to="account:x")
    assert namesakes.of(another(house.chloe), house.chloe) == []


def test_taking_the_siren_later_is_told_all_the_same_and_once(house):
    for city in ("Lille", "Lens"):
        services.edit(organisation=house.nord, entity={"siren": SIREN, "city": city}, by=house.chloe, at=clock.now())
    assert Request.objects.filter(kind="same_siren").count() == 1


def test_nobody_fills_a_mailbox_or_the_desk_by_creating_again(house, mailbox):
    for rank in range(8):
        another(a_person(f"Tiers{rank}"), name=f"Tiers {rank}")
    told = [to for to, subject in mailbox() if subject == SUBJECT]
    assert told == ["anne@exemple.fr"] * 5
    assert Request.objects.count() == 5
    assert Deed.objects.filter(what="organisation.same_siren", holder=queries.key(house.maison)).count() == 8


@pytest.mark.django_db(transaction=True)
def test_of_two_created_at_once_the_second_sees_the_first():
    house = a_house()

    def create(user: User) -> None:
        try:
            another(user, name=f"De {user.first_name}", siren="552100554")
        finally:
            connection.close()

    both = [Thread(target=create, args=(user,)) for user in (house.anne, house.chloe)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    tasks.drain()
    assert Organisation.objects.filter(siren="552100554").count() == 2
    assert Request.objects.count() == 1
