"""What a trademark's history says, read once: every question of this package is asked of these facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from guichet.law.trademarks.life import LIFE_READERS, Life, restart_clock
from guichet.rights.events import Event, FeePaid, FeeRefunded, Happened, NoticeServed
from guichet.rights.lifecycle import ImpossibleTransition
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import Application, GoodsServicesItem, PriorityClaim
from guichet.rights.trademarks.lifecycle import LIVE, TRADEMARK, A, X

BEFORE_DECISION = ("received", "invited", *LIVE)
"""Application states in which nothing is decided yet."""


@dataclass(slots=True)
class Observation:
    """An observation of a member of the public and what became of it."""

    filed: e.ObservationFiled
    on: date
    answered: bool = False


@dataclass(slots=True)
class Facts:
    """One pass over a history. ``application_state`` and ``examination_state`` are the two regions of the lifecycle."""

    application_state: str = "none"
    examination_state: str = "none"
    number: str = ""
    application: Application = Application()
    versions: list[tuple[date, Application]] = field(default_factory=list)
    received_on: date | None = None
    filing_date: date | None = None
    invitation: e.CompletionInvited | None = None
    publication_planned_on: date | None = None
    published_on: date | None = None
    publication_issue: str = ""
    observations: dict[str, Observation] = field(default_factory=dict)
    priorities_lost: set[int] = field(default_factory=set)
    irregularity: e.IrregularityNotified | None = None
    objection: e.ObjectionNotified | None = None
    draft: e.DraftDecisionNotified | None = None
    decision_clock_on: date | None = None
    decision_clock_runs: bool = False
    removed: set[GoodsServicesItem] = field(default_factory=set)
    partial_refusals: list[e.PartlyRefused] = field(default_factory=list)
    preparations_started_on: date | None = None
    registration_planned_on: date | None = None
    registration_date: date | None = None
    registration_issue: str = ""
    expiry_date: date | None = None
    payments: list[tuple[date, FeePaid]] = field(default_factory=list)
    refunds: list[FeeRefunded] = field(default_factory=list)
    notices: set[str] = field(default_factory=set)
    served: dict[str, date] = field(default_factory=dict)
    last_on: date | None = None
    life: Life = field(default_factory=Life)

    @property
    def states(self) -> dict[str, str]:
        return {A: self.application_state, X: self.examination_state}

    @property
    def goods_services(self) -> tuple[GoodsServicesItem, ...]:
        """Items that remain: neither withdrawn nor refused."""
        items = self.application.goods_services
        return tuple(item for item in items if item not in self.removed) if self.removed else items

    @property
    def priority_claims(self) -> tuple[PriorityClaim, ...]:
        """Priorities that stand: those that are not deemed unclaimed."""
        claims, lost = self.application.priority_claims, self.priorities_lost
        return tuple(claim for i, claim in enumerate(claims) if i not in lost) if lost else claims

    @property
    def in_examination(self) -> bool:
        """Admissible, and neither decided, withdrawn, nor in preparation for registration."""
        return self.application_state in LIVE

    def application_on(self, day: date) -> Application:
        """The application as it stood at the end of that day."""
        known = [application for on, application in self.versions if on <= day]
        return known[-1] if known else Application()

    @property
    def paid_cents(self) -> int:
        """Cents received, less every refund: what the office holds."""
        received = sum(payment.amount_cents for _, payment in self.payments)
        return received - sum(refund.amount_cents for refund in self.refunds)

    def paid_by(self, day: date) -> int:
        """Cents received by the end of that day and still held: a surplus given back later was never that day's."""
        received = sum(payment.amount_cents for on, payment in self.payments if on <= day)
        return min(received, self.paid_cents)


def read(history: Iterable[Happened]) -> Facts:
    """The facts of a history. Raises ImpossibleTransition when it leaves the lifecycle table."""
    facts = Facts()
    for happened in history:
        add(facts, happened.event, happened.on)
    return facts


_TABLE = TRADEMARK.table
_NEUTRAL = TRADEMARK.neutral


def add(facts: Facts, event: Event, on: date) -> None:
    """Take one more event into account."""
    kind = type(event)
    if kind not in _NEUTRAL:
        before = (facts.application_state, facts.examination_state)
        application = _TABLE.get((A, before[0], kind.type))
        examination = _TABLE.get((X, before[1], kind.type))
        if application is None and examination is None:
            raise ImpossibleTransition(f"{TRADEMARK.name}: {kind.type} in {facts.states}")
        facts.application_state = application or before[0]
        facts.examination_state = examination or before[1]
    reader = _READERS.get(kind)
    if reader is not None:
        reader(facts, event, on)
    facts.last_on = on


def _stands(facts: Facts, application: Application, on: date) -> None:
    facts.application = application
    facts.versions.append((on, application))


def _received(facts: Facts, event: e.ApplicationReceived, on: date) -> None:
    facts.number = event.number
    facts.received_on = facts.decision_clock_on = on
    facts.decision_clock_runs = True
    _stands(facts, event.application, on)


def _restated(facts: Facts, event: e.Completed | e.Corrected, on: date) -> None:
    _stands(facts, event.application, on)


def _regularised(facts: Facts, event: e.Regularised, on: date) -> None:
    _stands(facts, event.application, on)
    restart_clock(facts, on)


def _invited(facts: Facts, event: e.CompletionInvited, on: date) -> None:
    facts.invitation = event
    facts.life.restored.discard("completion")
    facts.notices.add(event.notice)


def _accorded(facts: Facts, event: e.FilingDateAccorded, on: date) -> None:
    facts.filing_date = event.filing_date


def _decided(facts: Facts, event: e.FoundInadmissible | e.Refused | e.PartlyRefused, on: date) -> None:
    facts.notices.add(event.notice)
    facts.life.decision_notice = event.notice


def _refused(facts: Facts, event: e.Refused, on: date) -> None:
    _decided(facts, event, on)
    if event.by == "opposition" and facts.life.opposition_decisions:
        facts.life.refused_by = facts.life.opposition_decisions[-1].opposition


def _priority_document(facts: Facts, event: e.PriorityDocumentReceived, on: date) -> None:
    claims = list(facts.application.priority_claims)
    if event.claim < len(claims):
        claims[event.claim] = replace(claims[event.claim], document=event.document)
        _stands(facts, replace(facts.application, priority_claims=tuple(claims)), on)


def _priority_lost(facts: Facts, event: e.PriorityLost, on: date) -> None:
    facts.priorities_lost.add(event.claim)


def _planned(facts: Facts, event: e.PublicationPlanned, on: date) -> None:
    facts.publication_planned_on = event.issue_date


def _published(facts: Facts, event: e.Published, on: date) -> None:
    facts.published_on = on
    facts.publication_issue = event.issue


def _observed(facts: Facts, event: e.ObservationFiled, on: date) -> None:
    facts.observations[event.observation] = Observation(event, on)


def _observation_answered(facts: Facts, event: e.ObservationCommunicated | e.ObservationSetAside, on: date) -> None:
    facts.observations[event.observation].answered = True
    if isinstance(event, e.ObservationCommunicated):
        facts.notices.add(event.notice)


def _irregular(facts: Facts, event: e.IrregularityNotified, on: date) -> None:
    facts.irregularity = event
    facts.life.restored.discard("irregularity")
    facts.decision_clock_runs = False
    facts.notices.add(event.notice)


def _objected(facts: Facts, event: e.ObjectionNotified, on: date) -> None:
    facts.objection, facts.draft = event, None
    facts.decision_clock_runs = False
    facts.notices.add(event.notice)


def _drafted(facts: Facts, event: e.DraftDecisionNotified, on: date) -> None:
    facts.draft = event
    facts.life.restored.discard("draft_decision")
    facts.notices.add(event.notice)


def _lifted(facts: Facts, event: Event, on: date) -> None:
    restart_clock(facts, on)


def _partly_refused(facts: Facts, event: e.PartlyRefused, on: date) -> None:
    facts.removed.update(event.items)
    facts.partial_refusals.append(event)
    _decided(facts, event, on)
    restart_clock(facts, on)


def _partly_withdrawn(facts: Facts, event: e.PartlyWithdrawn, on: date) -> None:
    facts.removed.update(event.items)


def _preparing(facts: Facts, event: e.RegistrationPreparationsStarted, on: date) -> None:
    facts.preparations_started_on = on
    facts.registration_planned_on = event.issue_date


def _registered(facts: Facts, event: e.Registered, on: date) -> None:
    facts.registration_date = on
    facts.registration_issue = event.issue
    facts.expiry_date = event.expiry_date


def _paid(facts: Facts, event: FeePaid, on: date) -> None:
    facts.payments.append((on, event))


def _refunded(facts: Facts, event: FeeRefunded, on: date) -> None:
    facts.refunds.append(event)


def _served(facts: Facts, event: NoticeServed, on: date) -> None:
    facts.served.setdefault(event.notice, on)


_READERS: dict[type[Event], Callable[[Facts, Any, date], None]] = {
    FeePaid: _paid,
    FeeRefunded: _refunded,
    NoticeServed: _served,
    e.ApplicationReceived: _received,
    e.CompletionInvited: _invited,
    e.Completed: _restated,
    e.FilingDateAccorded: _accorded,
    e.FoundInadmissible: _decided,
    e.PriorityDocumentReceived: _priority_document,
    e.PriorityLost: _priority_lost,
    e.PublicationPlanned: _planned,
    e.Published: _published,
    e.ObservationFiled: _observed,
    e.ObservationCommunicated: _observation_answered,
    e.ObservationSetAside: _observation_answered,
    e.IrregularityNotified: _irregular,
    e.Regularised: _regularised,
    e.IrregularityLifted: _lifted,
    e.ObjectionNotified: _objected,
    e.ObjectionLifted: _lifted,
    e.DraftDecisionNotified: _drafted,
    e.Refused: _refused,
    e.PartlyRefused: _partly_refused,
    e.PartlyWithdrawn: _partly_withdrawn,
    e.RegistrationPreparationsStarted: _preparing,
    e.Registered: _registered,
    e.Corrected: _restated,
    **LIFE_READERS,
}
