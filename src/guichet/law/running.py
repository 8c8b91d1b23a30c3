"""What happens to a time limit while it runs: suspended, interrupted, renewed, chained to another, ended by silence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal

from guichet.law import readings
from guichet.law.answers import Because, Deadline, Finding, Reason, Refused
from guichet.law.counting import DAY, add_months, months_and_days, working_days_after, working_days_between
from guichet.law.dates import duration, in_words, number, with_weekday
from guichet.law.holidays import ClosedDays, closed_days
from guichet.law.readings import Reading, reading_step
from guichet.law.sources import Source, cite, register
from guichet.law.time_limits import TimeLimit, prorogued, saturdays_count

Kind = Literal["suspended", "resumed", "interrupted", "restarted"]


@dataclass(frozen=True)
class Happening:
    """What stops or starts a limit again, on a day: suspended then resumed, interrupted then restarted.

    source: the words that make it so, those of the limit by default.
    """

    kind: Kind
    on: date
    source: Source | None = None


@dataclass(frozen=True)
class Course:
    """Where a limit stands: its last day while it runs, what remains of it while it is stopped."""

    state: Literal["running", "suspended", "interrupted"]
    deadline: Deadline | None
    remaining_days: int
    because: Because


@dataclass
class _Run:
    """The computation under way. ends: the normal day; saved: what remained when it stopped."""

    limit: TimeLimit
    calendar: ClosedDays
    reading: Reading
    ends: date
    because: list[Reason]
    state: Literal["running", "suspended", "interrupted"] = "running"
    depth: int = 0
    days: int = 0
    months: tuple[int, int] = (0, 0)


def course(
    limit: TimeLimit,
    started: date,
    happenings: Sequence[Happening] = (),
    closed: ClosedDays | None = None,
    *,
    reading: Reading = "default",
    local: ClosedDays | None = None,
) -> Course:
    """Where the limit stands after these happenings, taken in the order of their days.

    A suspension keeps what remained; an interruption gives a fresh period (``INTERRUPTED``). Two suspensions at once
    end with the second resumption. What comes once the limit has expired changes nothing.
    """
    calendar = closed or closed_days()
    normal = limit.raw(started, calendar, reading=reading)
    run = _Run(limit, calendar, reading, normal.date, list(normal.because))
    for each in sorted(happenings, key=lambda one: one.on):
        if each.on < started:
            raise ValueError(f"Le délai ne court que du {in_words(started)} : rien ne l'arrête avant.")
        if run.state == "running" and each.on > _last_day(run, local).date:
            break
        _HAPPENS[each.kind](run, each)
    if run.state != "running":
        return Course(run.state, None, run.days, tuple(run.because))
    deadline = _last_day(run, local)
    return Course("running", deadline, 0, deadline.because)


def _last_day(run: _Run, local: ClosedDays | None) -> Deadline:
    normal = Deadline(run.ends, tuple(run.because))
    return prorogued(normal, run.limit, run.calendar, reading=run.reading, local=local)


def _stop(run: _Run, on: date) -> None:
    rest_from = min(on, run.ends)
    run.months = months_and_days(rest_from, run.ends)
    run.days = (run.ends - rest_from).days
    if run.limit.working_days:
        run.days = working_days_between(rest_from, run.ends, run.calendar, saturdays=_saturdays(run))


def _suspend(run: _Run, it: Happening) -> None:
    run.depth += 1
    if run.state != "running":
        return
    _stop(run, it.on)
    run.state = "suspended"
    text = f"Le délai est suspendu le {in_words(it.on)} ; il en reste {duration(days=run.days) or 'le dernier jour'}."
    run.because.append(Reason(text, it.source or run.limit.source))


def _resume(run: _Run, it: Happening) -> None:
    run.depth = max(0, run.depth - 1)
    if run.state != "suspended" or run.depth:
        return
    source = it.source or run.limit.source
    run.ends, run.state = _rest(run, it.on), "running"
    text = f"Il reprend le {in_words(it.on)} pour ce qui en restait : le {with_weekday(run.ends)}."
    run.because += [Reason(text, source), reading_step(readings.SUSPENDED_REST, run.reading, source)]


def _rest(run: _Run, resumed: date) -> date:
    if run.limit.working_days:
        return working_days_after(resumed, run.days, run.calendar, saturdays=_saturdays(run))
    in_days = resumed + timedelta(days=run.days)
    months, days = run.months
    in_months = add_months(resumed, months) + timedelta(days=days)
    return {"default": in_days, "safe": min(in_days, in_months), "latest": max(in_days, in_months)}[run.reading]


def _saturdays(run: _Run) -> bool:
    return saturdays_count(run.limit, run.reading)


def _interrupt(run: _Run, it: Happening) -> None:
    if run.state == "interrupted":
        return
    if run.state == "running":
        _stop(run, it.on)
    run.state, run.depth = "interrupted", 0
    run.because.append(Reason(f"Le délai est interrompu le {in_words(it.on)}.", it.source or run.limit.source))


def _restart(run: _Run, it: Happening) -> None:
    if run.state != "interrupted":
        return
    source = it.source or run.limit.source
    fresh = run.limit.raw(it.on, run.calendar, reading=run.reading)
    run.ends, run.state = fresh.date, "running"
    if run.reading == "safe":
        run.ends = min(fresh.date, _rest(run, it.on))
    run.because.append(Reason(f"Il court de nouveau du {in_words(it.on)} : le {with_weekday(run.ends)}.", source))
    run.because.append(reading_step(readings.INTERRUPTED, run.reading, source))


_HAPPENS = MappingProxyType(
    {"suspended": _suspend, "resumed": _resume, "interrupted": _interrupt, "restarted": _restart}
)


@dataclass(frozen=True)
class Renewable:
    """A limit that may be renewed so many times (« trois mois, renouvelable une fois »)."""

    limit: TimeLimit
    times: int
    source: Source

    def __post_init__(self) -> None:
        register(self.source, f"délai renouvelable à compter {self.limit.since}")

    def check(self, renewals: int) -> Finding:
        """Whether it may have been renewed so many times."""
        allowed = 0 <= renewals <= self.times
        bound = "une fois" if self.times == 1 else f"{number(self.times)} fois"
        because = (Reason(f"Ce délai peut être renouvelé {bound} au plus.", self.source),)
        refused = f"Le délai ne peut être renouvelé que {bound} : laissez courir celui qui est en cours."
        return Finding(allowed, "Le renouvellement est possible." if allowed else refused, because, "renewals")

    def expires(
        self, started: date, renewals: int = 0, closed: ClosedDays | None = None, *, reading: Reading = "default"
    ) -> Deadline:
        """The last day after so many renewals (``RENEWED``). Raises Refused beyond what the text allows."""
        finding = self.check(renewals)
        if not finding.allowed:
            raise Refused(finding)
        calendar = closed or closed_days()
        if not renewals:
            return self.limit.expires(started, calendar, reading=reading)
        whole = _times(self.limit, renewals + 1).raw(started, calendar, reading=reading)
        ends = whole.date
        if reading != "default":
            ends = (min if reading == "safe" else max)(ends, self._one_by_one(started, renewals, calendar, reading))
        steps = (
            *whole.because,
            *finding.because,
            reading_step(readings.RENEWED, reading, self.source),
            *(() if ends == whole.date else (Reason(f"La fin est le {with_weekday(ends)}.", self.source),)),
        )
        return prorogued(Deadline(ends, steps), self.limit, calendar, reading=reading)

    def _one_by_one(self, started: date, renewals: int, calendar: ClosedDays, reading: Reading) -> date:
        day = started
        for _ in range(renewals):
            ends = self.limit.raw if reading == "safe" else self.limit.expires
            day = ends(day, calendar, reading=reading).date
        return self.limit.raw(day, calendar, reading=reading).date


def _times(limit: TimeLimit, count: int) -> TimeLimit:
    lengths = {unit: getattr(limit, unit) * count for unit in ("years", "months", "weeks", "days", "working_days")}
    return replace(limit, listed=False, **lengths)


@dataclass(frozen=True)
class Chained:
    """A limit that runs from the expiry of another (« un délai supplémentaire d'un mois suivant l'expiration »)."""

    first: TimeLimit
    then: TimeLimit

    def expires(self, started: date, closed: ClosedDays | None = None, *, reading: Reading = "default") -> Deadline:
        """The last day of the second limit, from the prorogued last day of the first by default (``CHAINED``)."""
        calendar = closed or closed_days()
        ends = self.first.raw if reading == "safe" else self.first.expires
        first = ends(started, calendar, reading=reading)
        then = self.then.expires(first.date, calendar, reading=reading)
        step = reading_step(readings.CHAINED, reading, self.then.source)
        return Deadline(then.date, (*first.because, step, *then.because))


@dataclass(frozen=True)
class JointSuspension:
    """A suspension that all the parties ask for together: so many months, renewable so many times."""

    source: Source
    months: int = 4
    renewals: int = 2

    def check(self, already: int, *, asked_by_all: bool) -> Finding:
        """Whether it may be granted (once more), after it was granted ``already`` times."""
        periods = number(self.renewals + 1)
        because = (
            Reason(f"Les parties peuvent demander ensemble {number(self.months)} mois de suspension, "
                   f"{periods} fois au plus.", self.source),
        )  # fmt: skip
        if not asked_by_all:
            message = "La suspension demande l'accord de toutes les parties : joignez leur demande commune."
            return Finding(False, message, because, "asked_by_all")
        if already > self.renewals:
            message = f"La suspension a déjà été accordée {periods} fois : la procédure doit reprendre."
            return Finding(False, message, because, "already")
        return Finding(True, "La suspension peut être accordée.", because)

    def ends(
        self, started: date, renewals: int = 0, closed: ClosedDays | None = None, *, reading: Reading = "default"
    ) -> Deadline:
        """The last day of the suspension. It ends by itself: no prorogation by default. Raises Refused."""
        limit = TimeLimit(self.source, "", months=self.months, since="de la suspension", bearer="effect", listed=False)
        return Renewable(limit, self.renewals, self.source).expires(started, renewals, closed, reading=reading)


_JOINT = "Sur demande conjointe des parties, pendant une durée de quatre mois renouvelable deux fois"
JOINT_SUSPENSIONS: Mapping[str, JointSuspension] = MappingProxyType(
    {
        "trademark.opposition": JointSuspension(cite("R. 712-17", "4°", _JOINT)),
        "trademark.cancellation": JointSuspension(cite("R. 716-9", "4°", _JOINT)),
        "patent.opposition": JointSuspension(
            cite(
                "R. 613-44-10", "al. 4",
                "sur demande conjointe de toutes les parties, pendant une durée de quatre mois renouvelable deux fois",
            )
        ),
    }
)  # fmt: skip
"""The adversarial procedures whose parties may suspend them together."""


def silence(
    limit: TimeLimit,
    effect: Source,
    started: date,
    happenings: Sequence[Happening] = (),
    closed: ClosedDays | None = None,
    *,
    reading: Reading = "default",
) -> Deadline | None:
    """The first day on which the office's silence has its effect: the day after its last day to decide.

    None while the limit is suspended or interrupted. effect: the words that say what the silence means.
    """
    office = limit if limit.bearer != "party" else replace(limit, bearer="effect", listed=False)
    found = course(office, started, happenings, closed, reading=reading).deadline
    if found is None:
        return None
    day = found.date + DAY
    return Deadline(day, (*found.because, Reason(f"À défaut de décision, l'effet est acquis le {with_weekday(day)}.",
                                                 effect)))  # fmt: skip
