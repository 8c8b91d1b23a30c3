"""What a file's history says, read once: every question of a procedure is asked of this dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import Any, TypeVar, cast

from guichet.rights.events import Event, FeePaid, FeeRefunded, Happened, NoticeServed
from guichet.rights.lifecycle import ImpossibleTransition, Lifecycle

E = TypeVar("E", bound=Event)
T = TypeVar("T")


@dataclass(slots=True)
class Dossier:
    """A history folded: the state of each region, and every event by its type, in order."""

    lifecycle: Lifecycle
    states: dict[str, str]
    events: dict[type[Event], list[Happened]] = field(default_factory=dict)
    timeline: list[Happened] = field(default_factory=list)
    """Every event, of all types, in order."""
    served: dict[str, date] = field(default_factory=dict)
    """Day of service of each letter, by its reference."""
    last_on: date | None = None
    known: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)
    """Facts already computed (``remembered``), until the next event."""

    @property
    def state(self) -> str:
        """The state of the first region."""
        return self.states[self.lifecycle.regions[0]]

    def in_state(self, *names: str) -> bool:
        """Whether any region is in one of these states."""
        return any(state in names for state in self.states.values())

    def has(self, kind: type[Event]) -> bool:
        return kind in self.events

    def all(self, kind: type[E]) -> list[E]:
        """Every event of this type, in order."""
        return [cast(E, happened.event) for happened in self.events.get(kind, ())]

    def dated(self, kind: type[E]) -> Iterator[tuple[date, E]]:
        """Every event of this type with its legal date."""
        return ((happened.on, cast(E, happened.event)) for happened in self.events.get(kind, ()))

    def in_order(self, *kinds: type[Event]) -> Iterator[Happened]:
        """Events of these types in the order in which they happened, one type with another."""
        return (happened for happened in self.timeline if type(happened.event) in kinds)

    def last(self, kind: type[E]) -> E | None:
        found = self.events.get(kind)
        return cast(E, found[-1].event) if found else None

    def first(self, kind: type[E]) -> E | None:
        found = self.events.get(kind)
        return cast(E, found[0].event) if found else None

    def on(self, *kinds: type[Event]) -> date | None:
        """Legal date of the last event of these types."""
        days = [self.events[kind][-1].on for kind in kinds if kind in self.events]
        return max(days) if days else None

    def first_on(self, kind: type[Event]) -> date | None:
        found = self.events.get(kind)
        return found[0].on if found else None

    def served_on(self, kind: type[Event]) -> date | None:
        """Day on which the letter of the last such event reached its addressee; None while it has not."""
        found = self.last(kind)
        return self.served.get(getattr(found, "notice", "")) if found else None

    @property
    def notices(self) -> set[str]:
        """References of every letter that the file has sent."""
        return {
            notice
            for kind, happened in self.events.items()
            if kind is not NoticeServed
            for each in happened
            if (notice := getattr(each.event, "notice", ""))
        }

    def paid_on(self, head: str) -> date | None:
        """First day on which this fee head was paid."""
        return next((on for on, paid in self.dated(FeePaid) if head in paid.heads), None)

    @property
    def paid_cents(self) -> int:
        """Cents received, less every refund."""
        received = sum(paid.amount_cents for paid in self.all(FeePaid))
        return received - sum(refund.amount_cents for refund in self.all(FeeRefunded))

    def add(self, event: Event, on: date) -> None:
        """Take one more event into account. Raises ImpossibleTransition outside the lifecycle table."""
        self.take(Happened(event, on))

    def take(self, happened: Happened) -> None:
        """As ``add``, for an event that already has its date."""
        event, on = happened.event, happened.on
        kind = type(event)
        if kind not in self.lifecycle.neutral:
            moved, states = False, self.states
            for region, following in self.lifecycle.by_event.get(kind, ()):
                to = following.get(states[region])
                if to is not None:
                    states[region], moved = to, True
            if not moved:
                raise ImpossibleTransition(f"{self.lifecycle.name}: {kind.type} in {self.states}")
        elif kind is NoticeServed:
            self.served.setdefault(cast(NoticeServed, event).notice, on)
        if self.known:
            self.known.clear()
        self.events.setdefault(kind, []).append(happened)
        self.timeline.append(happened)
        if self.last_on is None or on > self.last_on:
            self.last_on = on


def remembered(compute: Callable[[Dossier], T]) -> Callable[[Dossier], T]:
    """A fact of the dossier that is computed once, until the next event."""

    @wraps(compute)
    def known(dossier: Dossier) -> T:
        try:
            found: T = dossier.known[compute]
        except KeyError:
            found = dossier.known[compute] = compute(dossier)
        return found

    return known


def read(lifecycle: Lifecycle, history: Iterable[Happened]) -> Dossier:
    """The dossier of a history. Raises ImpossibleTransition when it leaves the lifecycle table."""
    dossier = Dossier(lifecycle, dict(lifecycle.initial))
    for happened in history:
        dossier.take(happened)
    return dossier
