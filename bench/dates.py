"""A second engine of dates, written otherwise, and what the library's own costs.

``by_hand`` walks the calendar one day at a time, as with a finger on a printed one: months are counted by the turns
of the month, never by arithmetic on dates; holidays come from Easter, not from the frozen files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from random import Random

from bench.measuring import Figure, scaled, timed
from guichet.law.backward import BackwardLimit
from guichet.law.holidays import closed_days
from guichet.law.regimes import TITLES, Title
from guichet.law.running import Happening, course
from guichet.law.sources import Source
from guichet.law.time_limits import Bearer, Reading, TimeLimit

WORDS = Source("R. 712-16-1", "1°", "dispose d'un délai de deux mois pour présenter des observations")
ONE = timedelta(days=1)
FIRST, LAST = date(1996, 1, 1), date(2032, 12, 31)
CLEAR, UNWRITTEN = "plant_varieties", ("plant_variety_appeals", "attorneys", "institution", "copyright")
BEARERS: tuple[Bearer, ...] = ("party", "office", "effect")
READINGS: tuple[Reading, ...] = ("default", "safe", "latest")
LOCAL_FEASTS = {"FR": (), "FR-AM": ((12, 26),), "RE": ((12, 20),), "MQ": ((5, 22),), "GF": ((6, 10),), "YT": ((4, 27),)}
PLACES = tuple(LOCAL_FEASTS)
GOOD_FRIDAY = -2
WORKED_WHIT_MONDAYS = (date(2005, 5, 16), date(2006, 6, 5), date(2007, 5, 28))


@dataclass(frozen=True)
class Case:
    """A limit to compute with both engines."""

    title: Title
    bearer: Bearer
    reading: Reading
    started: date
    months: int = 0
    days: int = 0
    working_days: int = 0
    from_next_day: bool = False
    place: str = "FR"
    backward: bool = False
    """Months and days counted before ``started``."""
    stopped: tuple[int, int] | None = None
    """Suspended so many days after the start, for so many days."""


def random_case(random: Random) -> Case:
    """Months, months and days, days, or working days, of every title, reading and bearer; backwards; suspended."""
    kind = random.randrange(10)
    months = random.choice((1, 2, 3, 4, 6, 9, 12, 16, 18, 30, 60)) if kind in (0, 1, 2, 3, 4, 8, 9) else 0
    stopped = (random.randrange(28), random.randrange(400)) if kind == 8 else None
    return Case(
        random.choice(TITLES),
        random.choice(BEARERS),
        "default" if stopped else random.choice(READINGS),
        FIRST + ONE * random.randrange((LAST - FIRST).days),
        months,
        random.randrange(1, 130) if kind in (4, 5, 6) else 0,
        working_days=random.randrange(1, 45) if kind == 7 else 0,
        from_next_day=kind < 4 and random.randrange(5) == 0,
        place=random.choice(PLACES),
        backward=kind == 9,
        stopped=stopped,
    )


def by_hand(case: Case) -> date:
    """The last day, with a finger on a printed calendar."""
    if case.backward:
        return _backwards(case)
    finger = _counted(case)
    if case.stopped:
        suspended = case.started + ONE * case.stopped[0]
        resumed = suspended + ONE * case.stopped[1]
        while suspended != finger:
            suspended, resumed = suspended + ONE, resumed + ONE
        finger = resumed
    while _is_moved(case) and _is_idle(finger, case):
        finger += ONE
    return finger


def _counted(case: Case) -> date:
    finger = case.started
    if case.from_next_day:
        finger += ONE
    finger = _months_later(finger, case.months)
    left = case.days
    while left:
        finger, left = finger + ONE, left - 1
    left = case.working_days
    while left:
        finger += ONE
        left -= _is_worked(finger, case)
    if case.from_next_day and case.reading == "safe":
        finger -= ONE
    return finger + ONE if case.title == CLEAR else finger


def _months_later(finger: date, months: int) -> date:
    number = finger.day
    for _ in range(months):
        finger = _first_of_next(finger)
    while months and finger.day != number and (finger + ONE).day != 1:
        finger += ONE
    return finger


def _backwards(case: Case) -> date:
    finger, number = case.started, case.started.day
    for _ in range(case.months):
        while finger.day != 1:
            finger -= ONE
        finger -= ONE
    while finger.day > number:
        finger -= ONE
    if case.reading == "latest":
        while _months_later(finger + ONE, case.months) <= case.started:
            finger += ONE
    if case.title == CLEAR:
        finger -= ONE
    plain = Case(case.title, "party", "default", finger, place=case.place)
    while case.reading == "safe" and _is_idle(finger, plain):
        finger -= ONE
    while case.reading == "latest" and _is_idle(finger, plain) and finger < case.started:
        finger += ONE
    return finger


def _first_of_next(finger: date) -> date:
    finger += ONE
    while finger.day != 1:
        finger += ONE
    return finger


def _is_worked(day: date, case: Case) -> bool:
    saturday_counts = case.reading == "safe" or (case.reading == "default" and case.bearer == "office")
    return day.isoweekday() <= (6 if saturday_counts else 5) and day not in _feasts(day.year, case.place)


def _is_moved(case: Case) -> bool:
    if case.bearer != "party":
        return case.reading == "latest"
    return case.reading != "safe" or case.title not in UNWRITTEN


def _is_idle(day: date, case: Case) -> bool:
    custom = case.reading == "latest" and case.title != CLEAR and day in _customs(day.year, case.place)
    feast = day in _feasts(day.year, case.place) and not (case.reading == "safe" and day in WORKED_WHIT_MONDAYS)
    return custom or day.isoweekday() > 5 or feast


@cache
def _feasts(year: int, place: str) -> frozenset[date]:
    """The eleven legal holidays and those of the place."""
    fixed = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25), *LOCAL_FEASTS[place])
    moving = [_easter(year) + ONE * n for n in (1, 39, 50)]
    return frozenset(moving + [date(year, month, day) for month, day in fixed])


def _customs(year: int, place: str) -> tuple[date, ...]:
    """Days idle by custom, or in some communes only: Good Friday, the day of Victor Schoelcher."""
    return {"FR-AM": (_easter(year) + ONE * GOOD_FRIDAY,), "MQ": (date(year, 7, 21),)}.get(place, ())


@cache
def _easter(year: int) -> date:
    """Easter Sunday, by the algorithm of Oudin."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    return date(year, 3, 1) + ONE * (sunday + 27)


@cache
def _limit(title: Title, bearer: Bearer, months: int, days: int, working_days: int, from_next_day: bool) -> TimeLimit:
    return TimeLimit(
        WORDS,
        "x",
        months=months,
        days=days,
        title=title,
        bearer=bearer,
        working_days=working_days,
        from_next_day=from_next_day,
        listed=False,
    )


def by_law(case: Case) -> date | None:
    """The last day, as the library computes it."""
    closed = closed_days(case.place)
    if case.backward:
        before = BackwardLimit(WORDS, "x", months=case.months, days=case.days, title=case.title)
        return before.last_day(case.started, closed, reading=case.reading).date
    limit = _limit(case.title, case.bearer, case.months, case.days, case.working_days, case.from_next_day)
    if case.stopped:
        suspended = case.started + ONE * case.stopped[0]
        pause = Happening("suspended", suspended), Happening("resumed", suspended + ONE * case.stopped[1])
        found = course(limit, case.started, pause, closed).deadline
        return found.date if found else None
    return limit.expires(case.started, closed, reading=case.reading).date


def differs(case: Case) -> bool:
    return by_law(case) != by_hand(case)


def figures() -> list[Figure]:
    """The two engines on random cases, then deadlines a second: new ones, and ones asked again."""
    count = scaled(1_000_000, least=2_000)
    differing: list[Case] = []
    seconds = timed(lambda: differing.extend(case for case in _cases(count) if differs(case)))
    if differing:
        raise RuntimeError(f"{len(differing)} of {count} dates differ, first {differing[0]}")
    fresh, known = _speeds()
    return [
        Figure(f"{count:,} random dates by two engines", f"no difference ({seconds:.0f} s)", "no difference"),
        Figure("deadlines with their reasons, each for the first time, one core", f"{fresh:,.0f} deadlines/s"),
        Figure("deadlines with their reasons, asked again, one core", f"{known:,.0f} deadlines/s"),
    ]


def _cases(count: int) -> Iterator[Case]:
    random = Random(31)
    return (random_case(random) for _ in range(count))


def _speeds() -> tuple[float, float]:
    calendar = closed_days()
    limits = [TimeLimit(WORDS, "x", months=months, listed=False) for months in (1, 2, 3, 4, 6, 9)]
    starts = [FIRST + ONE * n for n in range(5_000)]

    def work() -> None:
        for limit in limits:
            for started in starts:
                limit.expires(started, calendar)

    first, again = timed(work), timed(work)
    return len(limits) * len(starts) / first, len(limits) * len(starts) / again
