"""Objections notified, answered, settled; refusal, and what may still be done after it (R. 612-45 to R. 612-52)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.patents import facts, money, objections
from guichet.law.patents.common import not_suspended
from guichet.law.patents.part import Part
from guichet.law.practice import value
from guichet.law.rules import Events, Rule, needs, required, within
from guichet.law.saying import advice, no, refuse
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.patents import examination as ex

EXAMINED = cite("L. 612-11", "", "examine la conformité des demandes de brevet avec les dispositions législatives")
REASONED = cite("R. 612-49", "al. 1", "notification motivée en est faite au demandeur")
REFUSED = cite("L. 612-12", "al. 1", "Est rejetée, en tout ou partie, toute demande de brevet")
IN_PART = cite("L. 612-12", "al. 11", "seules les revendications correspondantes sont rejetées")
DELETED = cite("R. 612-50", "al. 3", "les suppressions sont effectuées d'office")
NO_LATE_PAPERS = cite("R. 612-45", "1°", "Elle n'a pas été complétée dans les délais prévus aux articles R. 612-8")
UNPAID = cite("R. 612-45", "2°", "n'ont pas été acquittées dans le délai prescrit")
TWO_MONTHS = cite("R. 612-45", "al. 4", "d'un délai de deux mois à compter de la date de réception de la notification")
FINAL = cite("R. 612-45", "al. 4", "La décision de rejet est définitive si le demandeur n'a, dans le délai prescrit")
SURCHARGED = cite("R. 612-45", "al. 4", "ni acquitté la redevance majorée d'un supplément")
CONTINUED = cite("R. 612-52", "", "en raison de l'inobservation d'un délai imparti par l'Institut national")
ACT_DONE = cite("R. 612-52", "", "L'acte non accompli doit l'être dans ce délai")
FEE = cite(
    "R. 612-52", "", "La requête n'est recevable que si elle est accompagnée du paiement de la redevance exigible"
)
CONTINUING = cite("R. 612-52", "", "dans un délai de deux mois à compter de la notification de la décision de rejet")
UNITY_PERIOD = cite("R. 612-33", "", "un délai est imparti au demandeur pour diviser sa demande ou limiter")
NECESSARY = cite("R. 612-37", "", "que dans la mesure nécessaire pour remédier aux irrégularités constatées")
ANNULLED = cite("R. 411-19", "al. 1", "sont des recours en annulation")

ONE_REQUEST = Undecided(
    "Une seule requête en poursuite de la procédure couvre-t-elle plusieurs délais impartis inobservés ?",
    "Non : une requête, et une redevance, pour chaque délai.",
    "R. 612-52 vise « un délai imparti » et « l'acte non accompli », au singulier.",
    ("R. 612-52",),
)
CONTINUATION_START = Undecided(
    "Les deux mois de la poursuite de la procédure courent-ils de l'envoi ou de la réception du rejet ?",
    "De la réception.",
    "R. 612-52 dit « de la notification » ; la réception est favorable au demandeur.",
    ("R. 612-52", "R. 618-1"),
    safe="De l'envoi.",
)
FORM_CONTESTED = Undecided(
    "Le demandeur qui conteste une objection de forme sans proposition est-il rejeté sans nouvel examen ?",
    "Non : l'institut se prononce sur ses observations, puis lève l'objection ou rejette.",
    "R. 612-46 ne dit rien des observations ; L. 612-11 charge l'institut d'examiner.",
    ("R. 612-46", "L. 612-11"),
)

AFTER_REFUSAL = TimeLimit(
    TWO_MONTHS, "patent.refused", months=2, since="de la réception de la notification du rejet", title="patents"
)
CONTINUATION = TimeLimit(
    CONTINUING, "patent.refused", months=2, since="de la notification de la décision de rejet", title="patents"
)
AT_ONCE: tuple[ex.Refusal, ...] = ("incomplete", "fees_unpaid")
"""Refusals of R. 612-45, which become final two months later unless contested or paid with the surcharge."""


def _notifies(act: ex.ObjectionNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    cycle = objections.CYCLES[act.grounds]
    if objections.notified(dossier, act.objection) or not act.objection.strip():
        yield no("Donnez à cette objection une référence nouvelle.", cycle.opens, field="objection")
    if not act.reasons.strip():
        yield no("Motivez la notification.", REASONED, cycle.opens, field="reasons")
    if set(act.points) - set(cycle.points):
        yield no(f"Ce cycle ne porte que sur : {', '.join(cycle.points) or 'la forme'}.", cycle.opens, field="points")
    if act.grounds == "added_matter" and facts.application(dossier).division is None:
        yield no("Cette objection ne vise qu'une demande divisionnaire.", cycle.opens, field="grounds")
    if act.grounds == "patentability" and facts.title(dossier) == "utility_certificate" and "9°" in act.points:
        yield no("Un certificat d'utilité n'a pas de rapport de recherche.", cycle.opens, field="points")
    if act.grounds == "deletion" and not act.proposal.strip():
        yield no("Précisez les suppressions envisagées.", cycle.period.source, field="proposal")
    filed = facts.filing_date(dossier)
    if "7°" in act.points and filed and not value("patents.inventive_step_examined", on=filed).value:
        message = "Demande déposée avant le 22 mai 2020 : le seul défaut d'activité inventive ne la fait pas rejeter."
        yield advice(message, REFUSED, field="points")
    period = cycle.period.check(act.months)
    if not period.allowed:
        yield period


def _answers(act: ex.ObjectionAnswered, dossier: Dossier, on: date) -> Iterator[Finding]:
    first = objections.opened(dossier).get(act.objection)
    if first is None:
        yield no("Cette objection n'est pas ouverte.", EXAMINED, field="objection")
        return
    cycle = objections.CYCLES[first.grounds]
    last = objections.deadline(dossier, act.objection)
    if last is not None and on > last.date:
        message = f"Le délai imparti a expiré le {in_words(last.date)} : demandez la poursuite de la procédure."
        yield Finding(False, message, (*last.because,), "objection")
    if not any(getattr(act, way) for way in cycle.answers):
        yield no("Présentez des observations ou modifiez la demande.", cycle.opens, field="observations")
    if act.divided and "divided" not in cycle.answers:
        yield no("La division ne répond pas à cette objection.", cycle.opens, NECESSARY, field="divided")


def _settles(act: ex.ObjectionLifted | ex.PartsDeleted, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.objection not in objections.opened(dossier):
        yield no("Cette objection n'est pas ouverte.", EXAMINED, field="objection")


def _maintains(act: ex.ObjectionMaintained, dossier: Dossier, on: date) -> Iterator[Finding]:
    first = objections.opened(dossier).get(act.objection)
    if first is None:
        yield no("Cette objection n'est pas ouverte.", EXAMINED, field="objection")
        return
    cycle = objections.CYCLES[first.grounds]
    if cycle.rounds <= objections.rounds(dossier, act.objection):
        yield no("Aucun nouveau délai n'est prévu : levez l'objection ou statuez.", cycle.not_retained)
    elif objections.answered(dossier, act.objection) is None:
        yield no("Le demandeur n'a pas répondu : il n'y a rien à maintenir.", cycle.not_retained)
    period = cycle.period.check(act.months)
    if not period.allowed:
        yield period


def _settled_by_examination(dossier: Dossier, on: date, objection: str) -> Iterator[Finding]:
    """A refusal on the merits waits for the answer, and for the second period where there is one."""
    first = objections.opened(dossier).get(objection)
    if first is None:
        yield no("Notifiez d'abord l'objection au demandeur.", EXAMINED, REASONED, field="objection")
        return
    cycle = objections.CYCLES[first.grounds]
    answer, last = objections.answered(dossier, objection), objections.deadline(dossier, objection)
    if answer is None and (last is None or on <= last.date):
        yield no("Le demandeur a encore le temps de répondre.", cycle.period.source, field="objection")
    elif answer is not None and objections.rounds(dossier, objection) < cycle.rounds:
        message = "Ses observations ne sont pas retenues : notifiez-le, avec un nouveau délai, avant de rejeter."
        yield no(message, cycle.not_retained, field="objection")


def _refuses(act: ex.Refused, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.ground in (*AT_ONCE, "prior_art"):
        yield no("Ce rejet se tire de l'expiration de son délai.", NO_LATE_PAPERS, UNPAID, field="ground")
        return
    first = objections.opened(dossier).get(act.objection)
    if first is not None and first.grounds != act.ground:
        yield no("Ce motif n'est pas celui de l'objection notifiée.", REASONED, field="ground")
    if first is not None and first.claims:
        yield no("L'objection ne porte que sur des revendications : rejetez celles-là.", IN_PART, field="objection")
    yield from _settled_by_examination(dossier, on, act.objection)
    answered = objections.answered(dossier, act.objection) is not None
    if act.silence == answered and first is not None:
        message = "Le demandeur a répondu : ce n'est pas son silence." if answered else "Le demandeur n'a pas répondu."
        yield no(message, EXAMINED, field="silence")


def _refuses_claims(act: ex.ClaimsRefused, dossier: Dossier, on: date) -> Iterator[Finding]:
    first = objections.opened(dossier).get(act.objection)
    if not act.claims or (first is not None and first.claims != act.claims):
        yield no("Rejetez les revendications que l'objection désigne.", IN_PART, field="claims")
    yield from _settled_by_examination(dossier, on, act.objection)


def _deletes(act: ex.PartsDeleted, dossier: Dossier, on: date) -> Iterator[Finding]:
    first = objections.opened(dossier).get(act.objection)
    if first is not None and first.grounds != "deletion":
        yield no("Aucune suppression n'est envisagée dans cette objection.", DELETED, field="objection")
    yield from _settled_by_examination(dossier, on, act.objection)


def _refusal(dossier: Dossier) -> ex.Refused | None:
    return dossier.last(ex.Refused)


def _contested(dossier: Dossier) -> bool:
    refused, contested = dossier.on(ex.Refused), dossier.on(ex.RefusalContested)
    return refused is not None and contested is not None and contested >= refused


def _at_once(dossier: Dossier, on: date) -> Finding | None:
    refused = _refusal(dossier)
    if refused is None or refused.ground in AT_ONCE:
        return None
    return no("Ce rejet ne se conteste que devant la cour d'appel, ou par la poursuite de la procédure.", TWO_MONTHS)


def _paid_with_surcharge(dossier: Dossier, on: date) -> bool:
    """The fees and the surcharge, paid by that day."""
    heads = {*money.R612_45, f"{facts.right(dossier)}.late_surcharge", "patent.late_surcharge"}
    return not money.unpaid(dossier, on, heads)


def _may_set_aside(dossier: Dossier, on: date) -> Finding | None:
    refused = _refusal(dossier)
    if refused is None or _contested(dossier):
        return None
    if refused.ground == "fees_unpaid":
        if _paid_with_surcharge(dossier, on):
            return None
        return no("Les redevances et leur supplément ne sont pas payés.", SURCHARGED)
    return no("Le demandeur n'a pas contesté le rejet.", FINAL)


def _became_final(dossier: Dossier, on: date) -> Events:
    """At the end of the two months: paid with the surcharge, contested, or final."""
    refused = _refusal(dossier)
    assert refused is not None
    if refused.ground == "fees_unpaid" and _paid_with_surcharge(dossier, on):
        return (ex.RefusalSetAside("Les redevances et leur supplément sont payés."),)
    if _contested(dossier):
        refuse("Le rejet est contesté : statuez sur les observations.", FINAL, field="deadline")
    return (ex.RefusalMadeFinal(),)


def _finally(dossier: Dossier, on: date) -> Finding | None:
    """The office confirms after examining the observations, or notes that the period is over."""
    if _contested(dossier):
        return None
    last = (REFUSAL if _waits_45(dossier) else CONTINUE).deadline(dossier)
    if last is not None and on > last.date:
        return None
    return no("Le demandeur a encore deux mois pour agir.", FINAL, CONTINUING)


def _waits_45(dossier: Dossier) -> bool:
    refused = _refusal(dossier)
    return refused is not None and refused.ground in AT_ONCE


def _refused_on(dossier: Dossier) -> date | None:
    return dossier.served_on(ex.Refused)


def _waits(at_once: bool) -> Callable[[Dossier], date | None]:
    def starts(dossier: Dossier) -> date | None:
        if dossier.state != "refused" or _waits_45(dossier) != at_once:
            return None
        return _refused_on(dossier)

    return starts


def _ends(dossier: Dossier, on: date) -> Events:
    return (ex.RefusalMadeFinal(),)


REFUSAL = Clock(
    "refusal", "Contester le rejet, ou payer avec le supplément", AFTER_REFUSAL, _waits(True), "applicant",
    "contest_refusal", "Le rejet est définitif.", ("refused",), _became_final,
)  # fmt: skip
CONTINUE = Clock(
    "continuation", "Requérir la poursuite de la procédure", CONTINUATION, _waits(False), "applicant",
    "continue_procedure", "Le rejet est définitif, sauf recours.", ("refused",), _ends,
)  # fmt: skip


def _continues(act: ex.ProcedureContinued, dossier: Dossier, on: date) -> Iterator[Finding]:
    """A period set by the office was missed; the act is done now, and the fee is paid."""
    missed = _refusal(dossier) if dossier.state == "refused" else None
    if missed is not None and (not missed.silence or missed.ground in AT_ONCE):
        message = "Le rejet ne vient pas d'un délai imparti par l'institut : la poursuite n'est pas ouverte."
        yield no(message, CONTINUED)
    if missed is None and not _threatened(act.objection, dossier, on):
        yield no("Aucun délai imparti n'a été manqué.", CONTINUED, field="objection")
    if not act.act_done:
        yield no("Accomplissez dans le même délai l'acte qui manquait.", ACT_DONE, field="act_done")
    fee = money.one(f"{facts.right(dossier)}.further_processing", dossier, on)
    if fee and not money.covers(dossier, on, fee):
        yield no("Payez la redevance de poursuite de la procédure avec la requête.", FEE, field="payment")


def _threatened(objection: str, dossier: Dossier, on: date) -> bool:
    """The period is over and the refusal has not been pronounced yet."""
    if objection not in objections.opened(dossier) or objections.answered(dossier, objection):
        return False
    last = objections.deadline(dossier, objection)
    return last is not None and on > last.date


RULES = {
    "notify_objection": Rule(EXAMINED, guards=(not_suspended,), checks=(_notifies,)),
    "answer_objection": Rule(EXAMINED, checks=(_answers,)),
    "lift_objection": Rule(EXAMINED, guards=(not_suspended,), checks=(_settles,)),
    "maintain_objection": Rule(
        objections.CYCLES["added_matter"].not_retained, guards=(not_suspended,),
        checks=(required("reasons", "Dites pourquoi les observations ne sont pas retenues.", UNITY_PERIOD), _maintains),
    ),
    "delete_parts": Rule(DELETED, guards=(not_suspended,), checks=(_settles, _deletes)),
    "refuse_claims": Rule(IN_PART, guards=(not_suspended,), checks=(_refuses_claims,)),
    "refuse": Rule(REFUSED, guards=(not_suspended,), checks=(_refuses,)),
    "contest_refusal": Rule(
        TWO_MONTHS, guards=(_at_once, within(REFUSAL)),
        checks=(required("observations", "Exposez vos observations.", TWO_MONTHS),),
    ),
    "set_aside_refusal": Rule(FINAL, guards=(_at_once, _may_set_aside)),
    "make_refusal_final": Rule(FINAL, guards=(_finally,)),
    "continue_procedure": Rule(CONTINUED, guards=(within(CONTINUE),), checks=(_continues,)),
    "annul_refusal": Rule(
        ANNULLED, guards=(needs(ex.Refused, "Aucun rejet n'a été prononcé.", ANNULLED),),
        checks=(required("judgment", "Indiquez l'arrêt de la cour d'appel.", ANNULLED),),
    ),
}  # fmt: skip

PART = Part(RULES, (*(objections.clock(cycle) for cycle in objections.CYCLES.values()), REFUSAL, CONTINUE))
