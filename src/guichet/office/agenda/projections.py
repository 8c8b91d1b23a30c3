"""The deadlines of every stream, asked again from the law each time the stream moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guichet.law import registry
from guichet.office.agenda.models import OpenDeadline
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.followers import Follower
from guichet.office.ledger.recorded import Recorded
from guichet.office.toolbox import bulk
from guichet.rights.codec import to_plain


def apply(entries: Sequence[Recorded]) -> None:
    """Ask again the deadlines of every stream that these entries touch. Three queries, whatever their number."""
    streams = {entry.stream for entry in entries if registry.governs(entry.stream)}
    if not streams:
        return
    upto = entries[-1].position
    rows = []
    for stream, history in ledger.histories(streams).items():
        rows += _rows(stream, [entry for entry in history if entry.position <= upto])
    OpenDeadline.objects.filter(stream__in=streams).delete()
    OpenDeadline.objects.bulk_create(rows, batch_size=500)


def fill(histories: Mapping[str, Sequence[Recorded]]) -> None:
    """Write the deadlines of streams that have none yet."""
    own = ((stream, history) for stream, history in histories.items() if registry.governs(stream))
    bulk.copy_in(OpenDeadline, (row for stream, history in own for row in _rows(stream, history)))


def _rows(stream: str, history: Sequence[Recorded]) -> list[OpenDeadline]:
    law = registry.for_stream(stream)
    happened = [entry.happened() for entry in history]
    on = max(entry.event_on for entry in history)
    shared: dict[str, Any] = {
        "stream": stream, "number": stream.partition("/")[2],
        "subject": _subject(law.status(happened)), "last_position": history[-1].position,
        "known_at": history[-1].recorded_at,
    }  # fmt: skip
    return [
        OpenDeadline(
            key=f"{stream}|{found.id}", deadline_id=found.id, label=found.label, who=found.who, act=found.act,
            last_day=found.deadline.date, consequence=found.consequence, automatic=found.automatic,
            because=to_plain(found.deadline.because), **shared,
        )
        for found in law.deadlines(happened, on=on)
    ]  # fmt: skip


def _subject(status: Any) -> str:
    mark = status.application.mark
    return (mark.text if mark else "")[:200]


DEADLINES = Follower("agenda.deadlines", apply, tables=(OpenDeadline,), fill=fill)
