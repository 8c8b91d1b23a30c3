"""Which module of law governs a stream: ``trademark/245000001`` is governed by ``guichet.law.trademarks``.

A module of law answers: decide, permitted, deadlines, status, balance, review, fees_due.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

_MODULES = {"trademark": "guichet.law.trademarks"}


def for_stream(stream: str) -> ModuleType:
    """The module of law of this stream's kind. Raises KeyError for a kind without law."""
    return import_module(_MODULES[stream.split("/", 1)[0]])


def governs(stream: str) -> bool:
    return stream.split("/", 1)[0] in _MODULES
