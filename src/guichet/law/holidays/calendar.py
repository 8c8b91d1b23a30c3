"""Saturdays, Sundays and legal holidays of a territory, with their French names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from guichet.law.dates import in_words

NO_HOLIDAYS: Mapping[date, str] = MappingProxyType({})


class HolidaysUnknown(LookupError):
    """A day outside the data: nobody can say whether it is a holiday."""


class UnknownTerritory(LookupError):
    """A territory without a calendar."""


@dataclass(frozen=True)
class ClosedDays:
    """The closed days of a territory from ``first_day`` to ``last_day``, both included."""

    territory: str
    first_day: date
    last_day: date
    holidays: Mapping[date, str] = field(default_factory=lambda: NO_HOLIDAYS, hash=False)

    def why_closed(self, day: date) -> str:
        """« un samedi », « un dimanche », « férié (Ascension) » or both; empty on a working day.

        Raises HolidaysUnknown outside the data.
        """
        if not self.first_day <= day <= self.last_day:
            raise HolidaysUnknown(
                f"Les jours fériés du {in_words(day)} ne sont pas connus : le calendrier « {self.territory} » "
                f"va du {in_words(self.first_day)} au {in_words(self.last_day)}."
            )
        reasons = [name for number, name in ((5, "un samedi"), (6, "un dimanche")) if day.weekday() == number]
        if day in self.holidays:
            reasons.append(f"férié ({self.holidays[day]})")
        return " et ".join(reasons)

    def __contains__(self, day: date) -> bool:
        return bool(self.why_closed(day))


def territories() -> tuple[str, ...]:
    """Codes of the territories that have a calendar."""
    names = (entry.name for entry in files("guichet.law.holidays").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def closed_days(territory: str = "FR") -> ClosedDays:
    """The calendar of a territory; ``FR`` is metropolitan France. Raises UnknownTerritory."""
    if territory not in territories():
        raise UnknownTerritory(
            f"Aucun calendrier pour le territoire « {territory} ». Territoires connus : {', '.join(territories())}."
        )
    content = files("guichet.law.holidays").joinpath(f"{territory}.yaml").read_text(encoding="utf-8")
    values = yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    days = {day: str(name) for day, name in values["holidays"].items()}
    return ClosedDays(territory, values["first_day"], values["last_day"], MappingProxyType(days))
