"""Properties of the computation of dates, and a second engine that walks day by day (``bench.dates``)."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import dates
from guichet.law.backward import BackwardLimit, Window
from guichet.law.counting import DAY, add_months, latest_start, months_and_days, next_open, previous_open
from guichet.law.holidays import closed_days, territories
from guichet.law.regimes import TITLES, Title
from guichet.law.running import Chained, Happening, Kind, Renewable, course
from guichet.law.sources import Source
from guichet.law.time_limits import Bearer, Reading, TimeLimit

WORDS = Source("R. 712-16-1", "1°", "dispose d'un délai de deux mois pour présenter des observations")
CALENDAR = closed_days()
STARTS = st.dates(date(1991, 1, 1), date(2030, 12, 31))
MONTHS = st.integers(1, 60)
PLACES = st.sampled_from(territories())
READINGS: tuple[Reading, ...] = ("default", "safe", "latest")


def limit_of(months: int, title: Title = "marks", bearer: Bearer = "party", days: int = 0) -> TimeLimit:
    return TimeLimit(WORDS, "x", months=months, days=days, title=title, bearer=bearer, listed=False)


@pytest.mark.parametrize("seed", range(4))
def test_two_engines_agree(seed: int) -> None:
    random = Random(seed)
    differing = [case for case in (dates.random_case(random) for _ in range(500)) if dates.differs(case)]
    assert differing == []


def test_the_second_engine_sees_a_wrong_day() -> None:
    case = dates.Case("marks", "party", "default", date(2024, 5, 13), months=2)
    assert dates.by_hand(case) == date(2024, 7, 15)
    assert dates.by_hand(dates.Case("marks", "party", "default", date(2024, 5, 13), months=3)) != date(2024, 7, 15)


def is_worked_monday(day: date) -> bool:
    """Whit Monday of 2005 to 2007: a legal holiday on which one worked."""
    return 2005 <= day.year <= 2007 and "Pentecôte" in CALENDAR.why_closed(day)


@given(STARTS, MONTHS, st.sampled_from(TITLES), PLACES, st.sampled_from(READINGS))
def test_a_party_never_loses_a_right_on_a_closed_day(
    started: date, months: int, title: Title, place: str, reading: Reading
) -> None:
    calendar, limit = closed_days(place), limit_of(months, title)
    last_day = limit.expires(started, calendar, reading=reading).date
    unsure = is_worked_monday(last_day) or not limit.regime.settled
    assert last_day not in calendar or (reading == "safe" and unsure), "worked Whit Mondays count in the safe reading"


@given(STARTS, MONTHS, st.sampled_from(TITLES), PLACES, st.sampled_from(["party", "office", "effect"]))
def test_the_default_lies_between_the_safe_and_the_latest_reading(
    started: date, months: int, title: Title, place: str, bearer: Bearer
) -> None:
    limit, local = limit_of(months, title, bearer), closed_days(place)
    default, safe, latest = (limit.expires(started, reading=each, local=local).date for each in READINGS)
    assert safe <= default <= latest


@given(STARTS, MONTHS, st.integers(0, 60), st.sampled_from(TITLES), st.sampled_from(READINGS))
def test_starting_later_never_ends_earlier(
    started: date, months: int, later: int, title: Title, reading: Reading
) -> None:
    limit = limit_of(months, title)
    ends = [limit.expires(day, reading=reading).date for day in (started, started + timedelta(days=later))]
    assert ends == sorted(ends)


@given(STARTS, MONTHS)
def test_a_clear_limit_ends_one_day_after_the_ordinary_one(started: date, months: int) -> None:
    clear, ordinary = (limit_of(months, title).raw(started).date for title in ("plant_varieties", "patents"))
    assert clear == ordinary + DAY


@given(st.dates(date(1995, 1, 1), date(2030, 12, 31)), st.integers(1, 40))
def test_backwards_then_forwards_never_passes_the_event(event_on: date, months: int) -> None:
    limit = BackwardLimit(WORDS, "x", months=months)
    default, safe, latest = (limit.last_day(event_on, reading=each).date for each in READINGS)
    assert safe <= default <= latest <= event_on
    assert add_months(default, months) <= event_on
    assert latest in (latest_start(event_on, months), next_open(latest_start(event_on, months), CALENDAR))
    assert add_months(latest_start(event_on, months) + DAY, months) > event_on
    assert safe == previous_open(default, CALENDAR)


@given(STARTS, st.integers(1, 200))
def test_backwards_and_forwards_are_inverse_in_days(event_on: date, days: int) -> None:
    due = BackwardLimit(WORDS, "x", days=days).last_day(event_on).date
    assert limit_of(0, days=days).raw(due).date == event_on


@given(STARTS, st.integers(1, 36), st.integers(0, 40), st.integers(0, 500))
def test_a_suspension_keeps_the_remaining_days(started: date, months: int, after: int, stopped: int) -> None:
    limit = limit_of(months, bearer="effect")
    normal = limit.raw(started).date
    suspended = min(started + timedelta(days=after), normal)
    resumed = suspended + timedelta(days=stopped)
    halted = course(limit, started, (Happening("suspended", suspended),))
    run = course(limit, started, (Happening("suspended", suspended), Happening("resumed", resumed)))
    assert halted.state == "suspended" and halted.deadline is None
    assert run.deadline is not None
    assert run.deadline.date - resumed == normal - suspended == timedelta(days=halted.remaining_days)


@given(STARTS, st.integers(1, 36), st.integers(0, 20), st.integers(0, 500))
def test_an_interruption_gives_a_fresh_period(started: date, months: int, after: int, stopped: int) -> None:
    limit = limit_of(months)
    interrupted = started + timedelta(days=after)
    restarted = interrupted + timedelta(days=stopped)
    run = course(limit, started, (Happening("interrupted", interrupted), Happening("restarted", restarted)))
    assert run.deadline is not None
    assert run.deadline.date == limit.expires(restarted).date


@given(STARTS, MONTHS)
def test_without_happenings_the_course_is_the_limit(started: date, months: int) -> None:
    limit = limit_of(months)
    assert course(limit, started).deadline == limit.expires(started)


@given(STARTS, st.integers(1, 120), st.sampled_from(READINGS))
def test_a_window_holds_the_event_and_its_length(event_on: date, months: int, reading: Reading) -> None:
    span = Window(WORDS, "x", months=months).around(event_on, reading=reading)
    assert event_on in span
    assert span.first_day in (add_months(event_on, -months), add_months(event_on, -months) + DAY)
    assert span.last_day in (event_on, next_open(event_on, CALENDAR))


@given(STARTS, st.integers(0, 3000))
def test_months_and_days_add_up(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    months, days = months_and_days(start, end)
    assert add_months(start, months) + timedelta(days=days) == end
    assert 0 <= days <= 31


@given(STARTS, st.integers(1, 60), st.sampled_from(READINGS))
def test_working_days_are_counted_one_by_one(started: date, count: int, reading: Reading) -> None:
    limit = TimeLimit(WORDS, "x", working_days=count, listed=False)
    last_day = limit.raw(started, CALENDAR, reading=reading).date
    worked = [
        day
        for day in (started + timedelta(days=n) for n in range(1, (last_day - started).days + 1))
        if day.weekday() < (6 if reading == "safe" else 5) and day not in CALENDAR.holidays
    ]
    assert len(worked) == count and worked[-1] == last_day


@given(STARTS, st.integers(1, 12), st.integers(1, 6), st.sampled_from(TITLES))
def test_chained_and_renewed_limits_keep_the_order_of_the_readings(
    started: date, months: int, more: int, title: Title
) -> None:
    first, then = limit_of(months, title), limit_of(more, title)
    chained = [Chained(first, then).expires(started, reading=each).date for each in READINGS]
    renewed = [Renewable(first, 2, WORDS).expires(started, 2, reading=each).date for each in READINGS]
    for default, safe, latest in (chained, renewed):
        assert safe <= default <= latest
        assert safe > first.raw(started).date


@given(
    STARTS, st.integers(1, 24), st.integers(0, 20), st.integers(0, 300), st.sampled_from(["suspended", "interrupted"])
)
def test_stopped_limits_keep_the_order_of_the_readings(
    started: date, months: int, after: int, stopped: int, kind: Kind
) -> None:
    on = started + timedelta(days=after)
    again = Happening("resumed" if kind == "suspended" else "restarted", on + timedelta(days=stopped))
    ends = []
    for reading in READINGS:
        found = course(limit_of(months), started, (Happening(kind, on), again), reading=reading).deadline
        assert found is not None
        assert found.date not in CALENDAR or (reading == "safe" and is_worked_monday(found.date))
        ends.append(found.date)
    default, safe, latest = ends
    assert safe <= default <= latest


@given(STARTS, st.integers(1, 120), st.booleans())
def test_the_safe_window_is_the_narrowest(event_on: date, months: int, to_month_end: bool) -> None:
    window = Window(WORDS, "x", months=months, to_month_end=to_month_end)
    default, safe, latest = (window.around(event_on, reading=each) for each in READINGS)
    assert latest.first_day <= default.first_day <= safe.first_day <= safe.last_day
    assert safe.last_day <= default.last_day <= latest.last_day
