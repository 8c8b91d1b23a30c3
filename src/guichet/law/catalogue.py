"""All that rests on the articles: every module of law and of rights is imported, then asked what it cites.

``cited()`` says which words of the code carry something. ``named()`` lists what has a name, and may be asked for by
``guichet law why``: rules, periods, acts, deadlines, events, fees, each with its sources.
"""

from __future__ import annotations

import ast
import inspect
import pkgutil
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib import import_module
from types import FunctionType, ModuleType
from typing import Any, Literal

import guichet.law
import guichet.rights
from guichet.law import fees
from guichet.law.articles import article_key
from guichet.law.clocks import Clock
from guichet.law.everywhere import EVERYWHERE_RULES
from guichet.law.procedure import Procedure, procedures_declared
from guichet.law.registry import laws
from guichet.law.rules import Rule
from guichet.law.sources import Undecided, registered, undecided
from guichet.law.time_limits import OfficePeriod, TimeLimit, limits
from guichet.rights.events import Event, event_types
from guichet.rights.lifecycle import Lifecycle, Row
from guichet.rights.source import Source
from guichet.rights.trademarks import words

Kind = Literal["rule", "quote", "time_limit", "act", "deadline", "event", "fee"]
KIND_LABELS: Mapping[Kind, str] = {
    "rule": "règle",
    "quote": "texte cité",
    "time_limit": "délai",
    "act": "acte",
    "deadline": "échéance",
    "event": "événement",
    "fee": "redevance",
}


@dataclass(frozen=True)
class Named:
    """Something that has a name and rests on the code.

    name: dotted for what a module holds (``guichet.law.trademarks.filing.MISSING``), as users write it for the others
    (``file``, ``opposition``, ``trademark.published``). module: where it is written. about: what it does, in French.
    of: the kind of file of an act or of a deadline (``patent_opposition``). by: the acts that bring an event.
    """

    kind: Kind
    name: str
    about: str
    sources: tuple[Source, ...]
    module: str
    of: str = ""
    by: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(source.article for source in self.sources))


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of law and of rights, imported."""
    packages = ((guichet.rights, "guichet.rights."), (guichet.law, "guichet.law."))
    names = [found.name for package, prefix in packages for found in pkgutil.walk_packages(package.__path__, prefix)]
    return tuple(import_module(name) for name in names)


@cache
def lifecycle_rows() -> tuple[Row, ...]:
    """Every row of every lifecycle table."""
    tables = [value for module in modules() for value in vars(module).values() if isinstance(value, Lifecycle)]
    tables += [procedure.proceeding.lifecycle for procedure in procedures_declared().values()]
    return tuple(dict.fromkeys(row for table in tables for row in table.rows))


@cache
def cited() -> Mapping[Source, tuple[str, ...]]:
    """Every quote of the code on which something rests, with what does."""
    found: dict[Source, dict[str, None]] = {}
    modules()
    for fee in fees.fees():
        found.setdefault(fee.source, {})[f"redevance {fee.head}"] = None
    for source, users in registered().items():
        found.setdefault(source, {}).update(dict.fromkeys(users))
    for limit in limits():
        found.setdefault(limit.source, {})
    for row in lifecycle_rows():
        found.setdefault(row.source, {})[f"cycle de vie : {_said_of(row.event)}"] = None
    return {source: tuple(users) for source, users in found.items()}


@cache
def cited_articles() -> frozenset[str]:
    """Keys (``R712-8``) of the articles that something cites: those that are computed."""
    return frozenset(article_key(source.article) for source in cited())


@cache
def questions() -> tuple[Undecided, ...]:
    """Every question that the texts leave open."""
    modules()
    return undecided()


@cache
def named() -> tuple[Named, ...]:
    """Everything that ``guichet law why`` explains."""
    found = [*_fees(), *_events(), *_acts(), *_deadlines()]
    for module in modules():
        found += _held(module)
    return tuple(dict.fromkeys(found))


def _held(module: ModuleType) -> Iterator[Named]:
    """The quotes, rules and periods that a module names itself, tables included."""
    written = set(re.findall(r"^(\w+)\b(?: ?:[^=\n]+)? ?=|^def (\w+)", _text(module), re.MULTILINE))
    names = {name for pair in written for name in pair if name}
    for name, value in vars(module).items():
        if name not in names:
            continue
        path = f"{module.__name__}.{name}"
        if isinstance(value, Mapping):
            for key, item in value.items():
                yield from _one(f"{path}.{key}", item, module)
        else:
            yield from _one(path, value, module)


def _one(path: str, value: object, module: ModuleType) -> Iterator[Named]:
    source = value if isinstance(value, Source) else getattr(value, "source", None)
    if not isinstance(source, Source) or isinstance(value, (type, Row, Clock, Rule)):
        return
    if isinstance(value, (TimeLimit, OfficePeriod)):
        yield Named("time_limit", path, _period(value), (source,), module.__name__)
    elif isinstance(value, Source):
        yield Named("quote", path, "", (source,), module.__name__)
    else:
        yield Named("rule", path, str(getattr(value, "label", "")), (source,), module.__name__)


def _period(limit: TimeLimit | OfficePeriod) -> str:
    if isinstance(limit, TimeLimit):
        return f"{limit.length} à compter {limit.since}"
    return f"délai imparti par l'institut, à compter {limit.since}"


def _fees() -> Iterator[Named]:
    for fee in fees.fees():
        yield Named("fee", fee.head, fee.label, (fee.source,), "guichet.law.fees")


def _events() -> Iterator[Named]:
    found: dict[type[Event], dict[Source, None]] = {}
    acts: dict[type[Event], dict[str, None]] = {}
    for row in lifecycle_rows():
        found.setdefault(row.event, {})[row.source] = None
    for procedure in procedures_declared().values():
        for name, rule in procedure.rules.items():
            for event in (procedure.proceeding.acts[name].content, *rule.brings):
                found.setdefault(event, {})[rule.source] = None
                acts.setdefault(event, {})[name] = None
    for name, event in event_types().items():
        short = name.partition("/")[0]
        number = event.article or words.EVENTS.get(short, ("", ""))[1]
        sources = tuple(found.get(event, ())) or ((Source(number, "", ""),) if number else ())
        by = tuple(acts.get(event, ()))
        yield Named("event", short, _said_of(event), sources, event.__module__, by=by)


def _said_of(event: type[Event]) -> str:
    """What a French reader sees of an event; those of a trademark have their words in a table."""
    name = event.type.partition("/")[0]
    return event.label or words.EVENTS.get(name, (name, ""))[0]


def _acts() -> Iterator[Named]:
    for procedure in procedures_declared().values():
        for name, act in procedure.proceeding.acts.items():
            rule = procedure.all_rules[name]
            functions = (*rule.guards, *rule.checks, *((rule.then,) if rule.then else ()))
            reached = dict.fromkeys([rule.source, *(source for each in functions for source in _reached(each))])
            if name in EVERYWHERE_RULES and name not in procedure.rules:
                yield Named("act", name, act.label, tuple(reached), "guichet.law.everywhere")
                continue
            label = f"{act.label} ({procedure.proceeding.title})"
            yield Named("act", name, label, tuple(reached), _declared_in(procedure), procedure.kind)
    by_content = laws()["trademark"].proceeding.by_content
    for module in modules():
        for content, doing in getattr(module, "DOINGS", {}).items():
            if content in by_content:
                act = by_content[content]
                reached = dict.fromkeys([*_reached(doing.may), *_reached(doing.do)])
                yield Named("act", act.name, f"{act.label} (Marque)", tuple(reached), module.__name__, "trademark")


def _deadlines() -> Iterator[Named]:
    for procedure in procedures_declared().values():
        for clock in procedure.clocks:
            label = f"{clock.label} ({procedure.proceeding.title})"
            yield Named("deadline", clock.id, label, (clock.source,), _declared_in(procedure), procedure.kind)
    for module in modules():
        if "OpenDeadline(" in _text(module):
            yield from _deadlines_made(module)


@cache
def _declared_in(procedure: Procedure) -> str:
    """The module that writes this procedure, not one that only imports it."""
    holders = [module for module in modules() if any(value is procedure for value in vars(module).values())]
    writers = [module for module in holders if "Procedure(" in _text(module)]
    return [*writers, *holders][0].__name__ if holders else procedure.kind


def _deadlines_made(module: ModuleType) -> Iterator[Named]:
    """The deadlines that a module's functions make by hand: identifier and label as they are written there."""
    for function in ast.walk(ast.parse(_text(module))):
        if not isinstance(function, ast.FunctionDef):
            continue
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "OpenDeadline":
                said = {word.arg: _constant(word.value) for word in call.keywords}
                made = getattr(module, function.name, None)
                if said.get("id") and made is not None:
                    sources = tuple(dict.fromkeys(_reached(_unwrapped(made))))
                    name = said["id"].partition(":")[0]
                    yield Named("deadline", name, said.get("label", ""), sources, module.__name__, "trademark")


def _constant(value: ast.expr) -> str:
    """A string as it is written, with an ellipsis for each field of an f-string."""
    parts = value.values if isinstance(value, ast.JoinedStr) else [value]
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in parts)


def _reached(function: object, depth: int = 2) -> Iterator[Source]:
    """The sources that a function names, itself or through the functions that it calls."""
    if not isinstance(function, FunctionType):
        return
    values: list[Any] = [cell.cell_contents for cell in function.__closure__ or () if _filled(cell)]
    for name in _names(function.__code__):
        values.append(function.__globals__.get(name))
    for value in map(_unwrapped, values):
        source = value if isinstance(value, Source) else getattr(value, "source", None)
        if isinstance(source, Source):
            yield source
        elif isinstance(value, (tuple, list)):
            yield from (item for item in value if isinstance(item, Source))
        elif is_dataclass(value) and not isinstance(value, type):
            held = (getattr(value, each.name) for each in fields(value))
            yield from (one for item in held if isinstance(one := getattr(item, "source", item), Source))
        elif depth and isinstance(value, FunctionType) and value.__module__.startswith("guichet.law"):
            yield from _reached(value, depth - 1)


def _unwrapped(value: Any) -> Any:
    """A function behind its cache."""
    return getattr(value, "__wrapped__", value)


def _filled(cell: Any) -> bool:
    try:
        return cell.cell_contents is not None
    except ValueError:
        return False


def _names(code: Any) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if hasattr(constant, "co_names"):
            yield from _names(constant)


@cache
def _text(module: ModuleType) -> str:
    try:
        return inspect.getsource(sys.modules[module.__name__])
    except OSError:
        return ""
