"""The list of qualified persons: request, jury, aptitude test, entry or silence, removal (R. 421-8 to R. 421-12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from guichet.law.answers import Deadline, Finding
from guichet.law.attorneys.entry import Entry
from guichet.law.attorneys.qualification_conditions import (
    ASSORTED,
    BY_PRACTICE,
    EQUIVALENT,
    EXCLUDED,
    PRACTICE_SPECIALITIES,
    missing,
)
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.practice.values import bulletin_weekday
from guichet.law.procedure import Effect, Procedure, Rule
from guichet.law.rules import after, required
from guichet.law.saying import because, no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.attorneys import attorney as a
from guichet.rights.attorneys import qualification as q
from guichet.rights.attorneys.listing import Speciality
from guichet.rights.events import Event

# R. 421-1-2 and R. 421-5: the jury
JURY = cite("R. 421-1-2", "", "sont soumis, dans les conditions fixées par arrêté du ministre chargé de la propriété")
JURY_SPECIALITY = cite("R. 421-1-2", "", "Ce jury détermine en outre, au vu de la pratique professionnelle des")
# R. 421-8: the aptitude test of persons from the EEA
DIFFERENT = cite("R. 421-8", "1°", "porte sur des matières substantiellement différentes de celles qui figurent")
OTHERWISE_REGULATED = cite("R. 421-8", "2°", "ne sont pas réglementées dans l'Etat membre d'origine ou de provenance")
NOTIFIED = cite("R. 421-8", "al. 4", "adresse au demandeur une notification qui précise le niveau de qualification")
DIFFERENCES = cite("R. 421-8", "al. 4", "les différences substantielles justifiant le recours à un examen d'aptitude")
SIX_MONTHS = TimeLimit(
    cite("R. 421-8", "al. 5", "L'examen d'aptitude est organisé dans un délai de six mois à compter de cette"),
    "ip_qualification.test_required",
    months=6,
    since="de la notification des différences",
    title="attorneys",
    bearer="office",
)
SUCCESS = cite("R. 421-8", "al. 1", "est subordonné au succès à un examen d'aptitude en langue française")
# R. 421-9 to R. 421-12
PRESENTED = cite("R. 421-9", "al. 1", "Lui est jointe la justification qu'il est satisfait selon le cas aux conditions")
RECEIPT = cite("R. 421-9", "al. 2", "Il est donné récépissé de la demande")
DECIDED = cite("R. 421-10", "", "statuant sur la demande d'inscription le cas échéant, après décision du jury")
ASKED = cite("R. 421-11", "al. 1", "Une personne inscrite sur la liste peut à tout moment demander d'en être radiée")
FALLEN = cite("R. 421-11", "al. 2", "toute personne tombant sous le coup de l'une des mesures mentionnées")
HEARD = OfficePeriod(
    cite("R. 421-11", "al. 2", "après que l'intéressé a été mis en mesure de présenter ses observations"),
    "ip_qualification.hearing_opened",
    title="attorneys",
)
REASONED = cite("R. 421-11", "al. 2", "La radiation est motivée et décidée")
PUBLISHED = cite("R. 421-12", "al. 1", "Les inscriptions et radiations sont publiées au Bulletin officiel")
YEARLY = cite(
    "R. 421-12", "al. 2", "La liste mise à jour des personnes qualifiées est publiée au début de chaque année"
)
DRAWN_UP = cite("L. 421-1", "al. 1", "Il est dressé annuellement par le directeur de l'Institut national")

FIRST_ISSUE = Undecided(
    question="Quel jour la liste mise à jour des personnes qualifiées est-elle publiée ?",
    default="Au premier numéro du Bulletin de l'année.",
    why="R. 421-12 dit « au début de chaque année civile ».",
    articles=("R. 421-12", "L. 421-1"),
)
TEST_STOPS = Undecided(
    question="La notification qui impose un examen d'aptitude arrête-t-elle les quatre mois de R. 421-10-1 ?",
    default="Oui, de la notification au résultat de l'examen : personne n'est inscrit par silence sans l'avoir réussi.",
    why="R. 421-10-1 n'interrompt le délai que pour la notification de R. 421-9 ; mais R. 421-8 donne six mois pour "
    "organiser l'examen et lui subordonne l'inscription.",
    articles=("R. 421-8", "R. 421-10-1", "R. 421-10-2"),
)
JURY_WAIT = Undecided(
    question="L'attente de la décision du jury arrête-t-elle les quatre mois de R. 421-10-1 ?",
    default="Non : le délai court, et son expiration vaut acceptation.",
    why="R. 421-10 parle de la décision du jury sans interrompre le délai.",
    articles=("R. 421-1-2", "R. 421-10", "R. 421-10-1"),
)


def current(dossier: Dossier) -> q.QualificationRequest | None:
    """The request as last amended."""
    amended, filed = dossier.last(q.QualificationAmended), dossier.last(q.QualificationFiled)
    return amended.request if amended else filed.request if filed else None


def _test_stops(happened: Event) -> tuple[str, bool] | None:
    """The test stops the office's period; only its success makes it run again."""
    if isinstance(happened, q.AptitudeTestRequired):
        return "test", True
    return ("test", False) if isinstance(happened, q.AptitudeTestTaken) and happened.passed else None


def _by_silence(dossier: Dossier, since: date) -> Event:
    request = current(dossier)
    return q.QualificationEntered(request.specialities if request else (), by_silence=True, since=since)


ENTRY = Entry(q.EVENTS, "R. 421-9", "ip_qualification.entry", _by_silence, pause=_test_stops, automatic=True)
TEST = Clock(
    id="aptitude_test",
    label="Organiser l'examen d'aptitude",
    limit=SIX_MONTHS,
    starts=lambda d: d.served_on(q.AptitudeTestRequired),
    who="office",
    act="record_aptitude_test",
    states=("test_due",),
)


def _observations_limit(dossier: Dossier, started: date) -> Any:
    opened = dossier.last(q.RemovalHearingOpened)
    return HEARD.of(opened.months).expires(started) if opened else None


OBSERVATIONS = Clock(
    id="removal_observations",
    label="Présenter des observations sur la radiation",
    limit=_observations_limit,
    starts=lambda d: d.served_on(q.RemovalHearingOpened),
    who="requester",
    act="answer_removal_hearing",
    states=("removal_hearing",),
    of=HEARD.source,
)


def _review(act: Any, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.request.name.strip():
        yield no("Nommez la personne à inscrire.", PRESENTED, field="request.name")
    for each in act.request.practice:
        if each.last_day < each.first_day or each.last_day > on:
            yield no("Une période de pratique finit avant de commencer, ou finit dans l'avenir.", PRESENTED,
                     field="request.practice")  # fmt: skip
            return
    yield from missing(act.request, on, by_jury=_by_jury(dossier))


def _by_jury(dossier: Dossier) -> bool:
    decided = dossier.last(q.JuryDecided)
    return decided is not None and decided.favourable


def _in_order(act: q.QualificationEntered, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Entry by a decision: every condition is met; only a silence needs no more than time."""
    request = current(dossier)
    if act.by_silence or act.since:
        yield no("Une inscription par silence se constate à l'expiration du délai.", DECIDED, field="by_silence")
        return
    if request is None:
        return
    if not act.notice.strip():
        yield no("La décision est notifiée à l'intéressé.", DECIDED, field="notice")
    for lacking in missing(request, on, by_jury=_by_jury(dossier)):
        sources = [reason.source for reason in lacking.because]
        yield no(f"L'inscription n'est pas possible. {lacking.message}", *sources, field=lacking.field)
    yield from _specialities(act.specialities, request, dossier)
    if dossier.in_state("test_due"):
        yield no("L'examen d'aptitude doit d'abord être passé.", SUCCESS, field="specialities")
    taken = dossier.last(q.AptitudeTestTaken)
    if taken and not taken.passed:
        yield no("L'examen d'aptitude n'est pas réussi : l'inscription n'est pas possible.", SUCCESS)


def _specialities(
    given: tuple[Speciality, ...], request: q.QualificationRequest, dossier: Dossier
) -> Iterator[Finding]:
    if not set(given) & set(PRACTICE_SPECIALITIES) or set(given) - set(request.specialities):
        yield no("Inscrivez avec une ou plusieurs des mentions demandées.", BY_PRACTICE, ASSORTED, field="specialities")
    if request.route not in ("experience", "vocational"):
        return
    decided = dossier.last(q.JuryDecided)
    if decided is None or not decided.favourable:
        yield no("Le jury doit d'abord reconnaître la réalité et le contenu de la pratique.", JURY,
                 field="specialities")  # fmt: skip
    elif set(given) - set(decided.specialities):
        yield no("Le jury a fixé la mention : retenez la sienne.", JURY_SPECIALITY, field="specialities")


def _for_europeans(dossier: Dossier, on: date) -> Finding | None:
    request = current(dossier)
    if request and request.route == "european" and dossier.in_state("filed") and not dossier.in_state("test_taken"):
        return None
    return no("Un examen d'aptitude se demande une fois, à une personne formée dans un autre État européen.", SUCCESS)


def _for_the_jury(dossier: Dossier, on: date) -> Finding | None:
    request = current(dossier)
    if request and request.route != "european":
        return None
    return no("Le jury ne se prononce pas ici sur la pratique : la personne vient d'un autre État européen.", JURY)


def _own_speciality(act: q.JuryDecided, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.favourable and not act.specialities:
        yield no("Indiquez la mention que le jury a déterminée.", JURY_SPECIALITY, field="specialities")


def _was_asked(dossier: Dossier, on: date) -> Finding | None:
    """On request at once; otherwise only once the person could be heard."""
    opened, answered = dossier.on(q.RemovalHearingOpened), dossier.on(q.RemovalHearingAnswered)
    if dossier.in_state("removal_asked") or (opened and answered and answered >= opened):
        return None
    return after(OBSERVATIONS)(dossier, on)


def _hearing_months(act: q.RemovalHearingOpened, dossier: Dossier, on: date) -> Iterator[Finding]:
    found = HEARD.check(act.months)
    if not found.allowed:
        yield found
    if not act.facts.strip():
        yield no("Dites les faits sur lesquels la radiation serait fondée.", EXCLUDED[act.ground][1], field="facts")


def _publishable(act: q.QualificationPublished, dossier: Dossier, on: date) -> Iterator[Finding]:
    done = {each.what for each in dossier.all(q.QualificationPublished)}
    wanted = q.QualificationEntered if act.what == "entry" else q.QualificationRemoved
    if not dossier.has(wanted) or act.what in done or (act.what == "removal" and "entry" not in done):
        message = "Il n'y a rien de tel à publier : une inscription puis une radiation le sont une fois chacune."
        yield no(message, PUBLISHED, field="what")


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    entered, request = dossier.last(q.QualificationEntered), current(dossier)
    on_list = dossier.in_state("listed", "removal_asked", "removal_hearing")
    return {
        "on_list": on_list,
        "specialities": entered.specialities if entered and on_list else (),
        "by_silence": entered.by_silence if entered else False,
        "route": request.route if request else None,
        "entered_on": (entered.since or dossier.on(q.QualificationEntered)) if entered else None,
    }


def yearly_list_on(year: int) -> Deadline:
    """Day of the bulletin that publishes the whole list again."""
    first_day = date(year, 1, 1)
    day = first_day + timedelta(days=(bulletin_weekday(first_day) - first_day.isoweekday()) % 7)
    return Deadline(day, because(f"La liste est publiée au premier Bulletin de l'année, le {in_words(day)}.", YEARLY,
                                 DRAWN_UP))  # fmt: skip


PROCEDURE = Procedure(
    q.QUALIFICATION,
    rules={
        "request_qualification": Rule(PRESENTED, "Il est donné récépissé de la demande.", checks=(
            required("number", "Donnez le numéro du récépissé.", RECEIPT), _review)),
        **ENTRY.rules(_review),
        "record_jury_decision": Rule(EQUIVALENT, guards=(_for_the_jury,), checks=(_own_speciality,)),
        "require_aptitude_test": Rule(NOTIFIED, guards=(ENTRY.in_time, _for_europeans), checks=(
            required("level", "Précisez le niveau de qualification requis en France.", NOTIFIED),
            required("differences", "Établissez les différences substantielles.", DIFFERENCES, DIFFERENT,
                     OTHERWISE_REGULATED))),
        "record_aptitude_test": Rule(SUCCESS),
        "enter_qualified_person": Rule(DECIDED, checks=(_in_order,)),
        "ask_removal": Rule(ASKED),
        "open_removal_hearing": Rule(FALLEN, checks=(_hearing_months,)),
        "answer_removal_hearing": Rule(HEARD.source, checks=(
            required("statement", "Écrivez vos observations.", HEARD.source),)),
        "close_removal_hearing": Rule(HEARD.source, checks=(required("reason", "Motivez la décision.", REASONED),)),
        "remove_qualified_person": Rule(FALLEN, guards=(_was_asked,), checks=(
            required("reason", "Motivez la radiation.", REASONED),)),
        "publish_qualification": Rule(PUBLISHED, checks=(_publishable,)),
    },
    clocks=(ENTRY.deciding, ENTRY.answering, TEST, OBSERVATIONS),
    facts=_facts,
    effects={q.QualificationRemoved: lambda event, d: (Effect("ip_attorney", a.QualificationLost(event.reason)),)},
)  # fmt: skip
