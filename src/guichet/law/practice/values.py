"""The practice table, read once; a value is the one that applies on a date of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

import yaml

from guichet.law.dates import in_words


class PracticeUnknown(LookupError):
    """No such practice, or no value known on that day."""


@dataclass(frozen=True)
class PracticeValue:
    """A value that the code leaves to the office: which article does, where it comes from, how sure we are."""

    name: str
    label: str
    article: str
    origin: str
    confidence: Literal["high", "medium", "low"]
    value: Any
    since: date


@dataclass(frozen=True)
class FileRules:
    """What a file of one purpose may be; ``max_bytes`` inclusive."""

    media_types: tuple[str, ...]
    max_bytes: int


@cache
def _table() -> Mapping[str, dict[str, Any]]:
    """Every table of this folder, ``office.yaml`` first; what has no ``values`` is data of another kind."""
    found: dict[str, dict[str, Any]] = {}
    paths = [path for path in files("guichet.law.practice").iterdir() if path.name.endswith(".yaml")]
    for path in sorted(paths, key=lambda one: (one.name != "office.yaml", one.name)):
        for name, line in yaml.safe_load(path.read_text(encoding="utf-8")).items():
            if isinstance(line, dict) and "values" in line:
                if name in found:
                    raise ValueError(f"{path.name}: {name} is in two tables")
                found[name] = line
    return MappingProxyType(found)


def practices() -> tuple[str, ...]:
    """Names of every practice known."""
    return tuple(_table())


def value(name: str, *, on: date) -> PracticeValue:
    """The practice of this name on that day. Raises PracticeUnknown."""
    line = _table().get(name)
    if line is None:
        raise PracticeUnknown(f"Aucune pratique « {name} ». Pratiques connues : {', '.join(_table())}.")
    days = [first_day for first_day in sorted(line["values"]) if first_day <= on]
    if not days:
        raise PracticeUnknown(f"La pratique « {line['label']} » n'est pas connue le {in_words(on)}.")
    return PracticeValue(
        name, line["label"], line["article"], line["origin"], line["confidence"], line["values"][days[-1]], days[-1]
    )


def deemed_opening(on: date) -> int:
    """Days after which an unopened electronic letter is deemed served (R. 718-4; low confidence)."""
    return int(value("notices.deemed_opening_days", on=on).value)


def bulletin_weekday(on: date) -> int:
    """ISO weekday of the bulletin: 5, Friday."""
    return int(value("bulletin.weekday", on=on).value)


def default_months(on: date) -> int:
    """Usual length of the periods that the office sets, in months (R. 718-1)."""
    return int(value("periods.default_months", on=on).value)


def file_rules(purpose: str, on: date) -> FileRules:
    """What a ``mark_image`` or a ``paper`` may be. Raises PracticeUnknown for another purpose."""
    found = value(f"files.{purpose}", on=on).value
    return FileRules(tuple(found["media_types"]), int(found["max_bytes"]))


def mark_features(on: date) -> Mapping[str, str]:
    """Types of marks admitted on that day, with their French names."""
    return MappingProxyType(dict(value("mark.features", on=on).value))
