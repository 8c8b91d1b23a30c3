"""R. 712-10, R. 712-11 1° and 3°: the checks of the office, and the cycle of regularisation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal

from guichet.law.answers import Deadline, Finding, OpenDeadline
from guichet.law.dates import in_words
from guichet.law.general.regularisation import RegularisationCycle
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod
from guichet.law.trademarks import fees
from guichet.law.trademarks.answering import Doing, Doings, Events, no, on_time, refuse, require, yes
from guichet.law.trademarks.facts import Facts
from guichet.law.trademarks.goods_services import extends, not_among
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import GoodsServicesItem

CHECKS = cite("R. 712-10", "", "Tout dépôt donne lieu à vérification par l'institut")
NOTIFY = cite(
    "R. 712-11",
    "1°",
    "En cas de non-conformité de la demande aux dispositions de l'article R. 712-10, notification motivée en est "
    "faite au déposant",
)
PERIOD = cite(
    "R. 712-11",
    "1° al. 2",
    "Un délai lui est imparti pour régulariser le dépôt ou contester les objections de l'institut",
)
REJECTED = cite(
    "R. 712-11",
    "1° al. 2",
    "A défaut de régularisation ou d'observation permettant de lever l'objection, la demande est rejetée",
)
DEEMED_ACCEPTED = cite(
    "R. 712-11",
    "1° al. 3",
    "Cette proposition est réputée acceptée si le déposant ne la conteste pas dans le délai qui lui est imparti",
)
OBJECTION_PATH = cite("R. 712-11", "2°", "Dans le cas prévu à l'article R. 712-10 (2°)")
PARTIAL = cite(
    "L. 712-7",
    "dernier al.",
    "Lorsque les motifs de rejet n'affectent la demande qu'en partie, il n'est procédé qu'à son rejet partiel",
)
REASONED = cite("L. 411-5", "al. 1", "Les décisions de rejet mentionnées au premier alinéa de l'article L. 411-4")
FEES_PROVED = cite("R. 712-3", "2° a", "La justification du paiement des redevances prescrites")
RESTORATION = cite(
    "R. 712-12", "al. 1", "Le relevé de déchéance prévu à l'article L. 712-10 est applicable aux délais prévus"
)

ANSWER = OfficePeriod(PERIOD, runs_from="notice.served", since="de la remise de la notification")

CYCLE = RegularisationCycle(period=ANSWER, notification=NOTIFY, proposal_accepted=DEEMED_ACCEPTED, refused=REJECTED)

LATE_ANSWER = Undecided(
    "L'institut peut-il tenir compte d'une réponse tardive, reçue avant sa décision ?",
    "Non : le déposant demande un relevé de déchéance.",
    "R. 712-11 impartit un délai sans dire ce que vaut une réponse qui le dépasse.",
    ("R. 712-11", "R. 712-12"),
)
FIXABLE = Undecided(
    "L'irrégularité peut-elle être levée par le seul paiement d'une redevance de classe manquante ?",
    "Oui, l'institut la lève dès que rien n'est plus dû.",
    "R. 712-11 1° demande de régulariser, sans forme particulière.",
    ("R. 712-11", "R. 712-3"),
)

By = Literal["office", "draft_uncontested", "irregularity_not_cured"]

NOTIFIED = ("irregularity_notified", "irregularity_contested", "regularised")
FEE_GROUND = "R. 712-3, 2° a"


def not_in_examination(facts: Facts) -> Finding | None:
    """Why the examination is not under way, or None."""
    if facts.application_state in ("none", "received", "invited"):
        return no("L'examen commence quand la date de dépôt est accordée.", CHECKS)
    if facts.application_state == "registration_in_preparation":
        return no("Les préparatifs techniques de l'enregistrement ont commencé : l'examen est clos.", CHECKS)
    if facts.application_state == "registered":
        return no("La marque est enregistrée : l'examen est clos.", CHECKS)
    if not facts.in_examination:
        return no("La demande a pris fin : l'examen est clos.", CHECKS)
    return None


def may_clear(facts: Facts, on: date) -> Finding:
    closed = not_in_examination(facts)
    if closed is not None:
        return closed
    if facts.examination_state == "cleared":
        return no("L'examen est déjà terminé sans objection.", CHECKS)
    if facts.examination_state != "under_examination":
        return no("Une notification est en cours : levez-la ou décidez d'abord.", NOTIFY)
    if fees.balance(facts).due:
        return no("Des redevances de classe restent dues : notifiez l'irrégularité au déposant.", FEES_PROVED, NOTIFY)
    return yes("Rien ne s'oppose à l'enregistrement au titre de l'examen.", CHECKS)


def clear(act: a.ClearExamination, facts: Facts, on: date) -> Events:
    return (e.ExaminationCleared(),)


def may_notify(facts: Facts, on: date) -> Finding:
    closed = not_in_examination(facts)
    if closed is not None:
        return closed
    if facts.examination_state not in ("under_examination", "regularised", "cleared"):
        return no("Une notification est déjà en cours : attendez la réponse, levez-la ou décidez.", NOTIFY)
    return yes("Une irrégularité peut être notifiée, avec ou sans proposition de régularisation.", NOTIFY)


def notify(act: a.NotifyIrregularity, facts: Facts, on: date) -> Events:
    require(CYCLE.may_set(act.months))
    check_reasons(act.grounds, act.reasons)
    check_new_notice(act.notice, facts)
    absolute = [ground for ground in act.grounds if ground.startswith("L. 711-2")]
    if absolute:
        refuse(
            f"{absolute[0]} est un motif absolu : notifiez une objection, dans les quatre mois de la réception.",
            OBJECTION_PATH,
            field="grounds",
        )
    if act.proposal is not None:
        wider = extends(facts, act.proposal)
        if wider is not None:
            require(wider)
    return (e.IrregularityNotified(act.notice, act.grounds, act.reasons, act.months, act.proposal),)


def check_reasons(grounds: tuple[str, ...], reasons: str) -> None:
    """A notification says its grounds and its reasons (« notification motivée »)."""
    if not any(ground.strip() for ground in grounds):
        refuse("Citez au moins un motif : l'article sur lequel repose la notification.", NOTIFY, field="grounds")
    if not reasons.strip():
        refuse("Motivez la notification : dites en quoi la demande n'est pas conforme.", NOTIFY, field="reasons")


def check_new_notice(notice: str, facts: Facts) -> None:
    if notice and notice in facts.notices:
        refuse(f"Le courrier {notice} existe déjà : donnez une autre référence.", NOTIFY, field="notice")


@lru_cache(maxsize=8192)
def _answer_by(months: int, served_on: date) -> Deadline:
    return CYCLE.limit(months).expires(served_on)


def answer_deadline(facts: Facts) -> Deadline | None:
    """Last day to answer the irregularity, once its letter was served; None too for who is relieved (R. 712-12)."""
    if facts.irregularity is None or facts.irregularity.notice not in facts.served:
        return None
    if "irregularity" in facts.life.restored:
        return None
    return _answer_by(facts.irregularity.months, facts.served[facts.irregularity.notice])


def _may_answer(facts: Facts, on: date, states: tuple[str, ...], message: str) -> Finding:
    if not facts.in_examination or facts.examination_state not in states:
        return no("Aucune irrégularité n'attend de réponse.", PERIOD)
    limit = answer_deadline(facts)
    if not on_time(on, limit.date if limit else None):
        return no(
            "Le délai imparti pour répondre est expiré. Un relevé de déchéance peut être demandé.", PERIOD, RESTORATION
        )
    return yes(message, PERIOD)


def may_regularise(facts: Facts, on: date) -> Finding:
    return _may_answer(facts, on, ("irregularity_notified", "irregularity_contested"), "Le dépôt peut être régularisé.")


def regularise(act: a.Regularise, facts: Facts, on: date) -> Events:
    wider = extends(facts, act.application)
    if wider is not None:
        require(wider)
    return (e.Regularised(act.application, "applicant"),)


def may_contest(facts: Facts, on: date) -> Finding:
    return _may_answer(facts, on, ("irregularity_notified",), "Les objections de l'institut peuvent être contestées.")


def contest(act: a.ContestIrregularity, facts: Facts, on: date) -> Events:
    if not act.statement.strip():
        refuse("Dites en quoi vous contestez les objections de l'institut.", PERIOD, field="statement")
    return (e.IrregularityContested(act.statement, act.documents),)


def may_lift(facts: Facts, on: date) -> Finding:
    if not facts.in_examination or facts.examination_state not in NOTIFIED:
        return no("Aucune irrégularité n'est notifiée.", NOTIFY)
    if _about_fees(facts) and fees.balance(facts).due:
        return no("Les redevances dont le défaut a été notifié restent dues.", FEES_PROVED)
    return yes("L'irrégularité peut être levée.", REJECTED)


def _about_fees(facts: Facts) -> bool:
    return facts.irregularity is not None and FEE_GROUND in facts.irregularity.grounds


def lift(act: a.LiftIrregularity, facts: Facts, on: date) -> Events:
    return (e.IrregularityLifted(act.because or "L'irrégularité est corrigée."),)


def may_refuse_irregular(facts: Facts, on: date) -> Finding:
    """Refusal of R. 712-11 1°: the period passed in silence, or the answer does not lift the objection."""
    if facts.examination_state in ("irregularity_contested", "regularised"):
        return yes("Si la réponse ne permet pas de lever l'objection, la demande est rejetée.", REJECTED)
    limit = answer_deadline(facts)
    if limit is None:
        return no("La notification n'a pas encore été remise au déposant : son délai ne court pas.", PERIOD)
    if on <= limit.date:
        return no(f"Le déposant peut répondre jusqu'au {in_words(limit.date)} inclus.", PERIOD)
    if facts.irregularity is not None and facts.irregularity.proposal is not None:
        return no(
            "La proposition de régularisation est réputée acceptée : la demande ne peut pas être rejetée.",
            DEEMED_ACCEPTED,
        )
    if _only_fees(facts) and not fees.balance(facts).due:
        return no("Les redevances manquantes sont payées : levez l'irrégularité.", FEES_PROVED)
    return yes("Sans régularisation ni observation, la demande est rejetée.", REJECTED)


def _only_fees(facts: Facts) -> bool:
    return facts.irregularity is not None and set(facts.irregularity.grounds) == {FEE_GROUND}


def refusal(
    notice: str, grounds: tuple[str, ...], reasons: str, items: tuple[GoodsServicesItem, ...], facts: Facts, by: By
) -> Events:
    """The refusal as an event: partial when it leaves some goods or services (L. 712-7)."""
    check_new_notice(notice, facts)
    if not reasons.strip():
        refuse("Motivez le rejet : dites sur quoi il repose.", REASONED, field="reasons")
    stranger = not_among(items, facts.goods_services)
    if stranger is not None:
        refuse(f"« {stranger.term} » (classe {stranger.nice_class}) n'est pas dans la demande.", PARTIAL, field="items")
    if items and set(items) != set(facts.goods_services):
        return (e.PartlyRefused(notice, grounds, reasons, items, by),)
    return (e.Refused(notice, grounds, reasons, by),)


def irregularity_lapses(notice: str, facts: Facts, on: date) -> Events:
    """The consequence of silence: the proposal is deemed accepted, or the application is refused (R. 712-11 1°)."""
    if facts.irregularity is None or facts.examination_state != "irregularity_notified":
        refuse("Aucune irrégularité n'attend de réponse.", PERIOD)
    limit = answer_deadline(facts)
    if limit is None or on <= limit.date:
        refuse("Le délai imparti pour répondre n'est pas expiré.", PERIOD)
    proposal = facts.irregularity.proposal
    end = CYCLE.at_expiry(proposal=proposal is not None, answered=False, contested=False)
    if proposal is not None and end.outcome == "accepted":
        return (
            e.Regularised(proposal, "deemed_acceptance"),
            e.IrregularityLifted(
                "Proposition de régularisation réputée acceptée, faute de contestation (R. 712-11 1°)."
            ),
        )
    require(may_refuse_irregular(facts, on))
    grounds, reasons = facts.irregularity.grounds, facts.irregularity.reasons
    return refusal(notice, grounds, reasons, (), facts, "irregularity_not_cured")


def deadlines(facts: Facts, on: date) -> Iterator[OpenDeadline]:
    waiting = facts.in_examination and facts.examination_state == "irregularity_notified"
    limit = answer_deadline(facts) if waiting else None
    if limit is None or facts.irregularity is None:
        return
    proposal = facts.irregularity.proposal is not None
    yield OpenDeadline(
        id="irregularity",
        label="Répondre à la notification d'irrégularité",
        deadline=limit,
        who="applicant",
        act=a.Regularise.name,
        consequence="La proposition de l'institut est réputée acceptée." if proposal else "La demande est rejetée.",
        automatic=proposal,
    )


DOINGS: Doings = {
    a.ClearExamination: Doing(may_clear, clear),
    a.NotifyIrregularity: Doing(may_notify, notify),
    a.Regularise: Doing(may_regularise, regularise),
    a.ContestIrregularity: Doing(may_contest, contest),
    a.LiftIrregularity: Doing(may_lift, lift),
}
