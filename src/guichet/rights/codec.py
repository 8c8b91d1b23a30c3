"""Frozen dataclasses to plain JSON values and back, by their type hints.

The reader of each type is composed once from its hints; a projection reads millions of events.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
Reader = Callable[[Any], Any]


class Malformed(ValueError):
    """Plain data that does not fit the type; ``path`` says where (``goods_services[2].nice_class``)."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path or '(racine)'} : {problem}")
        self.path = path
        self.problem = problem

    def inside(self, place: str) -> Malformed:
        """The same fault, seen from the value that holds ``place``."""
        return Malformed(_join(place, self.path), self.problem)


def to_plain(value: Any) -> Any:
    """A value as JSON can hold it; dates in ISO 8601, tuples and sets as lists, defaults kept."""
    kind: Any = type(value)
    if kind is str or kind is int or value is None:
        return value
    if names := _field_names(kind):
        return {name: to_plain(getattr(value, name)) for name in names}
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, frozenset | set):
        return sorted(to_plain(item) for item in value)
    return {} if names is not None else value


def from_plain(wanted: type[T], plain: Any, path: str = "") -> T:
    """The value of type ``wanted`` that ``plain`` describes. Raises Malformed with the path of the fault."""
    reader = _reader(typing.cast(Hashable, wanted))
    try:
        return typing.cast(T, reader(plain))
    except Malformed as problem:
        raise problem.inside(path) from None


@cache
def _field_names(kind: type) -> tuple[str, ...] | None:
    """None for what is no dataclass."""
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else None


@cache
def _reader(wanted: Any) -> Reader:
    if dataclasses.is_dataclass(wanted):
        return _dataclass_reader(typing.cast(type, wanted))
    origin = typing.get_origin(wanted)
    if origin in (typing.Union, types.UnionType):
        return _union_reader(typing.get_args(wanted))
    if origin is typing.Literal:
        return _literal_reader(typing.get_args(wanted))
    if origin in (tuple, frozenset):
        return _list_reader(origin, _reader(typing.get_args(wanted)[0]))
    if wanted in (dt.date, dt.datetime):
        return _time_reader(wanted)
    return _scalar_reader(wanted)


def _dataclass_reader(wanted: type) -> Reader:
    hints = typing.get_type_hints(wanted)
    fields = {field.name: field for field in dataclasses.fields(wanted) if field.init}
    readers = {name: _reader(hints[name]) for name in fields}
    required = frozenset(
        name
        for name, field in fields.items()
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    )

    def read(plain: Any) -> Any:
        if isinstance(plain, wanted):
            return plain
        if type(plain) is not dict and not isinstance(plain, Mapping):
            raise Malformed("", f"un ensemble de champs est attendu ({', '.join(fields)}), non « {_said(plain)} »")
        if not plain.keys() <= fields.keys():
            unknown = next(name for name in plain if name not in fields)
            raise Malformed(str(unknown), f"champ inconnu ; champs connus : {', '.join(fields)}")
        values, name = {}, ""
        try:
            for name, reader in readers.items():
                if name in plain:
                    values[name] = reader(plain[name])
                elif name in required:
                    raise Malformed("", "champ obligatoire absent")
        except Malformed as problem:
            raise problem.inside(name) from None
        return wanted(**values)

    return read


def _list_reader(kind: Callable[[Any], Any], read_item: Reader) -> Reader:
    def read(plain: Any) -> Any:
        if not isinstance(plain, list | tuple):
            raise Malformed("", f"une liste est attendue, non « {_said(plain)} »")
        items: list[Any] = []
        try:
            for item in plain:
                items.append(read_item(item))
        except Malformed as problem:
            raise problem.inside(f"[{len(items)}]") from None
        return kind(items)

    return read


def _union_reader(choices: tuple[Any, ...]) -> Reader:
    optional = type(None) in choices
    readers = [_reader(choice) for choice in choices if choice is not type(None)]

    def read(plain: Any) -> Any:
        if plain is None and optional:
            return None
        problems = []
        for reader in readers:
            try:
                return reader(plain)
            except Malformed as problem:
                problems.append(problem)
        raise problems[0]

    return read


def _literal_reader(choices: tuple[Any, ...]) -> Reader:
    def read(plain: Any) -> Any:
        if plain not in choices:
            raise Malformed(
                "", f"« {_said(plain)} » n'est pas admis ; valeurs admises : {', '.join(map(str, choices))}"
            )
        return plain

    return read


def _scalar_reader(wanted: Any) -> Reader:
    names = {str: "un texte", int: "un nombre entier", bool: "oui ou non (true, false)", float: "un nombre"}

    def read(plain: Any) -> Any:
        if type(plain) is wanted or wanted is Any:
            return plain
        if wanted is float and isinstance(plain, int) and not isinstance(plain, bool):
            return float(plain)
        if not isinstance(plain, wanted) or (wanted is int and isinstance(plain, bool)):
            raise Malformed("", f"{names.get(wanted, wanted)} est attendu, non « {_said(plain)} »")
        return plain

    return read


def _time_reader(wanted: Any) -> Reader:
    kind = "une date (AAAA-MM-JJ)" if wanted is dt.date else "une date et une heure (AAAA-MM-JJTHH:MM:SS+01:00)"

    def read(plain: Any) -> Any:
        if isinstance(plain, wanted) and (wanted is dt.datetime or not isinstance(plain, dt.datetime)):
            return plain
        try:
            return wanted.fromisoformat(plain)
        except (TypeError, ValueError):
            raise Malformed("", f"{kind} est attendue, non « {_said(plain)} »") from None

    return read


def _said(plain: Any) -> str:
    """A plain value as its writer wrote it, shortened: « true », not « True »."""
    if plain is None or isinstance(plain, bool):
        return {None: "rien", True: "true", False: "false"}[plain]
    if isinstance(plain, Mapping):
        return f"{{{', '.join(map(str, plain))}}}"[:60]
    return (f"[{', '.join(map(_said, plain))}]" if isinstance(plain, list | tuple) else str(plain))[:60]


def _join(path: str, inner: str) -> str:
    return f"{path}.{inner}" if path and inner and not inner.startswith("[") else f"{path}{inner}"
