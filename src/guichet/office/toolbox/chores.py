"""Chores: what the clock process does again and again. Applications declare theirs in ``ready``.

1. When a chore is due, take its lock in the database: of several clock processes, one does it at a time.
2. Do it, in transactions of its own; a chore that fails is logged and has its next turn.
3. Give the lock back.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import close_old_connections, connection

from guichet.office.toolbox.requests import numbered

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Chore:
    name: str
    function: Callable[[], object]
    every_seconds: float


_CHORES: dict[str, Chore] = {}


def register(name: str, function: Callable[[], object], every_seconds: float) -> None:
    """Declare a chore; it must be harmless to do twice."""
    _CHORES[name] = Chore(name, function, every_seconds)


def chores() -> list[Chore]:
    return sorted(_CHORES.values(), key=lambda chore: chore.name)


class Round:
    """When each chore is next due, on a monotonic clock; every chore is due at first."""

    def __init__(self) -> None:
        self.due: dict[str, float] = {}

    def run_due(self, instant: float) -> list[str]:
        """Do the chores that are due; their names."""
        turn = [chore for chore in chores() if self.due.get(chore.name, instant) <= instant]
        for chore in turn:
            self.due[chore.name] = instant + chore.every_seconds
            do(chore)
        return [chore.name for chore in turn]


def do(chore: Chore) -> bool:
    """Do one chore now unless another process is at it; whether it was done without failing."""
    key = int.from_bytes(hashlib.sha256(chore.name.encode()).digest()[:8], "big", signed=True)
    close_old_connections()
    with numbered():
        try:
            if not _ask("select pg_try_advisory_lock(%s)", key):
                return False
            try:
                chore.function()
            finally:
                _ask("select pg_advisory_unlock(%s)", key)
        except Exception:
            log.exception("chore failed", extra={"chore": chore.name})
            return False
    return True


def run_forever(is_stopping: Callable[[], bool], pause: float = 0.5) -> None:
    """Go round until told to stop."""
    rounds = Round()
    while not is_stopping():
        rounds.run_due(time.monotonic())
        time.sleep(pause)


def _ask(sql: str, key: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql, [key])
        return bool(cursor.fetchone()[0])
