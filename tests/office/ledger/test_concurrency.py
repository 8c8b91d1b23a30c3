"""Several writers at once, in real transactions."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from guichet.office.ledger import queries
from guichet.office.ledger.recorded import Stale

STREAM = "trademark/249999001"
pytestmark = pytest.mark.django_db(transaction=True)


def together(*works):
    """Run works in threads that start at once; their results or their exceptions."""
    barrier = threading.Barrier(len(works))

    def run(work):
        barrier.wait(timeout=10)
        try:
            return work()
        except Stale as stale:
            return stale
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))


def test_of_two_acts_on_what_both_saw_one_is_refused(pen):
    pen.write("filed")
    results = together(*[lambda name=name: pen.write(name, expected=1) for name in ("left", "right")])
    assert sorted(type(result).__name__ for result in results) == ["Stale", "list"]
    assert queries.last_sequence(STREAM) == 2


def test_many_writers_on_many_streams_leave_no_gap_and_a_whole_chain(pen):
    def writer(number: int):
        return lambda: [pen.write(f"{number}-{i}", stream=f"trademark/24999{number:04}", expected=i) for i in range(6)]

    results = together(*[writer(number) for number in range(8)])
    assert not [result for result in results if isinstance(result, Stale)]
    entries = queries.read_from(0)
    assert [entry.position for entry in entries] == list(range(1, 49))
    assert list(queries.broken_links()) == []


def test_a_reader_never_passes_over_an_entry_still_being_committed(pen):
    """A slow writer holds position 1; a fast one must not commit position 2 before it."""
    slow_has_written, reader_has_read = threading.Event(), threading.Event()
    seen: list[list[int]] = []

    def slow():
        with transaction.atomic():
            pen.write("slow")
            slow_has_written.set()
            assert reader_has_read.wait(timeout=10)

    def fast():
        assert slow_has_written.wait(timeout=10)
        pen.write("fast", stream="trademark/249999002")

    def reader():
        assert slow_has_written.wait(timeout=10)
        seen.append([entry.position for entry in queries.read_from(0)])
        reader_has_read.set()

    together(slow, fast, reader)
    assert seen == [[]]
    assert [entry.payload["notice"] for entry in queries.read_from(0)] == ["slow", "fast"]
