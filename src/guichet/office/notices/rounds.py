"""What is done once a day, from some hour in Paris, however many processes ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from guichet.office.notices.models import Round
from guichet.office.toolbox import clock


def once_a_day(name: str, *, from_hour: int, now: datetime, do: Callable[[datetime], int]) -> int:
    """Do it unless it was done to its end today, or the hour has not come; what ``do`` answers, else 0.

    A crash in the middle leaves no mark, and it is done again: ``do`` must pass over what it did already.
    """
    local = now.astimezone(clock.PARIS)
    if local.hour < from_hour or Round.objects.filter(name=name, day=local.date()).exists():
        return 0
    count = do(local)
    Round.objects.get_or_create(name=name, day=local.date())
    return count


def was_done_since(name: str, day: object) -> bool:
    """Whether it was done to its end on that day or later."""
    return Round.objects.filter(name=name, day__gte=day).exists()
