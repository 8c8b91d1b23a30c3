"""R. 712-10 2°, R. 712-11 2°: objection on an absolute ground, draft decision, refusal whole or partial (L. 712-7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from guichet.law.answers import Deadline, Finding, OpenDeadline
from guichet.law.dates import in_words
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.law.trademarks.answering import Doing, Doings, Events, no, on_time, refuse, require, yes
from guichet.law.trademarks.examination import (
    PARTIAL,
    RESTORATION,
    check_new_notice,
    check_reasons,
    may_refuse_irregular,
    not_in_examination,
    refusal,
)
from guichet.law.trademarks.facts import Facts
from guichet.law.trademarks.goods_services import not_among
from guichet.law.trademarks.observations import SENIORITY
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import GoodsServicesItem

GROUNDS = cite(
    "R. 712-10",
    "2°",
    "la marque ne peut être valablement enregistrée en application des 1° à 10° de l'article L. 711-2",
)
CAP = cite(
    "R. 712-11",
    "2°",
    "la notification d'irrégularité ne peut être émise plus de quatre mois après la date de réception de la "
    "demande à l'institut",
)
DRAFT = cite(
    "R. 712-11",
    "2°",
    "En l'absence d'observations ou si les observations formulées ne permettent pas de lever l'objection émise, "
    "un projet de décision est établi",
)
CONTEST = cite(
    "R. 712-11",
    "2°",
    "Il est notifié au déposant auquel un délai est imparti pour en contester éventuellement le bien-fondé",
)
IS_DECISION = cite("R. 712-11", "2°", "Ce projet, s'il n'est pas contesté, vaut décision")
REFUSES = cite("L. 712-7", "", "rejette la demande d'enregistrement")
BAD_FAITH = cite("L. 711-2", "11°", "Une marque dont le dépôt a été effectué de mauvaise foi par le demandeur")

FOUR_MONTHS = TimeLimit(
    CAP, runs_from="trademark.application_received", months=4, since="de la réception de la demande à l'institut"
)
ANSWER = OfficePeriod(DRAFT, runs_from="notice.served", since="de la remise de l'objection")
CONTESTATION = OfficePeriod(CONTEST, runs_from="notice.served", since="de la remise du projet de décision")

CAP_ON_CLOSED_DAY = Undecided(
    "Si le quatrième mois expire un jour non ouvrable, l'objection peut-elle partir le jour ouvrable suivant ?",
    "Non : la limite reste le jour normal.",
    "R. 718-2 proroge « tout délai », mais cette limite protège le déposant contre l'institut.",
    ("R. 712-11", "R. 718-2"),
)
PERIOD_OF_OBSERVATIONS = Undecided(
    "Quel délai pour répondre à une objection sur un motif absolu ?",
    "Celui que l'institut impartit, un mois par défaut, comme pour les autres irrégularités.",
    "R. 712-11 2° parle d'observations sans fixer de délai ; R. 718-1 borne les délais impartis.",
    ("R. 712-11", "R. 718-1"),
)
APPEAL_OF_A_DRAFT = Undecided(
    "Quand le projet non contesté vaut décision, d'où court le délai de recours ?",
    "De la remise d'une lettre de décision, émise le lendemain de l'expiration.",
    "R. 411-21 fait courir le recours de la notification de la décision ; le projet n'en portait pas les mentions.",
    ("R. 712-11", "R. 411-21"),
)

_ABSOLUTE = re.compile(r"L\. 711-2, ([1-9]|1[01])°")
IN_OBJECTION = ("objection_notified", "objection_answered", "draft_decision_notified", "draft_decision_contested")


@lru_cache(maxsize=8192)
def _cap(received_on: date) -> OpenDeadline:
    return OpenDeadline(
        id="absolute_grounds",
        label="Émettre une objection sur un motif absolu",
        deadline=FOUR_MONTHS.raw(received_on),
        who="office",
        act=a.NotifyObjection.name,
        consequence="Passé ce délai, l'institut ne peut plus objecter un motif absolu.",
    )


@lru_cache(maxsize=8192)
def _answer_by(months: int, served_on: date) -> Deadline:
    return ANSWER.of(months).expires(served_on)


@lru_cache(maxsize=8192)
def _contest_by(months: int, served_on: date) -> Deadline:
    return CONTESTATION.of(months).expires(served_on)


def answer_deadline(facts: Facts) -> Deadline | None:
    """Last day to answer the objection, once its letter was served."""
    if facts.objection is None or facts.objection.notice not in facts.served:
        return None
    return _answer_by(facts.objection.months, facts.served[facts.objection.notice])


def contest_deadline(facts: Facts) -> Deadline | None:
    """Last day to contest the draft decision, once its letter was served; None too for who is relieved (R. 712-12)."""
    if facts.draft is None or facts.draft.notice not in facts.served:
        return None
    if "draft_decision" in facts.life.restored:
        return None
    return _contest_by(facts.draft.months, facts.served[facts.draft.notice])


def deadlines(facts: Facts, on: date) -> Iterator[OpenDeadline]:
    if not facts.in_examination or facts.received_on is None:
        return
    if facts.examination_state in ("under_examination", "cleared"):
        cap = _cap(facts.received_on)
        if on <= cap.deadline.date:
            yield cap
    elif facts.examination_state == "objection_notified" and (limit := answer_deadline(facts)):
        yield OpenDeadline(
            id="objection",
            label="Présenter des observations sur l'objection",
            deadline=limit,
            who="applicant",
            act=a.AnswerObjection.name,
            consequence="L'institut établit un projet de décision de rejet.",
        )
    elif facts.examination_state == "draft_decision_notified" and (limit := contest_deadline(facts)):
        yield OpenDeadline(
            id="draft_decision",
            label="Contester le projet de décision",
            deadline=limit,
            who="applicant",
            act=a.ContestDraftDecision.name,
            consequence="Le projet vaut décision : la demande est rejetée, en tout ou en partie.",
            automatic=True,
        )


def may_object(facts: Facts, on: date) -> Finding:
    closed = not_in_examination(facts)
    if closed is not None:
        return closed
    if facts.examination_state not in ("under_examination", "cleared"):
        return no("Une notification est déjà en cours : levez-la ou décidez d'abord.", DRAFT)
    if facts.life.seniority_claimed:
        message = "L'ancienneté d'une marque française a été revendiquée : les motifs absolus ne sont pas examinés."
        return no(message, SENIORITY)
    assert facts.received_on is not None
    cap = _cap(facts.received_on).deadline
    if on > cap.date:
        return no(f"Un motif absolu ne pouvait être objecté que jusqu'au {in_words(cap.date)} inclus.", CAP)
    return yes(f"Un motif absolu peut être objecté jusqu'au {in_words(cap.date)} inclus.", CAP)


def notify(act: a.NotifyObjection, facts: Facts, on: date) -> Events:
    require(ANSWER.check(act.months))
    check_reasons(act.grounds, act.reasons)
    check_new_notice(act.notice, facts)
    for ground in act.grounds:
        found = _ABSOLUTE.fullmatch(ground)
        if found is None:
            refuse(
                f"« {ground} » n'est pas un motif absolu : citez l'un des motifs de L. 711-2, de 1° à 10°, "
                "sous la forme « L. 711-2, 2° ».",
                GROUNDS,
                field="grounds",
            )
        if found[1] == "11":
            refuse(
                "La mauvaise foi n'est pas relevée d'office : seuls les 1° à 10° le sont.",
                GROUNDS,
                BAD_FAITH,
                field="grounds",
            )
    _check_items(act.items, facts.goods_services)
    return (e.ObjectionNotified(act.notice, act.grounds, act.reasons, act.months, act.items),)


def _check_items(items: tuple[GoodsServicesItem, ...], among: tuple[GoodsServicesItem, ...]) -> None:
    stranger = not_among(items, among)
    if stranger is not None:
        refuse(
            f"« {stranger.term} » (classe {stranger.nice_class}) n'est pas parmi les produits ou services visés.",
            PARTIAL,
            field="items",
        )


def may_answer(facts: Facts, on: date) -> Finding:
    if not facts.in_examination or facts.examination_state != "objection_notified":
        return no("Aucune objection n'attend d'observations.", DRAFT)
    limit = answer_deadline(facts)
    if not on_time(on, limit.date if limit else None):
        return no(
            "Le délai pour répondre à l'objection est expiré. Un relevé de déchéance peut être demandé.",
            DRAFT,
            RESTORATION,
        )
    return yes("Vous pouvez présenter des observations sur l'objection.", DRAFT)


def answer(act: a.AnswerObjection, facts: Facts, on: date) -> Events:
    if not act.statement.strip():
        refuse("Écrivez vos observations sur l'objection.", DRAFT, field="statement")
    return (e.ObjectionAnswered(act.statement, act.documents),)


def may_lift(facts: Facts, on: date) -> Finding:
    if not facts.in_examination or facts.examination_state not in IN_OBJECTION:
        return no("Aucune objection n'est en cours.", DRAFT)
    return yes("L'objection peut être levée.", DRAFT)


def lift(act: a.LiftObjection, facts: Facts, on: date) -> Events:
    return (e.ObjectionLifted(act.because or "L'institut lève l'objection."),)


def may_draft(facts: Facts, on: date) -> Finding:
    if not facts.in_examination or facts.examination_state not in ("objection_notified", "objection_answered"):
        return no("Un projet de décision suppose une objection en cours.", DRAFT)
    if facts.examination_state == "objection_notified":
        limit = answer_deadline(facts)
        if limit is None:
            return no("L'objection n'a pas encore été remise au déposant : son délai ne court pas.", DRAFT)
        if on <= limit.date:
            return no(f"Le déposant peut répondre à l'objection jusqu'au {in_words(limit.date)} inclus.", DRAFT)
        return yes("Sans observations, un projet de décision est établi.", DRAFT)
    return yes("Si les observations ne lèvent pas l'objection, un projet de décision est établi.", DRAFT)


def draft(act: a.NotifyDraftDecision, facts: Facts, on: date) -> Events:
    """The draft refuses what the objection aimed at, or less."""
    require(CONTESTATION.check(act.months))
    check_new_notice(act.notice, facts)
    assert facts.objection is not None
    aimed = facts.objection.items
    _check_items(act.items, aimed or facts.goods_services)
    items = act.items or aimed
    reasons = act.reasons.strip() or facts.objection.reasons
    return (e.DraftDecisionNotified(act.notice, reasons, act.months, items),)


def may_contest(facts: Facts, on: date) -> Finding:
    if not facts.in_examination or facts.examination_state != "draft_decision_notified":
        return no("Aucun projet de décision n'est à contester.", CONTEST)
    limit = contest_deadline(facts)
    if not on_time(on, limit.date if limit else None):
        return no("Le délai pour contester le projet est expiré : il vaut décision.", CONTEST, IS_DECISION)
    return yes("Le projet de décision peut être contesté.", CONTEST)


def contest(act: a.ContestDraftDecision, facts: Facts, on: date) -> Events:
    if not act.statement.strip():
        refuse("Dites en quoi vous contestez le projet de décision.", CONTEST, field="statement")
    return (e.DraftDecisionContested(act.statement, act.documents),)


def _may_decide_on_draft(facts: Facts, on: date) -> Finding:
    if facts.examination_state == "draft_decision_contested":
        return yes("Le projet contesté, le directeur général décide.", REFUSES)
    limit = contest_deadline(facts)
    if limit is None:
        return no("Le projet de décision n'a pas encore été remis au déposant : son délai ne court pas.", CONTEST)
    if on <= limit.date:
        return no(f"Le déposant peut contester le projet jusqu'au {in_words(limit.date)} inclus.", CONTEST)
    return yes("Le projet n'a pas été contesté : il vaut décision.", IS_DECISION)


def may_refuse(facts: Facts, on: date) -> Finding:
    closed = not_in_examination(facts)
    if closed is not None:
        return closed
    if facts.examination_state.startswith("draft_decision"):
        return _may_decide_on_draft(facts, on)
    if facts.examination_state in IN_OBJECTION:
        return no("Établissez d'abord un projet de décision, que le déposant peut contester.", DRAFT)
    if facts.examination_state in ("under_examination", "cleared"):
        return no("Un rejet suppose une notification motivée à laquelle le déposant a pu répondre.", CAP, REFUSES)
    return may_refuse_irregular(facts, on)


def refuse_application(act: a.Refuse, facts: Facts, on: date) -> Events:
    if not facts.examination_state.startswith("draft_decision"):
        assert facts.irregularity is not None
        grounds, reasons = act.grounds or facts.irregularity.grounds, act.reasons or facts.irregularity.reasons
        return refusal(act.notice, grounds, reasons, act.items, facts, "irregularity_not_cured")
    assert facts.objection is not None and facts.draft is not None
    _check_items(act.items, facts.draft.items or facts.goods_services)
    uncontested = facts.examination_state == "draft_decision_notified"
    drafted = tuple(item for item in facts.draft.items if item in facts.goods_services)
    items = drafted if uncontested else act.items or drafted
    return refusal(
        act.notice,
        act.grounds or facts.objection.grounds,
        act.reasons or facts.draft.reasons,
        items,
        facts,
        "draft_uncontested" if uncontested else "office",
    )


def objection_lapses(notice: str, facts: Facts, on: date) -> Events:
    """The consequence of silence on an objection: a draft decision with its reasons (R. 712-11 2°)."""
    require(may_draft(facts, on))
    assert facts.objection is not None
    return draft(a.NotifyDraftDecision(notice, facts.objection.reasons), facts, on)


def draft_lapses(notice: str, facts: Facts, on: date) -> Events:
    """The consequence of silence on a draft: it is the decision (R. 712-11 2°)."""
    if facts.examination_state != "draft_decision_notified" or not facts.in_examination:
        refuse("Aucun projet de décision n'attend d'être contesté.", IS_DECISION)
    require(_may_decide_on_draft(facts, on))
    return refuse_application(a.Refuse(notice), facts, on)


DOINGS: Doings = {
    a.NotifyObjection: Doing(may_object, notify),
    a.AnswerObjection: Doing(may_answer, answer),
    a.LiftObjection: Doing(may_lift, lift),
    a.NotifyDraftDecision: Doing(may_draft, draft),
    a.ContestDraftDecision: Doing(may_contest, contest),
    a.Refuse: Doing(may_refuse, refuse_application),
}
