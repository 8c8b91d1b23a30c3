"""A leaver's files and drafts given to a colleague: some, or all, in one transaction; the trail that it leaves."""

from __future__ import annotations

import csv
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from factories.trademarks import a_trademark
from guichet import office
from guichet.office.authority.models import Holding
from guichet.office.drafts import services as drafts
from guichet.office.drafts.models import Draft
from guichet.office.ledger import followers
from guichet.office.my_company import holdings, trail
from guichet.office.organisations import acting, queries, rules, services
from guichet.office.toolbox import clock


@pytest.fixture
def left(house):
    """Bruno opened two files and a draft for Maison Lumière, then left; Chloé has a file of Atelier Nord."""
    bruno = f"account:{house.bruno.public_id}"
    under = queries.key(house.maison)
    house.files = [a_trademark("received", owner=bruno, under=under, number=f"24500077{n}") for n in (1, 2)]
    house.foreign = a_trademark(
        "received", owner=f"account:{house.chloe.public_id}", under=queries.key(house.nord), number="245000773"
    )
    followers.catch_up()
    house.draft = drafts.create(
        procedure="depot-marque", acting=acting.of(house.bruno), data={"mark.text": "LUMI", "mark.feature": "word"},
        at=clock.now(),
    )  # fmt: skip
    services.leave(organisation=house.maison, user=house.bruno, at=clock.now())
    return house


def contact(stream: str) -> str:
    return Holding.objects.get(pk=stream).contact


def test_who_left_stands_first_with_what_is_still_his(left, browser):
    page = browser(left.anne).get(reverse("my_company:contacts")).content.decode()
    assert "Bruno Essai" in page and "plus rattaché" in page
    assert [(one.user, one.is_member, one.count) for one in holdings.contacts(left.maison)] == [(left.bruno, False, 3)]


def test_some_are_given(left, browser):
    address = reverse("my_company:reassign", args=[left.bruno.public_id])
    form = {"item": [left.files[0], left.draft.subject, left.foreign], "person": str(left.anne.public_id)}
    assert browser(left.anne).get(address).status_code == 200
    assert browser(left.anne).post(address, form).status_code == 302
    anne, bruno = f"account:{left.anne.public_id}", f"account:{left.bruno.public_id}"
    assert [contact(stream) for stream in left.files] == [anne, bruno]
    assert Draft.objects.get(pk=left.draft.pk).owner == left.anne
    assert contact(left.foreign) == f"account:{left.chloe.public_id}"


def test_all_are_given_at_once(left, browser):
    address = reverse("my_company:reassign", args=[left.bruno.public_id])
    form = {"everything": "1", "person": str(left.anne.public_id)}
    assert browser(left.anne).post(address, form).status_code == 302
    assert [one.user for one in holdings.contacts(left.maison)] == [left.anne]
    assert browser(left.anne).get(address).status_code == 404


@pytest.mark.parametrize("form", [{}, {"item": ["trademark/245000771"]}, {"item": ["x"], "person": "nobody"}])
def test_what_is_not_complete_gives_nothing(form, left, browser):
    answer = browser(left.anne).post(reverse("my_company:reassign", args=[left.bruno.public_id]), form)
    assert answer.status_code == 422
    assert contact(left.files[0]) == f"account:{left.bruno.public_id}"


def test_only_an_administrator_gives_and_only_to_a_member(left):
    at, wanted = clock.now(), set(left.files)
    for by, to in ((left.chloe, left.anne), (left.anne, left.chloe), (left.anne, left.bruno)):
        with pytest.raises(rules.Refused):
            holdings.reassign(organisation=left.maison, wanted=wanted, to=to, by=by, at=at)
    assert contact(left.files[0]) == f"account:{left.bruno.public_id}"


def shown(organisation, **changes: object) -> list[tuple[str, str, str, str]]:
    today = clock.today()
    asked = {"since": today - timedelta(days=4000), "until": today, **changes}
    return [(one.by, one.behalf, one.what, one.subject) for one in trail.lines(organisation, trail.Wanted(**asked))]


def test_the_trail_merges_deeds_acts_and_drafts(left):
    found = shown(left.maison)
    assert ("Bruno Essai", "Maison Lumière", "Départ de l'entreprise", "Bruno Essai") in found
    assert ("Bruno Essai", "Maison Lumière", "Projet modifié", f"Projet {left.draft.reference}") in found
    assert [line for line in found if "245000771" in line[3] and line[:2] == ("Bruno Essai", "Maison Lumière")]
    assert not [line for line in found if "245000773" in line[3]]


def test_the_trail_is_asked_by_person_file_and_period(left, browser):
    bruno = f"account:{left.bruno.public_id}"
    assert {line[0] for line in shown(left.maison, person=bruno)} == {"Bruno Essai"}
    assert {line[3][-9:] for line in shown(left.maison, about="245000772")} == {"245000772"}
    assert shown(left.maison, until=clock.today() - timedelta(days=3990)) == []
    client = browser(left.anne)
    page = client.get(reverse("my_company:trail"), {"person": bruno}).content.decode()
    assert "Départ de l" in page
    assert client.get(reverse("my_company:trail"), {"since": "2024-02-31", "page": "x"}).status_code == 200


def test_the_trail_is_exported_and_no_cell_is_a_formula(left, browser):
    services.edit(organisation=left.maison, entity={"name": "=1+1"}, by=left.anne, at=clock.now())
    answer = browser(left.anne).get(reverse("my_company:trail_csv"), {"since": "2024-01-01"})
    rows = list(csv.reader(answer.content.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert tuple(rows[0]) == trail.COLUMNS
    assert len(rows) > 4 and {row[2] for row in rows[1:]} == {"'=1+1"}
    assert answer["Content-Disposition"].startswith("attachment")


def test_every_deed_noted_in_an_organisation_has_its_words():
    deed = re.compile(r'"((?:draft|file|mandate|member|organisation|request|right|rule)\.[a-z_]+)"')
    sources = Path(office.__path__[0]).rglob("*.py")
    noted = {name for source in sources for name in deed.findall(source.read_text("utf-8"))}
    addresses = {"request.body", "request.name"}  # of the facts of some files, in the portfolio
    assert len(noted) > 25
    assert noted - addresses <= trail.WHAT.keys()
