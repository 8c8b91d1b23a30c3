"""Controls of the operators of a geographical indication (L. 721-9, R. 721-9, R. 721-10): who, by when, then what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.law.answers import Finding
from guichet.law.dates import in_words
from guichet.law.saying import no, yes
from guichet.law.sources import cite, rule
from guichet.law.time_limits import TimeLimit

ACCREDITED = cite("L. 721-9", "al. 1", "qui bénéficient d'une accréditation délivrée par l'instance nationale")
ADMITTED = cite("R. 721-9", "al. 2", "dont la recevabilité opérationnelle a fait l'objet d'une décision favorable")
ACCREDITATION = TimeLimit(
    cite("R. 721-9", "al. 2", "dans le délai maximal d'un an à compter de la notification de cette décision"),
    "control_body.admitted",
    years=1,
    since="de la notification de la recevabilité opérationnelle",
    title="indications",
)
REPORT = TimeLimit(
    cite("R. 721-10", "I", "le rapport de contrôle dans le mois qui suit l'achèvement du contrôle"),
    "control.ended",
    months=1,
    since="de l'achèvement du contrôle",
    title="indications",
)
CERTIFICATION_REPORT = TimeLimit(
    cite("R. 721-10", "II", "le rapport de contrôle dans le mois qui suit l'achèvement du contrôle"),
    "control.ended",
    months=1,
    since="de l'achèvement du contrôle de certification",
    title="indications",
)
NOTICE = TimeLimit(
    cite("R. 721-10", "I", "dans un délai déterminé qui ne peut être inférieur à un mois"),
    "operator.put_on_notice",
    months=1,
    since="de la mise en demeure",
    title="indications",
)
WARNED = cite("R. 721-10", "I", "l'informant de l'exclusion qu'il encourt s'il s'abstient de cette mise en conformité")
AT_ONCE = cite("R. 721-10", "II", "exclut l'opérateur sans délai conformément au 6° de l'article L. 721-6")
EXCLUDED = cite("L. 721-6", "6°", "Exclut, après mise en demeure, tout opérateur qui ne respecte pas le cahier")
MARKED = cite("R. 721-10", "III", "contiennent la marque d'accréditation ou une référence textuelle à l'accréditation")
CORRECTED = cite("R. 721-10", "II", "qu'après correction des manquements majeurs par l'opérateur")
COHERENT = cite("R. 721-10", "IV", "vérifie la cohérence entre les rapports de contrôle et les mesures correctives")


def may_control(*, accredited: bool, admitted_on: date | None, on: date) -> Finding:
    """Whether this body may control a specification on that day: accredited, or on its way for a year at most."""
    if accredited:
        return yes("L'organisme est accrédité pour ce cahier des charges.", ACCREDITED)
    if admitted_on is None:
        message = "L'organisme doit être accrédité, ou sa demande d'accréditation jugée recevable."
        return no(message, ACCREDITED, ADMITTED, field="admitted_on")
    last = ACCREDITATION.expires(admitted_on)
    if on <= last.date:
        return Finding(True, f"L'accréditation doit être obtenue le {in_words(last.date)} au plus tard.", last.because)
    return Finding(False, f"L'accréditation devait être obtenue le {in_words(last.date)}.", last.because, "accredited")


@dataclass(frozen=True)
class OperatorNotice:
    """A formal notice of the defence body to an operator. until: last day to comply; warns_of_exclusion: it says so."""

    sent_on: date
    until: date
    warns_of_exclusion: bool


def may_exclude(*, notice: OperatorNotice | None, complied: bool, certification_lost: bool, on: date) -> Finding:
    """Whether the defence body may exclude an operator on that day, or must at once."""
    if certification_lost:
        return yes("La certification est perdue : l'opérateur est exclu sans délai.", AT_ONCE)
    if notice is None:
        return no("Mettez d'abord l'opérateur en demeure.", EXCLUDED, field="notice")
    least = NOTICE.expires(notice.sent_on)
    if notice.until < least.date:
        message = f"La mise en demeure doit laisser au moins jusqu'au {in_words(least.date)}."
        return Finding(False, message, least.because, "notice.until")
    if not notice.warns_of_exclusion:
        return no("La mise en demeure doit annoncer l'exclusion encourue.", WARNED, field="notice.warns_of_exclusion")
    if complied:
        return no("L'opérateur s'est mis en conformité.", EXCLUDED, field="complied")
    if on <= notice.until:
        return no(f"L'opérateur a jusqu'au {in_words(notice.until)} inclus.", EXCLUDED, field="notice.until")
    return yes("L'opérateur peut être exclu.", EXCLUDED)


@rule("R. 721-10", "II", "La certification n'est octroyée par l'organisme de certification qu'après correction")
def may_certify(*, major_failings: int, corrected: int) -> Finding:
    """Whether the certification may be granted: every major failing corrected."""
    if corrected >= major_failings:
        return yes("La certification peut être octroyée.", CORRECTED)
    return no("Tous les manquements majeurs doivent d'abord être corrigés.", CORRECTED, field="corrected")


def report_in_order(*, ended_on: date, sent_on: date, accreditation_mark: bool) -> list[Finding]:
    """What is wrong with a control report; empty when nothing is."""
    found, last = [], REPORT.expires(ended_on)
    if sent_on > last.date:
        found.append(Finding(False, f"Le rapport était dû le {in_words(last.date)}.", last.because, "sent_on"))
    if not accreditation_mark:
        message = "Le rapport doit porter la marque d'accréditation ou y renvoyer."
        found.append(no(message, MARKED, field="accreditation_mark"))
    return found


@rule("R. 721-10", "IV", "vérifie la cohérence entre les rapports de contrôle et les mesures correctives demandées")
def uncorrected(failings: tuple[str, ...], measures: tuple[str, ...]) -> list[Finding]:
    """Failings of the reports for which no corrective measure was told to the office."""
    return [
        no(f"Aucune mesure corrective ne répond au manquement « {failing} ».", COHERENT, field="measures")
        for failing in failings
        if failing not in measures
    ]
