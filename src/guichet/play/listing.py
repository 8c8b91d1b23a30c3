"""``guichet play --acts [KIND]``: the kinds of file, and the acts of each with their parameters and articles."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from guichet.law.registry import laws
from guichet.play import shorthand
from guichet.play.filling import fills
from guichet.play.page import page
from guichet.rights.proceeding import WHO, ActKind

_NAMES: dict[Any, str] = {
    str: "texte", int: "entier", bool: "true ou false", float: "nombre", date: "AAAA-MM-JJ", datetime: "date et heure",
}  # fmt: skip


class UnknownKind(LookupError):
    """No such kind of file; the message, in French, proposes the nearest ones."""


def kinds() -> str:
    """Every kind of file with its French title and its number of acts."""
    width = max(len(kind) for kind in laws())
    lines = ["Genres de dossier (guichet play --acts GENRE montre les actes) :", ""]
    for kind, law in laws().items():
        count = len(law.proceeding.all_acts)
        lines.append(f"  {kind:<{width}}  {law.proceeding.title} ({count} actes)")
    return "\n".join(lines) + "\n"


def kinds_as_data() -> list[dict[str, str]]:
    """As ``kinds``, for a program."""
    return [{"kind": kind, "title": law.proceeding.title} for kind, law in laws().items()]


def acts(kind: str) -> str:
    """The acts of a kind of file, by who does them. Raises UnknownKind."""
    known = laws()
    if kind not in known:
        near = get_close_matches(kind, known, n=3, cutoff=0.4)
        advice = f" Vouliez-vous dire : {', '.join(near)} ?" if near else ""
        raise UnknownKind(f"Genre de dossier inconnu : « {kind} ».{advice}")
    proceeding = known[kind].proceeding
    sets = shapes(proceeding.all_acts)
    lines = [f"{proceeding.title} ({kind})", ""]
    for who, said in WHO.items():
        own = [act for act in proceeding.all_acts if act.who == who]
        if own:
            lines += [f"{said[:1].upper()}{said[1:]}", *(line for act in own for line in _told(act)), ""]
    if sets:
        lines += ["Les ensembles de champs", *(line for shape in sets for line in _told_shape(shape)), ""]
    return page(lines)


def _told(act: ActKind) -> Iterator[str]:
    yield f"  {act.name}  {act.label} [{act.article}]"
    for each in _fields(act.content, act.name):
        yield f"      {each.name} : {each.wanted}{'' if each.required else ' (facultatif)'}"


def _told_shape(shape: type) -> Iterator[str]:
    short = shorthand.EXAMPLES.get(shape)
    yield f"  {shape.__name__}{f' (ou un simple texte : {short})' if short else ''}"
    for each in _fields(shape):
        yield f"      {each.name} : {each.wanted}{'' if each.required else ' (facultatif)'}"


@dataclass(frozen=True)
class _Field:
    name: str
    wanted: str
    required: bool


def _fields(content: type, act: str = "") -> list[_Field]:
    """The fields of an act or of a set of fields; what a scenario may leave out is not required."""
    hints = typing.get_type_hints(content)
    return [
        _Field(
            each.name,
            named(hints[each.name]),
            each.default is dataclasses.MISSING
            and each.default_factory is dataclasses.MISSING
            and not (act and fills(act, each.name)),
        )
        for each in dataclasses.fields(content)
        if each.init
    ]


def shapes(acts: Iterable[ActKind]) -> list[type]:
    """The sets of fields that the acts hold, and those that these hold, by name."""
    found: dict[type, None] = {}
    waiting: list[Any] = [hint for act in acts for hint in typing.get_type_hints(act.content).values()]
    while waiting:
        wanted = waiting.pop()
        waiting += typing.get_args(wanted)
        if dataclasses.is_dataclass(wanted) and isinstance(wanted, type) and wanted not in found:
            found[wanted] = None
            waiting += typing.get_type_hints(wanted).values()
    return sorted(found, key=lambda shape: shape.__name__)


def named(wanted: Any) -> str:
    """A type as a writer of scenarios reads it."""
    origin, inner = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is typing.Literal:
        return " | ".join(str(choice) for choice in inner if choice != "")
    if origin in (tuple, frozenset):
        return f"liste de {named(inner[0])}"
    if origin in (typing.Union, types.UnionType):
        return " ou ".join(named(choice) for choice in inner if choice is not type(None))
    if isinstance(wanted, type) and dataclasses.is_dataclass(wanted):
        return wanted.__name__
    return _NAMES.get(wanted, str(wanted))


def acts_as_data(kind: str) -> dict[str, Any]:
    """As ``acts``, for a program."""
    acts(kind)
    proceeding = laws()[kind].proceeding
    return {
        "kind": kind,
        "title": proceeding.title,
        "acts": [
            {
                "name": act.name,
                "label": act.label,
                "who": act.who,
                "article": act.article,
                **_fields_as_data(_fields(act.content, act.name)),
            }
            for act in proceeding.all_acts
        ],
        "shapes": {shape.__name__: _fields_as_data(_fields(shape)) for shape in shapes(proceeding.all_acts)},
    }


def _fields_as_data(fields: list[_Field]) -> dict[str, Any]:
    return {
        "fields": {each.name: each.wanted for each in fields},
        "required": [each.name for each in fields if each.required],
    }
