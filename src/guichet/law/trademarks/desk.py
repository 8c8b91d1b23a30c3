"""The front door's answers: one set of facts, every procedure asked in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guichet.law.answers import Finding, OpenDeadline, Refused
from guichet.law.trademarks import (
    absolute_grounds,
    correction,
    decision_period,
    effects_of_proceedings,
    examination,
    fees,
    filing,
    life,
    observations,
    opposition_again,
    opposition_window,
    passing_time,
    priority,
    publication,
    register_entries,
    registration,
    remedies,
    restoration_effects,
    serving,
    withdrawal,
)
from guichet.law.trademarks.answering import Doings
from guichet.law.trademarks.facts import Facts, add, read
from guichet.rights.events import Event, Happened
from guichet.rights.parties import Party, Representative
from guichet.rights.trademarks.acts import ACTS
from guichet.rights.trademarks.application import Application, GoodsServicesItem, PriorityClaim
from guichet.rights.trademarks.effects import TAKEN

_DOINGS: Doings = {
    **filing.DOINGS,
    **fees.DOINGS,
    **serving.DOINGS,
    **priority.DOINGS,
    **publication.DOINGS,
    **observations.DOINGS,
    **examination.DOINGS,
    **absolute_grounds.DOINGS,
    **withdrawal.DOINGS,
    **registration.DOINGS,
    **correction.DOINGS,
    **passing_time.DOINGS,
    **effects_of_proceedings.DOINGS,
    **opposition_again.DOINGS,
    **restoration_effects.DOINGS,
    **register_entries.DOINGS,
}

_CLOCKS = (
    filing.deadlines,
    priority.deadlines,
    publication.deadlines,
    observations.deadlines,
    opposition_window.deadlines,
    absolute_grounds.deadlines,
    examination.deadlines,
    decision_period.deadlines,
    registration.deadlines,
    remedies.deadlines,
)

LABELS = {
    "none": "Aucun dépôt",
    "received": "Dépôt reçu, recevabilité à vérifier",
    "invited": "Dépôt à compléter",
    "inadmissible": "Dépôt irrecevable",
    "admissible": "Demande recevable, à publier",
    "published": "Demande publiée",
    "registration_in_preparation": "Enregistrement en préparation",
    "registered": "Marque enregistrée",
    "refused": "Demande rejetée",
    "withdrawn": "Demande retirée",
    "expired": "Marque expirée",
    "renounced": "Marque abandonnée par renonciation",
    "annulled": "Marque annulée",
    "revoked": "Titulaire déchu de ses droits",
}
"""Application states in French, as the public reads them."""

EXAMINATION_LABELS = {
    "none": "Examen non commencé",
    "under_examination": "En examen",
    "irregularity_notified": "Irrégularité notifiée",
    "irregularity_contested": "Irrégularité contestée",
    "regularised": "Demande régularisée, à vérifier",
    "objection_notified": "Objection notifiée",
    "objection_answered": "Réponse à l'objection reçue",
    "draft_decision_notified": "Projet de décision notifié",
    "draft_decision_contested": "Projet de décision contesté",
    "cleared": "Examen terminé sans objection",
    "closed": "Examen clos",
}
"""Examination states in French, for the owner and the desk."""

_CLOSED = frozenset({"inadmissible", "refused", "withdrawn", "expired", "renounced", "annulled", "revoked"})


@dataclass(frozen=True, slots=True)
class Status:
    """What a trademark is now.

    goods_services, priority_claims: those that remain, neither withdrawn, refused nor lost. closed: nothing more can
    come of it. observations_until: last day of the two months, once published. holders, representative: as the
    register has them. rights: references of the entries in force. ended_from: day from which an annulled, revoked or
    renounced mark has no effect.
    """

    number: str
    states: dict[str, str]
    application: Application
    goods_services: tuple[GoodsServicesItem, ...]
    priority_claims: tuple[PriorityClaim, ...]
    received_on: date | None
    filing_date: date | None
    publication_planned_on: date | None
    published_on: date | None
    publication_issue: str
    observations_until: date | None
    preparations_started_on: date | None
    registration_planned_on: date | None
    registration_date: date | None
    registration_issue: str
    expiry_date: date | None
    label: str
    examination_label: str
    closed: bool
    holders: tuple[Party, ...] = ()
    representative: Representative | None = None
    oppositions: tuple[str, ...] = ()
    contestations: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    parent: str = ""
    divisionals: tuple[str, ...] = ()
    ended_from: date | None = None


def decide(act: object, history: Sequence[Happened], *, on: date) -> tuple[Event, ...]:
    """The events that this act brings on that day. Raises Refused with the law's reason."""
    return decide_on(act, read(history), on=on)


def decide_on(act: object, facts: Facts, *, on: date) -> tuple[Event, ...]:
    """As ``decide``, from facts already read."""
    doing = _DOINGS[type(act)]
    finding = doing.may(facts, on)
    if not finding.allowed:
        raise Refused(finding)
    return doing.do(act, facts, on)


def permitted(history: Sequence[Happened], *, on: date) -> dict[str, Finding]:
    """Every act by its name: whether it may be done on that day, and why (not)."""
    facts = read(history)
    return {name: _DOINGS[kind].may(facts, on) for name, kind in {**ACTS, **TAKEN}.items()}


def deadlines(history: Sequence[Happened], *, on: date) -> list[OpenDeadline]:
    """The periods that run on that day, and those that expired without their consequence being drawn."""
    return deadlines_on(read(history), on=on)


def deadlines_on(facts: Facts, *, on: date) -> list[OpenDeadline]:
    found = [deadline for clock in _CLOCKS for deadline in clock(facts, on)]
    found.sort(key=_last_day)
    return found


def _last_day(open_deadline: OpenDeadline) -> date:
    return open_deadline.deadline.date


def status(history: Sequence[Happened]) -> Status:
    """The state of a trademark, folded from its history."""
    return status_of(read(history))


def status_of(facts: Facts) -> Status:
    return Status(
        number=facts.number,
        states=facts.states,
        application=facts.application,
        goods_services=facts.goods_services,
        priority_claims=facts.priority_claims,
        received_on=facts.received_on,
        filing_date=facts.filing_date,
        publication_planned_on=facts.publication_planned_on,
        published_on=facts.published_on,
        publication_issue=facts.publication_issue,
        observations_until=observations.until(facts),
        preparations_started_on=facts.preparations_started_on,
        registration_planned_on=facts.registration_planned_on,
        registration_date=facts.registration_date,
        registration_issue=facts.registration_issue,
        expiry_date=facts.expiry_date,
        label=LABELS[facts.application_state],
        examination_label=EXAMINATION_LABELS[facts.examination_state],
        closed=facts.application_state in _CLOSED,
        holders=life.holders(facts),
        representative=life.representative(facts),
        oppositions=tuple(facts.life.oppositions),
        contestations=tuple(facts.life.contestations),
        rights=tuple(facts.life.rights),
        parent=facts.life.parent,
        divisionals=tuple(facts.life.divisionals),
        ended_from=facts.life.ended_from,
    )


def balance(history: Sequence[Happened], *, on: date) -> fees.Balance:
    """What is due, paid and refundable. The rates are those of the day of reception."""
    return fees.balance(read([happened for happened in history if happened.on <= on]))


__all__ = [
    "EXAMINATION_LABELS",
    "LABELS",
    "Status",
    "add",
    "balance",
    "deadlines",
    "decide",
    "permitted",
    "read",
    "status",
]
