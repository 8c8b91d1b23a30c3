"""Appending to the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from django.db import IntegrityError, connection, transaction

from guichet.office.ledger.models import Entry
from guichet.office.ledger.queries import chained_content, last_sequence
from guichet.office.ledger.recorded import GENESIS, Recorded, Stale, digest
from guichet.office.toolbox import clock
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
) -> list[Recorded]:
    """Append events to a stream, all or none, in the caller's transaction.

    expected: number of entries that the caller saw on the stream; raises Stale when there are not so many.
    by: who acts (``account:<id>``, ``staff:<id>``, ``office:clock``, ``public``). act: glossary name of the act.
    on: legal date of the events, today in Paris by default; effective_on: when they take effect, ``on`` by default.
    """
    at = at or clock.now()
    on = on or at.astimezone(clock.PARIS).date()
    with transaction.atomic():
        position, previous = _take_head()
        if last_sequence(stream) != expected:
            raise Stale(Stale.message)
        entries = []
        for offset, event in enumerate(events, start=1):
            entry = Recorded(
                position=position + offset,
                stream=stream,
                sequence=expected + offset,
                type=event.type,
                payload=payload(event),
                event_on=on,
                effective_on=effective_on or on,
                recorded_at=at.astimezone(UTC),
                actor=by,
                act=act,
                previous_hash=previous,
                hash="",
            )
            entry = replace(entry, hash=digest(previous, chained_content(entry)))
            entries.append(entry)
            previous = entry.hash
        _insert(entries)
    return entries


def _take_head() -> tuple[int, str]:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_APPEND_LOCK])
    last = Entry.objects.order_by("-position").values_list("position", "hash").first()
    return last or (0, GENESIS)


def _insert(entries: list[Recorded]) -> None:
    rows = [Entry(**{name: getattr(entry, name) for name in Recorded.__dataclass_fields__}) for entry in entries]
    try:
        with transaction.atomic():
            Entry.objects.bulk_create(rows)
    except IntegrityError as error:
        if "ledger_one_entry_per_sequence" in str(error):
            raise Stale(Stale.message) from error
        raise
