"""Instants: periods in hours (« dans les quarante-huit heures »), and the day on which an instant falls in Paris."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from guichet.law import readings
from guichet.law.answers import Because, Deadline, Reason
from guichet.law.counting import next_open
from guichet.law.dates import with_weekday
from guichet.law.holidays import ClosedDays, closed_days
from guichet.law.readings import Reading, nothing_open, reading_step
from guichet.law.sources import Source, register

PARIS = ZoneInfo("Europe/Paris")
LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True)
class Moment:
    """The last instant at which the act may be done, in Paris time, and why."""

    at: datetime
    because: Because


@dataclass(frozen=True)
class HourLimit:
    """A period in hours, counted hour by hour whatever the clock change."""

    source: Source
    runs_from: str
    hours: int = 48
    since: str = "de l'événement qui le fait courir"

    def __post_init__(self) -> None:
        if self.hours < 1:
            raise ValueError("Un délai dure au moins une heure.")
        register(self.source, f"délai à compter {self.since}")

    def expires_at(
        self, started_at: datetime, closed: ClosedDays | None = None, *, reading: Reading = "default"
    ) -> Moment:
        """The last instant. Raises ValueError on an instant without a time zone."""
        begins = in_paris(started_at)
        ends = (begins.astimezone(UTC) + timedelta(hours=self.hours)).astimezone(PARIS)
        because = [
            Reason(f"Le délai est de {self.hours} heures à compter {self.since}, le {_told(begins)}.", self.source),
            Reason(f"D'heure à heure, il expire le {_told(ends)}.", self.source),
        ]
        calendar = closed or closed_days()
        if ends.date() in calendar:
            if reading == "latest":
                ends = datetime.combine(next_open(ends.date(), calendar), LAST_SECOND, PARIS)
            because.append(reading_step(readings.HOURS, reading, self.source))
        elif reading != "default":
            because.append(nothing_open(reading, self.source))
        return Moment(ends, tuple(because))


def in_paris(at: datetime) -> datetime:
    """The same instant on a clock of Paris. Raises ValueError on an instant without a time zone."""
    if at.tzinfo is None:
        raise ValueError("Un instant se donne avec son fuseau horaire.")
    return at.astimezone(PARIS)


def paris_day(at: datetime) -> date:
    """The day on which this instant falls in Paris: what is received at 23:59:59 is received on that day."""
    return in_paris(at).date()


def in_time(at: datetime, deadline: Deadline) -> bool:
    """Whether what is received at this instant is received before the last day's midnight."""
    return paris_day(at) <= deadline.date


def _told(at: datetime) -> str:
    return f"{with_weekday(at.date())} à {at.hour} h {at.minute:02d}"
