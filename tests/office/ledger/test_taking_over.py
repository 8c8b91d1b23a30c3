"""A register taken over: many streams at once, in a sound chain, and projections filled stream by stream."""

from __future__ import annotations

from datetime import date

import pytest
from bench.marks import lives

from factories.trademarks import a_trademark
from guichet.office.ledger import followers, queries
from guichet.office.ledger.acts import perform_each
from guichet.office.ledger.models import FollowerPosition
from guichet.office.ledger.recorded import Stale
from guichet.office.ledger.services import Past, record_past
from guichet.rights.events import NoticeServed
from guichet.rights.trademarks.acts import Publish

from .conftest import instant

pytestmark = pytest.mark.django_db
PROJECTIONS = ("agenda.deadlines", "register.trademarks")


def past(stream: str, notice: str) -> Past:
    event, on = NoticeServed(notice, "opened"), date(2020, 5, 4)
    return Past(stream=stream, event=event, by="office:old", act="serve_notice", on=on, at=instant(2020, 5, 4, 9))


def marks(count: int) -> list[Past]:
    """The events of generated marks, in the order of their dates."""
    known = lives(count, today=date(2024, 3, 4))
    steps = [(on, f"trademark/{number}", event, by) for number, life in known for event, on, by in life]
    steps.sort(key=lambda step: step[0])
    return [
        Past(stream=stream, event=event, by=by, act="migration", on=on, at=instant(on.year, on.month, on.day))
        for on, stream, event, by in steps
    ]


def test_events_of_the_past_are_chained_after_those_of_the_ledger(pen):
    pen.write("a")
    assert record_past([past("trademark/1", "b"), past("trademark/2", "c"), past("trademark/1", "d")]) == 3
    assert list(queries.broken_links()) == []
    assert [entry.payload["notice"] for entry in queries.history("trademark/1")] == ["b", "d"]
    last = queries.history("trademark/1")[-1]
    assert (last.position, last.sequence, last.actor, last.event_on) == (4, 2, "office:old", date(2020, 5, 4))
    assert last.recorded_at == instant(2020, 5, 4, 9)
    pen.write("e")
    assert list(queries.broken_links()) == []


def test_a_stream_that_is_already_known_is_refused_and_nothing_is_kept(pen):
    pen.write("a")
    with pytest.raises(Stale):
        record_past([past("trademark/1", "b"), past(pen.stream, "c")])
    assert queries.head() == 1


def test_whole_streams_come_in_their_order_up_to_a_position():
    record_past([past("b", "1"), past("a", "2"), past("b", "3"), past("c", "4"), past("a", "5")])
    shares = list(queries.whole_streams(upto=4, size=2))
    told = [{stream: [entry.position for entry in found] for stream, found in share.items()} for share in shares]
    assert told == [{"a": [2], "b": [1, 3]}, {"c": [4]}]


def test_a_projection_filled_by_streams_equals_the_one_that_followed(monkeypatch):
    record_past(marks(40))
    chosen = [follower for follower in followers.followers() if follower.name in PROJECTIONS]
    assert [follower.name for follower in chosen] == list(PROJECTIONS)
    monkeypatch.setattr(followers, "BATCH", 7)
    monkeypatch.setattr(followers, "STREAMS", 3)
    for follower in chosen:
        while followers.advance(follower):
            pass
        assert all(table.objects.exists() for table in follower.tables)
        before, after = followers.rebuild(follower)
        assert before == after


def test_a_projection_far_behind_is_filled_at_once_when_a_register_is_taken_over(monkeypatch):
    monkeypatch.setattr(followers, "TOO_LATE", 10)
    with followers.taking_over():
        record_past(marks(12))
    places = dict(FollowerPosition.objects.values_list("name", "position"))
    assert {places[name] for name in PROJECTIONS} == {queries.head()}
    index = next(follower for follower in followers.followers() if follower.name == "register.trademarks")
    assert index.tables[0].objects.count() == 12
    before, after = followers.rebuild(index)
    assert before == after


def test_one_act_on_many_rights_leaves_out_those_that_the_law_refuses(office_clock):
    office_clock.on(2024, 3, 29)
    planned = [a_trademark("planned", published_on=date(2024, 3, 29)) for _ in range(3)]
    received = a_trademark("received")
    refused = perform_each(dict.fromkeys([*planned, received], Publish(issue="2024-13")), by="staff:2")
    assert list(refused) == [received]
    assert refused[received].because
    assert list(queries.broken_links()) == []
    for stream in planned:
        last = queries.history(stream)[-1]
        assert (last.type, last.act, last.actor) == ("trademark.published/1", "publish", "staff:2")
        assert last.sequence == 5
    assert len(queries.history(received)) == 1
