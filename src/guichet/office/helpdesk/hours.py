"""When INPI Direct answers the telephone: working days from nine to six, Paris time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from guichet.law.dates import with_weekday
from guichet.law.holidays import HolidaysUnknown, closed_days
from guichet.office.toolbox.clock import PARIS

OPENS, CLOSES = time(9), time(18)
STEP = timedelta(minutes=30)
NOTICE = timedelta(hours=1)
"""A call cannot be asked for sooner than this."""
DAYS_AHEAD = 10
"""Working days for which a call may be asked."""
OPENING = "Du lundi au vendredi, de 9 h à 18 h (heure de Paris), sauf jours fériés."


def is_working_day(day: date) -> bool:
    """Whether somebody answers that day; a day that the calendar does not know is no working day."""
    try:
        return day not in closed_days()
    except HolidaysUnknown:
        return False


def is_open(moment: datetime) -> bool:
    """Whether somebody answers at that instant."""
    local = moment.astimezone(PARIS)
    return is_working_day(local.date()) and OPENS <= local.time() < CLOSES


def days(now: datetime) -> list[tuple[str, str]]:
    """The days on which one may be called, as choices: ISO date and words."""
    found: list[date] = []
    day = now.astimezone(PARIS).date()
    for _ in range(4 * DAYS_AHEAD):
        if is_working_day(day) and datetime.combine(day, CLOSES, PARIS) - STEP >= now + NOTICE:
            found.append(day)
        day += timedelta(days=1)
        if len(found) == DAYS_AHEAD:
            break
    return [(one.isoformat(), with_weekday(one).capitalize()) for one in found]


def times() -> list[tuple[str, str]]:
    """The hours at which one may be called: « 09:00 » and « 9 h »."""
    first = datetime.combine(date.min, OPENS)
    steps = int((datetime.combine(date.min, CLOSES) - first) / STEP)
    moments = [(first + rank * STEP).time() for rank in range(steps)]
    return [(f"{one:%H:%M}", f"{one.hour} h {one:%M}" if one.minute else f"{one.hour} h") for one in moments]


def instant(day: str, hour: str) -> datetime:
    """The instant of a day and an hour chosen among those above."""
    return datetime.combine(date.fromisoformat(day), time.fromisoformat(hour), PARIS)


def may_be_asked(moment: datetime, now: datetime) -> bool:
    """Whether a call may be asked for that instant."""
    return moment >= now + NOTICE and is_open(moment) and moment.astimezone(PARIS).date().isoformat() in dict(days(now))
