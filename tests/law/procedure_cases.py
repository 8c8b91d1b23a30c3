"""How a case table is read and run: a lawyer writes it, nothing in it is Python.

Three kinds of case. ``procedure:`` plays dated acts in one file, and compares what follows, under ``then``:
refused (articles that the refusal cites), says (words of its message), events (names after the dot), state, states,
deadlines (id: last day), not_open (ids), facts, due_cents, paid_cents, refundable_cents, closed, effects (names of the
acts that follow in the file of the right), advice and to_regularise (fields concerned, from the review).
``limit:`` computes the last day of a TimeLimit (``guichet.law.module.NAME``). ``computes:`` calls a function of the law
with ``given`` and compares ``gives``: the value, or of it the fields that are listed.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from importlib import import_module
from typing import Any

from guichet.law.answers import Finding, OpenDeadline, Refused
from guichet.law.procedure import Procedure, Standing
from guichet.law.registry import procedures
from guichet.rights.codec import from_plain, to_plain
from guichet.rights.events import FeePaid, FeeRefunded, Happened, NoticeServed


def run_case(case: dict[str, Any]) -> None:
    """Run one case; AssertionError where the law answers otherwise."""
    assert case.get("decides"), "a case says which articles it decides"
    if "procedure" in case:
        Play(procedures()[case["procedure"]], case.get("serve", "same_day")).run(case["acts"])
    elif "limit" in case:
        found = _named(case["limit"]).expires(_day(case["started"]))
        assert found.date == _day(case["expires"]), [reason.text for reason in found.because]
        assert {str(reason.source.article) for reason in found.because} >= set(case["decides"])
    else:
        _compute(case)


def _named(path: str) -> Any:
    module, _, name = path.rpartition(".")
    return getattr(import_module(module), name)


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _compute(case: dict[str, Any]) -> None:
    function: Callable[..., Any] = _named(case["computes"])
    hints = typing.get_type_hints(function)
    given = {name: from_plain(hints[name], value) for name, value in (case.get("given") or {}).items()}
    if "refused" in case:
        try:
            function(**given)
        except Refused as refusal:
            cited = {reason.source.article for reason in refusal.finding.because}
            assert set(case["refused"]) <= cited, (cited, refusal.finding.message)
            return
        raise AssertionError(f"not refused: {case['case']}")
    result = function(**given)
    assert _compared(to_plain(result), case["gives"]) == to_plain(case["gives"]), result


def _compared(found: Any, wanted: Any) -> Any:
    """Of what was found, the part that the case speaks of."""
    if isinstance(wanted, Mapping) and isinstance(found, Mapping):
        return {key: _compared(found.get(key), value) for key, value in wanted.items()}
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        return [_compared(one, value) for one, value in zip(found, wanted, strict=True)]
    return found


class Play:
    """One file played act after act; letters are served the same day unless the case says ``serve: manual``."""

    def __init__(self, procedure: Procedure, serve: str) -> None:
        self.procedure, self.serve = procedure, serve
        self.history: list[Happened] = []
        self.counter = 0

    def run(self, acts: list[dict[str, Any]]) -> None:
        for act in acts:
            expected = act.get("then", {})
            on = _day(act["on"])
            if act["act"] == "look":
                self.compare(expected, on, act, (), None, ())
                continue
            content = self.content(act, on)
            review = self.procedure.review(content, self.history, on=on)
            refused, events = None, ()
            try:
                events = self.procedure.decide(content, self.history, on=on)
            except Refused as refusal:
                refused = refusal.finding
            if "refused" not in expected:
                assert refused is None, f"{act}: {refused}"
            self.history += [Happened(event, on) for event in events]
            for event in events:
                notice = getattr(event, "notice", "")
                if notice and self.serve == "same_day" and not isinstance(event, NoticeServed):
                    self.history.append(Happened(NoticeServed(notice, "opened"), on))
            self.compare(expected, on, act, events, refused, review)

    def content(self, act: dict[str, Any], on: date) -> Any:
        """The content of the act, with a reference where the case gives none."""
        kind = self.procedure.proceeding.acts[act["act"]].content
        plain = {key: value for key, value in act.items() if key not in ("on", "act", "then")}
        names = {field.name for field in dataclasses.fields(kind)}
        for name in ("notice", "payment"):
            if name in names and name not in plain and kind not in (NoticeServed, FeeRefunded):
                self.counter += 1
                plain[name] = f"{name}-{self.counter}"
        if kind is FeePaid and "heads" not in plain:
            due = self.procedure.balance(self.history, on=on).due
            plain["heads"] = [fee.head for fee in due]
            plain.setdefault("amount_cents", sum(fee.amount_cents for fee in due))
        if kind is NoticeServed:
            plain.setdefault("how", "opened")
        return from_plain(kind, plain)

    def compare(
        self,
        expected: dict[str, Any],
        on: date,
        act: Any,
        events: tuple[Any, ...],
        refused: Finding | None,
        review: typing.Sequence[Finding],
    ) -> None:
        status = self.procedure.status(self.history)
        deadlines = self.procedure.deadlines(self.history, on=on)
        balance = self.procedure.balance(self.history, on=on)
        seers: dict[str, Callable[[Any], Any]] = {
            "refused": partial(_articles, refused),
            "says": lambda wanted: wanted if refused and wanted in refused.message else refused,
            "events": lambda _: [event.type.split("/")[0].rpartition(".")[2] for event in events],
            "state": lambda _: next(iter(status.states.values())),
            "states": lambda wanted: {region: status.states[region] for region in wanted},
            "label": lambda _: status.label,
            "closed": lambda _: status.closed,
            "facts": partial(_facts, status),
            "deadlines": partial(_last_days, deadlines),
            "not_open": lambda wanted: [name for name in wanted if name not in {one.id for one in deadlines}],
            "due_cents": lambda _: sum(fee.amount_cents for fee in balance.due),
            "paid_cents": lambda _: balance.paid_cents,
            "refundable_cents": lambda _: sum(fee.amount_cents for fee in balance.refundable),
            "effects": lambda _: [
                type(effect.content).__name__ for effect in self.procedure.consequences(events, self.history)
            ],
            "advice": lambda _: [one.field for one in review if one.allowed],
            "to_regularise": lambda _: [one.field for one in review if one.severity == "regularisable"],
        }
        for name, wanted in expected.items():
            found = to_plain(seers[name](wanted))
            assert found == to_plain(wanted), f"{act}: {name}: {found}"


def _articles(refused: Finding | None, wanted: list[str]) -> list[str]:
    cited = {reason.source.article for reason in refused.because} if refused else set()
    return [article for article in wanted if article in cited] if refused else []


def _facts(status: Standing, wanted: Mapping[str, Any]) -> Any:
    return _compared({name: to_plain(status.facts.get(name)) for name in wanted}, wanted)


def _last_days(deadlines: list[OpenDeadline], wanted: Mapping[str, Any]) -> dict[str, Any]:
    found = {one.id: one.deadline.date for one in deadlines}
    return {name: to_plain(found.get(name)) for name in wanted}
