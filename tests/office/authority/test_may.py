"""The question asked of the database: few queries, the same answer in lists, and at any past instant."""

from __future__ import annotations

import itertools
from datetime import date, datetime, timedelta

import pytest
from django.db import connection

from guichet.office.accounts.models import Role, StaffRole
from guichet.office.accounts.queries import account_actor
from guichet.office.authority import mandates, queries, services
from guichet.office.authority.models import Holding, Mandate
from guichet.office.organisations import services as organisations
from guichet.office.toolbox import clock
from office.authority.conftest import a_mandate, a_mark, offered

LEVELS = ("see", "edit", "submit", "pay")


def test_a_collaborator_submits_for_the_organisation(town, mark):
    answer = queries.may(town.acting(town.bruno, town.maison), "submit", mark, act="answer_objection")
    assert answer.allowed and answer.under == town.owner and answer.ground == "member"
    assert {reason.source.article for reason in answer.because} == {"R. 712-2"} or answer.because


def test_a_stranger_sees_nothing_and_nothing_that_does_not_exist(town, mark):
    assert not queries.may(town.acting(town.paul), "see", mark).allowed
    assert not queries.may(town.acting(town.paul), "see", "trademark/999").allowed
    assert not queries.may(town.acting(town.lenoir, town.firm), "see", mark).allowed


@pytest.mark.parametrize(("level", "most"), [("see", 2), ("submit", 3)])
def test_few_queries_for_ones_own(town, mark, level, most, django_assert_max_num_queries):
    acting = town.acting(town.bruno, town.maison)
    with django_assert_max_num_queries(most):
        assert queries.may(acting, level, mark).allowed


def test_five_queries_at_most_under_a_mandate(town, mark, django_assert_max_num_queries):
    a_mandate(town)
    acting = town.acting(town.karim, town.firm)
    with django_assert_max_num_queries(5):
        answer = queries.may(acting, "submit", mark, act="answer_objection")
    assert answer.allowed and answer.under.startswith("mandate:") and "Maison Lumière" in answer.message


def test_lists_and_the_question_agree(town, mark):
    """For every person, organisation and sharing tried, what is listed is what one may see."""
    other, third = a_mark(town.owner), a_mark(town.cabinet)
    people = [(town.anne, town.maison), (town.bruno, town.maison), (town.zoe, town.maison), (town.lenoir, town.firm),
              (town.karim, town.firm), (town.paul, None)]  # fmt: skip
    rules = (None, [], ["see", "edit"])
    named = account_actor(town.bruno)
    a_mandate(town, streams=(other,))
    for general, own, grants in itertools.product(rules, rules, ({}, {named: ["see"]})):
        services.rule(holder=town.owner, levels=general, by="test", at=clock.now())
        services.share(holder=town.owner, subject=mark, levels=own, grants=grants, by="test", at=clock.now())
        for user, organisation in people:
            acting = town.acting(user, organisation)
            listed = set(queries.streams(acting))
            allowed = {stream for stream in (mark, other, third) if queries.may(acting, "see", stream).allowed}
            assert listed == allowed, (user, general, own, grants)


def test_a_general_mandate_opens_the_marks_of_its_principal_and_no_other_file(town, mark):
    other = a_mark(account_actor(town.paul))
    a_mandate(town)
    assert set(queries.streams(town.acting(town.karim, town.firm))) == {mark}
    assert other not in set(queries.streams(town.acting(town.karim, town.firm)))
    Holding.objects.filter(stream=mark).update(family="patent")
    assert set(queries.streams(town.acting(town.karim, town.firm))) == set()


def test_a_reserved_file_leaves_the_list_at_once(town, mark):
    services.share(holder=town.owner, subject=mark, levels=[], grants={}, by="test", at=clock.now())
    assert set(queries.streams(town.acting(town.bruno, town.maison))) == set()
    assert set(queries.streams(town.acting(town.anne, town.maison))) == {mark}


def test_revoked_is_gone_from_lists_and_answers(town, mark):
    row = a_mandate(town)
    mandates.revoke(mandate=row, acting=town.acting(town.anne, town.maison), at=clock.now())
    karim = town.acting(town.karim, town.firm)
    assert set(queries.streams(karim)) == set()
    assert not queries.may(karim, "see", mark).allowed


def test_the_past_is_asked_with_who_belonged_and_held_then(town, mark, day):
    day.on(2024, 4, 1)
    organisations.end(organisation=town.maison, user=town.bruno, by=town.anne, at=clock.now())
    day.on(2024, 5, 1)
    services.transfer(stream=mark, holder=town.cabinet, contact=account_actor(town.lenoir), by="test", at=clock.now())
    day.on(2024, 6, 1)
    bruno, anne, lenoir = (
        queries.loading.Actor(town.bruno, town.owner, town.maison),
        queries.loading.Actor(town.anne, town.owner, town.maison),
        queries.loading.Actor(town.lenoir, town.cabinet, town.firm),
    )
    seen = {
        month: [queries.answer(one, "see", mark, at=datetime(2024, month, 15, 12, tzinfo=clock.PARIS)).allowed
                for one in (bruno, anne, lenoir)]
        for month in (2, 3, 4, 5)
    }  # fmt: skip
    assert seen == {2: [False] * 3, 3: [True, True, False], 4: [False, True, False], 5: [False, False, True]}


def test_staff_see_by_their_role_and_only_see(town, mark):
    StaffRole.objects.create(user=town.paul, role=Role.EXAMINER, rights=["trademark"])
    paul = town.acting(town.paul)
    assert queries.may(paul, "see", mark).ground == "staff"
    for level in LEVELS[1:]:
        assert not queries.may(paul, level, mark).allowed
    assert set(queries.streams(paul)) == set()
    StaffRole.objects.update(rights=["patent"])
    assert not queries.may(paul, "see", mark).allowed


def test_an_offer_gives_nothing(town, mark):
    offered(town)
    assert not queries.may(town.acting(town.lenoir, town.firm), "see", mark).allowed
    assert set(queries.streams(town.acting(town.lenoir, town.firm))) == set()


def test_ten_thousand_files_are_listed_by_the_holder_index(town):
    """The files of a representative among 10,000 of others: an index, not the whole table; and quickly."""
    at = clock.now()
    Holding.objects.bulk_create(
        Holding(stream=f"trademark/{number}", family="trademark", opened_at=at, contact="account:x",
                holder=town.owner if number % 100 == 0 else f"organisation:{number % 500}")
        for number in range(10_000)
    )  # fmt: skip
    services.share(holder=town.owner, subject="trademark/100", levels=[], grants={}, by="test", at=at)
    a_mandate(town)
    with connection.cursor() as cursor:
        cursor.execute("analyze authority_holding")
    for user, organisation, expected in ((town.karim, town.firm, 100), (town.bruno, town.maison, 99)):
        rows = queries.streams(town.acting(user, organisation))
        assert "Seq Scan on authority_holding" not in rows.explain()
        outer = Holding.objects.filter(stream__in=rows)
        began = datetime.now(clock.PARIS)
        assert outer.count() == expected
        assert datetime.now(clock.PARIS) - began < timedelta(seconds=1)


def test_the_database_keeps_a_mandate_between_two_parties(town):
    from django.db import IntegrityError, transaction

    row = Mandate(principal=town.owner, representative=town.owner, quality="lawyer", rights=["trademark"],
                  since=date(2024, 3, 1), granted_at=clock.now(), granted_by="x", accepted_at=clock.now())  # fmt: skip
    with pytest.raises(IntegrityError, match="two_parties"), transaction.atomic():
        row.save()
