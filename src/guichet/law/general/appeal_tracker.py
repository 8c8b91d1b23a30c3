"""The follow-up of an appeal: what the office records, checks and does at each step (R. 411-21 to R. 411-42)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from guichet.law.answers import Finding
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.general import appeal as law
from guichet.law.general import appeal_periods as periods
from guichet.law.procedure import Effect, Procedure
from guichet.law.rules import Rule, required
from guichet.law.saying import advice, no
from guichet.law.sources import Source, Undecided, cite
from guichet.rights.general import appeal as a
from guichet.rights.general.adversarial_cast import Cast
from guichet.rights.general.appeal import APPEAL
from guichet.rights.patents.examination import RefusalAnnulled
from guichet.rights.patents.opposition import DecisionFinal as PatentDecisionFinal
from guichet.rights.trademarks.effects import SetAsideRefusal
from guichet.rights.trademarks.nullity import NULLITY
from guichet.rights.trademarks.opposition import OPPOSITION

LIVES_ABROAD = cite("R. 411-43", "2°", "De deux mois si le demandeur demeure à l'étranger")
NOTICE = cite("R. 411-25", "al. 1", "par acte contenant, outre les mentions prescrites par le 3° de l'article 54")
IMPLICIT_COPY = cite("R. 411-25", "al. 6", "Sauf en cas de décision implicite de rejet, une copie de la décision")
FILE_SENT = cite("R. 411-28", "al. 2", "Dès qu'il est avisé du recours")
FILE_CONTENT = cite("R. 411-28", "al. 2", "qui comporte les observations écrites et les pièces transmises par les")
TOLD = cite("R. 411-26", "al. 1", "Le greffier adresse sans délai à toutes les parties auxquelles la décision")
LAWYER_TOLD = cite("R. 411-27", "", "en informe celui du demandeur ainsi que, par lettre recommandée")
ALERT = cite("R. 411-26", "al. 2", "En cas de retour au greffe de la lettre de notification")
WARNS = cite("R. 411-26", "al. 4", "A peine de nullité, l'acte de signification indique au défendeur")
BY_LAWYER = cite("R. 411-26", "al. 3", "il est procédé par voie de notification à son avocat")
SENT = cite("R. 411-33", "al. 1", "par lettre recommandée avec demande d'avis de réception")
PROVED = cite("R. 411-29", "al. 2", "et en justifie auprès du greffe")
CROSS_FORM = cite("R. 411-31", "", "Le recours incident est formé conformément aux dispositions prévues à l'article")
FORCE_MAJEURE = cite("R. 411-36", "", "En cas de force majeure, le président de la chambre peut écarter l'application")
ALL_CLAIMS = cite("R. 411-37", "al. 1", "les parties doivent présenter, dès les conclusions mentionnées")
PASSED_ON = cite("R. 411-34", "al. 2", "constitue le point de départ du délai dont cette partie dispose")
INTERVENED = cite("R. 411-32", "al. 2", "L'intervenant volontaire dispose, sous la même sanction, du même délai")
NOT_A_PARTY = cite("R. 411-23", "al. 1", "n'est pas partie à l'instance")
OBSERVED = cite("R. 411-35", "", "Il en remet une copie au greffe")
CHAMBER = cite("R. 411-40", "al. 2", "Le greffe en avise les avocats constitués et le directeur général")
HEARING = cite("R. 411-41", "al. 4", "Il avise le directeur général de l'Institut national de la propriété")
JUDGMENT = cite("R. 411-42", "", "par le greffe de la cour aux parties à l'instance et au directeur général")
CASSATION = cite("L. 411-4", "al. 4", "est ouvert aux parties et au directeur général de l'Institut national")

APPLYING_AN_ANNULMENT = Undecided(
    question="Que fait l'institut après l'annulation de sa décision ?",
    default="Il statue de nouveau : la procédure reprend à l'étape qui précédait la décision annulée.",
    why="R. 411-42 lui notifie l'arrêt sans dire la suite.",
    articles=("R. 411-19", "R. 411-42"),
)
CASSATION_PERIOD = Undecided(
    question="Quand l'arrêt est-il définitif, faute de délai de pourvoi dans le code ?",
    default="Quand l'institut reçoit un certificat de non-pourvoi, ou la décision de la Cour de cassation.",
    why="L. 411-4 ouvre le pourvoi sans délai propre ; celui du code de procédure civile n'est pas dans le recueil.",
    articles=("L. 411-4",),
)
LATE_LETTER = Undecided(
    question="Combien de temps attendre la lettre du greffe après l'expiration du délai de recours ?",
    default="La décision est présumée définitive dès l'expiration ; un recours annoncé plus tard rouvre le suivi.",
    why="R. 411-28 n'impose au greffe aucun délai pour aviser l'institut.",
    articles=("R. 411-28", "R. 411-21"),
)
_REQUIRED: Mapping[a.Requirement, tuple[str, Source]] = {
    "identity": ("l'identité complète du requérant", NOTICE),
    "company_number": (
        "le numéro unique d'identification de l'entreprise",
        cite("R. 411-25", "1°", "Le numéro unique d'identification de l'entreprise requérante"),
    ),
    "object": ("l'objet du recours", cite("R. 411-25", "2°", "L'objet du recours")),
    "holder": (
        "le nom et l'adresse du titulaire du titre",
        cite("R. 411-25", "3°", "Le nom et l'adresse du titulaire du titre si le requérant n'a pas cette qualité"),
    ),
    "lawyer": ("la constitution de l'avocat", cite("R. 411-25", "4°", "La constitution de l'avocat du requérant")),
    "decision_copy": ("la copie de la décision attaquée", IMPLICIT_COPY),
    "signature": ("la date et la signature de l'avocat", cite("R. 411-25", "al. 7", "L'acte est daté et signé par")),
}
"""What the notice of appeal must hold, in French, and where the code says so."""


def missing(act: a.AppealLodged, decision: a.DecisionRecorded) -> tuple[a.Requirement, ...]:
    """What the notice lacks, on pain of nullity; nothing is asked of an appeal on a plant variety here."""
    if decision.kind == "plant_variety":
        return ()
    needless: set[a.Requirement] = set()
    if not act.is_company:
        needless.add("company_number")
    if act.is_holder:
        needless.add("holder")
    if decision.implicit:
        needless.add("decision_copy")
    return tuple(each for each in _REQUIRED if each not in act.present and each not in needless)


def _appeal(act: a.AppealLodged, dossier: Dossier, on: date) -> Iterator[Finding]:
    """The office judges nothing: it is told what the court may hold against the appeal."""
    decision = periods.decision(dossier)
    assert decision is not None
    if not act.appeal.strip():
        yield no("Indiquez le numéro du recours.", FILE_SENT, field="appeal")
    for each in missing(act, decision):
        what, source = _REQUIRED[each]
        yield advice(f"L'acte est nul sans {what}.", source, field=each)
    court = law.court_for(decision.kind, periods.where(act.appellant))
    if act.court != court.name:
        message = f"La cour compétente pour ce requérant est celle de {court.name}."
        yield advice(message, *(reason.source for reason in court.because), field="court")
    started = periods.notified(dossier).get(act.appellant.name)
    until = law.last_day_to_appeal(decision.kind, started, periods.where(act.appellant)) if started else None
    if until is not None and act.lodged_on > until.date:
        message = f"Le délai de recours de ce requérant a expiré le {in_words(until.date)}."
        yield advice(message, *(reason.source for reason in until.because), field="lodged_on")


def _places(act: a.DecisionRecorded, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Where a party lives lengthens its period: a country is given by its code, never guessed."""
    for party in act.parties:
        code = party.country
        if not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()):
            message = f"Indiquez le pays de {party.name} par son code à deux lettres (FR, RE, US…), non « {code} »."
            yield no(message, LIVES_ABROAD, field="parties")


def _notified(act: a.DecisionNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    decision = periods.decision(dossier)
    assert decision is not None
    source = law.ONE_MONTH.source
    if decision.implicit:
        yield no("Un rejet implicite n'est pas notifié : le délai de recours ne court pas.", source)
    elif act.party not in {party.name for party in decision.parties}:
        yield no("Cette personne n'est pas partie à la procédure.", source, field="party")
    if not act.complete:
        source = law.MENTIONS if law.DECISIONS[decision.kind].mentions else source
        yield advice("La lettre ne dit pas tout du recours : refaites-la.", source, field="complete")


def _certified(act: a.ImplicitRejectionCertified, dossier: Dossier, on: date) -> Iterator[Finding]:
    decision = periods.decision(dossier)
    assert decision is not None
    if not decision.implicit:
        message = "La décision a été notifiée : sa copie se joint au recours, aucune attestation n'en tient lieu."
        yield no(message, IMPLICIT_COPY, field="party")


def _waived(act: a.SanctionWaived, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.party not in out_of_time(dossier):
        yield no("Cette partie n'encourt aucune sanction pour ses conclusions.", FORCE_MAJEURE, field="party")


def _presumed(act: a.PresumedFinal, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Once every party's period is over, or the registry certifies that there was no appeal."""
    decision, started = periods.decision(dossier), periods.notified(dossier)
    assert decision is not None
    if act.certificate.strip():
        return
    source = law.ONE_MONTH.source
    waiting = [party.name for party in decision.parties if party.name not in started]
    if waiting or decision.implicit:
        names = f" ({', '.join(waiting)})" if waiting else ""
        message = f"Le délai de recours ne court pas contre toutes les parties{names} : demandez un certificat."
        yield no(message, source, *((law.MENTIONS,) if law.DECISIONS[decision.kind].mentions else ()))
        return
    ends = [deadline for name, day in started.items() if (deadline := periods.window(name, dossier, day))]
    last = max(ends, key=lambda deadline: deadline.date)
    if on <= last.date:
        yield Finding(False, f"Le délai de recours court jusqu'au {in_words(last.date)} inclus.", last.because)


def _file(act: a.FileSent, dossier: Dossier, on: date) -> Iterator[Finding]:
    names = {"observations": "les observations", "exhibits": "les pièces", "documents": "les autres documents"}
    for content, name in names.items():
        if content not in act.contents:
            yield no(f"Joignez au dossier {name} des parties ou de la procédure.", FILE_CONTENT, field="contents")


def _lawyer(act: a.LawyerAppointed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.party in periods.represented(dossier):
        yield no("Cette partie a déjà constitué avocat.", LAWYER_TOLD, field="party")


def _alert(act: a.RegistryAlerted, dossier: Dossier, on: date) -> Iterator[Finding]:
    told = {each.party.name: each.sent_on for each in dossier.all(a.PartyTold)}
    if act.party in periods.represented(dossier):
        yield no("Cette partie a un avocat : le recours lui est notifié.", BY_LAWYER, field="party")
    elif act.party not in told:
        yield no("Le greffe n'a pas encore écrit à cette partie.", TOLD, field="party")
    elif act.cause == "no_lawyer":
        until = periods.counted(periods.LAWYER_MONTH, told[act.party], act.party, "defendant", dossier)
        if act.alerted_on <= until.date:
            message = f"Cette partie peut constituer avocat jusqu'au {in_words(until.date)} inclus."
            yield Finding(False, message, until.because)


def _service(act: a.AppealServed, dossier: Dossier, on: date) -> Iterator[Finding]:
    alerts = {each.party: each.alerted_on for each in dossier.all(a.RegistryAlerted)}
    if act.party in periods.represented(dossier):
        yield no("Cette partie a un avocat : le recours lui est notifié.", BY_LAWYER, field="party")
    elif act.party not in alerts:
        yield no("Le greffe n'a pas demandé de signifier le recours à cette partie.", ALERT, field="party")
    else:
        until = periods.counted(periods.SERVICE_MONTH, alerts[act.party], act.party, "claimant", dossier)
        if act.served_on > until.date:
            message = f"Signifié après le {in_words(until.date)} : l'acte de recours est exposé à la caducité."
            yield advice(message, *(reason.source for reason in until.because), field="served_on")
    if not act.warns:
        message = "L'acte de signification est nul s'il n'avertit pas la partie de ce qu'elle risque."
        yield advice(message, WARNS, field="warns")


def late_in(act: a.SubmissionsFiled, dossier: Dossier) -> tuple[str, ...]:
    """Which of the three duties were not done in time: filed_on, sent_on, proved_on."""
    until = periods.answer_deadline(act.role, act.party.name, dossier)
    if until is None:
        return ()
    days = {"filed_on": act.filed_on, "sent_on": act.sent_on, "proved_on": act.proved_on}
    return tuple(name for name, day in days.items() if day is None or day > until.date)


def out_of_time(dossier: Dossier) -> tuple[str, ...]:
    """The parties whose submissions are late and whose sanction was not set aside."""
    spared = {each.party for each in dossier.all(a.SanctionWaived)}
    late = (each.party.name for each in dossier.all(a.SubmissionsFiled) if late_in(each, dossier))
    return tuple(name for name in late if name not in spared)


def _submissions(act: a.SubmissionsFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    decision, appeal = periods.decision(dossier), periods.lodged(dossier)
    assert decision is not None and appeal is not None
    if (act.role == "appellant") != (act.party.name == appeal.appellant.name):
        yield no("Le demandeur au recours est celui qui l'a formé.", NOTICE, field="role")
    sanction = periods.LAPSES if act.role == "appellant" else periods.BARRED
    risk = "l'acte de recours est caduc" if act.role == "appellant" else "les conclusions sont irrecevables"
    duties = {"filed_on": ("leur remise au greffe", sanction), "sent_on": ("l'envoi à l'institut", SENT),
              "proved_on": ("la justification de cet envoi", PROVED)}  # fmt: skip
    for name in late_in(act, dossier):
        what, source = duties[name]
        message = f"Hors délai pour {what} : sauf force majeure, {risk}."
        yield advice(message, sanction, source, FORCE_MAJEURE, field=name)
    if act.new_pleas and not law.new_pleas(decision.kind).allowed:
        yield advice(law.new_pleas(decision.kind).message, law.ANNULMENT, law.NEW_PLEAS, field="new_pleas")
    if act.new_claims and not act.arisen_since:
        message = "Une prétention nouvelle est irrecevable devant la cour."
        yield advice(message, law.NO_NEW_CLAIMS, ALL_CLAIMS, field="new_claims")
    if act.cross_appeal and act.role != "defendant":
        yield no("Seul le défendeur forme un recours incident.", CROSS_FORM, periods.DEFENCE.source, field="role")


def _observed(act: a.OfficeObserved, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.statement.strip():
        yield no("Exposez les observations de l'institut.", OBSERVED, field="statement")
    if not act.copy_filed:
        yield no("Remettez une copie des observations au greffe.", OBSERVED, field="copy_filed")


def _attested(act: a.ReceiptAttested, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.party not in periods.people(dossier):
        yield no("Cette personne n'est pas dans l'instance.", SENT, field="party")
    if act.received_on is not None and act.received_on > on:
        yield no("La lettre ne peut pas être reçue après ce jour.", SENT, field="received_on")


def _hearing(act: a.HearingSet, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.hearing_on < on:
        yield no("La date des débats est déjà passée.", HEARING, field="hearing_on")


def _judged(act: a.Judged, dossier: Dossier, on: date) -> Iterator[Finding]:
    decision = periods.decision(dossier)
    assert decision is not None
    if act.outcome == "reformed" and law.DECISIONS[decision.kind].remedy != "reformation":
        message = "Contre cette décision le recours est en annulation : la cour ne statue pas à la place de l'institut."
        yield no(message, law.ANNULMENT, field="outcome")
    if act.granted == "partly_upheld" and act.outcome == "reformed" and not act.items:
        yield no("Précisez les produits ou services que l'arrêt retient.", law.WHOLE_DISPUTE, field="items")


def _ended(act: a.AppealEnded, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.certificate.strip():
        message = "Joignez le certificat de non-pourvoi, ou la décision de la Cour de cassation."
        yield no(message, CASSATION, field="certificate")


RULES = {
    "record_decision": Rule(
        law.GRANTING,
        checks=(_places, required("decision", "Indiquez la décision.", law.GRANTING),
                required("parties", "Indiquez les parties.", law.ONE_MONTH.source)),
    ),
    "record_notification": Rule(law.ONE_MONTH.source, checks=(_notified,)),
    "certify_implicit_rejection": Rule(IMPLICIT_COPY, checks=(_certified,)),
    "presume_final": Rule(law.ONE_MONTH.source, checks=(_presumed,)),
    "record_appeal": Rule(NOTICE, checks=(_appeal,)),
    "send_file": Rule(FILE_SENT, checks=(_file,)),
    "record_registry_letter": Rule(TOLD),
    "record_lawyer": Rule(LAWYER_TOLD, checks=(_lawyer,)),
    "record_alert": Rule(ALERT, checks=(_alert,)),
    "record_service": Rule(WARNS, checks=(_service,)),
    "record_submissions": Rule(SENT, checks=(_submissions,)),
    "attest_receipt": Rule(SENT, checks=(_attested,)),
    "record_submissions_notified": Rule(PASSED_ON),
    "record_intervention": Rule(INTERVENED),
    "record_waiver": Rule(
        FORCE_MAJEURE, checks=(_waived, required("reason", "Dites quel est le cas de force majeure.", FORCE_MAJEURE))
    ),
    "observe": Rule(NOT_A_PARTY, checks=(_observed,)),
    "record_chamber": Rule(CHAMBER),
    "record_hearing": Rule(HEARING, checks=(_hearing,)),
    "record_judgment": Rule(JUDGMENT, checks=(_judged,)),
    "record_cassation": Rule(CASSATION),
    "record_cassation_rejected": Rule(CASSATION),
    "record_quashing": Rule(CASSATION),
    "end_appeal": Rule(CASSATION, checks=(_ended,)),
}  # fmt: skip


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    decision, appeal, judged = periods.decision(dossier), periods.lodged(dossier), dossier.last(a.Judged)
    if decision is None:
        return {}
    which = law.DECISIONS[decision.kind]
    return {
        "decision": decision.decision,
        "remedy": which.remedy,
        "suspensive": which.suspensive,
        "courts": {party.name: law.court_for(decision.kind, periods.where(party)).name for party in decision.parties},
        "missing": missing(appeal, decision) if appeal else (),
        "out_of_time": out_of_time(dossier),
        "represented": tuple(sorted(periods.represented(dossier))),
        "outcome": judged.outcome if judged else None,
        "decision_waits": which.suspensive and appeal is not None and not dossier.in_state("final"),
    }


_CASTS: Mapping[str, Cast] = {"trademark_opposition": OPPOSITION, "trademark_nullity": NULLITY}


def _lodged_effect(event: a.AppealLodged | a.JudgmentQuashed, dossier: Dossier) -> Iterable[Effect]:
    """The file of the decision knows that an appeal is pending, or pending again once the judgment is quashed."""
    decision, appeal = periods.decision(dossier), periods.lodged(dossier)
    if decision is not None and appeal is not None and decision.kind in _CASTS:
        yield Effect(decision.kind, _CASTS[decision.kind].appeal_recorded(appeal.appeal))


def _judged_effect(event: a.Judged, dossier: Dossier) -> Iterable[Effect]:
    """What the judgment does in the file of the decision: made again, replaced, or confirmed."""
    decision, appeal = periods.decision(dossier), periods.lodged(dossier)
    assert decision is not None
    if decision.kind == "trademark" and event.outcome == "annulled":
        yield Effect("trademark", SetAsideRefusal(event.judgment))
    if decision.kind in ("patent", "utility_certificate") and event.outcome == "annulled":
        yield Effect("patent", RefusalAnnulled(event.judgment))
    events = _CASTS.get(decision.kind)
    if events is None:
        return
    if event.outcome == "annulled":
        yield Effect(decision.kind, events.decision_annulled(event.judgment))
    elif event.outcome == "reformed":
        yield Effect(decision.kind, events.decision_replaced(event.judgment, event.granted, event.items))
    else:
        yield Effect(decision.kind, events.decision_upheld(event.judgment, appeal.appeal if appeal else ""))


def _final_effect(event: a.AppealEnded | a.CassationRejected, dossier: Dossier) -> Iterable[Effect]:
    decision, judged = periods.decision(dossier), dossier.last(a.Judged)
    if decision is None or judged is None or judged.outcome == "annulled":
        return
    if decision.kind in _CASTS:
        yield Effect(decision.kind, _CASTS[decision.kind].decision_final(judged.judgment))
    elif decision.kind == "patent_opposition" and judged.outcome != "reformed":
        yield Effect(decision.kind, PatentDecisionFinal(judged.judgment))


PROCEDURE = Procedure(
    APPEAL,
    rules=RULES,
    clocks=tuple(periods.clocks()),
    facts=_facts,
    effects={
        a.AppealLodged: _lodged_effect,
        a.JudgmentQuashed: _lodged_effect,
        a.Judged: _judged_effect,
        a.AppealEnded: _final_effect,
        a.CassationRejected: _final_effect,
    },
)
