"""Whom news of a file concerns: the contact, the representative, whoever stands in, whoever wishes to know."""

from __future__ import annotations

from datetime import date

import pytest

from factories.holders import BEGAN, a_mandate, a_person, an_organisation, give, leaves, reserved
from factories.trademarks import a_trademark
from guichet.office.accounts.queries import account_actor
from guichet.office.authority import services as authority
from guichet.office.notices import audience
from guichet.office.notices.models import Kind, Preferences
from guichet.office.organisations import queries as organisations


@pytest.fixture
def office(claire, paul, office_clock):
    """Claire administers the organisation, Paul collaborates and is the contact of the file."""
    office_clock.on(2024, 4, 2)
    return an_organisation(claire, paul)


@pytest.fixture
def held(office, paul):
    return give(a_trademark("published"), office, paul)


@pytest.fixture
def firm(db):
    """Another organisation, of attorneys: Aude administers it, Luc works there."""
    aude, luc = a_person("Aude", "Roche"), a_person("Luc", "Petit")
    return an_organisation(aude, luc, name="Roche et associés"), aude, luc


def names(stream, kind=Kind.NOTIFICATION):
    return [user.first_name for user in audience.of(stream, kind)]


def test_the_contact_is_told(held):
    assert names(held) == ["Paul"]


def test_who_holds_a_file_alone_is_told(claire, mark):
    assert names(mark) == ["Claire"]
    assert audience.reads_here(mark) == account_actor(claire)


def test_when_the_contact_has_left_the_administrators_are_told(held, office, paul):
    leaves(paul, office)
    assert names(held) == ["Claire"]
    assert audience.reads_here(held) == organisations.key(office)


def test_when_the_contact_no_longer_sees_the_file_the_administrators_are_told(held, office):
    reserved(office, held)
    assert names(held) == ["Claire"]


@pytest.mark.parametrize("active", ["paul", "claire"])
def test_a_closed_account_is_not_told(held, request, active):
    closed = {"paul": "claire", "claire": "paul"}[active]
    user = request.getfixturevalue(closed)
    user.is_active = False
    user.save()
    assert names(held) == [active.capitalize()]


def test_nobody_reads_what_an_unknown_account_holds(db):
    stream = a_trademark("published", owner="account:x")
    assert audience.of(stream) == []
    assert audience.reads_here(stream) == ""
    assert audience.of("trademark/249999999") == []


@pytest.mark.parametrize(
    ("wishes", "kind", "expected"),
    [
        ({"all_letters": True}, Kind.NOTIFICATION, ["Paul", "Claire"]),
        ({"all_letters": True}, Kind.INFORMATION, ["Paul", "Claire"]),
        ({"all_letters": True}, Kind.DEADLINE, ["Paul"]),
        ({"all_deadlines": True}, Kind.DEADLINE, ["Paul", "Claire"]),
        ({"all_deadlines": True}, Kind.NOTIFICATION, ["Paul"]),
    ],
)
def test_a_member_who_wishes_it_is_told_of_every_file_seen(held, claire, wishes, kind, expected):
    Preferences.objects.create(user=claire, **wishes)
    assert names(held, kind) == expected


def test_a_wish_opens_no_file_that_one_may_not_see(held, office, claire, paul):
    give(held, office, claire)
    Preferences.objects.create(user=paul, all_letters=True)
    assert names(held) == ["Claire", "Paul"]
    reserved(office, held)
    assert names(held) == ["Claire"]


def test_the_representative_takes_the_place_of_the_contact(held, office, firm):
    attorneys, _, luc = firm
    a_mandate(organisations.key(office), organisations.key(attorneys), luc)
    assert names(held) == ["Luc"]
    assert audience.reads_here(held) == organisations.key(office), "the file stays its principal's"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"acts": ["prosecute"]}, "Luc"),
        ({"acts": ["pay", "renew"]}, "Paul"),
        ({"rights": ["patent"]}, "Paul"),
        ({"streams": ["trademark/1"]}, "Paul"),
        ({"accepted_at": None, "accepted_by": ""}, "Paul"),
        ({"revoked_at": BEGAN, "revoked_by": "account:x"}, "Paul"),
        ({"until": date(2024, 4, 1)}, "Paul"),
        ({"until": date(2024, 4, 2)}, "Luc"),
        ({"since": date(2024, 4, 3)}, "Paul"),
    ],
)
def test_only_a_mandate_that_stands_and_covers_letters_does(held, office, firm, changes, told):
    attorneys, _, luc = firm
    a_mandate(organisations.key(office), organisations.key(attorneys), luc, **changes)
    assert names(held) == [told]


def test_R718_5_the_representative_of_one_procedure_replaces_the_other_in_it_only(held, office, firm, paul):
    attorneys, aude, luc = firm
    other = give(a_trademark("published"), office, paul)
    key = organisations.key(office)
    a_mandate(key, organisations.key(attorneys), luc, accepted_at=BEGAN)
    a_mandate(key, account_actor(aude), aude, procedure=held)
    assert (names(held), names(other)) == (["Aude"], ["Luc"])


def test_when_the_representative_who_accepted_has_left_its_administrators_are_told(held, office, firm):
    attorneys, _, luc = firm
    a_mandate(organisations.key(office), organisations.key(attorneys), luc)
    leaves(luc, attorneys)
    assert names(held) == ["Aude"]


def test_a_file_that_changes_hands_takes_its_news_along(held, firm):
    attorneys, aude, _ = firm
    authority.transfer(
        stream=held, holder=organisations.key(attorneys), contact=account_actor(aude), by="office:test", at=BEGAN
    )
    assert names(held) == ["Aude"]


def test_the_number_of_queries_does_not_grow_with_the_files(held, office, paul, django_assert_max_num_queries):
    streams = [held, *(give(a_trademark("published"), office, paul) for _ in range(6))]
    with django_assert_max_num_queries(9):
        assert len(audience.of_streams(streams, Kind.DEADLINE)) == 7
