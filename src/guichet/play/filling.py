"""What a scenario may leave out of an act: references, numbers, what is due, the application as it stands."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from guichet.law.registry import Law
from guichet.play import shorthand
from guichet.play.reading import Mistake, path_of
from guichet.play.scenario import PlannedAct, Scenario
from guichet.rights.codec import Malformed, from_plain
from guichet.rights.events import Happened
from guichet.rights.trademarks.application import Application

_WORDS = {"notice": "courrier", "payment": "paiement", "observation": "observation"}
_ABOUT_THE_LAST = ("refund", "communicate_observation", "set_aside_observation")
_PLAIN = {"author": "Un tiers", "how": "opened", "requested_by_all_applicants": True, "rights_granted": False}


def fills(act: str, name: str) -> bool:
    """Whether a scenario may leave this field of this act out, whatever the file."""
    if name in ("heads", "amount_cents"):
        return act == "pay"
    return name in ("issue", "bulletin", *_WORDS) or (act, name) in (("file", "number"), ("serve_notice", "how"))


@dataclass
class Filler:
    """Completes acts with what the scenario does not say; it counts the references that it gives."""

    counters: dict[str, int] = field(default_factory=dict)

    def content(self, planned: PlannedAct, law: Law, history: Sequence[Happened], scenario: Scenario) -> object:
        """The content of a planned act. Raises Mistake, with the line at fault."""
        wanted = law.proceeding.acts[planned.name].content
        hints = typing.get_type_hints(wanted)
        plain: dict[str, Any] = {}
        try:
            for name in (found.name for found in dataclasses.fields(wanted)):
                if name in planned.fields:
                    plain[name] = _given(planned, hints[name], name, law, history)
                elif (value := self._absent(planned, hints[name], name, law, history, scenario)) is not None:
                    plain[name] = value
            return self.build(wanted, plain)
        except Malformed as problem:
            where = (*planned.path, *path_of(problem.path))
            raise Mistake(scenario.line(where), f"{planned.name} : {problem}.") from None

    def build(self, wanted: type, plain: dict[str, Any]) -> object:
        built: object = from_plain(wanted, plain)
        return built

    def _absent(
        self, planned: PlannedAct, hint: Any, name: str, law: Law, history: Sequence[Happened], scenario: Scenario
    ) -> Any:
        if name == "application" and not history:
            return _default_application(hint, scenario)
        if not history and isinstance(scenario.application, dict) and name in scenario.application:
            return shorthand.expand(hint, scenario.application[name])
        if name == "number" and (not history or planned.name == "file"):
            return self._number(law.proceeding.kind, planned.on)
        if name in ("issue", "bulletin"):
            return f"{planned.on.isocalendar().year}-{planned.on.isocalendar().week:02d}"
        if name in _WORDS:
            return self._reference(planned.name, name, history)
        if name in ("heads", "amount_cents") and planned.name == "pay":
            return _due(name, law, history, planned.on)
        return _PLAIN.get(name) if law.proceeding.kind == "trademark" or name == "how" else None

    def _number(self, kind: str, on: date) -> str:
        count = self._next(f"number of {kind}")
        return f"{on.year % 100:02d}5{count:06d}" if kind == "trademark" else f"{on.year % 100:02d}{count:05d}"

    def _reference(self, act: str, name: str, history: Sequence[Happened]) -> str:
        """A new reference, or the last one that an act of this kind can be about."""
        word = _WORDS[name]
        about_the_last = name == "notice" and act == "serve_notice" or name != "notice" and act in _ABOUT_THE_LAST
        if not about_the_last:
            return f"{word}-{self._next(word)}"
        known = [reference for happened in history if (reference := getattr(happened.event, name, ""))]
        return str(known[-1]) if known else f"{word}-1"

    def _next(self, what: str) -> int:
        self.counters[what] = self.counters.get(what, 0) + 1
        return self.counters[what]


def _due(name: str, law: Law, history: Sequence[Happened], on: date) -> Any:
    due = law.balance(history, on=on).due
    if name == "heads":
        return [fee.head for fee in due] or (["trademark.deposit"] if law.proceeding.kind == "trademark" else [])
    return sum(fee.amount_cents for fee in due)


def _given(planned: PlannedAct, wanted: Any, name: str, law: Law, history: Sequence[Happened]) -> Any:
    """What the scenario says, its shorthands written in full."""
    value = planned.fields[name]
    if wanted not in (Application, Application | None) or value is None:
        return shorthand.expand(wanted, value)
    base = None if planned.name == "file" else law.status(history).facts["application"]
    try:
        return shorthand.application(value, base=base)
    except Malformed as problem:
        raise Malformed(f"{name}.{problem.path}", problem.problem) from None


def _default_application(hint: Any, scenario: Scenario) -> Any:
    if scenario.application is None:
        return None
    try:
        if hint is Application:
            return shorthand.application(scenario.application)
        return from_plain(hint, shorthand.expand(hint, scenario.application))
    except Malformed as problem:
        line = scenario.line(("application", *path_of(problem.path)))
        raise Mistake(line, f"application : {problem}.") from None
