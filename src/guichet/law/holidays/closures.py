"""Exceptional closures of the office: non-working days only where a decision says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

import yaml


@dataclass(frozen=True)
class Closure:
    """Days on which the office was closed, both included.

    decision: the decision that makes them non-working days, or empty: then no time limit moves.
    """

    territory: str
    first_day: date
    last_day: date
    label: str
    decision: str
    origin: str
    confidence: Literal["high", "medium", "low"]

    @property
    def days(self) -> tuple[date, ...]:
        length = (self.last_day - self.first_day).days + 1
        return tuple(self.first_day + timedelta(days=n) for n in range(length))


@cache
def closures() -> tuple[Closure, ...]:
    """Every exceptional closure known, in the order of the file."""
    content = files("guichet.law.practice").joinpath("closures.yaml").read_text(encoding="utf-8")
    return read_closures(yaml.safe_load(content)["closures"])


def read_closures(rows: list[dict[str, Any]]) -> tuple[Closure, ...]:
    """The rows of the file. Raises ValueError on a period that ends before it begins."""
    read = tuple(Closure(**row) for row in rows)
    for each in read:
        if each.last_day < each.first_day:
            raise ValueError(f"{each.label}: ends before it begins")
    return read


def closures_of(territory: str, known: tuple[Closure, ...] | None = None) -> Mapping[date, str]:
    """The days that a decision makes non-working in this territory, with the decision."""
    found = closures() if known is None else known
    return MappingProxyType(
        {day: each.decision for each in found if each.decision and each.territory == territory for day in each.days}
    )
