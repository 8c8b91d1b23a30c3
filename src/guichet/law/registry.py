"""Which law governs a stream: ``trademark/245000001`` by ``guichet.law.trademarks``, the others by their Procedure.

A law answers: decide, permitted, deadlines, status, balance.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType, ModuleType

import guichet.law
from guichet.law.procedure import Procedure, procedures_declared

_MODULES = {"trademark": "guichet.law.trademarks"}


def for_stream(stream: str) -> ModuleType:
    """The module of law of this stream's kind. Raises KeyError for a kind without law."""
    return import_module(_MODULES[stream.split("/", 1)[0]])


def governs(stream: str) -> bool:
    return stream.split("/", 1)[0] in _MODULES


@cache
def procedures() -> Mapping[str, Procedure]:
    """Every procedure of the library by kind (``trademark_opposition``): a module is found where it stands."""
    for module in pkgutil.walk_packages(guichet.law.__path__, "guichet.law."):
        import_module(module.name)
    return MappingProxyType(dict(sorted(procedures_declared().items())))
