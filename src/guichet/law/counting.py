"""Counting on a calendar, without law: months, working days, and the next or previous day that is not closed."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Container
from datetime import date, timedelta

DAY = timedelta(days=1)
SATURDAY = 5
SHORTEST_MONTH = 28


def add_months(day: date, months: int) -> date:
    """The day of the same number so many months later (earlier when negative), else the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    number = day.day if day.day <= SHORTEST_MONTH else min(day.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, number)


def end_of_month(day: date) -> date:
    """The last day of this day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def latest_start(ends: date, months: int) -> date:
    """The last day from which so many months still end on or before ``ends``."""
    day = add_months(ends, -months)
    while add_months(day + DAY, months) <= ends:
        day += DAY
    return day


def next_open(day: date, closed: Container[date]) -> date:
    """This day, or the first one after it that is not closed."""
    while day in closed:
        day += DAY
    return day


def previous_open(day: date, closed: Container[date]) -> date:
    """This day, or the last one before it that is not closed."""
    while day in closed:
        day -= DAY
    return day


def working_days_after(started: date, count: int, closed: Container[date], *, saturdays: bool) -> date:
    """The last of so many working days, the day of departure not counted.

    closed: Saturdays, Sundays and holidays. saturdays: whether a Saturday that is no holiday is a working day.
    """
    day = started
    while count:
        day += DAY
        count -= _works(day, closed, saturdays)
    return day


def working_days_between(start: date, end: date, closed: Container[date], *, saturdays: bool) -> int:
    """How many working days after ``start``, up to ``end`` included."""
    return sum(_works(start + DAY * n, closed, saturdays) for n in range(1, (end - start).days + 1))


def _works(day: date, closed: Container[date], saturdays: bool) -> bool:
    return day not in closed or (saturdays and _only_saturday(day, closed))


def _only_saturday(day: date, closed: Container[date]) -> bool:
    away = (getattr(closed, name, ()) for name in ("holidays", "closures"))
    return day.weekday() == SATURDAY and not any(day in each for each in away)


def months_and_days(start: date, end: date) -> tuple[int, int]:
    """Whole months, then days, from ``start`` to ``end`` (``start`` not after ``end``)."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if add_months(start, months) > end:
        months -= 1
    return months, (end - add_months(start, months)).days
