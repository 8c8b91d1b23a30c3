"""From the publication of a variety to its grant: observations, examination, report (R. 623-16 to R. 623-28)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.clocks import Clock
from guichet.law.dates import in_words, with_weekday
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import needs_payment
from guichet.law.other_titles.plant_denomination import NAME_OBSERVATIONS, marks_given_up, named
from guichet.law.other_titles.plant_filing import REGULARISATION
from guichet.law.other_titles.plant_papers import live
from guichet.law.procedure import Rule
from guichet.law.rules import after, needs, required, within
from guichet.law.saying import no
from guichet.law.sources import cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.other_titles import plant_variety_events as v

# R. 623-16 to R. 623-20: publication and observations
PUBLISHED = cite("R. 623-16", "al. 1", "toute demande de certificat d'obtention végétale régulièrement déposée fait")
HELD_BACK = cite("R. 623-44", "al. 1", "ne peuvent, sauf intervention de l'autorisation spéciale prévue par l'article")
OBSERVE = TimeLimit(
    cite("R. 623-17", "", "Dans un délai de deux mois à compter de la date de la publication"),
    "plant_variety.published",
    months=2,
    since="de la publication de la demande",
    title="plant_varieties",
)
FRENCH = cite("R. 623-10", "al. 1", "doivent être rédigées en langue française")
TO_COURT = cite("R. 623-18", "al. 1", "sont portées directement devant les tribunaux judiciaires")
ANSWER = OfficePeriod(
    cite("R. 623-20", "", "qui fixe le délai dans lequel il doit y être répondu"),
    "plant_variety.observations_notified",
    default_months=2,
    title="plant_varieties",
)
# R. 623-21: examination
WAIVED = cite(
    "R. 623-21", "al. 3", "s'il résulte des documents français ou étrangers en sa possession qu'un tel examen"
)
EXAMINED = cite("R. 623-21", "al. 4", "il en fixe la durée et les modalités")
NO_VALUE = cite("R. 623-21", "al. 4", "à l'exclusion de toute appréciation sur la valeur culturale")
EXAMINATION_PAID = cite("R. 623-21", "al. 4", "il n'est effectué que sur justification du paiement de la redevance")
MATERIAL = cite("R. 623-5", "3°", "dans les délais qu'il fixe, sous peine de rejet de la demande")
# R. 623-23: suspension
SUSPENDED = cite("R. 623-23", "al. 1", "L'instruction est suspendue à la requête écrite de toute personne")
PROVEN = cite("R. 623-23", "al. 1", "qui apporte la preuve qu'elle a intenté auprès du tribunal judiciaire")
TRIALS = cite("R. 623-23", "al. 1", "Toutefois, les essais décidés par le responsable des missions")
RESUMED = cite("R. 623-23", "al. 2", "L'instruction est reprise dès que la décision du tribunal est passée en force")
NOT_ALONE = cite("R. 623-23", "al. 2", "ne peut retirer celle-ci sans le consentement de l'auteur de l'action")
SPECIAL_POWER = cite("R. 623-3", "al. 2", "à l'exception du retrait de la demande ou de la renonciation au certificat")
# R. 623-24 to R. 623-28: report, decision, publication
REPORT = TimeLimit(
    cite("R. 623-24", "al. 1", "celui-ci a deux mois pour présenter ses observations"),
    "plant_variety.report_notified",
    months=2,
    since="de la notification du rapport",
    title="plant_varieties",
)
REPORTED = cite("R. 623-24", "al. 1", "un rapport sommaire résumant les résultats de l'instruction est notifié")
OBSERVERS = cite("R. 623-24", "al. 2", "Elle peut présenter de nouvelles observations dans le même délai que ci-dessus")
DECIDED = cite("R. 623-25", "al. 1", "A l'expiration du délai prévu à l'article précédent")
REASONED = cite("R. 623-25", "al. 2", "Sa décision est motivée")
INQUIRY = cite("R. 623-25", "al. 1", "soit un supplément d'enquête dans des conditions et délais qu'il doit fixer")
NEW_VARIETY = cite(
    "L. 623-12", "al. 1", "Le certificat n'est délivré que s'il résulte d'un examen préalable que la variété"
)
DISTINCT = cite("L. 623-2", "1°", "Se distingue nettement de toute autre variété dont l'existence")
UNIFORM = cite("L. 623-2", "2°", "Est homogène, c'est-à-dire suffisamment uniforme dans ses caractères pertinents")
STABLE = cite("L. 623-2", "3°", "Demeure stable, c'est-à-dire identique à sa définition initiale")
ENOUGH = cite("L. 623-12", "al. 2", "peut tenir pour suffisant l'examen préalable effectué dans un autre Etat partie")
REFUSED = cite("L. 623-7", "", "Toute décision de rejet d'une demande doit être motivée")

GRANT_OUT = TimeLimit(
    cite("R. 623-28", "", "dans un délai de trois mois à compter de la date de notification de délivrance"),
    "plant_variety.granted",
    months=3,
    since="de la notification de la délivrance",
    title="plant_varieties",
    bearer="office",
)


def running(dossier: Dossier, on: date) -> Finding | None:
    """Refused while an ownership action suspends the instruction."""
    if dossier.states["instruction"] != "suspended":
        return None
    message = "L'instruction est suspendue par une action en revendication : attendez le jugement, ou un accord écrit."
    return no(message, SUSPENDED, RESUMED)


def _entered(dossier: Dossier, on: date) -> Finding | None:
    """Only an application that is entered, in order, and not yet published."""
    if dossier.state == "registered":
        return None
    return no("La demande n'est pas inscrite et régulière, ou elle est déjà publiée.", PUBLISHED)


def _reported(dossier: Dossier, on: date) -> Finding | None:
    """Only once a report is notified, and no further inquiry is under way."""
    return None if dossier.state == "reported" else no("Notifiez d'abord le rapport sommaire.", REPORTED)


def _free(dossier: Dossier, on: date) -> Finding | None:
    if dossier.states["secrecy"] != "secret":
        return None
    return no("La divulgation de cette obtention est interdite : la procédure attend sa fin.", HELD_BACK)


OBSERVATIONS = Clock(
    id="observations",
    label="Présenter des observations sur la demande",
    limit=OBSERVE,
    starts=lambda d: d.on(v.VarietyApplicationPublished),
    who="public",
    act="observe_variety",
    consequence="L'instruction continue sans observations nouvelles.",
    states=("published", "examining"),
)


def _answer_limit(dossier: Dossier, started: date) -> Deadline:
    return ANSWER.of(dossier.all(v.VarietyObservationsNotified)[-1].months).expires(started)


def _to_answer(dossier: Dossier) -> date | None:
    answered, asked = dossier.on(v.VarietyObservationsAnswered), dossier.on(v.VarietyObservationsNotified)
    return None if answered and asked and answered >= asked else dossier.served_on(v.VarietyObservationsNotified)


ANSWERING = Clock(
    id="observations_answer",
    label="Répondre aux observations",
    limit=_answer_limit,
    starts=_to_answer,
    who="applicant",
    act="answer_variety_observations",
    consequence="L'instruction continue sans réponse.",
    states=("published", "examining"),
    of=ANSWER.source,
)


def _material_due(dossier: Dossier) -> date | None:
    asked, given = dossier.on(v.VarietyMaterialRequested), dossier.on(v.VarietyMaterialSupplied)
    last = dossier.last(v.VarietyMaterialRequested)
    return None if last is None or (given and asked and given >= asked) else last.due_on


MATERIAL_CLOCK = Clock(
    id="material",
    label="Fournir le matériel végétal",
    limit=lambda d, day: Deadline(day, (Reason(f"Dernier jour fixé : le {with_weekday(day)}.", MATERIAL),)),
    starts=_material_due,
    who="applicant",
    act="supply_material",
    consequence="La demande est rejetée.",
    states=("registered", "published", "examining"),
    lapse=lambda d, on: (
        v.VarietyApplicationRefused(f"rejet-{on.isoformat()}", "Le matériel végétal n'a pas été fourni à temps."),
    ),
    of=MATERIAL,
)
REPORT_CLOCK = Clock(
    id="report",
    label="Présenter des observations sur le rapport",
    limit=REPORT,
    starts=lambda d: d.served_on(v.VarietyReportNotified),
    who="party",
    act="observe_variety_report",
    consequence="Il est statué sur la demande.",
    states=("reported",),
)
GRANT_PUBLICATION = Clock(
    id="grant_publication",
    label="Publier la délivrance",
    limit=GRANT_OUT,
    starts=lambda d: None if d.has(v.VarietyGrantPublished) else d.served_on(v.VarietyCertificateGranted),
    who="office",
    act="publish_variety_grant",
    consequence="Le texte ne fixe pas de sanction.",
    states=("granted",),
)


def _observed(act: v.VarietyObservationsFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    """In the two months of the application, or in those of a new denomination for what concerns it."""
    whole, name = OBSERVATIONS.deadline(dossier), NAME_OBSERVATIONS.deadline(dossier)
    if not act.in_french:
        yield no("Rédigez les observations en français.", FRENCH, field="in_french")
    if whole and on > whole.date and not (act.on_denomination and name and on <= name.date):
        message = f"Le délai pour présenter des observations a expiré le {in_words(whole.date)}."
        yield Finding(False, message, whole.because, "statement")


def _months(act: v.VarietyObservationsNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    finding = ANSWER.check(act.months)
    if not finding.allowed:
        yield finding


def _action(act: v.VarietyOwnershipActionEntered, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.proof:
        yield no("Apportez la preuve que l'action en revendication est engagée.", PROVEN, TO_COURT, field="proof")


def _examination(act: v.VarietyExaminationOrdered, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.cultural_value:
        yield no("L'examen ne porte pas sur la valeur culturale de la variété.", NO_VALUE, field="cultural_value")
    if act.months < 1 or not act.modalities.strip():
        yield no("Fixez la durée et les modalités de l'examen.", EXAMINED, field="months")


def _withdrawal(act: v.VarietyApplicationWithdrawn, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.representative and not act.special_power:
        yield no("Joignez un pouvoir spécial : le pouvoir général ne vaut pas pour le retrait.", SPECIAL_POWER,
                 field="special_power")  # fmt: skip
    if dossier.states["instruction"] == "suspended" and not act.plaintiff_agrees:
        message = "Joignez le consentement de l'auteur de l'action en revendication."
        yield no(message, NOT_ALONE, field="plaintiff_agrees")


def _new_variety(dossier: Dossier, on: date) -> Finding | None:
    """The last report must show a variety that is distinct, uniform and stable."""
    report = dossier.last(v.VarietyReportNotified)
    if report is None:
        return None
    lines = ((report.distinct, "distincte", DISTINCT), (report.uniform, "homogène", UNIFORM),
             (report.stable, "stable", STABLE))  # fmt: skip
    for met, word, source in lines:
        if not met:
            return no(f"Le rapport ne montre pas que la variété est {word}.", NEW_VARIETY, source)
    return None


def _refusable(dossier: Dossier, on: date) -> Finding | None:
    """A refusal comes after the report and its two months, or when a defect of form was not cured in time."""
    if dossier.state == "to_regularise":
        return after(REGULARISATION)(dossier, on)
    return _reported(dossier, on) or after(REPORT_CLOCK)(dossier, on)


_decision = (running, after(REPORT_CLOCK))
RULES = {
    "publish_variety": Rule(PUBLISHED, guards=(_entered, _free)),
    "observe_variety": Rule(OBSERVE.source, checks=(
        required("statement", "Écrivez vos observations.", OBSERVE.source), _observed)),
    "notify_variety_observations": Rule(ANSWER.source, checks=(_months,), guards=(
        needs(v.VarietyObservationsFiled, "Aucune observation n'est présentée.", ANSWER.source),)),
    "answer_variety_observations": Rule(ANSWER.source, guards=(
        needs(v.VarietyObservationsNotified, "Aucune observation n'est notifiée.", ANSWER.source),)),
    "enter_ownership_action": Rule(SUSPENDED, guards=(live,), checks=(_action,)),
    "resume_instruction": Rule(RESUMED),
    "order_examination": Rule(EXAMINED, checks=(_examination,), guards=(
        running, needs_payment("plant_variety.examination", EXAMINATION_PAID))),
    "waive_examination": Rule(WAIVED, guards=(running,),
                              checks=(required("documents", "Citez l'examen déjà fait.", WAIVED, ENOUGH),)),
    "request_material": Rule(MATERIAL),
    "supply_material": Rule(TRIALS, guards=(
        needs(v.VarietyMaterialRequested, "Aucun matériel n'est demandé.", MATERIAL),)),
    "notify_variety_report": Rule(REPORTED, guards=(running,),
                                  checks=(required("conclusions", "Résumez les résultats.", REPORTED),)),
    "observe_variety_report": Rule(OBSERVERS, guards=(within(REPORT_CLOCK),)),
    "order_inquiry": Rule(INQUIRY, guards=_decision,
                          checks=(required("conditions", "Fixez les conditions.", INQUIRY),)),
    "refuse_variety": Rule(DECIDED, guards=(running, _refusable),
                           checks=(required("reasons", "Motivez le rejet.", REASONED, REFUSED),)),
    "grant_variety": Rule(DECIDED, guards=(_reported, *_decision, _new_variety, named, marks_given_up),
                          checks=(required("reasons", "Motivez la décision.", REASONED),)),
    "publish_variety_grant": Rule(GRANT_OUT.source),
    "withdraw_variety": Rule(NOT_ALONE, checks=(_withdrawal,)),
}  # fmt: skip
CLOCKS = (OBSERVATIONS, ANSWERING, MATERIAL_CLOCK, REPORT_CLOCK, GRANT_PUBLICATION)
