"""``guichet play --acts [KIND]``: the kinds of file, and the acts of each with their parameters and articles."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from guichet.law.registry import laws
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
    lines = [f"{proceeding.title} ({kind})", ""]
    for who, said in WHO.items():
        own = [act for act in proceeding.all_acts if act.who == who]
        if own:
            lines += [f"{said[:1].upper()}{said[1:]}", *(line for act in own for line in _told(act)), ""]
    return "\n".join(lines)


def _told(act: ActKind) -> Iterator[str]:
    yield f"  {act.name}  {act.label} [{act.article}]"
    hints = typing.get_type_hints(act.content)
    for each in dataclasses.fields(act.content):
        optional = each.default is not dataclasses.MISSING or each.default_factory is not dataclasses.MISSING
        yield f"      {each.name} : {named(hints[each.name])}{' (facultatif)' if optional else ''}"


def named(wanted: Any) -> str:
    """A type as a writer of scenarios reads it."""
    origin, inner = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is typing.Literal:
        return " | ".join(map(str, inner))
    if origin in (tuple, frozenset):
        return f"liste de {named(inner[0])}"
    if origin in (typing.Union, types.UnionType):
        return " ou ".join(named(choice) for choice in inner if choice is not type(None))
    if dataclasses.is_dataclass(wanted):
        return f"{{{', '.join(field.name for field in dataclasses.fields(wanted))}}}"
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
                "fields": {name: named(hint) for name, hint in typing.get_type_hints(act.content).items()
                           if name in {field.name for field in dataclasses.fields(act.content)}},
            }
            for act in proceeding.all_acts
        ],
    }  # fmt: skip
