"""Chores: each in its turn, one process at a time, a failure holding nobody."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from guichet.office.toolbox import chores
from guichet.office.toolbox.chores import Chore, Round
from guichet.office.toolbox.requests import current_number


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    monkeypatch.setattr(chores, "_CHORES", {})


@pytest.fixture(autouse=True)
def same_connection(monkeypatch):
    """Within a test's transaction, the connection stays."""
    monkeypatch.setattr(chores, "close_old_connections", lambda: None)


@pytest.mark.django_db
def test_a_chore_is_done_at_once_then_each_time_it_is_due():
    done = []
    chores.register("probe", lambda: done.append(1), every_seconds=10)
    rounds = Round()
    assert rounds.run_due(100.0) == ["probe"]
    assert rounds.run_due(109.9) == []
    assert rounds.run_due(110.0) == ["probe"]
    assert len(done) == 2


@pytest.mark.django_db
def test_a_chore_that_fails_holds_no_other_and_has_its_next_turn(caplog):
    done = []

    def fail():
        raise ValueError

    chores.register("a failing", fail, every_seconds=1)
    chores.register("b sound", lambda: done.append(1), every_seconds=1)
    rounds = Round()
    rounds.run_due(0.0)
    assert rounds.run_due(1.0) == ["a failing", "b sound"]
    assert len(done) == 2
    assert "chore failed" in caplog.text


@pytest.mark.django_db
def test_a_chore_has_a_number_in_the_logs():
    numbers = []
    assert chores.do(Chore("probe", lambda: numbers.append(current_number()), 1))
    assert len(numbers[0]) == 32


@pytest.mark.django_db(transaction=True)
def test_of_two_clocks_one_does_the_chore():
    inside, may_end, done = threading.Event(), threading.Event(), []

    def work():
        done.append(1)
        inside.set()
        assert may_end.wait(timeout=10)

    def clock():
        chores.do(Chore("probe", work, 1))
        connection.close()

    first = threading.Thread(target=clock)
    first.start()
    assert inside.wait(timeout=10)
    assert chores.do(Chore("probe", work, 1)) is False
    may_end.set()
    first.join(timeout=10)
    assert done == [1]
    assert chores.do(Chore("probe", work, 1)) is True
