"""The disciplinary chamber: prosecution or closure, appeal, report, hearing, decision (R. 422-58 to R. 422-66)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Finding
from guichet.law.attorneys import discipline_panel as panel
from guichet.law.attorneys.discipline_limits import (
    ACCEPTED,
    ANOTHER,
    APPEAL,
    AUTHOR_TOLD,
    BEFORE,
    BOTH_SIDES,
    BREACH,
    CALENDAR,
    CASSATION,
    CLOSED,
    DRAFT,
    DRAFT_REMARKS,
    EIGHT_DAYS,
    ELECTRONIC,
    ENFORCEABLE,
    FAILED,
    JOINED,
    LETTERS,
    MOTIVATED,
    NOTIFICATION,
    OBSERVATIONS,
    OBSERVE,
    OFFER,
    ONE_MONTH,
    PROSECUTION,
    READ,
    REASONED,
    REMARKS,
    REMEDIES,
    REPORT,
    REPRESENTATIVE,
    SEISED,
    SENT,
    SUMMONS,
    THREE,
    TO_ALL,
    TO_CASSATION,
    TOLD,
    TWO_MONTHS,
    WITH_PARTNERS,
    seisin,
)
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.practice.values import value
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import after, needs, required, within
from guichet.law.saying import no
from guichet.rights.attorneys import attorney as a
from guichet.rights.attorneys import discipline as d
from guichet.rights.attorneys import european as e
from guichet.rights.events import NoticeServed


def _seised(act: d.DisciplineSeised, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.accused.name.strip() or not act.facts.strip():
        yield no("Nommez la personne mise en cause et dites les faits.", SEISED, BREACH, field="facts")
    if act.author == "complainant" and not act.author_name.strip():
        yield no("Nommez l'auteur de la plainte.", SEISED, field="author_name")
    if act.author_is_attorney and act.author != "complainant":
        yield no("Seul l'auteur d'une plainte peut être un conseil.", panel.RESTRICTED, field="author_is_attorney")
    if act.accused.liberal and not act.accused.partners:
        message = "Une société d'exercice libéral n'est poursuivie qu'avec ses associés : nommez-les."
        yield no(message, WITH_PARTNERS, field="accused.partners")
    if act.how == "registered_letter" and value("discipline.electronic_only", on=on).value:
        yield no("Cette saisine se fait par voie électronique.", ELECTRONIC, field="how")
    if act.how == "other":
        message = "Envoyez la saisine en recommandé, ou par une transmission qui en date la réception."
        yield no(message, SENT, field="how")
    if not (len(act.residence) == 2 and act.residence.isascii() and act.residence.isupper()):
        yield no("Indiquez le pays ou la collectivité où demeure l'auteur.", ONE_MONTH.source, field="residence")


def _copied(act: d.SeisinNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.president_copied:
        yield no("Transmettez aussi une copie au président de la Compagnie nationale.", TOLD, field="president_copied")


def _of_a_complaint(dossier: Dossier, on: date) -> Finding | None:
    seised = seisin(dossier)
    if dossier.has(d.ConciliationFailed):
        return no("Une conciliation a déjà été tentée pour ce manquement.", OFFER)
    if seised is None or seised.author == "complainant":
        return None
    return no("La conciliation ne se propose que sur une plainte.", OFFER)


def _first_time(act: d.ConciliationOffered, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.already_tried:
        yield no("Ce manquement a déjà fait l'objet d'une conciliation.", OFFER, field="already_tried")


def _two_months(act: d.Prosecuted, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.months < 2:
        yield no("Donnez deux mois au moins pour les observations.", OBSERVE.source, field="months")


def _remedies(act: d.ComplaintClosed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.remedies:
        yield no("Mentionnez les voies et délais de recours.", REMEDIES, field="remedies")


def _three_members(act: d.ClosureConfirmed | d.ClosureReversed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if len(set(act.members)) != 3:
        yield no("L'organe d'appel réunit trois conseils.", THREE, field="members")


def _calendar(act: d.CalendarSet, dossier: Dossier, on: date) -> Iterator[Finding]:
    longest = CALENDAR.raw(on).date
    if not on <= act.ends_on <= longest:
        message = f"Le calendrier d'instruction finit le {in_words(longest)} au plus tard."
        yield no(message, CALENDAR.source, field="ends_on")


_STAGES: Mapping[str, tuple[Clock, tuple[str, ...]]] = {
    "prosecution": (OBSERVATIONS, ("investigation", "draft_sent")),
    "draft": (DRAFT_REMARKS, ("draft_sent",)),
    "summons": (SUMMONS, ("summoned",)),
}


def _observing(act: d.DisciplineObserved, dossier: Dossier, on: date) -> Iterator[Finding]:
    clock, states = _STAGES[act.stage]
    if not dossier.in_state(*states):
        yield no("Ces observations ne sont pas attendues à ce stade.", clock.source, field="stage")
        return
    late = within(clock)(dossier, on)
    if late is not None:
        yield late


def _heard_first(dossier: Dossier, on: date) -> Finding | None:
    """The attorney had his time to answer; a reversed closure gives none."""
    return after(OBSERVATIONS)(dossier, on) if dossier.has(d.Prosecuted) else None


def _weeks(act: d.DraftReportSent, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not 2 <= act.weeks <= 52:
        yield no("Donnez deux semaines au moins pour les remarques.", REMARKS, field="weeks")


def _replacing(act: d.RapporteurReplaced, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.company_member or act.chamber_member:
        message = "Choisissez un membre de la Compagnie qui ne siège pas à la chambre."
        yield no(message, ANOTHER, field="chamber_member")


def _report(act: d.ReportFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not (act.qualified and act.both_sides):
        message = "Le rapport qualifie les faits, cite les textes, et instruit à charge et à décharge."
        yield no(message, BOTH_SIDES, field="both_sides")


def _summons(act: d.HearingSummoned, dossier: Dossier, on: date) -> Iterator[Finding]:
    if on > BEFORE.last_day(act.hearing_on).date:
        yield no("Convoquez un mois au moins avant l'audience.", BEFORE.source, field="hearing_on")
    if not act.report_joined:
        yield no("Joignez le rapport et les observations reçues.", JOINED, field="report_joined")
    seised = seisin(dossier)
    if seised is not None and seised.accused.person == "company" and not act.to.strip():
        yield no("Adressez la convocation au représentant légal de la société.", REPRESENTATIVE, field="to")
    if not act.author_notified:
        yield no("Notifiez aussi la convocation à l'auteur de la saisine.", AUTHOR_TOLD, field="author_notified")


def _day_come(dossier: Dossier, on: date) -> Finding | None:
    summoned = dossier.last(d.HearingSummoned)
    if summoned is None or on >= summoned.hearing_on:
        return None
    return no(f"L'audience est fixée au {in_words(summoned.hearing_on)}.", READ)


def _served(dossier: Dossier, on: date) -> Finding | None:
    if dossier.served_on(d.HearingSummoned) is not None:
        return None
    return no("La convocation n'est pas encore remise à la personne poursuivie.", BEFORE.source, LETTERS)


def _to_all(act: d.DecisionNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.to_all:
        message = "Notifiez aussi la décision à l'auteur, à l'institut, à la Compagnie et aux deux ministres."
        yield no(message, TO_ALL, field="to_all")


def _enforceable(dossier: Dossier, on: date) -> Finding | None:
    if dossier.served_on(d.DecisionNotified) is not None:
        return None
    return no("La décision n'est exécutoire qu'une fois notifiée à la personne.", ENFORCEABLE)


def _reference(dossier: Dossier) -> str:
    seised = seisin(dossier)
    return (seised.reference or f"affaire {seised.accused.name}") if seised else ""


def _on_the_list(dossier: Dossier) -> bool:
    seised = seisin(dossier)
    return seised is not None and seised.accused.practising == "attorney" and seised.accused.person == "natural"


def _opened(event: d.DisciplineSeised, dossier: Dossier) -> Iterable[Effect]:
    if _on_the_list(dossier):
        yield Effect("ip_attorney", a.ChamberConcerned(_reference(dossier)))


def _over(event: Any, dossier: Dossier) -> Iterable[Effect]:
    if _on_the_list(dossier):
        yield Effect("ip_attorney", a.ChamberDone(_reference(dossier)))


def _executed(event: NoticeServed, dossier: Dossier) -> Iterable[Effect]:
    """The sanction takes effect on the day of its notification to the person."""
    notified, decided = dossier.last(d.DecisionNotified), dossier.last(d.DisciplineDecided)
    seised = seisin(dossier)
    if notified is None or decided is None or seised is None or event.notice != notified.notice:
        return
    if seised.accused.practising == "european" and decided.sanction in ("temporary", "definitive"):
        yield Effect("european_professional", e.BanFromPractice(_reference(dossier), decided.months))
    elif decided.sanction != "none" and _on_the_list(dossier):
        yield Effect("ip_attorney", a.ApplySanction(_reference(dossier), decided.sanction, decided.months))
    yield from _over(event, dossier)


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    seised, decided = seisin(dossier), dossier.last(d.DisciplineDecided)
    conciled = dossier.has(d.ConciliationOffered)
    return {
        "restricted": bool(seised and panel.restricted(seised)),
        "seats": len(panel.seats(seised)) if seised else None,
        "prosecutor": panel.prosecutor(seised, president_conciled=conciled)[0] if seised else None,
        "sanction": decided.sanction if decided else None,
        "months": decided.months if decided else None,
        "enforceable_on": dossier.served_on(d.DecisionNotified),
        "hearing_on": (summoned := dossier.last(d.HearingSummoned)) and summoned.hearing_on,
    }


PROCEDURE = Procedure(
    d.DISCIPLINE,
    rules={
        "seise_chamber": Rule(SEISED, checks=(_seised,)),
        "notify_seisin": Rule(TOLD, checks=(_copied,)),
        "offer_conciliation": Rule(OFFER, guards=(_of_a_complaint,), checks=(_first_time,)),
        "accept_conciliation": Rule(ACCEPTED),
        "end_conciliation": Rule(FAILED),
        "record_conciliation": Rule(ACCEPTED),
        "prosecute": Rule(panel.PRESIDENT, checks=(
            required("reasons", "Motivez la décision.", TWO_MONTHS.source), _two_months)),
        "close_complaint": Rule(CLOSED, checks=(required("reasons", "Motivez le classement.", CLOSED), _remedies)),
        "appeal_closure": Rule(ONE_MONTH.source, guards=(within(APPEAL),), checks=(
            required("reasons", "Motivez le recours.", REASONED),)),
        "confirm_closure": Rule(THREE, checks=(_three_members,)),
        "reverse_closure": Rule(THREE, checks=(_three_members,)),
        "set_calendar": Rule(CALENDAR.source, checks=(_calendar,)),
        "observe": Rule(OBSERVE.source, checks=(
            required("statement", "Écrivez vos observations.", OBSERVE.source), _observing)),
        "replace_rapporteur": Rule(ANOTHER, guards=(after(REPORT),), checks=(_replacing,)),
        "send_draft_report": Rule(DRAFT, guards=(_heard_first,), checks=(_weeks,)),
        "file_report": Rule(BOTH_SIDES, guards=(after(DRAFT_REMARKS),), checks=(
            required("conclusion", "Donnez les conclusions motivées du rapport.", BOTH_SIDES), _report)),
        "summon": Rule(BEFORE.source, checks=(_summons,)),
        "hold_hearing": Rule(READ, guards=(_served, _day_come, after(SUMMONS)), checks=(panel.check_hearing,)),
        "pronounce": Rule(MOTIVATED, checks=(required("reasons", "Motivez la décision.", MOTIVATED),
                                             panel.check_decision)),
        "notify_decision": Rule(EIGHT_DAYS.source, checks=(_to_all,)),
        "publish_sanction": Rule(panel.REMOVAL, guards=(
            needs(d.DecisionNotified, "La décision n'est pas notifiée.", ENFORCEABLE), _enforceable),
            checks=(panel.check_publication,)),
        "file_cassation": Rule(CASSATION, guards=(within(TO_CASSATION),)),
    },
    clocks=(PROSECUTION, OBSERVATIONS, APPEAL, REPORT, DRAFT_REMARKS, SUMMONS, NOTIFICATION, TO_CASSATION),
    facts=_facts,
    effects={
        d.DisciplineSeised: _opened,
        d.Conciled: _over,
        d.ClosureFinal: _over,
        d.ClosureConfirmed: _over,
        NoticeServed: _executed,
    },
)  # fmt: skip
