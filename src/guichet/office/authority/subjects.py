"""What rights may be given on: files of the ledger, and what the apps above keep (a draft), each by its own finder."""

from __future__ import annotations

from collections.abc import Callable

from guichet.law import registry
from guichet.office.authority.facts import Held
from guichet.office.authority.role_acts import KINDS, kind_of

_FINDERS: dict[str, tuple[Callable[[str], str], Callable[[str], Held | None]]] = {}


def register(kind: str, label: Callable[[str], str], finder: Callable[[str], Held | None]) -> None:
    """Declare, from an application's ``ready``, who holds subjects ``<kind>/…``. label: names one, in French."""
    _FINDERS[kind] = (label, finder)


def found(subject: str) -> Held | None:
    """What an app above holds under this subject; None for a file of the ledger."""
    kind = kind_of(subject)
    return _FINDERS[kind][1](subject) if kind in _FINDERS else None


def label(subject: str) -> str:
    """« Marque 24 5 000 001 », « Projet MRQ000000005 »: never what the file contains."""
    kind, _, number = subject.partition("/")
    if kind in _FINDERS:
        return _FINDERS[kind][0](subject)
    if kind not in KINDS:
        return subject
    return f"{registry.laws()[kind].proceeding.title} n° {number}"
