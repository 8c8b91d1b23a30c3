"""The way of one act: load the facts, ask the law, append what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from guichet.law import registry
from guichet.law.answers import Finding, Refused
from guichet.office.ledger import followers, queries
from guichet.office.ledger.recorded import Recorded
from guichet.office.ledger.services import Past, hold_appends, record, record_past
from guichet.office.toolbox import clock


def perform(
    act: Any,
    *,
    stream: str,
    by: str,
    on: date | None = None,
    at: datetime | None = None,
    expected: int | None = None,
    under: str = "",
) -> list[Recorded]:
    """Do an act on a right, in the caller's transaction; followers catch up once it is committed.

    on: legal date, today in Paris by default. expected: number of entries that the person who acts saw.
    under: what empowers that person (``organisation:<id>``, ``mandate:<id>``, ``delegation:<id>``).
    Raises guichet.law.answers.Refused with the law's reason, or ledger.recorded.Stale; both leave no trace.
    """
    at = at or clock.now()
    on = on or at.astimezone(clock.PARIS).date()
    with transaction.atomic():
        seen = queries.history(stream)
        events = registry.for_stream(stream).decide(act, [entry.happened() for entry in seen], on=on)
        entries = record(
            events,
            stream=stream,
            expected=len(seen) if expected is None else expected,
            by=by,
            act=act.name,
            on=on,
            at=at,
            under=under,
        )
        followers.catch_up_after_commit()
    return entries


def perform_each(wanted: Mapping[str, Any], *, by: str, under: str = "") -> dict[str, Finding]:
    """Do today one act on each of many rights; gives the reason of the law for those that it refuses, which stay.

    One transaction, a few queries whatever their number: others' appends wait a second for a thousand acts.
    """
    at, refused, past = clock.now(), {}, []
    on = at.astimezone(clock.PARIS).date()
    with transaction.atomic():
        hold_appends()
        seen = queries.histories(wanted)
        for stream, act in wanted.items():
            happened = [entry.happened() for entry in seen.get(stream, ())]
            try:
                events = registry.for_stream(stream).decide(act, happened, on=on)
            except Refused as refusal:
                refused[stream] = refusal.finding
                continue
            past += [
                Past(stream=stream, event=event, by=by, act=act.name, on=on, at=at, under=under) for event in events
            ]
        record_past(past, seen={stream: len(entries) for stream, entries in seen.items()})
        followers.catch_up_after_commit()
    return refused


def permitted(stream: str, *, on: date | None = None) -> dict[str, Finding]:
    """Every act of this kind of right: whether it may be done on that day, and why (not)."""
    law = registry.for_stream(stream)
    answer: dict[str, Finding] = law.permitted(queries.happenings(stream), on=on or clock.today())
    return answer
