"""Limits counted before an event (« au plus tard six mois avant »), and windows that end with one (renewal)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from guichet.law import readings
from guichet.law.answers import Because, Deadline, Reason
from guichet.law.counting import DAY, add_months, end_of_month, latest_start, next_open, previous_open
from guichet.law.dates import duration, in_words, of_duration, with_weekday
from guichet.law.holidays import ClosedDays, HolidaysUnknown, closed_days
from guichet.law.readings import Reading, nothing_open, reading_step
from guichet.law.regimes import Title, regime_of
from guichet.law.sources import Source, register
from guichet.law.steps import prorogation_step, why_closed
from guichet.law.time_limits import TimeLimit


@dataclass(frozen=True)
class BackwardLimit:
    """An act due at the latest so long before an event.

    counts_to: type of the event. before: how a French sentence names it (« l'expiration de l'enregistrement »).
    """

    source: Source
    counts_to: str
    months: int = 0
    weeks: int = 0
    days: int = 0
    years: int = 0
    before: str = "l'événement"
    title: Title = "marks"

    def __post_init__(self) -> None:
        _check_length(self.years, self.months, self.weeks, self.days)
        register(self.source, f"délai avant {self.before}")

    @property
    def length(self) -> str:
        return duration(years=self.years, months=self.months, weeks=self.weeks, days=self.days)

    def last_day(self, event_on: date, closed: ClosedDays | None = None, *, reading: Reading = "default") -> Deadline:
        """The last day on which the act may be done. By default it is not moved when it is closed."""
        because = [Reason(f"L'acte est dû au plus tard {self.length} avant {self.before}, le "
                          f"{with_weekday(event_on)}.", self.source)]  # fmt: skip
        try:
            day = self._count(event_on, reading, because)
        except (OverflowError, ValueError):
            raise HolidaysUnknown(f"{self.length} avant le {in_words(event_on)} : hors du calendrier.") from None
        calendar = closed or closed_days()
        if (calendar.knows(day) or reading != "default") and day in calendar:
            day, closed_day = self._moved(day, event_on, calendar, reading), day
            because.append(self._moved_step(closed_day, day, calendar, reading))
        if reading != "default" and not any(step.text.startswith("Lecture ") for step in because):
            because.append(nothing_open(reading, self.source))
        return Deadline(day, tuple(because))

    def _count(self, event_on: date, reading: Reading, because: list[Reason]) -> date:
        regime = regime_of(self.title, self.source)
        day = event_on - timedelta(days=7 * self.weeks + self.days)
        months = 12 * self.years + self.months
        if months:
            before, day = day, add_months(day, -months)
            latest = latest_start(before, months)
            text = f"On compte à rebours de quantième à quantième : le {with_weekday(day)}."
            because.append(Reason(text, regime.months))
            if latest != day:
                day = latest if reading == "latest" else day
                because.append(reading_step(readings.BACKWARD_MONTH_END, reading, regime.months))
        else:
            text = f"Le jour de l'événement ne compte pas : le {with_weekday(day)}."
            because.append(Reason(text, regime.days))
        if regime.clear:
            day -= DAY
            because.append(Reason(f"Le délai est franc : un jour plus tôt, le {with_weekday(day)}.", regime.clear))
        return day

    @staticmethod
    def _moved(day: date, event_on: date, closed: ClosedDays, reading: Reading) -> date:
        if reading == "safe":
            return previous_open(day, closed)
        return min(next_open(day, closed), event_on) if reading == "latest" else day

    def _moved_step(self, day: date, moved: date, closed: ClosedDays, reading: Reading) -> Reason:
        source = regime_of(self.title, self.source).prorogation
        step = reading_step(readings.BACKWARD, reading, source)
        shown = why_closed(day, moved if moved != day else next_open(day, closed), closed)
        return Reason(f"{step.text} {shown} : le {with_weekday(moved)}.", source)


@dataclass(frozen=True)
class Span:
    """The days, both included, on which an act may be done, and why."""

    first_day: date
    last_day: date
    because: Because

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first_day <= day <= self.last_day


@dataclass(frozen=True)
class Window:
    """A period of so long that ends with an event (« un délai d'un an précédant immédiatement l'expiration »).

    to_month_end: it ends with the month of the event, and is made of whole months (R. 513-1).
    """

    source: Source
    ends_with: str
    months: int = 0
    days: int = 0
    years: int = 0
    until: str = "l'expiration"
    title: Title = "marks"
    to_month_end: bool = False

    def __post_init__(self) -> None:
        _check_length(self.years, self.months, self.days)
        register(self.source, f"période avant {self.until}")

    def around(self, event_on: date, closed: ClosedDays | None = None, *, reading: Reading = "default") -> Span:
        """The window of this event; ``safe`` is the narrowest defensible one, ``latest`` the widest."""
        calendar, regime = closed or closed_days(), regime_of(self.title, self.source)
        length = duration(years=self.years, months=self.months, days=self.days)
        ends = end_of_month(event_on) if self.to_month_end else event_on
        first_day = self._first_day(ends, reading)
        because = [
            Reason(
                f"La période est {of_duration(length)} et finit avec {self.until} : le {with_weekday(ends)}.",
                self.source,
            ),
            Reason(f"Elle commence le {with_weekday(first_day)}.", regime.months if not self.days else regime.days),
            reading_step(readings.WINDOW_START, reading, self.source),
        ]
        last_day = ends
        if ends in calendar:
            if reading != "safe":
                last_day = next_open(ends, calendar)
                because.append(prorogation_step(ends, last_day, calendar, regime))
            because.append(reading_step(readings.WINDOW_END, reading, regime.prorogation))
        return Span(first_day, last_day, tuple(because))

    def _first_day(self, ends: date, reading: Reading) -> date:
        same = add_months(ends - timedelta(days=self.days), -12 * self.years - self.months)
        if not self.to_month_end:
            return same + DAY if reading == "safe" else same
        return same if reading == "latest" else end_of_month(same) + DAY


def span_after(
    limit: TimeLimit, event_on: date, closed: ClosedDays | None = None, *, reading: Reading = "default"
) -> Span:
    """The days from the day after an event to the last day of a limit that runs from it (grace, opposition)."""
    deadline = limit.expires(event_on, closed, reading=reading)
    opening = Reason(f"La période s'ouvre le lendemain, le {with_weekday(event_on + DAY)}.", limit.source)
    return Span(event_on + DAY, deadline.date, (opening, *deadline.because))


def _check_length(*lengths: int) -> None:
    if min(lengths) < 0 or not any(lengths):
        raise ValueError("Un délai a une durée d'au moins un jour ; aucune de ses parties n'est négative.")
