"""The days on which the office is closed: dated data by territory, frozen from a library by a script."""

from guichet.law.holidays.calendar import (
    SOLIDARITY_DAYS,
    ClosedDays,
    HolidaysUnknown,
    UnknownTerritory,
    closed_days,
    closed_in_both,
    closed_in_either,
    territories,
    with_customary,
    without_solidarity_days,
)
from guichet.law.holidays.closures import Closure, closures

__all__ = [
    "SOLIDARITY_DAYS",
    "ClosedDays",
    "Closure",
    "HolidaysUnknown",
    "UnknownTerritory",
    "closed_days",
    "closed_in_both",
    "closed_in_either",
    "closures",
    "territories",
    "with_customary",
    "without_solidarity_days",
]
