"""One procedure of the code as data: which act is done under which guards, which periods run, what is owed.

``Procedure`` answers decide, permitted, deadlines, status, balance and review from a history; nothing here is of one
right. The procedures themselves stand in the packages beside, one module each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from guichet.law.accounts import Account, account
from guichet.law.answers import FeeDue, Finding, OpenDeadline, Refused
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier, read
from guichet.law.everywhere import EVERYWHERE_RULES
from guichet.law.rules import Effect, Events, Rule
from guichet.law.saying import no, yes
from guichet.law.sources import Source, register
from guichet.rights.events import Event, Happened
from guichet.rights.lifecycle import Row
from guichet.rights.proceeding import LetTimePass, Proceeding

__all__ = ["Clock", "Dossier", "Effect", "Events", "Procedure", "Rule", "Standing", "procedures_declared"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a file is now.

    label: of the first region; labels: of every region that has moved. facts: what its procedure draws from the
    history, by English name. closed: it is over.
    """

    kind: str
    title: str
    states: dict[str, str]
    label: str
    labels: tuple[str, ...]
    closed: bool
    facts: Mapping[str, Any]


def _nothing(dossier: Dossier, on: date) -> Iterable[FeeDue]:
    return ()


def _no_facts(dossier: Dossier) -> Mapping[str, Any]:
    return {}


def _same_words(source: Source, dossier: Dossier) -> Source:
    return source


@dataclass(frozen=True, eq=False)
class Procedure:
    """The law of one kind of file.

    rules: by act name, one for each act of the proceeding. fees: all that the file has come to owe by that day.
    refunds: what R. 411-17 gives back. facts: named values for ``status``. effects: acts that an event calls for in
    the file of the right that the proceeding is about. own_words: where one procedure serves several rights, the
    words that say for this file's right what those of the table say for another.
    """

    proceeding: Proceeding
    rules: Mapping[str, Rule]
    clocks: tuple[Clock, ...] = ()
    fees: Callable[[Dossier, date], Iterable[FeeDue]] = _nothing
    refunds: Callable[[Dossier, date], Iterable[FeeDue]] = _nothing
    facts: Callable[[Dossier], Mapping[str, Any]] = _no_facts
    effects: Mapping[type[Event], Callable[[Any, Dossier], Iterable[Effect]]] = field(default_factory=dict)
    own_words: Callable[[Source, Dossier], Source] = _same_words

    def __post_init__(self) -> None:
        kind, own = self.proceeding.kind, {act.name for act in self.proceeding.own_acts}
        if own != self.rules.keys():
            raise ValueError(f"{kind}: acts and rules differ: {sorted(own ^ self.rules.keys())}")
        strangers = {state for clock in self.clocks for state in clock.states} - self.proceeding.states
        if strangers:
            raise ValueError(f"{kind}: clocks of unknown states {sorted(strangers)}")
        if _DECLARED.setdefault(kind, self) is not self:
            raise ValueError(f"{kind}: two procedures")
        for row in self.proceeding.lifecycle.rows:
            register(row.source, f"cycle de vie : {self.proceeding.title}")

    @property
    def kind(self) -> str:
        return self.proceeding.kind

    @cached_property
    def all_rules(self) -> Mapping[str, Rule]:
        return {**EVERYWHERE_RULES, **self.rules}

    @cached_property
    def _clocks_by_states(self) -> dict[tuple[str, ...], tuple[Clock, ...]]:
        return {}

    @cached_property
    def _clocks_by_state(self) -> Mapping[str, tuple[Clock, ...]]:
        return {
            state: tuple(clock for clock in self.clocks if not clock.states or state in clock.states)
            for state in self.proceeding.states
        }

    def _clocks_in(self, dossier: Dossier) -> tuple[Clock, ...]:
        """The clocks shown in these states, each once."""
        states = tuple(dossier.states.values())
        found = self._clocks_by_states.get(states)
        if found is None:
            found = tuple(dict.fromkeys(clock for state in states for clock in self._clocks_by_state[state]))
            self._clocks_by_states[states] = found
        return found

    def read(self, history: Iterable[Happened]) -> Dossier:
        return read(self.proceeding.lifecycle, history)

    def decide(self, act: object, history: Sequence[Happened], *, on: date) -> Events:
        """The events that this act brings on that day. Raises Refused with the law's reason."""
        return self.decide_on(act, self.read(history), on=on)

    def decide_on(self, act: object, dossier: Dossier, *, on: date) -> Events:
        """As ``decide``, from a dossier already read; ``act`` is the content of one of the proceeding's acts."""
        name = self.proceeding.by_content[type(act)].name
        allowed = self.may(name, dossier, on)
        if not allowed.allowed:
            raise Refused(allowed)
        if isinstance(act, LetTimePass):
            return self._lapse(act, dossier, on)
        rule = self.all_rules[name]
        for finding in rule.findings(act, dossier, on, self.account(dossier, on)):
            if not finding.allowed and finding.severity == "blocking":
                raise Refused(finding)
        return rule.events(act, dossier, on)

    def may(self, name: str, dossier: Dossier, on: date) -> Finding:
        """Whether this act may be asked on that day, and why (not): the table first, then the guards."""
        kind, rule = self.proceeding.acts[name], self.all_rules[name]
        lifecycle = self.proceeding.lifecycle
        wanted = rule.brings or ((kind.content,) if issubclass(kind.content, Event) else ())
        if wanted and not any(lifecycle.admits(dossier.states, event) for event in wanted):
            return self._out_of_turn(kind.label, rule, wanted, dossier)
        if name in EVERYWHERE_RULES and not dossier.events:
            return no("Ce dossier n'est pas encore ouvert.", rule.source)
        for guard in rule.guards:
            refusal = guard(dossier, on)
            if refusal is not None:
                return refusal
        return yes(rule.message or f"{kind.label} : possible.", self.own_words(rule.source, dossier))

    def _out_of_turn(self, label: str, rule: Rule, wanted: tuple[type[Event], ...], dossier: Dossier) -> Finding:
        rows = [row for row in self.proceeding.lifecycle.rows if any(row.event is event for event in wanted)]
        regions = {row.region for row in rows} or set(dossier.states)
        now = " ; ".join(self.proceeding.labels[state] for region, state in dossier.states.items() if region in regions)
        came = [row.source for row in self._came_by(dossier) if row.region in regions]
        sources = dict.fromkeys([rule.source, *(row.source for row in rows), *came])
        own = dict.fromkeys(self.own_words(source, dossier) for source in sources)
        return no(f"{label} : impossible dans l'état actuel du dossier (« {now} »).", *own)

    def _came_by(self, dossier: Dossier) -> list[Row]:
        """The rows by which the file came to its present states: why it stands there."""
        rows = self.proceeding.lifecycle.rows
        return [row for row in rows if dossier.states[row.region] == row.to and dossier.has(row.event)]

    def permitted(self, history: Sequence[Happened], *, on: date) -> dict[str, Finding]:
        """Every act by its name: whether it may be done on that day, and why (not)."""
        dossier = self.read(history)
        return {name: self.may(name, dossier, on) for name in self.proceeding.acts}

    def review(self, act: object, history: Sequence[Happened], *, on: date) -> list[Finding]:
        """Everything that is to be said of this act before it is done: refusals, what the office will ask, advice."""
        dossier = self.read(history)
        name = self.proceeding.by_content[type(act)].name
        allowed = self.may(name, dossier, on)
        if not allowed.allowed and not dossier.events:
            return [allowed]  # there is no file yet for the checks to look at
        found = list(self.all_rules[name].findings(act, dossier, on, self.account(dossier, on)))
        return found if allowed.allowed else [allowed, *found]

    def deadlines(self, history: Sequence[Happened], *, on: date) -> list[OpenDeadline]:
        """The periods that run on that day, and those that expired without their consequence being drawn."""
        return self.deadlines_on(self.read(history), on=on)

    def deadlines_on(self, dossier: Dossier, *, on: date) -> list[OpenDeadline]:
        clocks = self._clocks_in(dossier)
        found = [running for clock in clocks if not clock.waits(dossier) for running in clock.running(dossier)]
        found.sort(key=_last_day)
        return found

    def _lapse(self, act: LetTimePass, dossier: Dossier, on: date) -> Events:
        source = EVERYWHERE_RULES["let_time_pass"].source
        clock = next((clock for clock in self.clocks if clock.is_of(act.deadline)), None)
        if clock is None:
            known = ", ".join(clock.id for clock in self.clocks) or "aucun"
            raise Refused(no(f"Délai inconnu : « {act.deadline} ». Délais de ce dossier : {known}.", source))
        if not clock.states or dossier.in_state(*clock.states):
            return clock.lapses(act.deadline, dossier, on)
        raise Refused(no(f"Le délai « {clock.label} » ne court pas dans ce dossier.", source, field="deadline"))

    def account(self, dossier: Dossier, on: date) -> Account:
        return account(dossier, tuple(self.fees(dossier, on)), tuple(self.refunds(dossier, on)))

    def balance(self, history: Sequence[Happened], *, on: date) -> Account:
        """What is due, what the office holds, and what it must give back."""
        return self.account(self.read([happened for happened in history if happened.on <= on]), on)

    def status(self, history: Sequence[Happened]) -> Standing:
        dossier = self.read(history)
        return Standing(
            kind=self.kind,
            title=self.proceeding.title,
            states=dict(dossier.states),
            label=self.proceeding.labels[dossier.state],
            labels=self._labels(dossier),
            closed=dossier.state in self.proceeding.ends,
            facts=self.facts(dossier),
        )

    def _labels(self, dossier: Dossier) -> tuple[str, ...]:
        first, initial = dossier.state, dict(self.proceeding.lifecycle.initial)
        others = [state for region, state in list(dossier.states.items())[1:] if state != initial[region]]
        return tuple(dict.fromkeys(self.proceeding.labels[state] for state in (first, *others)))

    def consequences(self, events: Events, history: Sequence[Happened]) -> tuple[Effect, ...]:
        """What these events, already in the history, call for in the file of the right concerned."""
        dossier = self.read(history)
        called = ((self.effects[type(event)], event) for event in events if type(event) in self.effects)
        return tuple(effect for call, event in called for effect in call(event, dossier))


def _last_day(running: OpenDeadline) -> date:
    return running.deadline.date


_DECLARED: dict[str, Procedure] = {}


def procedures_declared() -> Mapping[str, Procedure]:
    """The procedures of the modules imported so far, by kind; ``law.registry`` imports them all."""
    return dict(_DECLARED)
