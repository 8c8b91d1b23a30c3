"""Who holds each file: whoever opened it, then whoever it was passed to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from guichet.law import registry
from guichet.office.authority import role_acts
from guichet.office.authority.models import Holding, Transfer
from guichet.office.ledger.followers import Follower
from guichet.office.ledger.recorded import Recorded
from guichet.office.toolbox import bulk


def apply(entries: Sequence[Recorded]) -> None:
    """A row for each file that these entries open. Two queries, whatever their number."""
    Holding.objects.bulk_create(_rows(entries), ignore_conflicts=True, batch_size=500)


def fill(histories: Mapping[str, Sequence[Recorded]]) -> None:
    """Write the rows of files that have none yet."""
    bulk.copy_in(Holding, iter(_rows([history[0] for history in histories.values()])))


def _rows(entries: Iterable[Recorded]) -> list[Holding]:
    opened = [entry for entry in entries if entry.sequence == 1 and registry.governs(entry.stream)]
    passed = {row.stream: row for row in Transfer.objects.filter(stream__in=[entry.stream for entry in opened])}
    return [_row(entry, passed.get(entry.stream)) for entry in opened]


def _row(entry: Recorded, last: Transfer | None) -> Holding:
    """``passed`` keeps the last transfer of each file, since they come in order."""
    return Holding(
        stream=entry.stream,
        holder=last.holder if last else first_holder(entry),
        contact=last.contact if last else entry.actor,
        family=role_acts.family_of(entry.stream, entry.payload),
        opened_at=entry.recorded_at,
    )


def first_holder(entry: Recorded) -> str:
    """Who holds a file opened by this entry: the organisation for which it was done, or the account itself."""
    return entry.authority if entry.authority.startswith("organisation:") else entry.actor


HOLDINGS = Follower("authority.holdings", apply, tables=(Holding,), fill=fill)
