"""The days on which the office is closed: dated data by territory, frozen from a library by a script."""

from guichet.law.holidays.calendar import (
    ClosedDays,
    HolidaysUnknown,
    UnknownTerritory,
    closed_days,
    territories,
)

__all__ = ["ClosedDays", "HolidaysUnknown", "UnknownTerritory", "closed_days", "territories"]
