"""Properties of the date arithmetic, and a second implementation that counts day by day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from guichet.law.sources import Source
from guichet.law.time_limits import TimeLimit, closed_days

PERIOD = Source("R. 712-16-1", "1°", "dispose d'un délai de deux mois pour présenter des observations")
CALENDAR = closed_days()
STARTS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
MONTHS = st.integers(0, 130)
DAYS = st.integers(0, 400)


def limit_of(months: int, days: int) -> TimeLimit:
    return TimeLimit(PERIOD, "x", months=months, days=days or (0 if months else 1))


def month_later(day: date) -> tuple[int, int]:
    first_of_next = date(day.year, day.month, 28) + timedelta(days=4)
    return first_of_next.year, first_of_next.month


def naive_expiry(started: date, months: int, days: int) -> date:
    """Walk the calendar one day at a time, as one does with a finger on a printed one."""
    day, wanted = started, started.day
    for _ in range(months):
        year, month = month_later(day)
        while (day.year, day.month) != (year, month):
            day += timedelta(days=1)
    while months and day.day != wanted and (day + timedelta(days=1)).month == day.month:
        day += timedelta(days=1)
    for _ in range(days):
        day += timedelta(days=1)
    while day.weekday() >= 5 or day in CALENDAR.holidays:
        day += timedelta(days=1)
    return day


@given(STARTS, MONTHS, DAYS)
def test_agrees_with_counting_on_a_printed_calendar(started: date, months: int, days: int) -> None:
    limit = limit_of(months, days)
    assert limit.expires(started, CALENDAR).date == naive_expiry(started, limit.months, limit.days)


@given(STARTS, MONTHS, DAYS)
def test_never_ends_on_a_closed_day(started: date, months: int, days: int) -> None:
    last_day = limit_of(months, days).expires(started).date
    assert last_day.weekday() < 5
    assert last_day not in CALENDAR.holidays


@given(STARTS, st.integers(0, 60), MONTHS, DAYS)
def test_starting_later_never_ends_earlier(started: date, later: int, months: int, days: int) -> None:
    limit = limit_of(months, days)
    assert limit.expires(started).date <= limit.expires(started + timedelta(days=later)).date


@given(STARTS, MONTHS, DAYS)
def test_prorogation_only_moves_forward_over_closed_days(started: date, months: int, days: int) -> None:
    limit = limit_of(months, days)
    raw, last_day = limit.raw(started).date, limit.expires(started).date
    assert raw <= last_day <= raw + timedelta(days=6)
    assert all(raw + timedelta(days=i) in CALENDAR for i in range((last_day - raw).days))
    assert (raw == last_day) == (len(limit.raw(started).because) == len(limit.expires(started).because))


@given(STARTS, st.integers(1, 130))
def test_months_keep_the_day_number_or_end_the_month(started: date, months: int) -> None:
    raw = TimeLimit(PERIOD, "x", months=months).raw(started).date
    assert (raw.year - started.year) * 12 + raw.month - started.month == months
    assert raw.day == started.day or (raw.day < started.day and (raw + timedelta(days=1)).day == 1)


@given(STARTS, st.integers(1, 10))
def test_a_year_is_twelve_months(started: date, years: int) -> None:
    assert (
        TimeLimit(PERIOD, "x", years=years).raw(started).date
        == TimeLimit(PERIOD, "x", months=12 * years).raw(started).date
    )


@given(STARTS, st.integers(1, 50))
def test_a_week_is_seven_days(started: date, weeks: int) -> None:
    limit = TimeLimit(PERIOD, "x", weeks=weeks)
    assert limit.raw(started).date == started + timedelta(days=7 * weeks)
