"""The request to enter a change in a national register: one procedure for all, configured by the register.

Marks R. 714-2 to R. 714-8, designs R. 512-13 to R. 512-19, patents R. 613-53 to R. 613-59, software R. 132-8 to
R. 132-17, topographies R. 622-6, plant varieties R. 623-38 to R. 623-42; the differences are in ``registers``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from guichet.law import fees
from guichet.law.accounts import account
from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import owed as charged
from guichet.law.general import recordal_checks as checks
from guichet.law.general.recordal_checks import entry_law, law_of
from guichet.law.general.recordal_effects import made
from guichet.law.general.recordal_reading import current, decision_start, proposal_pending, published, settled
from guichet.law.general.registers.trademarks import TRADEMARKS
from guichet.law.procedure import Effect, Events, Procedure, Rule
from guichet.law.rules import after, required, within
from guichet.law.saying import no
from guichet.law.sources import Undecided
from guichet.rights.general.recordal import (
    RECORDAL,
    RecordalDeemedAccepted,
    RecordalEntered,
    RecordalHeld,
    RecordalIrregularityNotified,
    RecordalProposalAccepted,
    RecordalRegularised,
    RecordalRequested,
    RecordalTakenUp,
    RegisterUpdated,
)
from guichet.rights.source import Source

_MODEL = TRADEMARKS
"""The marks' register, whose words stand for a file not yet opened."""

HELD = Undecided(
    question="D'où courent les six mois de l'office pour une inscription demandée avant la publication du titre ?",
    default="De la publication : jusque-là la demande attend, sans inscription ni silence.",
    why="R. 714-7-1 compte du dépôt de la demande, mais R. 714-2 interdit toute inscription avant la publication.",
    articles=("R. 714-2", "R. 714-7-1", "R. 512-13", "R. 613-53"),
)
SILENT_BAR = Undecided(
    question="Le silence de l'office fait-il inscrire un acte dont l'auteur n'est pas inscrit comme titulaire ?",
    default="Non : la demande est réputée acceptée, mais l'inscription attend celle du chaînon manquant.",
    why="R. 714-7-2 accepte la demande ; R. 714-4 dit qu'un tel acte « ne peut être inscrit ».",
    articles=("R. 714-4", "R. 714-7-2"),
)
SEVERAL_RIGHTS = Undecided(
    question="Une demande sur plusieurs titres, irrégulière pour un seul, est-elle arrêtée en entier ?",
    default="Oui, sauf si le demandeur retire ce titre en régularisant.",
    why="R. 714-7 rejette « la demande » ; le bordereau commun à plusieurs titres n'est qu'une pratique.",
    articles=("R. 714-7", "R. 714-4"),
)
TRANSLATION = Undecided(
    question="Un acte rédigé dans une autre langue doit-il être traduit ?",
    default="Seulement si l'office le demande, par une notification d'irrégularité.",
    why="Aucun article sur les registres ne le dit, sauf R. 623-10 pour les obtentions végétales.",
    articles=("R. 714-4", "R. 623-10"),
)


def _open(act: RecordalRequested, dossier: Dossier, on: date) -> Events:
    return (act,) if published(act) else (act, RecordalHeld())


def _update(act: RegisterUpdated, dossier: Dossier, on: date) -> Events:
    request = current(dossier)
    rights = tuple(act.right if right.number == act.right.number else right for right in request.rights)
    taken_up = dossier.in_state("held") and published(replace(request, rights=rights))
    return (act, RecordalTakenUp()) if taken_up else (act,)


def _known_right(act: RegisterUpdated, dossier: Dossier, on: date) -> Iterator[Finding]:
    request = current(dossier)
    numbers = [right.number for right in request.rights]
    if act.right.number not in numbers:
        yield no(f"La demande ne vise pas ce titre. Titres visés : {', '.join(numbers)}.",
                 law_of(request).opposable, field="right.number")  # fmt: skip


def _under_way(dossier: Dossier, on: date) -> Finding | None:
    if not dossier.has(RecordalRequested):
        return no("Aucune inscription n'est encore demandée.", _MODEL.entries["transfer"].source)
    if dossier.in_state("entered", "mentioned", "rejected"):
        return no("La demande est déjà traitée.", law_of(current(dossier)).loop.refused)
    return None


def _notification(act: RecordalIrregularityNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    loop = law_of(current(dossier)).loop
    if not act.grounds:
        yield no("La notification est motivée : dites ce qui n'est pas conforme.", loop.notification, field="grounds")
    months = loop.may_set(act.months)
    if not months.allowed:
        yield months
    if (act.proposal or act.proposed) and not loop.may_propose().allowed:
        yield loop.may_propose()


def _something(act: RecordalRegularised, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not (act.papers or act.change or act.rights or act.capacity):
        source = law_of(current(dossier)).loop.notification
        yield no("Joignez ou rectifiez ce que la notification demande.", source, field="papers")


def _entry(act: RecordalEntered, dossier: Dossier, on: date) -> Iterator[Finding]:
    """What stands in the way of the entry: bars always; papers too, unless lifted, cured by proposal or by silence."""
    request = current(dossier)
    law = law_of(request)
    if not act.entry.strip():
        yield no("Donnez un numéro à l'inscription.", law.opposable, field="entry")
    if dossier.in_state("deemed_accepted") or settled(dossier):
        found = checks.bars(request)
    else:
        found = checks.defects(request)
    yield from (replace(finding, severity="blocking") for finding in found)
    if request.entry == "rules_of_use" and not act.conformity_checked:
        found_in = [checks.CONFORM[right.mark] for right in request.rights if right.mark in checks.CONFORM]
        yield no("Vérifiez d'abord que le règlement modifié est conforme.", *(found_in or checks.CONFORM.values()),
                 field="conformity_checked")  # fmt: skip
    fee = _fee_source(request)
    if fee is not None and not dossier.in_state("deemed_accepted") and unpaid(dossier, on):
        yield no("Payez la redevance d'inscription.", fee, field="fee")


def _fee_source(request: RecordalRequested) -> Source | None:
    entry = entry_law(request)
    return entry.fee if entry else None


def owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """The entry fee, for each right, at the price of the day of the request; nothing where no fee is listed."""
    requested_on = dossier.first_on(RecordalRequested)
    if requested_on is None:
        return
    request = current(dossier)
    if _fee_source(request) is None:
        return
    prefixes = [_PREFIXES.get(right.kind, right.kind) or law_of(request).fee_prefix for right in request.rights]
    called = []
    for prefix in dict.fromkeys(prefixes):
        count = prefixes.count(prefix)
        with suppress(fees.FeeUnknown):
            fee = fees.fee(f"{prefix}.recordal")
            called.append((fee.head, requested_on, fee.count.paid(count) if fee.count else count))
    yield from charged(dossier, called)


_PREFIXES = {"software_pledge": "software"}


def unpaid(dossier: Dossier, on: date) -> tuple[FeeDue, ...]:
    return account(dossier, tuple(owed(dossier, on)), ()).due


def _may_reject(dossier: Dossier, on: date) -> Finding | None:
    loop = law_of(current(dossier)).loop
    if _notified_on(dossier) is None:
        return no("La notification d'irrégularité n'est pas encore remise : son délai ne court pas.", loop.notification)
    if proposal_pending(dossier):
        message = "Une proposition de régularisation court : non contestée, elle est acceptée, et rien n'est rejeté."
        return no(message, loop.proposal_accepted or loop.refused)
    return None


def _mention(dossier: Dossier, on: date) -> Finding | None:
    law = law_of(current(dossier))
    if law.mention is None:
        return no(f"Aucun article ne veut de mention au {law.bulletin}.", law.opposable)
    return None


def _answer_by(dossier: Dossier, started: date) -> Deadline | None:
    notified = dossier.last(RecordalIrregularityNotified)
    return law_of(current(dossier)).loop.limit(notified.months).expires(started) if notified else None


def _decide_by(dossier: Dossier, started: date) -> Deadline | None:
    request = current(dossier)
    entry, limit = entry_law(request), law_of(request).decision
    return limit.raw(started) if limit and entry and entry.decided else None


def _notified_on(dossier: Dossier) -> date | None:
    return dossier.served_on(RecordalIrregularityNotified)


def _proposed_on(dossier: Dossier) -> date | None:
    return _notified_on(dossier) if proposal_pending(dossier) else None


def _decision_from(dossier: Dossier) -> date | None:
    return decision_start(dossier) if dossier.has(RecordalRequested) else None


ANSWER = Clock(
    id="answer",
    label="Régulariser la demande d'inscription ou présenter des observations",
    limit=_answer_by,
    starts=_notified_on,
    who="requester",
    act="regularise_recordal",
    consequence="La demande peut être rejetée.",
    states=("irregular", "answered"),
    of=_MODEL.loop.notification,
)
PROPOSAL = Clock(
    id="proposal",
    label="Contester la proposition de régularisation",
    limit=_answer_by,
    starts=_proposed_on,
    who="requester",
    act="observe_on_recordal",
    consequence="La proposition est réputée acceptée.",
    states=("irregular",),
    lapse=lambda dossier, on: (RecordalProposalAccepted(),),
    automatic=True,
    of=_MODEL.loop.proposal_accepted,
)
DECISION = Clock(
    id="decision",
    label="Décision de l'office sur la demande d'inscription",
    limit=_decide_by,
    starts=_decision_from,
    who="office",
    act="enter_in_register",
    consequence="La demande est réputée acceptée.",
    states=("received", "answered"),
    lapse=lambda dossier, on: (RecordalDeemedAccepted(),),
    automatic=True,
    raw=True,
    of=_MODEL.decision.source if _MODEL.decision else None,
)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    if not dossier.has(RecordalRequested):
        return {}
    request, entered = current(dossier), dossier.last(RecordalEntered)
    entry = entry_law(request)
    return {
        "register": law_of(request).label,
        "entry": entry.label if entry else "",
        "rights": tuple(right.number for right in request.rights),
        "requested_on": dossier.first_on(RecordalRequested),
        "number": entered.entry if entered else "",
        "opposable_from": dossier.on(RecordalEntered),
        "missing": tuple(finding.field for finding in checks.defects(request)),
    }


def _effects(event: RecordalEntered, dossier: Dossier) -> Iterator[Effect]:
    requested_on = dossier.first_on(RecordalRequested)
    assert requested_on is not None
    yield from made(current(dossier), event.entry, requested_on)


def _own_words(source: Source, dossier: Dossier) -> Source:
    """Of this register, the words that say what those of the marks' register say."""
    request = dossier.first(RecordalRequested)
    entry = entry_law(request) if request else None
    if request is None or entry is None or not source.article.startswith("R. 714-"):
        return source
    law = law_of(request)
    by_article = {
        "R. 714-2": law.unpublished,
        "R. 714-7": law.loop.refused if "rejetée" in source.quote else law.loop.notification,
        "R. 714-7-1": law.interruption,
        "R. 714-7-2": law.silence,
        "R. 714-8": law.mention,
    }
    return by_article.get(source.article) or entry.asked_by


_LOOP = _MODEL.loop
_ACTS = _MODEL.entries["transfer"]
PROCEDURE = Procedure(
    RECORDAL,
    rules={
        "request_recordal": Rule(
            _ACTS.asked_by, "Une inscription peut être demandée.",
            checks=(checks.receivable, checks.announce), then=_open, brings=(RecordalRequested,),
        ),
        "update_register": Rule(
            _ACTS.chain or _ACTS.source, "Le registre peut être relu.", guards=(_under_way,), checks=(_known_right,),
            then=_update, brings=(RegisterUpdated,),
        ),
        "notify_recordal_irregularity": Rule(
            _LOOP.notification, "Une irrégularité peut être notifiée.", checks=(_notification,)
        ),
        "regularise_recordal": Rule(
            _LOOP.notification, "La demande peut être régularisée.", guards=(within(ANSWER),), checks=(_something,)
        ),
        "observe_on_recordal": Rule(
            _LOOP.notification, "Des observations peuvent être présentées.", guards=(within(ANSWER),),
            checks=(required("statement", "Écrivez vos observations.", _LOOP.notification),),
        ),
        "lift_recordal_objection": Rule(
            _MODEL.interruption or _LOOP.notification, "L'objection peut être levée."
        ),
        "enter_in_register": Rule(_ACTS.source, "L'inscription peut être portée au registre.", checks=(_entry,)),
        "reject_recordal": Rule(
            _LOOP.refused, "La demande peut être rejetée.", guards=(_may_reject, after(ANSWER)),
            checks=(required("reasons", "La décision de rejet est motivée : donnez ses motifs.", _LOOP.refused),),
        ),
        "mention_entry": Rule(
            _MODEL.mention or _ACTS.source, "L'inscription peut être mentionnée.", guards=(_mention,),
            checks=(required("issue", "Indiquez le numéro du Bulletin.", _MODEL.mention or _ACTS.source),),
        ),
    },
    clocks=(ANSWER, PROPOSAL, DECISION),
    fees=owed,
    facts=_facts,
    effects={RecordalEntered: _effects},
    own_words=_own_words,
)  # fmt: skip
