"""Followers: exactly once, even when one fails or is killed between reading and writing."""

from __future__ import annotations

import threading

import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from guichet.office.ledger import followers, queries
from guichet.office.ledger.followers import Follower
from guichet.office.ledger.models import FollowerPosition, ParkedEntry
from guichet.office.toolbox import clock


def keep(entries):
    """A projection into a table that has a natural key: one row for each entry."""
    for entry in entries:
        Session.objects.create(session_key=f"entry-{entry.position}", session_data=entry.type, expire_date=clock.now())


PROJECTION = Follower("test.projection", keep, tables=(Session,))


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """Only the followers of these tests."""
    monkeypatch.setattr(followers, "_FOLLOWERS", {})


def position(name: str) -> int:
    return FollowerPosition.objects.get(name=name).position


@pytest.mark.django_db
def test_a_follower_takes_each_entry_once_and_remembers_its_place(pen):
    followers.register(PROJECTION)
    pen.write("a", "b")
    followers.catch_up()
    followers.catch_up()
    pen.write("c")
    followers.catch_up()
    assert Session.objects.count() == 3
    assert position("test.projection") == 3
    assert followers.lag() == {"test.projection": 0}


@pytest.mark.django_db
def test_a_projection_s_batch_is_bounded_and_the_rest_follows(pen, monkeypatch):
    monkeypatch.setattr(followers, "BATCH", 2)
    sizes = []
    followers.register(Follower("test.sizes", lambda entries: sizes.append(len(entries)), tables=(Session,)))
    pen.write("a", "b", "c", "d", "e")
    followers.catch_up()
    assert sizes == [2, 2, 1]


@pytest.mark.django_db
def test_a_policy_takes_one_entry_at_a_time_and_only_of_its_types(pen):
    taken = []
    followers.register(Follower("test.policy", lambda entries: taken.append(len(entries))))
    other = frozenset({"trademark.published/1"})
    followers.register(Follower("test.other", lambda entries: taken.append(99), types=other))
    pen.write("a", "b")
    followers.catch_up()
    assert taken == [1, 1]
    assert set(followers.lag().values()) == {0}


@pytest.mark.django_db
def test_a_crash_after_the_effects_and_before_the_commit_does_nothing_twice(pen):
    """The position and the effects are one transaction: both stay or neither."""
    crashes = [True]

    def keep_then_crash(entries):
        keep(entries)
        if crashes.pop():
            raise RuntimeError("killed")

    followers.register(Follower("test.crash", keep_then_crash, tables=(Session,)))
    pen.write("a")
    followers.catch_up()
    assert Session.objects.count() == 0
    assert followers.lag() == {"test.crash": 1}
    crashes.append(False)
    followers.catch_up()
    assert Session.objects.count() == 1
    assert followers.lag() == {"test.crash": 0}


@pytest.mark.django_db
def test_a_projection_that_fails_waits_and_does_not_hold_the_others(pen):
    def fail(entries):
        raise ValueError

    followers.register(Follower("test.failing", fail, tables=(Session,)))
    followers.register(PROJECTION)
    pen.write("a")
    followers.catch_up()
    assert followers.lag() == {"test.failing": 1, "test.projection": 0}


@pytest.mark.django_db
def test_an_entry_on_which_a_policy_fails_is_parked_then_tried_again(pen):
    broken, done = [True], []

    def act(entries):
        if broken and entries[0].payload["notice"] == "bad":
            raise ValueError
        done.append(entries[0].payload["notice"])

    followers.register(Follower("test.policy", act))
    pen.write("bad", "good")
    followers.catch_up()
    assert (done, followers.parked()) == (["good"], 1)
    assert followers.retry_parked() == 0
    broken.clear()
    assert followers.retry_parked() == 1
    assert (done, followers.parked()) == (["good", "bad"], 0)


@pytest.mark.django_db
def test_an_entry_parked_for_an_absent_policy_stays(pen):
    pen.write("a")
    ParkedEntry.objects.create(follower="test.absent", position=1, error="ValueError")
    assert followers.retry_parked() == 0
    assert followers.parked() == 1


@pytest.mark.django_db
def test_no_policy_acts_on_a_past_that_is_taken_over(pen):
    acted = []
    followers.register(Follower("test.policy", lambda entries: acted.append(entries[0].payload["notice"])))
    followers.register(PROJECTION)
    with followers.taking_over() as project:
        pen.write("past")
        project()
        assert Session.objects.count() == 1
    pen.write("new")
    followers.catch_up()
    assert acted == ["new"]
    assert Session.objects.count() == 2


@pytest.mark.django_db
def test_what_a_policy_records_reaches_the_projections_in_the_same_round(pen):
    def answer(entries):
        for entry in entries:
            if entry.payload["notice"] == "question":
                pen.write("answer")

    followers.register(Follower("test.policy", answer))
    followers.register(PROJECTION)
    pen.write("question")
    followers.catch_up()
    assert [entry.payload["notice"] for entry in queries.read_from(0)] == ["question", "answer"]
    assert Session.objects.count() == 2
    assert set(followers.lag().values()) == {0}


@pytest.mark.django_db
def test_policies_that_answer_each_other_for_ever_are_stopped(pen, monkeypatch, caplog):
    monkeypatch.setattr(followers, "ROUNDS", 3)
    followers.register(Follower("test.echo", lambda entries: pen.write("echo")))
    pen.write("call")
    followers.catch_up()
    assert queries.head() == 4
    assert "do not come to rest" in caplog.text


@pytest.mark.django_db
def test_far_behind_is_a_problem_for_the_health_check(pen, monkeypatch):
    followers.register(PROJECTION)
    pen.write("a", "b")
    assert followers.lag_problem() == ""
    monkeypatch.setattr(followers, "TOO_LATE", 1)
    assert followers.lag_problem() == "en retard : test.projection"


@pytest.mark.django_db(transaction=True)
def test_two_processes_at_once_hand_each_entry_over_once(pen):
    followers.register(PROJECTION)
    pen.write(*"abcdefgh")
    barrier = threading.Barrier(2)

    def work():
        barrier.wait(timeout=10)
        followers.catch_up()
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert sorted(Session.objects.values_list("session_key", flat=True)) == [f"entry-{i}" for i in range(1, 9)]


@pytest.mark.django_db(transaction=True)
def test_followers_run_once_the_act_is_committed(pen):
    from django.db import transaction

    followers.register(PROJECTION)
    with transaction.atomic():
        pen.write("a")
        followers.catch_up_after_commit()
        assert Session.objects.count() == 0
    assert Session.objects.count() == 1
