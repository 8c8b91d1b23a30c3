"""Two people act at the same instant, each in a transaction of his own: one wins, the other is told why not."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import close_old_connections, connection, transaction

from guichet.office.organisations import joining, queries, rules, services
from guichet.office.organisations.models import JoinRequest, Membership, Organisation
from guichet.office.toolbox import clock, tasks
from office.organisations.conftest import House, a_house

pytestmark = pytest.mark.django_db(transaction=True)


WAITING = """
select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
"""


def at_once(*acts: Callable[[], object], held: Organisation | None = None) -> list[str]:
    """Do these together; for each, « done » or the words of its refusal.

    held: this organisation stays locked until each act waits for it: all have begun, and none has read it. Without its
    lock an act would not wait, and the test fails: nothing is left to luck.
    """
    together, said = threading.Barrier(len(acts)), [""] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        close_old_connections()
        try:
            together.wait(timeout=10)
            act()
            said[place] = "done"
        except rules.Refused as refusal:
            said[place] = refusal.words
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    with transaction.atomic():
        if held:
            services.lock(held)
        for thread in threads:
            thread.start()
        if held:
            wait_until_each_waits(len(acts))
    for thread in threads:
        thread.join(timeout=20)
    return said


def wait_until_each_waits(count: int) -> None:
    pause = threading.Event()
    for _ in range(500):
        with connection.cursor() as cursor:
            cursor.execute("select pg_stat_clear_snapshot()")  # else a transaction reads the same list again
            cursor.execute(WAITING)
            if cursor.fetchone() == (count,):
                return
        pause.wait(0.02)
    raise AssertionError("an act did not wait for the organisation's lock")


@pytest.fixture
def house() -> House:
    found = a_house()
    services.promote(organisation=found.maison, user=found.bruno, by=found.anne, at=clock.now())
    return found


TRIES = range(3)


@pytest.mark.parametrize("attempt", TRIES)
def test_two_administrators_demote_each_other(attempt, house):
    said = at_once(
        lambda: services.demote(organisation=house.maison, user=house.bruno, by=house.anne, at=clock.now()),
        lambda: services.demote(organisation=house.maison, user=house.anne, by=house.bruno, at=clock.now()),
        held=house.maison,
    )
    assert sorted(word == "done" for word in said) == [False, True]
    assert sorted(house.standings().values()) == ["administrator", "collaborator"]


@pytest.mark.parametrize("attempt", TRIES)
def test_two_administrators_leave(attempt, house):
    said = at_once(
        lambda: services.leave(organisation=house.maison, user=house.anne, at=clock.now()),
        lambda: services.leave(organisation=house.maison, user=house.bruno, at=clock.now()),
        held=house.maison,
    )
    assert sorted(word == "done" for word in said) == [False, True]
    assert list(house.standings().values()) == ["administrator"]


@pytest.mark.parametrize("attempt", TRIES)
def test_one_leaves_while_being_promoted_and_the_promoter_leaves(attempt, house):
    """Bruno, a collaborator again, leaves while Anne promotes him, then hands over to him and leaves."""
    services.demote(organisation=house.maison, user=house.bruno, by=house.anne, at=clock.now())
    said = at_once(
        lambda: services.leave(organisation=house.maison, user=house.bruno, at=clock.now()),
        lambda: services.leave(organisation=house.maison, user=house.anne, at=clock.now(), successor=house.bruno),
    )
    assert sorted(word == "done" for word in said) == [False, True]
    assert list(house.standings().values()) == ["administrator"]


@pytest.mark.parametrize("attempt", TRIES)
def test_one_request_accepted_twice(attempt, house):
    asked = joining.ask(user=house.chloe, address="anne@exemple.fr", at=clock.now())
    tasks.drain()
    asked.refresh_from_db()
    said = at_once(
        lambda: joining.accept(request=asked, by=house.anne, at=clock.now()),
        lambda: joining.accept(request=asked, by=house.bruno, at=clock.now()),
    )
    assert sorted(word == "done" for word in said) == [False, True]
    assert Membership.objects.filter(user=house.chloe, organisation=house.maison).count() == 1


@pytest.mark.parametrize("attempt", TRIES)
def test_accepted_and_taken_back(attempt, house):
    asked = joining.ask(user=house.chloe, address="anne@exemple.fr", at=clock.now())
    tasks.drain()
    asked.refresh_from_db()
    said = at_once(
        lambda: joining.accept(request=asked, by=house.anne, at=clock.now()),
        lambda: joining.withdraw(request=asked, user=house.chloe, at=clock.now()),
    )
    assert sorted(word == "done" for word in said) == [False, True]
    answer = JoinRequest.objects.get(pk=asked.pk).answer
    assert ("Chloé" in house.standings()) == (answer == "accepted")


def test_closed_and_promoted(house):
    services.demote(organisation=house.maison, user=house.bruno, by=house.anne, at=clock.now())
    at_once(
        lambda: services.close(organisation=house.maison, by=house.anne, at=clock.now(), holds=False),
        lambda: services.promote(organisation=house.maison, user=house.bruno, by=house.anne, at=clock.now()),
    )
    house.maison.refresh_from_db()
    assert house.standings() == {} and not house.maison.is_open
    assert not Membership.objects.filter(organisation=house.maison, until=None).exists()
    assert queries.body(house.maison, at=clock.now()).members == frozenset()
