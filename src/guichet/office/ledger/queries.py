"""Reading the ledger: the history of a stream, what was known when, and the whole from a position."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import groupby, islice
from operator import attrgetter

from django.db.models import Max

from guichet.office.ledger.models import Entry
from guichet.office.ledger.recorded import GENESIS, Recorded, digest
from guichet.rights.events import Happened

_FIELDS = tuple(Recorded.__dataclass_fields__)


def history(stream: str) -> list[Recorded]:
    """Every entry of a stream, in order. One query."""
    return [_recorded(row) for row in Entry.objects.filter(stream=stream).order_by("sequence").values(*_FIELDS)]


def happenings(stream: str) -> list[Happened]:
    """The stream's events with their legal dates, as the law takes them."""
    return [entry.happened() for entry in history(stream)]


def histories(streams: Iterable[str]) -> dict[str, list[Recorded]]:
    """The history of many streams, in one query."""
    found: dict[str, list[Recorded]] = defaultdict(list)
    for row in Entry.objects.filter(stream__in=list(streams)).order_by("stream", "sequence").values(*_FIELDS):
        found[row["stream"]].append(_recorded(row))
    return dict(found)


def as_at(stream: str, *, effective_on: date, known_at: datetime) -> list[Recorded]:
    """What was in force on ``effective_on`` as the office knew it at ``known_at``."""
    rows = Entry.objects.filter(stream=stream, effective_on__lte=effective_on, recorded_at__lte=known_at)
    return [_recorded(row) for row in rows.order_by("sequence").values(*_FIELDS)]


def read_from(
    position: int, limit: int = 500, types: Iterable[str] | None = None, *, upto: int | None = None
) -> list[Recorded]:
    """At most ``limit`` entries after ``position`` (and not after ``upto``), oldest first; only of these types."""
    rows = Entry.objects.filter(position__gt=position)
    if upto is not None:
        rows = rows.filter(position__lte=upto)
    if types is not None:
        rows = rows.filter(type__in=list(types))
    return [_recorded(row) for row in rows.order_by("position").values(*_FIELDS)[:limit]]


def whole_streams(*, upto: int, size: int) -> Iterator[dict[str, list[Recorded]]]:
    """Every stream's history up to a position, ``size`` streams at a time. One query, read as it comes."""
    rows = Entry.objects.filter(position__lte=upto).order_by("stream", "sequence").values_list(*_FIELDS)
    entries = (Recorded(*row) for row in rows.iterator(chunk_size=2000))
    streams = groupby(entries, key=attrgetter("stream"))
    while histories := {stream: list(history) for stream, history in islice(streams, size)}:
        yield histories


def done_under(
    authorities: Iterable[str], streams: Iterable[str], *, actor: str = "", since: datetime, until: datetime
) -> list[Recorded]:
    """What was recorded under these authorities on these streams between two instants, the last first. One query.

    streams: a list, or the query that gives it. until: exclusive.
    """
    rows = Entry.objects.filter(stream__in=streams, authority__in=list(authorities))
    rows = rows.filter(recorded_at__gte=since, recorded_at__lt=until)
    if actor:
        rows = rows.filter(actor=actor)
    return [_recorded(row) for row in rows.order_by("-position").values(*_FIELDS)]


def head() -> int:
    """Position of the last entry, 0 when there is none."""
    return Entry.objects.aggregate(last=Max("position"))["last"] or 0


def has_acted(actor: str) -> bool:
    """Whether this actor recorded anything. Reads the whole ledger when not: for rare questions only."""
    return Entry.objects.filter(actor=actor).exists()


def last_of_type(type_name: str) -> Recorded | None:
    """The last entry of a type, e.g. ``bulletin.issue_published/1``."""
    row = Entry.objects.filter(type=type_name).order_by("-position").values(*_FIELDS).first()
    return _recorded(row) if row else None


def last_sequence(stream: str) -> int:
    """Number of entries of a stream: what ``record`` expects."""
    return Entry.objects.filter(stream=stream).aggregate(last=Max("sequence"))["last"] or 0


def broken_links() -> Iterator[int]:
    """Positions whose hash does not follow from their content and the entry before: none in a sound ledger."""
    previous, expected = GENESIS, 1
    for row in Entry.objects.order_by("position").values(*_FIELDS).iterator(chunk_size=2000):
        entry = _recorded(row)
        sound = entry.position == expected and entry.previous_hash == previous
        if not sound or digest(previous, chained_content(entry)) != entry.hash:
            yield entry.position
        previous, expected = entry.hash, entry.position + 1


def chained_content(entry: Recorded) -> dict[str, object]:
    """What the hash of an entry covers; instants in UTC, as the database may give them in any zone."""
    plain = {name: getattr(entry, name) for name in _FIELDS if name not in ("hash", "previous_hash")}
    if not entry.authority:
        del plain["authority"]  # entries recorded before there was any keep their hash
    return {**plain, "recorded_at": entry.recorded_at.astimezone(UTC).isoformat()}


def _recorded(row: dict[str, object]) -> Recorded:
    return Recorded(**row)  # type: ignore[arg-type]
