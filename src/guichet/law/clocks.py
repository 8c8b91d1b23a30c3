"""A period of a procedure: what starts it, while what it runs, who must do which act, and what its end brings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from guichet.law.answers import Deadline, Finding, OpenDeadline, Refused
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.saying import no
from guichet.law.sources import Source
from guichet.law.time_limits import TimeLimit
from guichet.rights.events import Event
from guichet.rights.proceeding import Who

Started = date | None | Mapping[str, date]
Computed = Callable[[Dossier, date], Deadline | None]


@dataclass(frozen=True, eq=False)
class Clock:
    """One period as data.

    limit: a TimeLimit, or a function of the dossier and the starting day where the length depends on the file (a
    period set by the office, a suspension). starts: the starting day, None while nothing starts it; or several by
    suffix, for as many deadlines ``id:suffix``. states: it is shown while a region is in one of them (always if
    empty). lapse: the events that its expiry brings. automatic: the clock worker may draw it. raw: no prorogation.
    """

    id: str
    label: str
    limit: TimeLimit | Computed
    starts: Callable[[Dossier], Started]
    who: Who
    act: str = ""
    consequence: str = ""
    states: tuple[str, ...] = ()
    lapse: Callable[[Dossier, date], tuple[Event, ...]] | None = None
    lapse_one: Callable[[str, Dossier, date], tuple[Event, ...]] | None = None
    """As ``lapse``, with the suffix, where there are several."""
    limit_one: Callable[[str, Dossier, date], Deadline | None] | None = None
    """As ``limit``, with the suffix, where several have each its own length."""
    automatic: bool = False
    raw: bool = False
    of: Source | None = None
    """The words that fix it, needed when ``limit`` is a function."""
    after: tuple[type[Event], ...] = ()
    """Nothing starts it before one of these events (any may if empty): it is not looked at until then."""
    _known: dict[tuple[str, date], OpenDeadline] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if not isinstance(self.limit, TimeLimit) and self.of is None:
            raise ValueError(f"{self.id}: a computed period needs its source")

    @property
    def source(self) -> Source:
        if self.of is not None:
            return self.of
        assert isinstance(self.limit, TimeLimit)
        return self.limit.source

    def is_of(self, name: str) -> bool:
        return name.partition(":")[0] == self.id

    def deadline(self, dossier: Dossier, suffix: str = "") -> Deadline | None:
        """Its last day, whatever the state; None while nothing has started it."""
        started = self._start(dossier, suffix)
        return None if started is None else self._compute(suffix, dossier, started)

    def waits(self, dossier: Dossier) -> bool:
        """Whether none of the events that may start it has happened."""
        return bool(self.after) and dossier.events.keys().isdisjoint(self.after)

    def running(self, dossier: Dossier) -> Iterator[OpenDeadline]:
        """Its open deadlines, whatever the state."""
        started = self.starts(dossier)
        if started is None:
            return
        for suffix, day in started.items() if isinstance(started, Mapping) else (("", started),):
            found = self._open(dossier, suffix, day)
            if found is not None:
                yield found

    def lapses(self, name: str, dossier: Dossier, on: date) -> tuple[Event, ...]:
        """The events that the expiry brings. Raises Refused while the period runs, or when it brings nothing."""
        suffix = name.partition(":")[2]
        deadline = self.deadline(dossier, suffix)
        if deadline is None:
            raise Refused(no(f"Le délai « {self.label} » ne court pas dans ce dossier.", self.source, field="deadline"))
        if on <= deadline.date:
            message = f"Le délai « {self.label} » court jusqu'au {in_words(deadline.date)} inclus."
            raise Refused(Finding(False, message, deadline.because, "deadline"))
        if self.lapse_one is not None:
            return self.lapse_one(suffix, dossier, on)
        if self.lapse is None:
            message = f"L'expiration du délai « {self.label} » n'appelle aucun acte : elle ferme seulement une faculté."
            raise Refused(no(message, self.source, field="deadline"))
        return self.lapse(dossier, on)

    def _start(self, dossier: Dossier, suffix: str) -> date | None:
        started = self.starts(dossier)
        return started.get(suffix) if isinstance(started, Mapping) else started

    def _compute(self, suffix: str, dossier: Dossier, started: date) -> Deadline | None:
        if self.limit_one is not None:
            return self.limit_one(suffix, dossier, started)
        if not isinstance(self.limit, TimeLimit):
            return self.limit(dossier, started)
        return self.limit.raw(started) if self.raw else self.limit.expires(started)

    def _open(self, dossier: Dossier, suffix: str, started: date) -> OpenDeadline | None:
        fixed = isinstance(self.limit, TimeLimit) and self.limit_one is None
        known = self._known.get((suffix, started)) if fixed else None
        if known is not None:
            return known
        deadline = self._compute(suffix, dossier, started)
        if deadline is None:
            return None
        name = f"{self.id}:{suffix}" if suffix else self.id
        found = OpenDeadline(name, self.label, deadline, self.who, self.act, self.consequence, self.automatic)
        if fixed and len(self._known) < 65536:
            self._known[(suffix, started)] = found
        return found
