"""The request to be excused for a missed time limit: one procedure for all, configured by the title.

Marks R. 712-12, designs R. 512-12, patents R. 613-52 with L. 612-16 and L. 612-16-1, plant varieties R. 623-33 to
R. 623-35; the differences are in ``restoration_law``. The continuation of a patent procedure (R. 612-52) is not here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.general import restoration_checks as checks
from guichet.law.general.regularisation import RegularisationCycle
from guichet.law.general.restoration_checks import last_day_to_act, law_of
from guichet.law.general.restoration_law import MARKS, PATENTS, PLANT_VARIETIES
from guichet.law.general.restoration_reading import (
    act_done_on,
    current,
    decision_start,
    obstacles,
    owed,
    proposal_pending,
)
from guichet.law.procedure import Effect, Events, Procedure, Rule
from guichet.law.rules import required, within
from guichet.law.saying import advice, no, refuse
from guichet.law.sources import cite
from guichet.rights.general import restoration as r
from guichet.rights.general.effects import AnnualFeeToRefund, RestorationVoid, Restored
from guichet.rights.source import Source

REMEDIES = cite("R. 716-12", "al. 2", "Les délais de recours ne sont pas opposables à l'auteur de celui-ci")


def _loop(dossier: Dossier) -> RegularisationCycle | None:
    return law_of(current(dossier)).loop


def _has_loop(dossier: Dossier, on: date) -> Finding | None:
    law = law_of(current(dossier))
    if law.loop is None:
        return no("Ici, aucune notification d'irrégularité : l'office statue sur le recours.", law.decided)
    return None


def _notification(act: r.RestorationIrregularityNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    loop = _loop(dossier)
    if loop is None:
        return
    if not act.grounds:
        yield no("La notification est motivée : dites ce qui n'est pas conforme.", loop.notification, field="grounds")
    months = loop.may_set(act.months)
    if not months.allowed:
        yield months


def _granting(act: r.RestorationGranted, dossier: Dossier, on: date) -> Iterator[Finding]:
    law = law_of(current(dossier))
    if not act.reasons.strip():
        yield no("La décision est motivée : dites quel empêchement est retenu.", law.decided, law.ground,
                 field="reasons")  # fmt: skip
    yield from obstacles(dossier, on)


def _refusing(act: r.RestorationRefused, dossier: Dossier, on: date) -> Iterator[Finding]:
    law = law_of(current(dossier))
    if not act.reasons.strip():
        yield no("La décision est motivée : dites pourquoi l'empêchement n'excuse pas.", law.decided, field="reasons")
    if not act.remedies:
        yield advice("Sans mention du recours, son délai ne court pas contre le demandeur.", REMEDIES, field="remedies")


def _refusable(dossier: Dossier, on: date) -> Finding | None:
    """An irregular request is refused only once its period is over, and never while a proposal may be accepted."""
    loop = _loop(dossier)
    if loop is None or not dossier.in_state("irregular"):
        return None
    if proposal_pending(dossier):
        message = "Une proposition de régularisation court : non contestée, elle est acceptée."
        return no(message, loop.proposal_accepted or loop.refused)
    deadline = ANSWER.deadline(dossier)
    if deadline is None:
        return no("La notification n'est pas encore remise : son délai ne court pas.", loop.notification)
    if on <= deadline.date:
        message = f"Le délai pour régulariser court jusqu'au {in_words(deadline.date)} inclus."
        return Finding(False, message, deadline.because)
    return None


def _rejecting(act: r.RestorationFoundInadmissible, dossier: Dossier, on: date) -> Iterator[Finding]:
    law = law_of(current(dossier))
    if not act.reasons.strip():
        yield no("La décision est motivée : dites pourquoi la demande est irrecevable.", law.decided, field="reasons")
    if not list(obstacles(dossier, on)):
        yield no("La redevance est payée et l'acte accompli à temps : statuez sur la demande.", law.fee)


def _omitted_act(act: r.OmittedActDone, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act_done_on(dossier) is not None:
        yield no("L'acte omis est déjà accompli.", law_of(current(dossier)).decided, field="act")


def _asked(dossier: Dossier, on: date) -> Finding | None:
    if not dossier.has(r.RestorationRequested):
        return no("Demandez d'abord le relevé ou la restauration.", MARKS.holder)
    if not dossier.in_state("received", "irregular", "answered"):
        return no("La demande est déjà jugée.", law_of(current(dossier)).decided)
    return None


def _entering(dossier: Dossier, on: date) -> Finding | None:
    request = current(dossier)
    law = law_of(request)
    if law.entered is None or not request.published:
        return no("Le titre n'est pas publié : rien n'est inscrit au registre.", law.entered or law.decided)
    return None


def _entering_request(dossier: Dossier, on: date) -> Finding | None:
    if not dossier.has(r.RestorationRequested):
        return no("Demandez d'abord le relevé ou la restauration.", MARKS.holder)
    request = current(dossier)
    law = law_of(request)
    if law.request_entered is None:
        return no("Le registre de ce titre ne montre que la décision, non la demande.", law.entered or law.decided)
    if not request.published:
        return no("Le titre n'est pas publié : rien n'est inscrit au registre.", law.request_entered)
    if dossier.has(r.RestorationRequestEntered):
        return no("Le recours est déjà inscrit.", law.request_entered)
    return None


def _in_arrears(dossier: Dossier, on: date) -> Finding | None:
    entered = dossier.last(r.RestorationEntered)
    law = law_of(current(dossier))
    if law.arrears is None:
        return no("Aucune redevance échue ne conditionne cette restauration.", law.decided)
    if entered is None or not entered.fees_overdue:
        message = "L'inscription de la décision ne dit pas que des redevances sont échues."
        return no(message, law.arrears.source)
    return None


def _appealable(dossier: Dossier, on: date) -> Finding | None:
    law = law_of(current(dossier))
    if law.appeal_suspends is None:
        return no("Dans ce titre, le recours devant la cour se suit dans son propre dossier.", law.decided)
    return None


def _answer_by(dossier: Dossier, started: date) -> Deadline | None:
    notified, loop = dossier.last(r.RestorationIrregularityNotified), _loop(dossier)
    return loop.limit(notified.months).expires(started) if notified and loop else None


def _act_by(dossier: Dossier, started: date) -> Deadline | None:
    request = current(dossier)
    return last_day_to_act(request.title, request.missed.expired_on, request.impediment_ended_on)


def _decide_by(dossier: Dossier, started: date) -> Deadline | None:
    limit = law_of(current(dossier)).decision
    return limit.raw(started) if limit else None


def _act_from(dossier: Dossier) -> date | None:
    request = dossier.first(r.RestorationRequested)
    if request is None or act_done_on(dossier) is not None:
        return None
    return current(dossier).impediment_ended_on or request.missed.expired_on


def _proposed_on(dossier: Dossier) -> date | None:
    return dossier.served_on(r.RestorationIrregularityNotified) if proposal_pending(dossier) else None


def _overdue_from(dossier: Dossier) -> date | None:
    return None if _in_arrears(dossier, date.max) else dossier.on(r.RestorationEntered)


def _silent(dossier: Dossier, on: date) -> Events:
    law = law_of(current(dossier))
    if law.silence is None:
        refuse("Le silence de l'office n'a ici aucun effet : une décision est nécessaire.", law.decided)
    return (r.RestorationDeemedAccepted(),)


_LOOP = MARKS.loop
assert _LOOP is not None
ACT = Clock(
    id="omitted_act",
    label="Accomplir l'acte omis",
    limit=_act_by,
    starts=_act_from,
    who="holder",
    act="do_omitted_act",
    consequence="La demande de relevé ou de restauration ne peut plus être accordée.",
    states=("received", "irregular", "answered"),
    of=MARKS.act_within,
)
ANSWER = Clock(
    id="answer",
    label="Régulariser la demande ou contester les objections",
    limit=_answer_by,
    starts=lambda dossier: dossier.served_on(r.RestorationIrregularityNotified),
    who="holder",
    act="regularise_restoration",
    consequence="La demande peut être rejetée.",
    states=("irregular", "answered"),
    of=_LOOP.notification,
)
PROPOSAL = Clock(
    id="proposal",
    label="Contester la proposition de régularisation",
    limit=_answer_by,
    starts=_proposed_on,
    who="holder",
    act="contest_restoration_objection",
    consequence="La proposition est réputée acceptée.",
    states=("irregular",),
    lapse=lambda dossier, on: (r.RestorationProposalAccepted(),),
    automatic=True,
    of=_LOOP.proposal_accepted,
)
DECISION = Clock(
    id="decision",
    label="Décision de l'office sur la demande",
    limit=_decide_by,
    starts=decision_start,
    who="office",
    act="grant_restoration",
    consequence="La demande est réputée acceptée, sauf pour une obtention végétale.",
    states=("received", "answered"),
    lapse=_silent,
    automatic=True,
    raw=True,
    of=MARKS.decision.source if MARKS.decision else None,
)
ARREARS = Clock(
    id="arrears",
    label="Acquitter les redevances de maintien échues",
    limit=lambda dossier, started: PATENTS.arrears.expires(started) if PATENTS.arrears else None,
    starts=_overdue_from,
    who="holder",
    act="pay_arrears",
    consequence="La restauration est sans effet.",
    states=("entered",),
    lapse=lambda dossier, on: (r.RestorationFoundVoid(),),
    automatic=True,
    of=PATENTS.arrears.source if PATENTS.arrears else None,
)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    if not dossier.has(r.RestorationRequested):
        return {}
    request = current(dossier)
    return {
        "label": law_of(request).label,
        "missed": request.missed.article,
        "act_done_on": act_done_on(dossier),
        "remedies_told": all(each.remedies for each in dossier.all(r.RestorationRefused)),
        "lapse_suspended": dossier.in_state("suspended"),
    }


def _granted(event: object, dossier: Dossier) -> Iterator[Effect]:
    """The right takes up its course at once; an annuity missed, on the day of the entry (R. 613-50)."""
    return iter(()) if _from_its_entry(dossier) else _restored(event, dossier)


def _entered(event: object, dossier: Dossier) -> Iterator[Effect]:
    return _restored(event, dossier) if _from_its_entry(dossier) else iter(())


def _from_its_entry(dossier: Dossier) -> bool:
    request = current(dossier)
    return law_of(request).arrears is not None and request.missed.kind == "annuity"


def _restored(event: object, dossier: Dossier) -> Iterator[Effect]:
    request = current(dossier)
    missed, kind = request.missed, request.kind or law_of(request).kind
    yield Effect(kind, Restored(request.right, missed.deadline, missed.article, act_done_on(dossier)))


def _void(event: object, dossier: Dossier) -> Iterator[Effect]:
    request = current(dossier)
    yield Effect(request.kind or law_of(request).kind, RestorationVoid(request.right))


def _refused(event: object, dossier: Dossier) -> Iterator[Effect]:
    request = current(dossier)
    if law_of(request).refund is not None:
        yield Effect(law_of(request).kind, AnnualFeeToRefund(request.right))


def _judged(event: r.RestorationAppealDecided, dossier: Dossier) -> Iterator[Effect]:
    return _restored(event, dossier) if event.restored else iter(())


def _own_words(source: Source, dossier: Dossier) -> Source:
    """Of this title, the words that say what those of the marks say."""
    if not dossier.has(r.RestorationRequested) or not source.article.startswith("R. 712-12"):
        return source
    law = law_of(current(dossier))
    if source.article == "R. 712-12-1":
        return law.interruption or law.decided
    if source.article == "R. 712-12-2":
        return law.silence or law.decided
    if law.loop and ("notification" in source.quote or "proposition" in source.quote or "régulariser" in source.quote):
        return law.loop.notification
    return law.decided


def _rule(source: Source | None, message: str, **parts: Any) -> Rule:
    return Rule(source or MARKS.decided, message, **parts)


PROCEDURE = Procedure(
    r.RESTORATION,
    rules={
        "request_restoration": _rule(MARKS.holder, "La demande peut être formée.", checks=(checks.at_request,)),
        "do_omitted_act": _rule(
            MARKS.act_within, "L'acte omis peut être accompli.", guards=(_asked, within(ACT)), checks=(_omitted_act,)
        ),
        "notify_restoration_irregularity": _rule(
            _LOOP.notification, "Une irrégularité peut être notifiée.", guards=(_has_loop,), checks=(_notification,)
        ),
        "regularise_restoration": _rule(
            _LOOP.notification, "La demande peut être rectifiée.", guards=(within(ANSWER),)
        ),
        "contest_restoration_objection": _rule(
            _LOOP.notification,
            "Les objections peuvent être contestées.",
            guards=(within(ANSWER),),
            checks=(required("statement", "Dites pourquoi vous contestez.", _LOOP.notification),),
        ),
        "lift_restoration_objection": _rule(MARKS.interruption, "L'objection peut être levée."),
        "find_restoration_inadmissible": _rule(
            MARKS.fee, "La demande peut être déclarée irrecevable.", checks=(_rejecting,)
        ),
        "grant_restoration": _rule(MARKS.decided, "Le relevé peut être accordé.", checks=(_granting,)),
        "refuse_restoration": _rule(
            MARKS.decided, "Le relevé peut être refusé.", guards=(_refusable,), checks=(_refusing,)
        ),
        "enter_restoration_request": _rule(
            PATENTS.request_entered, "Le recours peut être inscrit.", guards=(_entering_request,)
        ),
        "enter_restoration": _rule(MARKS.entered, "La décision peut être inscrite.", guards=(_entering,)),
        "pay_arrears": _rule(
            PATENTS.entered, "Les redevances échues peuvent être acquittées.", guards=(_in_arrears, within(ARREARS))
        ),
        "enter_restoration_appeal": _rule(
            PLANT_VARIETIES.appeal_suspends, "Le recours peut être inscrit.", guards=(_appealable,)
        ),
        "enter_restoration_judgment": _rule(
            PLANT_VARIETIES.appeal_suspends, "La décision de la cour peut être inscrite.", guards=(_appealable,)
        ),
    },
    clocks=(ACT, ANSWER, PROPOSAL, DECISION, ARREARS),
    fees=owed,
    facts=_facts,
    effects={
        r.RestorationGranted: _granted,
        r.RestorationDeemedAccepted: _granted,
        r.RestorationEntered: _entered,
        r.RestorationRefused: _refused,
        r.RestorationFoundVoid: _void,
        r.RestorationAppealDecided: _judged,
    },
    own_words=_own_words,
)
