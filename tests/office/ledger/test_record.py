"""Appending: positions, sequences, dates, all or none."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from guichet.office.ledger import queries
from guichet.office.ledger.recorded import GENESIS, Stale
from guichet.rights.events import Happened, NoticeServed

STREAM = "trademark/249999001"
pytestmark = pytest.mark.django_db


def test_entries_follow_one_another(pen):
    first, second = pen.write("a", "b")
    assert (first.position, second.position) == (1, 2)
    assert (first.sequence, second.sequence) == (1, 2)
    assert first.previous_hash == GENESIS
    assert second.previous_hash == first.hash


def test_positions_run_through_all_streams_and_sequences_through_one(pen):
    pen.write("a")
    pen.write("b", stream="trademark/249999002")
    (third,) = pen.write("c")
    assert (third.position, third.sequence) == (3, 2)


def test_an_entry_is_read_back_as_it_was_recorded(pen):
    assert pen.write("a", "b") == queries.history(STREAM)


def test_an_entry_gives_its_event_and_its_legal_date(pen):
    pen.write("a", on=date(2024, 4, 10))
    (happened,) = queries.happenings(STREAM)
    assert happened == Happened(NoticeServed("a", "opened"), on=date(2024, 4, 10), at=happened.at)
    assert happened.at.astimezone(UTC).date() == date(2024, 4, 12)


def test_without_a_date_the_event_is_of_today_in_paris(pen):
    late = datetime(2024, 4, 12, 22, 30, tzinfo=UTC)  # 00:30 on the 13th in Paris
    (entry,) = pen.write("a", at=late)
    assert entry.event_on == entry.effective_on == date(2024, 4, 13)


def test_who_saw_less_than_there_is_is_refused_and_nothing_stays(pen):
    pen.write("a")
    with pytest.raises(Stale, match="rechargez"):
        pen.write("b", "c", expected=0)
    assert [entry.payload["notice"] for entry in queries.history(STREAM)] == ["a"]


def test_a_refusal_leaves_the_caller_s_transaction_usable(pen):
    pen.write("a")
    with transaction.atomic():
        with pytest.raises(Stale):
            pen.write("b", expected=0)
        pen.write("c")
    assert queries.last_sequence(STREAM) == 2


def test_a_rolled_back_act_leaves_no_trace_and_no_gap(pen):
    pen.write("a")
    with pytest.raises(RuntimeError), transaction.atomic():
        pen.write("b")
        raise RuntimeError
    (entry,) = pen.write("c")
    assert entry.position == 2
    assert list(queries.broken_links()) == []


def test_a_sequence_cannot_be_skipped(pen):
    pen.write("a")
    with pytest.raises(Stale):
        pen.write("b", expected=5)
    assert queries.last_sequence(STREAM) == 1


def test_recording_nothing_records_nothing(pen):
    assert pen.write() == []
    assert queries.head() == 0


def test_histories_reads_many_streams(pen):
    pen.write("a")
    pen.write("b", stream="trademark/249999002")
    found = queries.histories([STREAM, "trademark/249999002", "trademark/249999003"])
    assert {stream: len(entries) for stream, entries in found.items()} == {STREAM: 1, "trademark/249999002": 1}


def test_reading_from_a_position_can_be_limited_to_types(pen):
    pen.write("a", "b", "c")
    assert [entry.position for entry in queries.read_from(1)] == [2, 3]
    assert [entry.position for entry in queries.read_from(0, limit=2)] == [1, 2]
    assert queries.read_from(0, types=["trademark.published/1"]) == []
    assert len(queries.read_from(0, types=["notice.served/1"])) == 3
