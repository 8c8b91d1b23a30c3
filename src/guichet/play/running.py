"""Runs a scenario: each act asks the law of its file, its events are appended, what follows elsewhere is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from guichet.law.accounts import Account
from guichet.law.answers import Finding, OpenDeadline, Refused
from guichet.law.procedure import Effect, Procedure, Standing
from guichet.law.registry import Law, laws
from guichet.play.filling import Filler
from guichet.play.reading import Mistake
from guichet.play.scenario import PlannedAct, PlannedFile, Scenario
from guichet.rights.events import Event, Happened
from guichet.rights.proceeding import ActKind


@dataclass(frozen=True)
class Step:
    """What one act did, or why it was refused, and how its file then stood.

    act is None for a look at a date; permitted is then filled. called_by: the file whose event called for the act.
    undone: an act that an event called for, and that the file concerned has no way to receive.
    """

    on: date
    line: int
    file: str
    act: ActKind | None
    events: tuple[Event, ...]
    refused: Finding | None
    status: Standing
    deadlines: tuple[OpenDeadline, ...]
    balance: Account
    permitted: dict[str, Finding] = field(default_factory=dict)
    acts: tuple[ActKind, ...] = ()
    called_by: str = ""
    undone: tuple[str, ...] = ()
    remarks: tuple[Finding, ...] = ()
    """What the law tells about an act that it accepts: what the office will ask to put right, advice."""


@dataclass
class _File:
    planned: PlannedFile
    history: list[Happened] = field(default_factory=list)

    @property
    def law(self) -> Law:
        return self.planned.law


@dataclass
class _Run:
    scenario: Scenario
    look: date | None
    files: dict[str, _File] = field(default_factory=dict)
    waiting: list[tuple[date, str, str, int]] = field(default_factory=list)
    filler: Filler = field(default_factory=Filler)


def run(scenario: Scenario, *, at: date | None = None) -> list[Step]:
    """Every step in order of date, with a look at ``at`` in its place. Raises Mistake where an act is ill written."""
    play = _Run(scenario, at, {name: _File(planned) for name, planned in scenario.files.items()})
    return list(_steps(play))


def histories(scenario: Scenario) -> dict[str, list[Happened]]:
    """The events of each file once the scenario has run. Raises Mistake."""
    play = _Run(scenario, None, {name: _File(planned) for name, planned in scenario.files.items()})
    for _ in _steps(play):
        pass
    return {name: file.history for name, file in play.files.items()}


def _steps(play: _Run) -> Iterator[Step]:
    for planned in play.scenario.acts:
        yield from _wait(play, planned.on)
        yield from _perform(play, planned)
    yield from _wait(play, date.max)


def _wait(play: _Run, until: date) -> Iterator[Step]:
    """The letters whose day of service comes before ``until``, and the look where its date falls."""
    due = sorted(letter for letter in play.waiting if letter[0] <= until)
    play.waiting = [letter for letter in play.waiting if letter[0] > until]
    for served_on, name, notice, line in due:
        yield from _look(play, served_on)
        yield from _serve(play, play.files[name], notice, served_on, line)
    yield from _look(play, until)


def _look(play: _Run, before: date) -> Iterator[Step]:
    if play.look is not None and play.look < before:
        for file in play.files.values():
            yield _seen(file, play.look, 0, None, (), None, look=True)
        play.look = None


def _perform(play: _Run, planned: PlannedAct) -> Iterator[Step]:
    scenario, file = play.scenario, play.files[planned.file]
    act = play.filler.content(planned, file.law, file.history, scenario)
    yield from _do(play, file, act, planned.on, scenario.line(planned.path), planned.serve or scenario.serve)


def _serve(play: _Run, file: _File, notice: str, on: date, line: int) -> Iterator[Step]:
    """The letter reaches its addressee."""
    plain = {"notice": notice, "how": "opened"}
    act = play.filler.build(file.law.proceeding.acts["serve_notice"].content, plain)
    yield from _do(play, file, act, on, line, "manual")


def _do(
    play: _Run, file: _File, act: object, on: date, line: int, served: date | str, called_by: str = ""
) -> Iterator[Step]:
    """Ask the law, keep the events, then what follows: letters served, acts called for in the right's own file."""
    events: tuple[Event, ...] = ()
    refused = None
    try:
        events = file.law.decide(act, file.history, on=on)
    except Refused as refusal:
        refused = refusal.finding
    remarks = _remarks(file, act, on) if events else ()
    file.history += [Happened(event, on) for event in events]
    effects = file.law.consequences(events, file.history) if events else ()
    targets = [(effect, _target(play, file, effect)) for effect in effects]
    undone = tuple(_said(effect) for effect, target in targets if not _received(effect, target))
    kind = file.law.proceeding.by_content[type(act)]
    yield _seen(file, on, line, kind, events, refused, called_by=called_by, undone=undone, remarks=remarks)
    for effect, target in targets:
        if target is not None and _received(effect, target):
            yield from _do(play, target, effect.content, on, line, "never", called_by=file.planned.name)
    if kind.name != "serve_notice":
        yield from _letters(play, file, events, on, line, served)


def _remarks(file: _File, act: object, on: date) -> tuple[Finding, ...]:
    if not isinstance(file.law, Procedure):
        return ()
    return tuple(found for found in file.law.review(act, file.history, on=on) if found.severity != "blocking")


def _letters(
    play: _Run, file: _File, events: tuple[Event, ...], on: date, line: int, served: date | str
) -> Iterator[Step]:
    for event in events:
        notice = getattr(event, "notice", "")
        if not notice or served in ("manual", "never"):
            continue
        if isinstance(served, date) and served > on:
            play.waiting.append((served, file.planned.name, notice, line))
        else:
            yield from _serve(play, file, notice, on, line)


def _target(play: _Run, file: _File, effect: Effect) -> _File | None:
    """The file of the right that this one is about, or the one that the effect opens, named by its number."""
    if effect.opens:
        return play.files.get(effect.opens)
    return play.files.get(file.planned.about) if file.planned.about else None


def _received(effect: Effect, target: _File | None) -> bool:
    return (
        target is not None
        and target.law.proceeding.kind == effect.kind
        and type(effect.content) in target.law.proceeding.by_content
    )


def _said(effect: Effect) -> str:
    """What is to be done elsewhere: the label of the act, its name, the kind of the file."""
    law = laws().get(effect.kind)
    act = law.proceeding.by_content.get(type(effect.content)) if law else None
    return f"{act.label} ({effect.kind}, {act.name})" if act else effect.kind


def _seen(
    file: _File,
    on: date,
    line: int,
    act: ActKind | None,
    events: tuple[Event, ...],
    refused: Finding | None,
    *,
    look: bool = False,
    called_by: str = "",
    undone: tuple[str, ...] = (),
    remarks: tuple[Finding, ...] = (),
) -> Step:
    law, history = file.law, file.history
    return Step(
        on=on,
        line=line,
        file=file.planned.name,
        act=act,
        events=events,
        refused=refused,
        status=law.status(history),
        deadlines=tuple(law.deadlines(history, on=on)),
        balance=law.balance(history, on=on),
        permitted=law.permitted(history, on=on) if look else {},
        acts=law.proceeding.all_acts if look else (),
        called_by=called_by,
        undone=undone,
        remarks=remarks,
    )


__all__ = ["Mistake", "Step", "run"]
