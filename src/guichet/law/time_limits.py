"""The one place where dates are computed: R. 718-2, its twins R. 514-2 and R. 618-3, and the other regimes.

A ``TimeLimit`` is data; ``expires`` computes its last day with the steps in French, by default or by one of the two
readings of what the text leaves open. An ``OfficePeriod`` is a period that the office sets inside legal bounds.
``HolidaysUnknown`` is raised beyond the calendar. Beside it: ``backward`` (limits before an event, windows), ``hours``,
``running`` (suspension, interruption, renewal, chains, silence) and ``distance`` (who lives far away).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from guichet.law import readings, steps
from guichet.law.answers import Because, Deadline, Finding, Reason, Refused
from guichet.law.counting import DAY, add_months, next_open, working_days_after
from guichet.law.dates import duration, in_words, number, of_duration, with_weekday
from guichet.law.holidays import (
    SOLIDARITY_DAYS,
    ClosedDays,
    HolidaysUnknown,
    UnknownTerritory,
    closed_days,
    closed_in_both,
    closed_in_either,
    with_customary,
    without_solidarity_days,
)
from guichet.law.readings import Reading, nothing_open, reading_step
from guichet.law.regimes import Regime, Title, regime_of
from guichet.law.sources import Source, Undecided, register

__all__ = [
    "Bearer",
    "ClosedDays",
    "Extension",
    "HolidaysUnknown",
    "LongerOf",
    "OfficePeriod",
    "Reading",
    "TimeLimit",
    "UnknownTerritory",
    "closed_days",
    "limits",
    "next_working_day",
    "prorogued",
    "saturdays_count",
]

Bearer = Literal["party", "office", "effect"]
"""Whose time it is: a person's, the office's, or an effect that comes by itself. Only the first is surely prorogued."""

_LIMITS: dict[TimeLimit, None] = {}


@dataclass(frozen=True)
class Extension:
    """Months added to a limit before it is counted (distance), and why."""

    months: int
    because: Because = ()


@dataclass(frozen=True)
class TimeLimit:
    """A period of the code: how long, from what, by whose words.

    runs_from: type of the event that starts it (``trademark.published``). since: how a French sentence says that
    after « à compter ». title: the part of the code whose computation applies. working_days: « jours ouvrables », or
    « jours ouvrés » with ``weekdays_only`` (a Saturday never counts). from_next_day: the text counts « du lendemain ».
    listed: whether the documentation lists it.
    """

    source: Source
    runs_from: str
    months: int = 0
    weeks: int = 0
    days: int = 0
    years: int = 0
    since: str = "de l'événement qui le fait courir"
    title: Title = "marks"
    bearer: Bearer = "party"
    working_days: int = 0
    weekdays_only: bool = False
    from_next_day: bool = False
    extension: Extension | None = None
    listed: bool = field(default=True, compare=False, repr=False)

    def __post_init__(self) -> None:
        lengths = (self.months, self.weeks, self.days, self.years)
        if min(lengths) < 0 or self.working_days < 0 or not any((*lengths, self.working_days)):
            raise ValueError("Un délai a une durée d'au moins un jour ; aucune de ses parties n'est négative.")
        if self.working_days and any(lengths):
            raise ValueError("Un délai en jours ouvrables ne se compte pas aussi en mois ou en jours.")
        if self.listed:
            register(self.source, f"délai à compter {self.since}")
            _LIMITS[self] = None

    @property
    def length(self) -> str:
        """« deux mois »."""
        if self.working_days:
            kind = "ouvré" if self.weekdays_only else "ouvrable"
            return (
                f"{number(self.working_days)} jour {kind}"
                if self.working_days == 1
                else (f"{number(self.working_days)} jours {kind}s")
            )
        return duration(years=self.years, months=self.months, weeks=self.weeks, days=self.days)

    @property
    def regime(self) -> Regime:
        return regime_of(self.title, self.source)

    def expires(
        self,
        started: date,
        closed: ClosedDays | None = None,
        *,
        reading: Reading = "default",
        local: ClosedDays | None = None,
    ) -> Deadline:
        """Last day on which the act may be done, inclusive, until midnight in Paris (R. 718-2).

        closed: the closed days of the territory, metropolitan France by default. local: those where the party lives.
        reading: how to answer what the text leaves open; ``safe`` and ``latest`` give the earliest and the latest
        defensible day. Raises HolidaysUnknown beyond the calendar.
        """
        return _expires(self, started, closed or closed_days(), reading, local)

    def raw(self, started: date, closed: ClosedDays | None = None, *, reading: Reading = "default") -> Deadline:
        """The last day before any prorogation: what the office schedules its own acts on (``OFFICE_CLOCK``)."""
        return _raw(self, started, (closed or closed_days()) if self.working_days else closed, reading)


@lru_cache(maxsize=32768)
def _expires(
    limit: TimeLimit, started: date, closed: ClosedDays, reading: Reading, local: ClosedDays | None
) -> Deadline:
    normal = _raw(limit, started, closed if limit.working_days else None, reading)
    return prorogued(normal, limit, closed, reading=reading, local=local)


def prorogued(
    normal: Deadline, limit: TimeLimit, closed: ClosedDays, *, reading: Reading, local: ClosedDays | None = None
) -> Deadline:
    """The normal day, moved over the closed days where this reading of the limit's regime moves it."""
    regime = limit.regime
    calendar = _calendar(closed, local, reading, regime)
    last_day, because = normal.date, list(normal.because)
    if question := _stays(limit.bearer, regime, reading):
        if not calendar.knows(last_day):
            return normal
        if last_day in calendar:
            because.append(reading_step(question, reading, regime.prorogation))
    elif last_day in calendar:
        last_day = next_open(last_day, calendar)
        because.append(steps.prorogation_step(normal.date, last_day, calendar, regime))
        if limit.bearer != "party":
            because.append(reading_step(_MOVES[limit.bearer], reading, regime.prorogation))
        elif not regime.settled:
            because.append(reading_step(readings.UNWRITTEN, reading, regime.prorogation))
    because += _calendar_steps(normal.date, calendar, (closed, local), reading, regime)
    if reading != "default" and not any(step.text.startswith("Lecture ") for step in because):
        because.append(nothing_open(reading, limit.source))
    return Deadline(last_day, tuple(because))


_MOVES: dict[Bearer, Undecided] = {"office": readings.OFFICE_CLOCK, "effect": readings.EFFECT_CLOCK}


def _stays(bearer: Bearer, regime: Regime, reading: Reading) -> Undecided | None:
    """The open question by which this reading leaves the deadline on the normal day; None when it is prorogued."""
    if bearer != "party":
        return None if reading == "latest" else _MOVES[bearer]
    return readings.UNWRITTEN if reading == "safe" and not regime.settled else None


def _calendar(closed: ClosedDays, local: ClosedDays | None, reading: Reading, regime: Regime) -> ClosedDays:
    if reading == "safe":
        return without_solidarity_days(closed_in_both(closed, local) if local else closed)
    if reading == "latest":
        wide = with_customary(closed) if regime.idle_days else closed
        if local is None:
            return wide
        return closed_in_either(wide, with_customary(local) if regime.idle_days else local)
    return closed


_SOLIDARITY_YEARS = frozenset(day.year for day in SOLIDARITY_DAYS)


def _calendar_steps(
    normal: date, taken: ClosedDays, asked: tuple[ClosedDays, ClosedDays | None], reading: Reading, regime: Regime
) -> list[Reason]:
    """What this reading says of the holidays in question, when another calendar would give another day."""
    closed, local = asked
    found = []
    if normal.year in _SOLIDARITY_YEARS and next_open(normal, closed) != next_open(
        normal, without_solidarity_days(closed)
    ):
        found.append(reading_step(readings.WHIT_MONDAY, reading, regime.prorogation))
    if not local and not closed.customary:
        return found
    wide = _calendar(closed, local, "latest", regime)
    if local and len({next_open(normal, each) for each in (closed, closed_in_both(closed, local), wide, taken)}) > 1:
        found.append(reading_step(readings.LOCAL_HOLIDAYS, reading, regime.prorogation))
    plain = closed_in_either(closed, local) if local else closed
    if next_open(normal, plain) != next_open(normal, wide):
        found.append(reading_step(readings.CUSTOMARY_DAYS, reading, regime.prorogation))
    return found


@lru_cache(maxsize=8192)
def _raw(limit: TimeLimit, started: date, closed: ClosedDays | None, reading: Reading) -> Deadline:
    regime = limit.regime
    opening = Reason(
        f"Le délai est {of_duration(limit.length)} à compter {limit.since}, le {with_weekday(started)}.", limit.source
    )
    because = [opening]
    if regime.through:
        because.append(steps.applies_step(regime, regime.through))
    if limit.extension:
        because += limit.extension.because
    try:
        day = _count(limit, regime, started, (closed, reading), because)
    except (OverflowError, ValueError):
        raise HolidaysUnknown(
            f"Un délai {of_duration(limit.length)} à compter du {in_words(started)} sort du calendrier."
        ) from None
    return Deadline(day, tuple(because))


def _count(
    limit: TimeLimit, regime: Regime, started: date, how: tuple[ClosedDays | None, Reading], because: list[Reason]
) -> date:
    closed, reading = how
    day = start = started + DAY if limit.from_next_day else started
    if limit.working_days and closed is not None:
        saturdays = saturdays_count(limit, reading)
        day = working_days_after(day, limit.working_days, closed, saturdays=saturdays)
        because.append(steps.working_step(limit.length, day, saturdays=saturdays, source=limit.source))
        if not limit.weekdays_only:
            because.append(_saturday_step(reading, saturdays=saturdays, source=limit.source))
    months = 12 * limit.years + limit.months + (limit.extension.months if limit.extension else 0)
    if months:
        day = add_months(start, months)
        because.append(steps.months_step(start, day, regime))
        if regime.clear and day.day != start.day:
            because.append(reading_step(readings.CLEAR_MONTHS, reading, regime.clear))
    days = 7 * limit.weeks + limit.days
    if days:
        before, day = day, day + timedelta(days=days)
        because.append(steps.days_step(limit.weeks, limit.days, before, day, regime, after_months=bool(months)))
        if limit.weeks and reading != "default":
            because.append(reading_step(readings.WEEKS, reading, regime.days))
    if limit.from_next_day:
        day -= DAY * (reading == "safe")
        because.append(reading_step(readings.NEXT_DAY, reading, limit.source))
    if regime.clear:
        because.append(steps.clear_step(day, regime.clear))
        day += DAY
    return day


def saturdays_count(limit: TimeLimit, reading: Reading) -> bool:
    """Whether a Saturday is one of the limit's working days (``WORKING_DAYS``)."""
    if limit.weekdays_only:
        return False
    return reading == "safe" or (reading == "default" and limit.bearer == "office")


def _saturday_step(reading: Reading, *, saturdays: bool, source: Source) -> Reason:
    said = "" if saturdays else "ne "
    pas = "" if saturdays else "pas "
    label = readings.READING_LABELS[reading]
    return Reason(f"Lecture {label} : le samedi {said}compte {pas}comme jour ouvrable.", source)


@dataclass(frozen=True)
class LongerOf:
    """« vingt jours ouvrables ou trente et un jours civils si ce délai est plus long »."""

    source: Source
    limits: tuple[TimeLimit, ...]

    def __post_init__(self) -> None:
        register(self.source, "le plus long de plusieurs délais")

    def expires(
        self,
        started: date,
        closed: ClosedDays | None = None,
        *,
        reading: Reading = "default",
        local: ClosedDays | None = None,
    ) -> Deadline:
        """The last day of the longest of these limits, with what the others would give."""
        ends = [(limit, limit.expires(started, closed, reading=reading, local=local)) for limit in self.limits]
        limit, latest = max(ends, key=lambda pair: pair[1].date)
        others = " ; ".join(f"{each.length} : {with_weekday(end.date)}" for each, end in ends if each is not limit)
        step = Reason(f"Le délai le plus long l'emporte, {limit.length} ({others}).", self.source)
        return Deadline(latest.date, (*latest.because, step))


def limits() -> tuple[TimeLimit, ...]:
    """Every time limit declared by the modules imported, for the documentation and the house test."""
    return tuple(_LIMITS)


@dataclass(frozen=True)
class OfficePeriod:
    """A period that the office sets (« un délai lui est imparti »), within the bounds of its title (R. 718-1)."""

    source: Source
    runs_from: str
    default_months: int = 1
    since: str = "de la notification"
    title: Title = "marks"

    def __post_init__(self) -> None:
        register(self.source, f"délai imparti à compter {self.since}")

    def check(self, months: int) -> Finding:
        """Whether the office may set so many months."""
        regime = regime_of(self.title, self.source)
        told = f"Le délai imparti est {of_duration(duration(months=months))}." if months > 0 else ""
        if regime.office_bounds is None:
            reason = Reason("Aucun article ne borne ce délai imparti : au moins un mois par défaut.", self.source)
            refused = "L'institut ne peut pas impartir un délai de moins d'un mois."
            return Finding(months >= 1, told if months >= 1 else refused, (reason,), "months")
        reason = Reason(
            f"Les délais impartis par l'institut vont de {number(regime.shortest)} à {number(regime.longest)} mois.",
            regime.office_bounds,
        )
        if regime.shortest <= months <= regime.longest:
            return Finding(True, told, (reason,), "months")
        asked = duration(months=months) if months > 0 else f"{months} mois"
        return Finding(
            False,
            f"L'institut ne peut pas impartir un délai {of_duration(asked)} : "
            f"choisissez de {regime.shortest} à {regime.longest} mois.",
            (reason,),
            "months",
        )

    def of(self, months: int | None = None) -> TimeLimit:
        """The period of so many months (the default length when None). Raises Refused outside the bounds."""
        asked = self.default_months if months is None else months
        finding = self.check(asked)
        if not finding.allowed:
            raise Refused(finding)
        return TimeLimit(self.source, self.runs_from, months=asked, since=self.since, title=self.title)


def next_working_day(day: date, closed: ClosedDays | None = None) -> date:
    """This day, or the first working day after it. Raises HolidaysUnknown beyond the calendar."""
    return next_open(day, closed or closed_days())
