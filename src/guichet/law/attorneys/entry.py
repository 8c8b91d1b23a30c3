"""The request to enter a list: its period, what interrupts it, and the answer to the office (R. 421-9, R. 422-3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, cast

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.counting import DAY
from guichet.law.dossier import Dossier
from guichet.law.general.silence import silence_rule
from guichet.law.rules import Events, Guard, Rule, required, within
from guichet.law.running import Happening, course
from guichet.law.saying import no, refuse
from guichet.law.sources import Source, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.attorneys.listing import DeemedAcceptance, EntryEvents, Irregularity
from guichet.rights.events import Event

Entered = Callable[[Dossier, date], Event]
"""The entry by silence, of a file and from a day."""
Pause = Callable[[Event], tuple[str, bool] | None]
"""Of an event: what it stops the period for, and whether it stops it (or makes it run again); None for the others."""


@dataclass(frozen=True, eq=False)
class Entry:
    """One list. article: R. 421-9 or R. 422-3, written in the same words. silence: its name in the table of silences.

    by_silence: the event that a silence accepting the request brings; None where the code does not say so, and
    ``silent_yes`` whether it does for this request. limit_of: another period than that of the table. pause: other
    interruptions.
    """

    events: EntryEvents
    article: str
    silence: str
    by_silence: Entered | None
    limit_of: Callable[[Dossier], TimeLimit] | None = None
    pause: Pause | None = None
    silent_yes: Callable[[Dossier], bool] = lambda dossier: True
    automatic: bool = False
    """Whether the clock worker may draw the silence; not where it means nothing for some of the requests."""

    @cached_property
    def notified(self) -> Source:
        return cite(self.article, "", "notification motivée en est faite au demandeur", __name__)

    @cached_property
    def answer(self) -> Source:
        words = "Un délai lui est imparti pour régulariser la demande ou contester les objections de l'institut"
        return cite(self.article, "", words, __name__)

    @cached_property
    def rejected(self) -> Source:
        words = "A défaut de régularisation ou d'observation permettant de lever l'objection, la demande est rejetée"
        return cite(self.article, "", words, __name__)

    @cached_property
    def proposed(self) -> Source:
        words = "Cette proposition est réputée acceptée si le demandeur ne la conteste pas dans le délai"
        return cite(self.article, "", words, __name__)

    @cached_property
    def period(self) -> OfficePeriod:
        return OfficePeriod(self.answer, self.events.irregular.type.split("/")[0], 2, title="attorneys")

    def happenings(self, dossier: Dossier) -> tuple[Happening, ...]:
        """What interrupted the office's period, and what made it run again once nothing stops it any more."""
        source = silence_rule(self.silence).interruption
        stopped_by, found = set[str](), list[Happening]()
        for each in dossier.timeline:
            change = self._irregularity(each.event) or (self.pause(each.event) if self.pause else None)
            if change is None:
                continue
            cause, stops = change
            before = bool(stopped_by)
            (stopped_by.add if stops else stopped_by.discard)(cause)
            if before != bool(stopped_by):
                day = each.event.deemed_on if isinstance(each.event, DeemedAcceptance) else each.on
                found.append(Happening("interrupted" if stopped_by else "restarted", day, source))
        return tuple(found)

    def _irregularity(self, happened: Event) -> tuple[str, bool] | None:
        again = (self.events.amended, self.events.lifted, self.events.proposal_accepted)
        if type(happened) is self.events.irregular:
            return "irregularity", True
        return ("irregularity", False) if type(happened) in again else None

    @cached_property
    def deciding(self) -> Clock:
        """The office's period to decide; its silence accepts the request where the code says so."""
        rule = silence_rule(self.silence)
        common = replace(rule.period, bearer="effect", listed=False)

        def limit(dossier: Dossier, started: date) -> Deadline | None:
            own = self.limit_of(dossier) if self.limit_of else common
            return course(own, started, self.happenings(dossier)).deadline

        def lapse(dossier: Dossier, on: date) -> Events:
            if self.by_silence is None or not self.silent_yes(dossier):
                message = "Aucun article ne donne de sens au silence sur cette demande : une décision reste nécessaire."
                refuse(message, rule.period.source, field="deadline")
            deadline = self.deciding.deadline(dossier)
            return (self.by_silence(dossier, deadline.date + DAY if deadline else on),)

        return Clock(
            id="decision",
            label="Statuer sur la demande d'inscription",
            limit=limit,
            starts=lambda d: d.first_on(self.events.filed),
            who="office",
            consequence="À défaut de décision expresse, la demande est réputée acceptée, quand le code le dit.",
            states=("filed",),
            lapse=lapse,
            automatic=self.automatic,
            of=rule.source,
        )

    @cached_property
    def answering(self) -> Clock:
        """The period that the notification gives."""

        def limit(dossier: Dossier, started: date) -> Deadline | None:
            last = dossier.last(self.events.irregular)
            return self.period.of(last.months).expires(started) if last else None

        def lapse(dossier: Dossier, on: date) -> Events:
            last = cast(Irregularity, dossier.last(self.events.irregular))
            due = self.answering.deadline(dossier)
            if last.proposal and due is not None:
                return (self.events.proposal_accepted(due.date),)
            return (self.events.refused(f"rejet-{on.isoformat()}", "La demande n'a pas été régularisée à temps."),)

        return Clock(
            id="answer",
            label="Régulariser la demande ou contester les objections",
            limit=limit,
            starts=lambda d: d.served_on(self.events.irregular),
            who="requester",
            consequence="La demande est rejetée, ou la proposition de régularisation est réputée acceptée.",
            states=("irregular",),
            lapse=lapse,
            of=self.rejected,
        )

    @property
    def in_time(self) -> Guard:
        """The office decides otherwise than by its silence only while its period runs, where silence accepts."""
        timely = within(self.deciding)

        def guard(dossier: Dossier, on: date) -> Finding | None:
            if self.by_silence is None or not self.silent_yes(dossier) or not dossier.in_state("filed"):
                return None
            return timely(dossier, on)

        return guard

    def rules(self, review: Callable[[Any, Dossier, date], Iterator[Finding]]) -> Mapping[str, Rule]:
        """Rules of the five acts of the cycle; their names are those of ``entry_acts``."""
        answered = within(self.answering)
        return {
            "notify_irregularity": Rule(self.notified, guards=(self.in_time,), checks=(
                required("points", "Motivez la notification : dites ce qui n'est pas conforme.", self.notified),
                self._months)),
            "amend_request": Rule(self.answer, guards=(answered_or_contested(answered),), checks=(review,)),
            "contest_objections": Rule(self.answer, guards=(answered,), checks=(
                required("statement", "Dites en quoi l'objection n'est pas fondée.", self.answer),)),
            "lift_objections": Rule(self.rejected),
            "refuse_entry": Rule(self.rejected, guards=(self.in_time, self._not_while_answering), checks=(
                required("reason", "Motivez le refus.", self.rejected),)),
        }  # fmt: skip

    def _months(self, act: Irregularity, dossier: Dossier, on: date) -> Iterator[Finding]:
        found = self.period.check(act.months)
        if not found.allowed:
            yield found

    def _not_while_answering(self, dossier: Dossier, on: date) -> Finding | None:
        if not dossier.in_state("irregular"):
            return None
        message = "Attendez la réponse du demandeur, ou tirez la conséquence de l'expiration du délai."
        return no(message, self.answer)


def answered_or_contested(answered: Guard) -> Guard:
    """Within the period; or afterwards while an objection raised in time is still discussed."""
    return lambda dossier, on: None if dossier.in_state("contested") else answered(dossier, on)
