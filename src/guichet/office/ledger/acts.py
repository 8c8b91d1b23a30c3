"""The way of one act: load the facts, ask the law, append what it answers."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from guichet.law import registry
from guichet.law.answers import Finding
from guichet.office.ledger import followers, queries
from guichet.office.ledger.recorded import Recorded
from guichet.office.ledger.services import record
from guichet.office.toolbox import clock


def perform(
    act: Any, *, stream: str, by: str, on: date | None = None, at: datetime | None = None, expected: int | None = None
) -> list[Recorded]:
    """Do an act on a right, in the caller's transaction; followers catch up once it is committed.

    on: legal date, today in Paris by default. expected: number of entries that the person who acts saw.
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
        )
        followers.catch_up_after_commit()
    return entries


def permitted(stream: str, *, on: date | None = None) -> dict[str, Finding]:
    """Every act of this kind of right: whether it may be done on that day, and why (not)."""
    law = registry.for_stream(stream)
    answer: dict[str, Finding] = law.permitted(queries.happenings(stream), on=on or clock.today())
    return answer
