"""The cycle that a renewal and a renunciation of designs go through (R. 512-9, R. 513-2), once for both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from guichet.law.accounts import account
from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.procedure import Events, Rule
from guichet.law.rules import Guard, required, within
from guichet.law.saying import no, refuse
from guichet.law.sources import Source, Undecided
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.designs import declaration as d
from guichet.rights.events import Event

LIFTED_COVERS = Undecided(
    "L'objection levée dispense-t-elle la prorogation ou la renonciation de la condition qui manquait ?",
    "Oui, sauf le paiement de la redevance : l'institut a jugé l'observation suffisante.",
    "R. 512-9 et R. 513-2 lèvent l'objection au vu d'observations, sans dire ce qui reste exigible.",
    ("R. 512-9", "R. 513-1", "R. 513-2"),
)


@dataclass(frozen=True)
class Track:
    """How one kind of declaration is handled.

    defects: what is not in order in its content, as of the day of the declaration. deemed: what silence brings, which
    ``silence`` says in French. rejected: the words that refuse it.
    """

    declared: type[Event]
    regularised: type[Event]
    defects: Callable[[Any, Dossier, date], Iterator[Finding]]
    opening: Source
    notified: Source
    rejected: Source
    proposal: Source
    fee: Source
    period: OfficePeriod
    decision: TimeLimit
    silence: str
    deemed: Event
    owed: Callable[[Dossier, date], Iterable[FeeDue]]


def content(dossier: Dossier, track: Track) -> Any:
    """The declaration as it now stands, None before it."""
    return dossier.last(track.regularised) or dossier.last(track.declared)


def declared_on(dossier: Dossier, track: Track) -> date | None:
    """Day of its receipt; a regularisation does not move it."""
    return dossier.first_on(track.declared)


def answer_clock(track: Track) -> Clock:
    def limit(dossier: Dossier, started: date) -> Deadline | None:
        notified = dossier.last(d.IrregularityNotified)
        known = notified is not None and track.period.check(notified.months).allowed
        return track.period.of(notified.months).expires(started) if notified and known else None

    def lapse(dossier: Dossier, on: date) -> Events:
        notified = dossier.last(d.IrregularityNotified)
        if notified and notified.proposal:
            return (d.ProposalAccepted(),)
        refuse("Rien n'est réputé accepté : prononcez la décision, ou levez l'objection.", track.rejected)

    return Clock(
        id="answer",
        label="Régulariser ou contester",
        limit=limit,
        starts=lambda dossier: dossier.served_on(d.IrregularityNotified),
        who="holder",
        act="regularise",
        consequence="La proposition est réputée acceptée ; sans proposition, la déclaration n'est pas admise.",
        states=("irregular",),
        lapse=lapse,
        of=track.period.source,
    )


def decision_clock(track: Track) -> Clock:
    """The office's six months, interrupted by a notification until the objection is lifted."""

    def starts(dossier: Dossier) -> date | None:
        if dossier.in_state("irregular", "answered"):
            return None
        return dossier.on(track.declared, d.ObjectionLifted, d.ProposalAccepted)

    return Clock(
        id="decision",
        label="Statuer sur la déclaration",
        limit=track.decision,
        starts=starts,
        who="office",
        act="accept",
        consequence=f"À défaut de décision expresse, la déclaration est réputée {track.silence}.",
        states=("declared",),
        lapse=lambda dossier, on: (track.deemed,),
        raw=True,
    )


def unpaid(dossier: Dossier, track: Track, on: date) -> bool:
    return bool(account(dossier, tuple(track.owed(dossier, on)), ()).due)


def _paid(track: Track) -> Guard:
    def guard(dossier: Dossier, on: date) -> Finding | None:
        return no("La redevance prescrite reste due.", track.fee, field="fee") if unpaid(dossier, track, on) else None

    return guard


def in_order(track: Track) -> Guard:
    """Only a declaration in order is admitted; a lifted objection covers all but the fee."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        received, declared = declared_on(dossier, track), content(dossier, track)
        if declared is None or received is None or dossier.has(d.ObjectionLifted) or dossier.has(d.ProposalAccepted):
            return None
        found = next((each for each in track.defects(declared, dossier, received) if not each.allowed), None)
        if found is None:
            return None
        return Finding(False, f"Notifiez d'abord l'irrégularité. {found.message}", found.because, found.field)

    return guard


def heard(track: Track, clock: Clock) -> Guard:
    """Nothing is refused before the declarant could answer."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        notified, deadline = dossier.last(d.IrregularityNotified), clock.deadline(dossier)
        if dossier.in_state("answered"):
            return None
        if notified is None or dossier.in_state("declared"):
            return no("Notifiez d'abord l'irrégularité et laissez répondre.", track.notified, track.rejected)
        if deadline is None or on <= deadline.date:
            return no("Le délai pour répondre court encore : attendez sa fin.", track.period.source, track.rejected)
        if notified.proposal:
            return no("La proposition non contestée est réputée acceptée.", track.proposal)
        return None

    return guard


def cycle_rules(track: Track, clock: Clock) -> dict[str, Rule]:
    """Rules of the opening act and of the cycle."""

    def check_period(act: d.IrregularityNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
        yield track.period.check(act.months)

    def check_again(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
        yield from track.defects(act, dossier, declared_on(dossier, track) or on)

    return {
        "declare": Rule(track.opening, "La déclaration peut être reçue.", checks=(track.defects,)),
        "notify_irregularity": Rule(
            track.notified,
            checks=(
                check_period,
                required("defects", "Citez au moins un défaut.", track.notified),
                required("reasons", "Motivez la notification.", track.notified),
            ),
        ),
        "regularise": Rule(track.period.source, guards=(within(clock),), checks=(check_again,)),
        "contest_irregularity": Rule(
            track.period.source,
            guards=(within(clock),),
            checks=(required("statement", "Présentez vos observations.", track.period.source),),
        ),
        "lift_objection": Rule(track.period.source, guards=(_paid(track),)),
    }


def strangers(act: Any) -> tuple[str, ...]:
    """Designs named that the registration does not have."""
    return tuple(number for number in act.designs if number not in act.registration.designs)


def accepted_guards(track: Track) -> tuple[Guard, ...]:
    return in_order(track), _paid(track)
