"""The only clock of the office, in Paris; it can be moved in tests and in the demonstration."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.cache import cache

PARIS = ZoneInfo("Europe/Paris")
_KEY = "toolbox.clock.offset_seconds"


def now() -> datetime:
    """The office's instant, aware, in Europe/Paris."""
    return (datetime.now(PARIS) + _offset()).astimezone(PARIS)


def of_the_world() -> datetime:
    """The machine's instant, which never moves: others date their tokens by it."""
    return datetime.now(PARIS)


def today() -> date:
    """The office's date, in Paris."""
    return now().date()


def move_to(moment: datetime) -> None:
    """Set the office's clock, for every process, until ``reset``. For tests and the demonstration only."""
    cache.set(_KEY, (moment - datetime.now(PARIS)).total_seconds(), timeout=None)


def reset() -> None:
    """Back to real time."""
    cache.delete(_KEY)


def _offset() -> timedelta:
    from django.conf import settings

    if not settings.CLOCK_CAN_MOVE:
        return timedelta()
    return timedelta(seconds=cache.get(_KEY, 0))
