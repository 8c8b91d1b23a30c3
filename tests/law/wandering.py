"""Random walks through a procedure: acts that the law may admit, with contents made up from their types."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from guichet.law.answers import Finding, Refused
from guichet.law.procedure import Events, Procedure
from guichet.rights.events import FeePaid, FeeRefunded, Happened, NoticeServed
from guichet.rights.proceeding import LetTimePass

WORDS = ("Camille Durand", "Société Lumière", "R. 712-3", "x", "", "24500001", "notice-1", "savons")
START = date(2023, 1, 2)


@dataclass
class Wanderer:
    """One file in which things are asked at random; ``seed`` makes it the same each time."""

    procedure: Procedure
    seed: int
    history: list[Happened] = field(default_factory=list)
    on: date = START

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self.count = 0

    def steps(self, count: int) -> Iterator[tuple[object, Events, Finding | None]]:
        """Ask so many acts, and keep their events; what each brought, or its refusal."""
        for _ in range(count):
            self.on += timedelta(days=self.random.choice((0, 0, 1, 3, 15, 40, 70, 130)))
            act = self.act()
            events: Events = ()
            refused = None
            try:
                events = self.procedure.decide(act, self.history, on=self.on)
            except Refused as refusal:
                refused = refusal.finding
            self.history += [Happened(event, self.on) for event in events]
            for event in events:
                notice = getattr(event, "notice", "")
                if notice and self.random.random() < 0.8 and not isinstance(event, NoticeServed):
                    self.history.append(Happened(NoticeServed(notice, "opened"), self.on))
            yield act, events, refused

    def act(self) -> Any:
        """An act, most often one that the state of the file allows."""
        permitted = self.procedure.permitted(self.history, on=self.on)
        allowed = [name for name, finding in permitted.items() if finding.allowed]
        own = [name for name in allowed if name in self.procedure.rules]
        names = own if own and self.random.random() < 0.8 else allowed if allowed else list(permitted)
        name = self.random.choice(names if self.random.random() < 0.9 else list(permitted))
        return self.content(self.procedure.proceeding.acts[name].content)

    def content(self, kind: type) -> Any:
        if kind is FeePaid:
            due = self.procedure.balance(self.history, on=self.on).due
            heads = tuple(fee.head for fee in due) or ("nothing.owed",)
            cents = sum(fee.amount_cents for fee in due) + self.random.choice((0, 0, 100, -100))
            self.count += 1
            return FeePaid(heads, cents, f"p{self.count}")
        if kind is FeeRefunded:
            paid = [each.event for each in self.history if isinstance(each.event, FeePaid)]
            payment = self.random.choice(paid).payment if paid else "none"
            cents = sum(fee.amount_cents for fee in self.procedure.balance(self.history, on=self.on).refundable)
            return FeeRefunded(("surplus",), cents or 100, payment, "test")
        if kind is LetTimePass:
            running = self.procedure.deadlines(self.history, on=self.on)
            return LetTimePass(self.random.choice(running).id if running else "none")
        return self.value(kind)

    def value(self, hint: Any, depth: int = 0) -> Any:
        """Any value of this type, small, and often near what the file knows."""
        choose, origin, inner = self.random.choice, typing.get_origin(hint), typing.get_args(hint)
        if origin is typing.Literal:
            return choose(inner)
        if origin in (typing.Union, types.UnionType):
            return self.value(choose([each for each in inner if depth < 3 or each is type(None)] or inner), depth + 1)
        if origin in (tuple, frozenset):
            return origin(self.value(inner[0], depth + 1) for _ in range(choose((0, 1, 1, 2))))
        if dataclasses.is_dataclass(hint):
            hints = typing.get_type_hints(hint)
            fields = [each for each in dataclasses.fields(hint) if each.init]
            return hint(**{each.name: self._field(each, hints, depth) for each in fields})
        return self._scalar(hint)

    def _field(self, each: dataclasses.Field[Any], hints: dict[str, Any], depth: int) -> Any:
        if each.name == "notice":
            self.count += 1
            return f"notice-{self.count}"
        if each.default is not dataclasses.MISSING and self.random.random() < 0.4:
            return each.default
        return self.value(hints[each.name], depth + 1)

    def _scalar(self, hint: Any) -> Any:
        if hint is bool:
            return self.random.random() < 0.5
        if hint is int:
            return self.random.choice((0, 1, 1, 2, 3, 4, 7, 12, 20))
        if hint is date:
            return self.on + timedelta(days=self.random.choice((-400, -60, -7, 0, 0, 7, 60)))
        if hint is str:
            return self.random.choice(WORDS)
        if hint is type(None):
            return None
        raise TypeError(f"no value for {hint}: acts hold plain values")
