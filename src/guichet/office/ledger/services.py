"""Appending to the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from django.db import IntegrityError, connection, transaction

from guichet.office.ledger.models import Entry
from guichet.office.ledger.queries import chained_content, last_sequence
from guichet.office.ledger.recorded import GENESIS, Recorded, Stale, digest
from guichet.office.toolbox import bulk, clock
from guichet.rights.events import Event, payload

_APPEND_LOCK = 7_120_006
"""Advisory lock that makes appends queue: positions have no gap, and no reader skips a late commit."""


def record(
    events: Sequence[Event],
    *,
    stream: str,
    expected: int,
    by: str,
    act: str,
    on: date | None = None,
    effective_on: date | None = None,
    at: datetime | None = None,
    under: str = "",
) -> list[Recorded]:
    """Append events to a stream, all or none, in the caller's transaction.

    expected: number of entries that the caller saw on the stream; raises Stale when there are not so many.
    by: who acts (``account:<id>``, ``staff:<id>``, ``office:clock``, ``public``). act: glossary name of the act.
    under: what empowers the actor (``organisation:<id>``, ``mandate:<id>``, ``delegation:<id>``), empty for oneself.
    on: legal date of the events, today in Paris by default; effective_on: when they take effect, ``on`` by default.
    """
    at = at or clock.now()
    on = on or at.astimezone(clock.PARIS).date()
    with _one_entry_per_sequence():
        position, previous = _take_head()
        if last_sequence(stream) != expected:
            raise Stale(Stale.message)
        entries = []
        for offset, event in enumerate(events, start=1):
            past = Past(
                stream=stream, event=event, by=by, act=act, on=on, at=at, effective_on=effective_on, under=under
            )
            entries.append(_entry(past, position + offset, expected + offset, previous))
            previous = entries[-1].hash
        Entry.objects.bulk_create(map(_row, entries))
    return entries


@dataclass(frozen=True)
class Past:
    """One event of a register taken over, as ``record`` would have had it."""

    stream: str
    event: Event
    by: str
    act: str
    on: date
    at: datetime
    effective_on: date | None = None
    under: str = ""


def record_past(past: Iterable[Past], *, seen: Mapping[str, int] | None = None) -> int:
    """Append events of many streams, in the order given, all or none; how many. Read as it comes, written by COPY.

    seen: number of entries that the caller saw on each stream, none by default (a register taken over, inside
    ``followers.taking_over``). Raises Stale when a stream has others.
    """
    with _one_entry_per_sequence():
        position, previous = _take_head()
        return bulk.copy_in(Entry, map(_row, _chained(past, position, previous, seen or {})))


def hold_appends() -> None:
    """Let nobody else append until the end of the caller's transaction: it must be short."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_APPEND_LOCK])


def _chained(past: Iterable[Past], position: int, previous: str, seen: Mapping[str, int]) -> Iterator[Recorded]:
    """The entries of these events, after the one at ``position``; ranks in each stream after those seen."""
    ranks: dict[str, int] = defaultdict(int, seen)
    for offset, one in enumerate(past, start=1):
        ranks[one.stream] += 1
        entry = _entry(one, position + offset, ranks[one.stream], previous)
        previous = entry.hash
        yield entry


def _entry(past: Past, position: int, sequence: int, previous: str) -> Recorded:
    """The entry of an event at its place in the chain."""
    entry = Recorded(
        position=position,
        stream=past.stream,
        sequence=sequence,
        type=past.event.type,
        payload=payload(past.event),
        event_on=past.on,
        effective_on=past.effective_on or past.on,
        recorded_at=past.at.astimezone(UTC),
        actor=past.by,
        act=past.act,
        authority=past.under,
        previous_hash=previous,
        hash="",
    )
    return replace(entry, hash=digest(previous, chained_content(entry)))


def _take_head() -> tuple[int, str]:
    hold_appends()
    last = Entry.objects.order_by("-position").values_list("position", "hash").first()
    return last or (0, GENESIS)


def _row(entry: Recorded) -> Entry:
    return Entry(**{name: getattr(entry, name) for name in Recorded.__dataclass_fields__})


@contextmanager
def _one_entry_per_sequence() -> Iterator[None]:
    """All or none; raise Stale when the database says that another entry has this place in its stream."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if "ledger_one_entry_per_sequence" in str(error):
            raise Stale(Stale.message) from error
        raise
