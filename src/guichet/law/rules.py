"""How one act is done: guards that look at the file, checks that look at what is asked, and the events it brings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from guichet.law.accounts import Account
from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.saying import no
from guichet.rights.events import Event
from guichet.rights.source import Source

Events = tuple[Event, ...]
Guard = Callable[[Dossier, date], Finding | None]
"""A refusal, or None when nothing stands in the way."""
Check = Callable[[Any, Dossier, date], Iterable[Finding]]
"""What is to be said of the content of an act; a blocking finding refuses it."""
Then = Callable[[Any, Dossier, date], Events]


@dataclass(frozen=True)
class Effect:
    """An act that follows in the file of the right concerned. kind: of that file; content: of the act.

    opens: number of the file that the act opens, when it is a new one (a divisional) and not the right concerned.
    """

    kind: str
    content: object
    opens: str = ""


@dataclass(frozen=True)
class Rule:
    """One act. source: the words that open it. message: said when it may be done.

    then: the events it brings, the content itself by default. brings: those it may bring, when it is no event.
    """

    source: Source
    message: str = ""
    guards: tuple[Guard, ...] = ()
    checks: tuple[Check, ...] = ()
    then: Then | None = None
    brings: tuple[type[Event], ...] = ()

    def findings(self, act: object, dossier: Dossier, on: date, account: Account) -> Iterator[Finding]:
        for check in self.checks:
            yield from check(act, dossier, on)

    def events(self, act: object, dossier: Dossier, on: date) -> Events:
        if self.then is not None:
            return self.then(act, dossier, on)
        assert isinstance(act, Event)
        return (act,)


def within(clock: Clock) -> Guard:
    """Only until the last day of this period, included; free while nothing has started it."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        deadline = clock.deadline(dossier)
        if deadline is None or on <= deadline.date:
            return None
        message = f"Le délai a expiré le {in_words(deadline.date)} ({_inside(clock.label)})."
        return Finding(False, message, deadline.because)

    return guard


def after(clock: Clock, *, even_unstarted: bool = False) -> Guard:
    """Only once this period has expired; refused too while nothing has started it, unless ``even_unstarted``."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        deadline = clock.deadline(dossier)
        if deadline is None:
            source = clock.source
            return None if even_unstarted else no(f"Le délai n'a pas commencé à courir ({clock.label}).", source)
        if on > deadline.date:
            return None
        message = f"Un délai court jusqu'au {in_words(deadline.date)} inclus ({_inside(clock.label)})."
        return Finding(False, message, deadline.because)

    return guard


def _inside(label: str) -> str:
    """A label as it reads in the middle of a sentence."""
    return label[:1].lower() + label[1:]


def needs(kind: type[Event], message: str, *sources: Source) -> Guard:
    """Only after such an event."""
    return lambda dossier, on: None if dossier.has(kind) else no(message, *sources)


def required(field: str, message: str, *sources: Source) -> Check:
    """Refused while this field of the content is empty."""

    def check(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
        value = getattr(act, field)
        if not (value.strip() if isinstance(value, str) else value):
            yield no(message, *sources, field=field)

    return check
