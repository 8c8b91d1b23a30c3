"""``guichet rebuild``: projections rebuilt from the entries, and what differed said."""

from __future__ import annotations

import argparse
from contextlib import nullcontext

import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from guichet.office.commands import ledger as command
from guichet.office.ledger import followers
from guichet.office.ledger.followers import Follower
from guichet.rights.events import NoticeServed

pytestmark = pytest.mark.django_db


def keep(entries):
    for entry in entries:
        assert isinstance(entry.event, NoticeServed)
        moment = entry.recorded_at
        Session.objects.create(session_key=f"k{entry.position}", session_data=entry.event.notice, expire_date=moment)


@pytest.fixture
def projection(pen, monkeypatch):
    monkeypatch.setattr(followers, "_FOLLOWERS", {})
    monkeypatch.setattr(command, "ready", nullcontext)
    follower = Follower("test.projection", keep, tables=(Session,))
    followers.register(follower)
    pen.write("a", "b", "c")
    followers.catch_up()
    return follower


def rebuild(only: str | None = None) -> int:
    return command.rebuild(argparse.Namespace(only=only, processes=1))


def test_a_true_projection_is_found_equal(projection, capsys):
    assert rebuild() == 0
    assert "3 écritures, chaîne intacte" in capsys.readouterr().out
    assert Session.objects.count() == 3


def test_a_changed_row_is_noticed_and_mended(projection, capsys):
    Session.objects.filter(pk="k2").update(session_data="falsified")
    assert rebuild() == 1
    assert "DIFFÉRENTE" in capsys.readouterr().out
    assert Session.objects.get(pk="k2").session_data == "b"
    assert rebuild() == 0


def test_a_missing_row_and_a_row_too_many_are_noticed(projection):
    Session.objects.filter(pk="k1").delete()
    assert rebuild() == 1
    Session.objects.create(session_key="k9", session_data="", expire_date=Session.objects.get(pk="k1").expire_date)
    assert rebuild() == 1
    assert Session.objects.count() == 3


def test_rebuilding_stops_where_the_projection_stood(projection, pen):
    """Entries not taken in yet stay for the next turn: equal means equal."""
    pen.write("d")
    assert rebuild() == 0
    assert Session.objects.count() == 3
    followers.catch_up()
    assert Session.objects.count() == 4


def test_rebuilding_goes_through_every_batch(projection, monkeypatch):
    monkeypatch.setattr(followers, "BATCH", 2)
    assert rebuild() == 0


def test_a_broken_chain_fails_even_when_projections_are_equal(projection, capsys):
    with connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")
        cursor.execute("update ledger_entry set actor = 'x' where position = 3")
        cursor.execute("set session_replication_role = origin")
    assert rebuild() == 1
    assert "chaîne ROMPUE" in capsys.readouterr().out


def test_an_unknown_projection_is_said(projection, capsys):
    assert rebuild(only="nothing") == 1
    assert "Aucune projection ne s'appelle « nothing »" in capsys.readouterr().out
