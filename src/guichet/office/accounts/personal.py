"""What each app keeps about a person, for the person to have: apps that ``my_account`` may not read declare it here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from guichet.office.accounts.models import User


@dataclass(frozen=True)
class Section:
    """One file of the export. name: the file's, in French, without extension; rows: plain values, nothing secret."""

    name: str
    title: str
    rows: Callable[[User], Iterable[Mapping[str, Any]]]


_SECTIONS: dict[str, Section] = {}


def register(section: Section) -> None:
    """Add a section to every export; in ``ready``."""
    _SECTIONS[section.name] = section


def sections() -> list[Section]:
    return sorted(_SECTIONS.values(), key=lambda section: section.name)
