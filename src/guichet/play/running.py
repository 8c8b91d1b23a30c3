"""Runs a scenario: each act asks the law, its events are appended, and the answers are kept for each step."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from guichet.law import trademarks as law
from guichet.law.answers import Finding, OpenDeadline, Refused
from guichet.play import shorthand
from guichet.play.reading import Mistake, path_of
from guichet.play.scenario import PlannedAct, Scenario
from guichet.rights.codec import Malformed, from_plain
from guichet.rights.events import Event, Happened
from guichet.rights.trademarks.acts import ACTS, Act, ServeNotice
from guichet.rights.trademarks.application import Application


@dataclass(frozen=True)
class Step:
    """What one act did, or why it was refused, and how things then stood. ``act`` is None for a look at a date."""

    on: date
    line: int
    act: Act | None
    events: tuple[Event, ...]
    refused: Finding | None
    status: law.Status
    deadlines: tuple[OpenDeadline, ...]
    balance: law.Balance


@dataclass
class _Run:
    scenario: Scenario
    history: list[Happened] = field(default_factory=list)
    waiting: list[tuple[date, str, int]] = field(default_factory=list)
    counters: dict[str, int] = field(default_factory=dict)
    look: date | None = None

    def next(self, what: str) -> int:
        self.counters[what] = self.counters.get(what, 0) + 1
        return self.counters[what]


def run(scenario: Scenario, *, at: date | None = None) -> list[Step]:
    """Every step in order of date, with a look at ``at`` in its place. Raises Mistake where an act is ill written."""
    play = _Run(scenario, look=at)
    steps: list[Step] = []
    for planned in scenario.acts:
        steps += _wait(play, planned.on)
        steps += _perform(play, planned)
    return [*steps, *_wait(play, date.max)]


def _wait(play: _Run, until: date) -> Iterator[Step]:
    """The letters whose day of service comes before ``until``, and the look where its date falls."""
    due = sorted(letter for letter in play.waiting if letter[0] <= until)
    play.waiting = [letter for letter in play.waiting if letter[0] > until]
    for served_on, notice, line in due:
        yield from _look(play, served_on)
        yield _step(play, ServeNotice(notice, "opened"), served_on, line)
    yield from _look(play, until)


def _look(play: _Run, before: date) -> Iterator[Step]:
    if play.look is not None and play.look < before:
        yield _seen(play.history, play.look, 0, None, (), None)
        play.look = None


def _perform(play: _Run, planned: PlannedAct) -> Iterator[Step]:
    line = play.scenario.line(planned.path)
    act = _act(play, planned)
    step = _step(play, act, planned.on, line)
    yield step
    served = planned.serve or play.scenario.serve
    for event in step.events:
        notice = getattr(event, "notice", "")
        if not notice or isinstance(act, ServeNotice) or served in ("manual", "never"):
            continue
        if isinstance(served, date) and served > planned.on:
            play.waiting.append((served, notice, line))
        else:
            yield _step(play, ServeNotice(notice, "opened"), planned.on, line)


def _step(play: _Run, act: Act, on: date, line: int) -> Step:
    events: tuple[Event, ...] = ()
    refused = None
    try:
        events = law.decide(act, play.history, on=on)
    except Refused as refusal:
        refused = refusal.finding
    play.history += [Happened(event, on) for event in events]
    return _seen(play.history, on, line, act, events, refused)


def _seen(
    history: list[Happened], on: date, line: int, act: Act | None, events: tuple[Event, ...], refused: Finding | None
) -> Step:
    return Step(
        on, line, act, events, refused,
        law.status(history), tuple(law.deadlines(history, on=on)), law.balance(history, on=on),
    )  # fmt: skip


def _act(play: _Run, planned: PlannedAct) -> Act:
    """The act with what the file leaves out. Raises Mistake."""
    wanted = ACTS[planned.name]
    hints = typing.get_type_hints(wanted)
    plain: dict[str, Any] = {}
    try:
        for name in (found.name for found in dataclasses.fields(wanted)):
            if name in planned.fields:
                plain[name] = _given(play, hints[name], name, planned)
            elif (value := _automatic(play, planned, name)) is not None:
                plain[name] = value
        return from_plain(wanted, plain)
    except Malformed as problem:
        where = (*planned.path, *path_of(problem.path))
        raise Mistake(play.scenario.line(where), f"{planned.name} : {problem}.") from None


def _given(play: _Run, wanted: Any, name: str, planned: PlannedAct) -> Any:
    value = planned.fields[name]
    if name in ("application", "proposal") and value is not None:
        base = None if planned.name == "file" else law.status(play.history).application
        return _application(value, base, name)
    return shorthand.expand(wanted, value)


def _application(value: Any, base: Application | None, path: str) -> Application:
    try:
        return shorthand.application(value, base=base)
    except Malformed as problem:
        raise Malformed(f"{path}.{problem.path}", problem.problem) from None


def _automatic(play: _Run, planned: PlannedAct, name: str) -> Any:
    """What the file may leave out: number, references, issue, amount due."""
    if name == "application" and planned.name == "file":
        return _default_application(play)
    if name == "number":
        return f"{planned.on.year % 100:02d}5{play.next('number'):06d}"
    if name == "issue":
        return f"{planned.on.isocalendar().year}-{planned.on.isocalendar().week:02d}"
    if name in ("notice", "payment", "observation"):
        return _reference(play, planned.name, name)
    due = law.balance(play.history, on=planned.on).due
    if name == "heads":
        return [fee.head for fee in due] or ["trademark.deposit"]
    if name == "amount_cents" and due:
        return sum(fee.amount_cents for fee in due)
    return {"author": "Un tiers", "how": "opened", "requested_by_all_applicants": True, "rights_granted": False}.get(
        name
    )


_ABOUT_THE_LAST = ("refund", "communicate_observation", "set_aside_observation")


def _reference(play: _Run, act: str, name: str) -> str:
    """A new reference, or the last one that an act of this kind can be about."""
    word = {"notice": "courrier", "payment": "paiement", "observation": "observation"}[name]
    about_the_last = name == "notice" and act == "serve_notice" or name != "notice" and act in _ABOUT_THE_LAST
    if not about_the_last:
        return f"{word}-{play.next(word)}"
    known = [reference for happened in play.history if (reference := getattr(happened.event, name, ""))]
    return str(known[-1]) if known else f"{word}-1"


def _default_application(play: _Run) -> Application | None:
    if play.scenario.application is None:
        return None
    try:
        return shorthand.application(play.scenario.application)
    except Malformed as problem:
        line = play.scenario.line(("application", *path_of(problem.path)))
        raise Mistake(line, f"application : {problem}.") from None
