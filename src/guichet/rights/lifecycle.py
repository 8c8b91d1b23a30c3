"""A lifecycle is one table; a state is always the fold of the events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from guichet.rights.events import Event, Happened
from guichet.rights.source import Source


@dataclass(frozen=True)
class Row:
    """From ``state``, the event leads to ``to``. ``region`` names the parallel part of the lifecycle."""

    region: str
    state: str
    event: type[Event]
    to: str
    source: Source


def moves(region: str, event: type[Event], to: str, source: Source, *before: str) -> tuple[Row, ...]:
    """The same move from several states."""
    return tuple(Row(region, state, event, to, source) for state in before)


class ImpossibleTransition(ValueError):
    """The table has no row for this event in these states."""


@dataclass(frozen=True)
class Lifecycle:
    """Table ``{(region, state, event): state}``; regions run side by side, each from its ``initial`` state."""

    name: str
    initial: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    neutral: frozenset[type[Event]] = frozenset()
    """Events that are admitted in every state and move none."""

    @cached_property
    def table(self) -> dict[tuple[str, str, str], str]:
        return {(row.region, row.state, row.event.type): row.to for row in self.rows}

    @cached_property
    def by_event(self) -> dict[type[Event], tuple[tuple[str, dict[str, str]], ...]]:
        """For each event, the regions that it may move, and in each the state that follows a state."""
        found: dict[type[Event], dict[str, dict[str, str]]] = {}
        for row in self.rows:
            found.setdefault(row.event, {}).setdefault(row.region, {})[row.state] = row.to
        return {event: tuple(regions.items()) for event, regions in found.items()}

    @cached_property
    def regions(self) -> tuple[str, ...]:
        return tuple(region for region, _ in self.initial)

    def admits(self, states: dict[str, str], kind: type[Event]) -> bool:
        """Whether an event of this kind may happen in these states.

        One that moves the first region happens only where that region admits it, whatever the others would say.
        """
        if kind in self.neutral:
            return True
        regions = self.by_event.get(kind, ())
        leading = [following for region, following in regions if region == self.regions[0]]
        if leading:
            return states[self.regions[0]] in leading[0]
        return any(states[region] in following for region, following in regions)

    def step(self, states: dict[str, str], happening: Event) -> dict[str, str]:
        """The states after one event. Raises ImpossibleTransition when no region has a row for it."""
        if type(happening) in self.neutral:
            return states
        table = self.table
        moved = {
            region: to
            for region, state in states.items()
            if (to := table.get((region, state, happening.type))) is not None
        }
        if not moved:
            raise ImpossibleTransition(f"{self.name}: {happening.type} in {states}")
        return {**states, **moved}

    def fold(self, events: Iterable[Event | Happened]) -> dict[str, str]:
        """State of each region after these events."""
        states = dict(self.initial)
        for item in events:
            states = self.step(states, item.event if isinstance(item, Happened) else item)
        return states
