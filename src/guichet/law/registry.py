"""Which law governs a stream: ``trademark/245000001`` by ``guichet.law.trademarks``, the others by their Procedure.

A law answers: decide, permitted, deadlines, status, balance.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Protocol

import guichet.law
from guichet.law.accounts import Account
from guichet.law.answers import Finding, OpenDeadline
from guichet.law.procedure import Effect, Events, Procedure, Standing
from guichet.rights.events import Happened
from guichet.rights.proceeding import Proceeding


class Law(Protocol):
    """What may be asked of the law of any kind of file."""

    @property
    def proceeding(self) -> Proceeding: ...
    def decide(self, act: object, history: Sequence[Happened], *, on: date) -> Events: ...
    def permitted(self, history: Sequence[Happened], *, on: date) -> dict[str, Finding]: ...
    def deadlines(self, history: Sequence[Happened], *, on: date) -> list[OpenDeadline]: ...
    def balance(self, history: Sequence[Happened], *, on: date) -> Account: ...
    def status(self, history: Sequence[Happened]) -> Standing: ...
    def consequences(self, events: Events, history: Sequence[Happened]) -> tuple[Effect, ...]: ...


_MODULES = {"trademark": "guichet.law.trademarks"}


def for_stream(stream: str) -> ModuleType:
    """The module of law of this stream's kind. Raises KeyError for a kind without law."""
    return import_module(_MODULES[stream.split("/", 1)[0]])


def governs(stream: str) -> bool:
    return stream.split("/", 1)[0] in _MODULES


@cache
def procedures() -> Mapping[str, Procedure]:
    """Every procedure of the library by kind (``trademark_opposition``): a module is found where it stands."""
    modules = [import_module(found.name) for found in pkgutil.walk_packages(guichet.law.__path__, "guichet.law.")]
    held = [value for module in modules for value in vars(module).values() if isinstance(value, Procedure)]
    return MappingProxyType({procedure.kind: procedure for procedure in sorted(held, key=lambda one: one.kind)})


@cache
def laws() -> Mapping[str, Law]:
    """The law of every kind of file, the trademark's own included."""
    face = import_module("guichet.law.trademarks.face")
    return MappingProxyType({"trademark": face.Trademark(), **procedures()})
