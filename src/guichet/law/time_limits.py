"""The one place where dates are computed: R. 718-2 and its twins R. 514-2 and R. 618-3.

A ``TimeLimit`` is data; ``expires`` computes its last day with the steps in French. An ``OfficePeriod`` is a period
that the office sets inside legal bounds (R. 718-1). ``HolidaysUnknown`` is raised beyond the calendar.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from guichet.law.answers import Deadline, Finding, Reason, Refused
from guichet.law.dates import duration, in_words, number, of_duration, with_weekday
from guichet.law.holidays import ClosedDays, HolidaysUnknown, UnknownTerritory, closed_days
from guichet.law.regimes import REGIMES, Regime, Title
from guichet.law.sources import Source, register

__all__ = [
    "ClosedDays",
    "HolidaysUnknown",
    "OfficePeriod",
    "TimeLimit",
    "UnknownTerritory",
    "closed_days",
    "next_working_day",
]

_LIMITS: dict[TimeLimit, None] = {}


@dataclass(frozen=True)
class TimeLimit:
    """A period of the code: how long, from what, by whose words.

    runs_from: type of the event that starts it (``trademark.published``). since: how a French sentence says that
    after « à compter ». title: the part of the code whose computation applies.
    """

    source: Source
    runs_from: str
    months: int = 0
    weeks: int = 0
    days: int = 0
    years: int = 0
    since: str = "de l'événement qui le fait courir"
    title: Title = "marks"

    def __post_init__(self) -> None:
        lengths = (self.months, self.weeks, self.days, self.years)
        if min(lengths) < 0 or not any(lengths):
            raise ValueError("Un délai a une durée d'au moins un jour ; aucune de ses parties n'est négative.")
        register(self.source, f"délai à compter {self.since}")
        _LIMITS[self] = None

    @property
    def length(self) -> str:
        """« deux mois »."""
        return duration(years=self.years, months=self.months, weeks=self.weeks, days=self.days)

    def expires(self, started: date, closed: ClosedDays | None = None) -> Deadline:
        """Last day on which the act may be done, inclusive, until midnight in Paris (R. 718-2).

        closed: the closed days of the territory, metropolitan France by default. Raises HolidaysUnknown beyond them.
        """
        return _prorogued(self.raw(started), REGIMES[self.title], closed or closed_days())

    def raw(self, started: date) -> Deadline:
        """The last day before any prorogation: what the office schedules its own acts on (``OFFICE_CLOCK``)."""
        opening = Reason(
            f"Le délai est {of_duration(self.length)} à compter {self.since}, le {with_weekday(started)}.", self.source
        )
        try:
            day, steps = self._count(started, REGIMES[self.title])
        except (OverflowError, ValueError):
            raise HolidaysUnknown(
                f"Un délai {of_duration(self.length)} à compter du {in_words(started)} sort du calendrier."
            ) from None
        return Deadline(day, (opening, *steps))

    def _count(self, started: date, regime: Regime) -> tuple[date, tuple[Reason, ...]]:
        steps = []
        day = started
        if self.years or self.months:
            day = _add_months(started, 12 * self.years + self.months)
            steps.append(_month_step(started, day, regime))
        days = 7 * self.weeks + self.days
        if days:
            before, day = day, day + timedelta(days=days)
            steps.append(_day_step(self, before, day, regime))
        return day, tuple(steps)


def limits() -> tuple[TimeLimit, ...]:
    """Every time limit declared by the modules imported, for the documentation and the house test."""
    return tuple(_LIMITS)


@dataclass(frozen=True)
class OfficePeriod:
    """A period that the office sets (« un délai lui est imparti »), within the bounds of R. 718-1."""

    source: Source
    runs_from: str
    default_months: int = 1
    since: str = "de la notification"
    title: Title = "marks"

    def __post_init__(self) -> None:
        register(self.source, f"délai imparti à compter {self.since}")

    def check(self, months: int) -> Finding:
        """Whether the office may set so many months."""
        regime = REGIMES[self.title]
        reason = Reason(
            f"Les délais impartis par l'institut vont de {number(regime.shortest)} à {number(regime.longest)} mois.",
            regime.office_bounds,
        )
        if regime.shortest <= months <= regime.longest:
            return Finding(True, f"Le délai imparti est {of_duration(duration(months=months))}.", (reason,), "months")
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
    calendar = closed or closed_days()
    while day in calendar:
        day += timedelta(days=1)
    return day


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_step(started: date, ends: date, regime: Regime) -> Reason:
    if started.day == ends.day:
        same = "1er" if started.day == 1 else str(started.day)
        return Reason(
            f"Il expire le jour qui porte le même quantième, le {same} : le {with_weekday(ends)}.", regime.months
        )
    return Reason(
        f"Le mois de l'échéance n'a pas de {started.day} : il expire le dernier jour du mois, le {with_weekday(ends)}.",
        regime.month_end,
    )


def _day_step(limit: TimeLimit, before: date, ends: date, regime: Regime) -> Reason:
    weeks = f" Une semaine compte pour sept jours, soit {7 * limit.weeks} jours." if limit.weeks else ""
    if limit.months or limit.years:
        extra = duration(weeks=limit.weeks, days=limit.days)
        return Reason(
            f"Les mois décomptés, on ajoute {extra} à partir du {in_words(before)} : le {with_weekday(ends)}.{weeks}",
            regime.months_then_days,
        )
    return Reason(f"Le jour de départ ne compte pas : il expire le {with_weekday(ends)}.{weeks}", regime.days)


def _prorogued(normal: Deadline, regime: Regime, calendar: ClosedDays) -> Deadline:
    if normal.date not in calendar:
        return normal
    closed = []
    day = normal.date
    while reason := calendar.why_closed(day):
        closed.append(f"le {in_words(day)} est {reason}")
        day += timedelta(days=1)
    sentence = ", ".join(closed)
    step = Reason(
        f"{sentence[0].upper()}{sentence[1:]} : le délai est prorogé jusqu'au premier jour ouvrable suivant, "
        f"le {with_weekday(day)}.",
        regime.prorogation,
    )
    return Deadline(day, (*normal.because, step))
