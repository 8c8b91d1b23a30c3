"""Followers read the ledger from a position, exactly once each: news travels upwards by pull.

A *projection* fills tables that can be dropped and rebuilt. A *policy* acts (it may record events); it is never
rebuilt. Both run after each act, in the process that acted, and again in the worker: a process killed in between
loses nothing, since position and effects are one transaction.

1. Lock the follower's position row: one process at a time for each follower.
2. Read the entries after it (a policy: one, so that appends wait for no other), hand them over, move, commit.
3. Go round all followers until none has anything left, since a policy may have recorded new entries.
4. An entry on which a policy fails is parked with its error, and tried again by ``retry_parked``: one bad file never
   holds up the others.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import connection, models, transaction

from guichet.office.ledger import queries
from guichet.office.ledger.models import FollowerPosition, ParkedEntry
from guichet.office.ledger.recorded import Recorded

log = logging.getLogger(__name__)
BATCH, STREAMS, ROUNDS = 500, 500, 50
TOO_LATE = 2_000
PATIENCE = 2.0
"""Seconds that a person who acts may wait for what follows from the act."""


@dataclass(frozen=True)
class Follower:
    """``apply`` takes a batch of entries, oldest first. ``tables``: the models that a projection owns.

    A projection's models have natural keys and hold nothing that does not come from the entries.
    types: the stored names of the events that it is about; all of them when empty.
    fill: for a projection whose rows of a stream follow from that stream alone: writes those rows, from the whole
    history of streams that have none yet. Rebuilding then folds each stream once, not once for each batch.
    """

    name: str
    apply: Callable[[Sequence[Recorded]], None]
    tables: tuple[type[models.Model], ...] = ()
    types: frozenset[str] = frozenset()
    fill: Callable[[Mapping[str, Sequence[Recorded]]], None] | None = None

    @property
    def is_projection(self) -> bool:
        return bool(self.tables)


_FOLLOWERS: dict[str, Follower] = {}
_taking_over: ContextVar[bool] = ContextVar("taking_over", default=False)


def register(follower: Follower) -> None:
    """Declare a follower, from an application's ``ready``."""
    _FOLLOWERS[follower.name] = follower


def followers() -> list[Follower]:
    """Projections first, then policies, by name."""
    return sorted(_FOLLOWERS.values(), key=lambda follower: (not follower.is_projection, follower.name))


def catch_up(patience: float | None = None) -> None:
    """Bring every follower to the head of the ledger. A follower that fails is logged and tried again later.

    patience: seconds after which policies leave the rest to the clock worker (a whole issue of the bulletin calls for
    thousands of letters); projections are always brought up to date.
    """
    last = None if patience is None else time.monotonic() + patience
    for _ in range(ROUNDS):
        behind = lag()
        moved = [_advance_far(one, behind[one.name], last) for one in followers() if behind[one.name]]
        if not any(moved) or (last is not None and time.monotonic() > last):
            return
    log.error("followers do not come to rest", extra={"head": queries.head()})


def catch_up_soon() -> None:
    """What an act waits for before its answer: projections, and policies as far as patience goes."""
    catch_up(PATIENCE)


def catch_up_after_commit() -> None:
    """Bring followers up to date once the current transaction is committed: once, however many acts it holds."""
    if _taking_over.get() or any(function is catch_up_soon for _, function, *_ in connection.run_on_commit):
        return
    transaction.on_commit(catch_up_soon)


@contextmanager
def taking_over() -> Iterator[Callable[[], None]]:
    """Record acts of the past that were already followed elsewhere (a register taken over): no policy acts on them.

    Gives a function that brings the projections up to date; at the end policies stand at the head of the ledger.
    """
    token = _taking_over.set(True)
    try:
        yield _project
        _project()
        for follower in followers():
            if not follower.is_projection:
                FollowerPosition.objects.update_or_create(name=follower.name, defaults={"position": queries.head()})
    finally:
        _taking_over.reset(token)


def lag() -> dict[str, int]:
    """Entries that each follower has not taken in yet."""
    head = queries.head()
    positions = dict(FollowerPosition.objects.values_list("name", "position"))
    return {follower.name: head - positions.get(follower.name, 0) for follower in followers()}


def lag_problem() -> str:
    """Which followers are too far behind for what people see to be true, or nothing."""
    late = [name for name, entries in lag().items() if entries > TOO_LATE]
    return f"en retard : {', '.join(late)}" if late else ""


def parked() -> int:
    """Entries on which a policy failed and that wait to be tried again."""
    return ParkedEntry.objects.count()


def advance(follower: Follower) -> bool:
    """Hand a projection its next batch, or a policy its next entry; whether there was any."""
    head = queries.head()
    with transaction.atomic():
        place = _locked_position(follower)
        limit = BATCH if follower.is_projection else 1
        entries = queries.read_from(place.position, limit, follower.types or None)
        if follower.is_projection and entries:
            follower.apply(entries)
        elif entries:
            _apply_or_park(follower, entries[0])
        reached = entries[-1].position if entries else head
        if reached > place.position:
            place.position = reached
            place.save(update_fields=["position"])
    return bool(entries)


def _locked_position(follower: Follower) -> FollowerPosition:
    """Where a follower stands, for the caller's transaction alone."""
    locked = FollowerPosition.objects.select_for_update()
    place = locked.filter(name=follower.name).first()
    if place is None:
        FollowerPosition.objects.get_or_create(name=follower.name)
        place = locked.get(name=follower.name)
    return place


def retry_parked() -> int:
    """Try again the entries on which a policy failed; how many succeeded."""
    succeeded = 0
    for waiting in list(ParkedEntry.objects.filter(follower__in=_FOLLOWERS).order_by("position")):
        try:
            with transaction.atomic():
                _FOLLOWERS[waiting.follower].apply(queries.read_from(waiting.position - 1, 1))
                waiting.delete()
            succeeded += 1
        except Exception:
            log.exception(
                "parked entry failed again", extra={"follower": waiting.follower, "position": waiting.position}
            )
    return succeeded


def _apply_or_park(follower: Follower, entry: Recorded) -> None:
    try:
        with transaction.atomic():
            follower.apply([entry])
    except Exception as error:
        log.exception("policy failed", extra={"follower": follower.name, "position": entry.position})
        ParkedEntry.objects.get_or_create(
            follower=follower.name, position=entry.position, defaults={"error": type(error).__name__}
        )


def _project() -> None:
    """Bring the projections to the head of the ledger; one that is far behind is filled anew, stream by stream."""
    behind = lag()
    for follower in followers():
        if follower.fill and behind[follower.name] > TOO_LATE:
            _fill_anew(follower)
        while follower.is_projection and advance(follower):
            pass


def _fill_anew(follower: Follower) -> None:
    with transaction.atomic():
        head = queries.head()
        FollowerPosition.objects.update_or_create(name=follower.name, defaults={"position": head})
        _empty(follower)
        _apply_all(follower, head)


def rebuild(follower: Follower) -> tuple[str, str]:
    """Drop and rebuild a projection; returns the digest of its tables before and after."""
    with transaction.atomic():
        place = _locked_position(follower)
        before = contents_digest(follower)
        _empty(follower)
        _apply_all(follower, place.position)
        return before, contents_digest(follower)


def _empty(follower: Follower) -> None:
    for table in reversed(follower.tables):
        table._default_manager.all().delete()


def _apply_all(follower: Follower, upto: int) -> None:
    """Every entry up to a position, by whole streams where the follower can take them so."""
    if follower.fill:
        for histories in queries.whole_streams(upto=upto, size=STREAMS):
            follower.fill(histories)
        return
    position = 0
    while entries := queries.read_from(position, BATCH, follower.types or None, upto=upto):
        follower.apply(entries)
        position = entries[-1].position


def contents_digest(follower: Follower) -> str:
    """SHA-256 over every row of a projection's tables, in the order of their keys. The database reads them all."""
    total = hashlib.sha256()
    for table in follower.tables:
        name, key = table._meta.db_table, table._meta.pk.column
        rows = f"""string_agg(sha256(convert_to(t::text, 'UTF8')), '' order by t."{key}"::text collate "C")"""
        with connection.cursor() as cursor:
            cursor.execute(f'select sha256({rows}) from "{name}" t')
            total.update(cursor.fetchone()[0] or b"")
    return total.hexdigest()


def _advance_far(follower: Follower, entries: int, last: float | None) -> bool:
    """Bring a follower that is some entries behind to where the head was, a policy until ``last``; whether it moved."""
    moved = False
    for _ in range(entries):
        if not _advance_safely(follower):
            break
        moved = True
        if not follower.is_projection and last is not None and time.monotonic() > last:
            break
    return moved


def _advance_safely(follower: Follower) -> bool:
    try:
        return advance(follower)
    except Exception:
        log.exception("follower failed", extra={"follower": follower.name})
        return False
