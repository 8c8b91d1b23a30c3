"""Frozen dataclasses to plain JSON values and back, by their type hints."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


class Malformed(ValueError):
    """Plain data that does not fit the type; ``path`` says where (``goods_services[2].nice_class``)."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path or '(racine)'} : {problem}")
        self.path = path
        self.problem = problem


def to_plain(value: Any) -> Any:
    """A value as JSON can hold it; dates in ISO 8601, tuples and sets as lists, defaults kept."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, frozenset | set):
        return sorted(to_plain(item) for item in value)
    return value


def from_plain(wanted: type[T], plain: Any, path: str = "") -> T:
    """The value of type ``wanted`` that ``plain`` describes. Raises Malformed with the path of the fault."""
    return typing.cast(T, _read(wanted, plain, path))


def _read(wanted: Any, plain: Any, path: str) -> Any:
    if dataclasses.is_dataclass(wanted):
        return _read_dataclass(typing.cast(type, wanted), plain, path)
    origin = typing.get_origin(wanted)
    if origin in (typing.Union, types.UnionType):
        return _read_union(typing.get_args(wanted), plain, path)
    if origin is typing.Literal:
        return _read_literal(typing.get_args(wanted), plain, path)
    if origin in (tuple, frozenset):
        if not isinstance(plain, list | tuple):
            raise Malformed(path, "une liste est attendue")
        item_type = typing.get_args(wanted)[0]
        return origin(_read(item_type, item, f"{path}[{i}]") for i, item in enumerate(plain))
    return _read_scalar(wanted, plain, path)


@cache
def _hints(wanted: type) -> dict[str, Any]:
    return typing.get_type_hints(wanted)


def _read_dataclass(wanted: type, plain: Any, path: str) -> Any:
    if isinstance(plain, wanted):
        return plain
    if not isinstance(plain, Mapping):
        raise Malformed(path, "un ensemble de champs est attendu")
    hints = _hints(wanted)
    fields = {field.name: field for field in dataclasses.fields(wanted) if field.init}
    for name in plain:
        if name not in fields:
            raise Malformed(_join(path, str(name)), f"champ inconnu ; champs connus : {', '.join(fields)}")
    values = {}
    for name, field in fields.items():
        if name in plain:
            values[name] = _read(hints[name], plain[name], _join(path, name))
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise Malformed(_join(path, name), "champ obligatoire absent")
    return wanted(**values)


def _read_union(choices: tuple[Any, ...], plain: Any, path: str) -> Any:
    if plain is None and type(None) in choices:
        return None
    problems = []
    for choice in choices:
        if choice is not type(None):
            try:
                return _read(choice, plain, path)
            except Malformed as problem:
                problems.append(problem)
    raise problems[0]


def _read_literal(choices: tuple[Any, ...], plain: Any, path: str) -> Any:
    if plain not in choices:
        raise Malformed(path, f"« {plain} » n'est pas admis ; valeurs admises : {', '.join(map(str, choices))}")
    return plain


def _read_scalar(wanted: Any, plain: Any, path: str) -> Any:
    if wanted is Any:
        return plain
    if wanted in (dt.date, dt.datetime):
        return _read_time(wanted, plain, path)
    if wanted is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    if not isinstance(plain, wanted) or (wanted is int and isinstance(plain, bool)):
        names = {str: "un texte", int: "un nombre entier", bool: "oui ou non (true, false)", float: "un nombre"}
        raise Malformed(path, f"{names.get(wanted, wanted)} est attendu, non « {plain} »")
    return plain


def _read_time(wanted: Any, plain: Any, path: str) -> Any:
    if wanted is dt.datetime and isinstance(plain, dt.datetime):
        return plain
    if wanted is dt.date and isinstance(plain, dt.date) and not isinstance(plain, dt.datetime):
        return plain
    try:
        return wanted.fromisoformat(plain)
    except (TypeError, ValueError):
        kind = "une date (AAAA-MM-JJ)" if wanted is dt.date else "un instant (AAAA-MM-JJTHH:MM:SS+01:00)"
        raise Malformed(path, f"{kind} est attendue, non « {plain} »") from None


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
