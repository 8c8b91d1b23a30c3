"""Saturdays, Sundays and legal holidays of a territory, with their French names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from guichet.law.dates import in_words
from guichet.law.holidays.closures import closures_of

SATURDAY = 5
SOLIDARITY_DAYS = frozenset({date(2005, 5, 16), date(2006, 6, 5), date(2007, 5, 28)})
"""Whit Mondays that were legal holidays and days of work at once."""
NO_HOLIDAYS: Mapping[date, str] = MappingProxyType({})


class HolidaysUnknown(LookupError):
    """A day outside the data: nobody can say whether it is a holiday."""


class UnknownTerritory(LookupError):
    """A territory without a calendar."""


@dataclass(frozen=True)
class ClosedDays:
    """The closed days of a territory from ``first_day`` to ``last_day``, both included.

    customary: days idle by custom, or holidays of some communes only; they are open unless ``with_customary`` is asked.
    closures: exceptional closures of the office which a decision makes non-working days.
    """

    territory: str
    first_day: date
    last_day: date
    holidays: Mapping[date, str] = field(default_factory=lambda: NO_HOLIDAYS, hash=False)
    customary: Mapping[date, str] = field(default_factory=lambda: NO_HOLIDAYS, hash=False)
    closures: Mapping[date, str] = field(default_factory=lambda: NO_HOLIDAYS, hash=False)
    title: str = ""

    def knows(self, day: date) -> bool:
        """Whether this day is in the data."""
        return self.first_day <= day <= self.last_day

    def why_closed(self, day: date) -> str:
        """« un samedi », « un dimanche », « férié (Ascension) » or both; empty on a working day.

        Raises HolidaysUnknown outside the data.
        """
        self._check(day)
        reasons = [name for number, name in ((5, "un samedi"), (6, "un dimanche")) if day.weekday() == number]
        if day in self.holidays:
            reasons.append(f"férié ({self.holidays[day]})")
        if day in self.closures:
            reasons.append(f"non ouvrable ({self.closures[day]})")
        return " et ".join(reasons)

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        self._check(day)
        return day.weekday() >= SATURDAY or day in self.holidays or day in self.closures

    def _check(self, day: date) -> None:
        if not self.knows(day):
            raise HolidaysUnknown(
                f"Les jours fériés du {in_words(day)} ne sont pas connus : le calendrier « {self.territory} » "
                f"va du {in_words(self.first_day)} au {in_words(self.last_day)}."
            )


@lru_cache(maxsize=256)
def with_customary(calendar: ClosedDays) -> ClosedDays:
    """The same calendar, where customary days are closed too."""
    if not calendar.customary:
        return calendar
    return replace(calendar, holidays=MappingProxyType({**calendar.customary, **calendar.holidays}))


@lru_cache(maxsize=256)
def without_solidarity_days(calendar: ClosedDays) -> ClosedDays:
    """The same calendar, where the Whit Mondays of 2005, 2006 and 2007 are open."""
    kept = {day: name for day, name in calendar.holidays.items() if day not in SOLIDARITY_DAYS}
    return replace(calendar, holidays=MappingProxyType(kept))


@lru_cache(maxsize=256)
def closed_in_either(one: ClosedDays, other: ClosedDays) -> ClosedDays:
    """The days closed in one calendar or in the other."""
    holidays = MappingProxyType({**other.holidays, **one.holidays})
    closures = MappingProxyType({**other.closures, **one.closures})
    return _joined(one, other, "ou", holidays, closures)


@lru_cache(maxsize=256)
def closed_in_both(one: ClosedDays, other: ClosedDays) -> ClosedDays:
    """The days closed in both calendars."""
    away = {*other.holidays, *other.closures}
    holidays = MappingProxyType({day: name for day, name in one.holidays.items() if day in away})
    closures = MappingProxyType({day: name for day, name in one.closures.items() if day in away})
    return _joined(one, other, "et", holidays, closures)


def _joined(
    one: ClosedDays, other: ClosedDays, word: str, holidays: Mapping[date, str], closures: Mapping[date, str]
) -> ClosedDays:
    return ClosedDays(
        f"{one.territory} {word} {other.territory}",
        max(one.first_day, other.first_day),
        min(one.last_day, other.last_day),
        holidays,
        closures=closures,
        title=f"{one.title} {word} {other.title}",
    )


def territories() -> tuple[str, ...]:
    """Codes of the territories that have a calendar, metropolitan France first."""
    names = (entry.name for entry in files("guichet.law.holidays").iterdir())
    codes = (name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))
    return tuple(sorted(codes, key=lambda code: (code != "FR", code)))


@cache
def closed_days(territory: str = "FR") -> ClosedDays:
    """The calendar of a territory; ``FR`` is metropolitan France. Raises UnknownTerritory."""
    if territory not in territories():
        raise UnknownTerritory(
            f"Aucun calendrier pour le territoire « {territory} ». Territoires connus : {', '.join(territories())}."
        )
    content = files("guichet.law.holidays").joinpath(f"{territory}.yaml").read_text(encoding="utf-8")
    values = yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return ClosedDays(
        territory,
        values["first_day"],
        values["last_day"],
        MappingProxyType({day: str(name) for day, name in values["holidays"].items()}),
        MappingProxyType({day: str(name) for day, name in (values.get("customary") or {}).items()}),
        closures_of(territory),
        values["title"],
    )
