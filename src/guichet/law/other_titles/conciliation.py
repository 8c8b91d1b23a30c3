"""The joint conciliation commission: how it is seised, how long it has, and when its proposal becomes an agreement.

The same procedure stands before the plant variety office (D. 623-58-1); the request says before which.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.clocks import Clock
from guichet.law.dates import in_words, with_weekday
from guichet.law.dossier import Dossier
from guichet.law.other_titles.conciliation_members import (
    assessors_of,
    challenge_pending,
    compose_check,
    expert_check,
    place_check,
    replace_check,
)
from guichet.law.other_titles.conciliation_request import COMPLETION, REQUEST_RULES
from guichet.law.procedure import Effect, Events, Procedure, Rule
from guichet.law.rules import required, within
from guichet.law.saying import advice, no, yes
from guichet.law.sources import Source, Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.events import Event
from guichet.rights.other_titles import conciliation as c
from guichet.rights.patents.employee_invention import DisputeEnded, DisputeOpened

# R. 615-18 to R. 615-20
NOTIFIED = cite("R. 615-18", "al. 1", "La saisine de la commission est notifiée à l'autre partie par le secrétariat")
OBSERVE = cite("R. 615-18", "al. 2", "dans le délai imparti par le président, ses observations écrites")
INFORM = cite("R. 615-19", "al. 1", "Dans le délai fixé par le président")
HARMLESS = cite(
    "R. 615-19", "al. 1", "sans porter atteinte aux droits des tiers ou aux intérêts de la défense nationale"
)
COPIED = cite("R. 615-19", "al. 2", "Copie de cette communication est immédiatement adressée aux parties")
COMPOSED = cite("R. 615-20", "al. 1", "notifie la composition de la commission aux parties et les convoque")
CHALLENGE = TimeLimit(
    cite("R. 615-20", "al. 3", "Cette demande est présentée dans les quinze jours de la notification"),
    "conciliation.composed",
    days=15,
    since="de la notification de la composition",
    title="patents",
)
AT_THE_OPENING = cite("R. 615-20", "al. 3", "dès l'ouverture de la réunion préliminaire, si celle-ci a lieu avant")
SERIOUS = cite("R. 615-20", "al. 2", "pour un motif sérieux et légitime apprécié par le président")
# R. 615-22 to R. 615-28: hearing and proposal
HEARD = cite("R. 615-22", "al. 1", "Au jour fixé, la commission entend les parties")
DEFAULT = cite("R. 615-22", "al. 2", "la commission constate sa défaillance et entend l'autre partie")
CONTENT = cite("R. 615-22", "al. 4", "le procès-verbal mentionne le contenu de l'accord")
CONTESTED = cite("R. 615-22", "al. 4", "A défaut de conciliation totale, les points contestés sont consignés")
DRAFTED = cite("R. 615-23", "", "la commission entreprend l'établissement de la proposition de conciliation")
MEASURE = cite("R. 615-24", "", "Le président peut procéder à toute mesure d'instruction")
AT_ANY_TIME = cite("R. 615-24", "", "Il peut constater à tout moment la conciliation des parties")
CALLED = cite("R. 615-24", "", "provoquer à cet effet une nouvelle réunion")
JOINED = cite("R. 615-26", "", "court à compter de la date à laquelle la commission a été saisie en dernier lieu")
SIX_MONTHS = TimeLimit(
    cite("L. 615-21", "al. 2", "Dans les six mois de sa saisine, cette commission"),
    "conciliation.seised",
    months=6,
    since="de la dernière saisine de la commission",
    title="patents",
    bearer="office",
)
SILENT = cite("R. 615-27", "", "ne contient aucune analyse de l'invention de nature à entraîner sa divulgation")
BOTH_SIGN = cite("R. 615-28", "al. 1", "est signée par le président et par le secrétaire")
STAY = cite("R. 615-30", "", "sursoit à statuer jusqu'à l'expiration du délai de six mois prévu à l'article L. 615-21")
SUSPENDS = cite("R. 615-29", "", "La saisine de la commission suspend toute prescription")
ONE_MONTH = TimeLimit(
    cite("L. 615-21", "al. 2", "si, dans le mois de sa notification, l'une d'elles n'a pas saisi le tribunal"),
    "conciliation.proposed",
    months=1,
    since="de la notification de la proposition",
    title="patents",
)
COURT = cite("L. 615-21", "al. 2", "le tribunal judiciaire compétent statuant en chambre du conseil")
ENFORCED = cite("R. 615-32", "", "dans le ressort duquel la proposition de conciliation a été formulée")

COMMISSION_CLOCK = Undecided(
    question="Comment la commission de conciliation compte-t-elle les délais des articles L. 615-21 et R. 615-17 ?",
    default="Selon R. 618-3, de quantième à quantième, y compris devant la commission des obtentions végétales.",
    why="R. 618-3 suit ces articles dans le même titre ; R. 623-50 ne vaut que pour sa propre section.",
    articles=("L. 615-21", "R. 615-17", "R. 618-3", "D. 623-58-1"),
)
WITHDRAWAL = Undecided(
    question="Le requérant peut-il retirer seul sa demande de conciliation ?",
    default="Oui, tant que la proposition n'est pas notifiée.",
    why="Aucun article ne parle du retrait ; la commission n'est saisie qu'à la demande d'une partie.",
    articles=("L. 615-21", "R. 615-15"),
)
SUSPENSION_END = Undecided(
    question="Quand finit la suspension de la prescription ouverte par la saisine de la commission ?",
    default="À l'accord des parties ou à la saisine du tribunal.",
    why="R. 615-29 dit que la saisine suspend toute prescription, sans dire jusqu'à quand.",
    articles=("R. 615-29",),
)


def _on_day(day: date, text: str, source: Source) -> Deadline:
    return Deadline(day, (Reason(f"{text} : le {with_weekday(day)}.", source),))


OBSERVATIONS = Clock(
    id="observations",
    label="Présenter des observations écrites",
    limit=lambda d, day: _on_day(day, "Dernier jour donné par le président", OBSERVE),
    starts=lambda d: found.observations_due_on if (found := d.last(c.SeisinNotified)) else None,
    who="party",
    act="file_written_observations",
    consequence="La commission poursuit sans ces observations.",
    states=("exchange",),
    of=OBSERVE,
)


def _information_due(dossier: Dossier) -> date | None:
    asked, given = dossier.on(c.InformationAsked), dossier.on(c.InformationGiven)
    last = dossier.last(c.InformationAsked)
    return None if last is None or (given and asked and given >= asked) else last.due_on


INFORMATION = Clock(
    id="information",
    label="Communiquer les éléments que détient l'institut",
    limit=lambda d, day: _on_day(day, "Dernier jour fixé par le président", INFORM),
    starts=_information_due,
    who="office",
    act="give_information",
    consequence="La commission poursuit sans ces éléments.",
    states=("exchange", "composed"),
    of=INFORM,
)


def _challenge(dossier: Dossier, started: date) -> Deadline | None:
    """Fifteen days, or the opening of the preliminary meeting when it comes first."""
    limit, composed = CHALLENGE.expires(started), dossier.last(c.CommissionComposed)
    if composed is None or composed.meeting_on >= limit.date:
        return limit
    step = Reason("La réunion préliminaire s'ouvre avant : la demande est faite au plus tard à l'ouverture, "
                  f"le {with_weekday(composed.meeting_on)}.", AT_THE_OPENING)  # fmt: skip
    return Deadline(composed.meeting_on, (*limit.because, step))


CHALLENGING = Clock(
    id="challenge",
    label="Demander le changement d'un assesseur",
    limit=_challenge,
    starts=lambda d: d.served_on(c.CommissionComposed),
    who="party",
    act="challenge_assessor",
    consequence="La composition n'est plus discutée.",
    states=("composed",),
    of=CHALLENGE.source,
)


def last_seisin(dossier: Dossier) -> date | None:
    """The day from which the six months run: the last seisin on the same invention (R. 615-26)."""
    first = dossier.last(c.CommissionSeised)
    joined = [each.seised_on for each in dossier.all(c.RequestJoined)]
    return max([first.seised_on, *joined]) if first else None


PROPOSAL = Clock(
    id="proposal",
    label="Formuler la proposition de conciliation",
    limit=SIX_MONTHS,
    starts=last_seisin,
    who="member",
    act="notify_proposal",
    consequence="Le tribunal saisi cesse de surseoir à statuer.",
    states=("seised", "exchange", "composed", "drafting"),
)
AGREEMENT = Clock(
    id="agreement",
    label="Saisir le tribunal pour écarter la proposition",
    limit=ONE_MONTH,
    starts=lambda d: d.served_on(c.ProposalNotified),
    who="party",
    act="declare_court_seised",
    consequence="La proposition vaut accord entre les parties.",
    states=("proposed",),
    lapse=lambda d, on: (c.ProposalBecameAgreement(),),
)


def _challenged(act: c.AssessorChallenged, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.assessor not in [each.name for each in assessors_of(dossier)]:
        yield no(f"{act.assessor} ne siège pas dans cette affaire.", SERIOUS, field="assessor")


def _to_decide(dossier: Dossier, on: date) -> Finding | None:
    return None if challenge_pending(dossier) else no("Aucun changement d'assesseur n'est demandé.", SERIOUS)


def _late(act: c.WrittenObservationsFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    due = OBSERVATIONS.deadline(dossier)
    if due and on > due.date:
        yield advice(f"Le président avait donné jusqu'au {in_words(due.date)}.", OBSERVE, field="statement")


def _disclosable(act: c.InformationGiven, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.harmful:
        message = "Retirez les éléments dont la divulgation porterait atteinte à des tiers ou à la défense."
        yield no(message, HARMLESS, field="harmful")


def _sitting(dossier: Dossier, on: date) -> Finding | None:
    if dossier.has(c.CommissionComposed):
        return None
    return no("La commission n'est pas encore composée.", COMPOSED)


def _day_come(dossier: Dossier, on: date) -> Finding | None:
    days = [each.meeting_on for each in dossier.all(c.CommissionComposed)]
    days += [each.meeting_on for each in dossier.all(c.MeetingCalled)]
    if not days or on >= min(days):
        return None
    return no(f"Les parties sont convoquées le {in_words(min(days))} : attendez ce jour.", HEARD)


def _minutes(act: c.HoldHearing, dossier: Dossier, on: date) -> Iterator[Finding]:
    request = dossier.last(c.ConciliationRequested)
    names = [each.name for each in (request.requester, *request.others)] if request else []
    strangers = [name for name in act.absent if name not in names]
    if strangers:
        yield no(f"{strangers[0]} n'est pas partie à l'affaire.", DEFAULT, field="absent")
    if act.absent and act.agreement == "total":
        message = "Une partie n'a pas comparu : la conciliation totale ne peut pas être constatée ce jour."
        yield no(message, DEFAULT, DRAFTED, field="agreement")
    if act.agreement != "none" and not act.content.strip():
        yield no("Mentionnez le contenu de l'accord au procès-verbal.", CONTENT, field="content")
    if act.agreement != "total" and not act.contested.strip():
        yield no("Consignez les points contestés au procès-verbal.", CONTESTED, field="contested")


def _heard(act: c.HoldHearing, dossier: Dossier, on: date) -> Events:
    if act.agreement == "total":
        return (c.ConciliationRecorded(act.content),)
    return (c.DisagreementRecorded(act.contested, act.content, act.absent),)


def _joined(act: c.RequestJoined, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.seised_on > on:
        yield no("La date de cette saisine est à venir.", JOINED, field="seised_on")


def _signed(act: c.ProposalNotified, dossier: Dossier, on: date) -> Iterator[Finding]:
    request = dossier.last(c.ConciliationRequested)
    if not (act.signed_by_president and act.signed_by_secretary):
        yield no("Faites signer la proposition par le président et par le secrétaire.", BOTH_SIGN, field="proposal")
    if request and request.defence and act.discloses_invention:
        yield no("Retirez l'analyse de l'invention, qui la divulguerait.", SILENT, field="discloses_invention")


def limitation_suspended(seised_on: date) -> Finding:
    """Every limitation stops on the day of the seisin (``SUSPENSION_END`` for its end)."""
    return yes(f"Toute prescription est suspendue depuis le {in_words(seised_on)}.", SUSPENDS)


def court_stays(last_seised_on: date, on: date, *, proposal_made: bool) -> Finding:
    """Whether the court, shown the seisin, still waits on that day."""
    until = SIX_MONTHS.expires(last_seised_on)
    if proposal_made:
        return no("La commission a formulé sa proposition : le tribunal statue.", STAY)
    if on > until.date:
        return Finding(False, "Les six mois sont passés : le tribunal statue.", (*no("", STAY).because, *until.because))
    message = f"Le tribunal sursoit à statuer jusqu'au {in_words(until.date)}."
    return Finding(True, message, (*yes("", STAY).because, *until.because))


def _facts(dossier: Dossier) -> Mapping[str, Any]:
    due = PROPOSAL.deadline(dossier)
    seised = dossier.last(c.CommissionSeised)
    return {
        "seised_on": seised.seised_on if seised else None,
        "proposal_due_on": due.date if due else None,
        "limitation_suspended_since": seised.seised_on if seised else None,
        "court_stays_until": due.date if due and not dossier.has(c.ProposalNotified) else None,
        "assessors": assessors_of(dossier),
        "absent": tuple(name for each in dossier.all(c.DisagreementRecorded) for name in each.absent),
    }


_ABOUT: Mapping[c.Matter, Literal["regularity", "class", "fair_price"]] = {
    "regularity": "regularity",
    "class": "class",
    "fair_price": "fair_price",
}


def _opens_dispute(event: c.CommissionSeised, dossier: Dossier) -> Iterator[Effect]:
    """The seisin suspends the employer's periods when it is about the declaration or the class (R. 611-8)."""
    request = dossier.first(c.ConciliationRequested)
    if request and request.body == "inventions":
        yield Effect("employee_invention", DisputeOpened("commission", _ABOUT.get(request.about, "other")))


def _ends_dispute(event: Event, dossier: Dossier) -> Iterator[Effect]:
    request = dossier.first(c.ConciliationRequested)
    if request and request.body == "inventions" and dossier.has(c.CommissionSeised):
        yield Effect("employee_invention", DisputeEnded())


PROCEDURE = Procedure(
    c.CONCILIATION,
    rules={
        **REQUEST_RULES,
        "notify_seisin": Rule(NOTIFIED),
        "file_written_observations": Rule(OBSERVE, checks=(
            required("statement", "Écrivez vos observations.", OBSERVE), _late)),
        "ask_information": Rule(INFORM),
        "give_information": Rule(COPIED, checks=(_disclosable,)),
        "compose_commission": Rule(COMPOSED, checks=(compose_check,)),
        "challenge_assessor": Rule(SERIOUS, guards=(within(CHALLENGING),), checks=(
            required("ground", "Donnez un motif sérieux et légitime.", SERIOUS), _challenged)),
        "replace_assessor": Rule(SERIOUS, guards=(_to_decide,), checks=(replace_check,)),
        "refuse_challenge": Rule(SERIOUS, guards=(_to_decide,),
                                 checks=(required("reason", "Motivez le refus.", SERIOUS),)),
        "call_meeting": Rule(CALLED, checks=(place_check,)),
        "order_investigation": Rule(MEASURE, checks=(expert_check,)),
        "join_request": Rule(JOINED, checks=(_joined,)),
        "hold_hearing": Rule(HEARD, guards=(_sitting, _day_come), checks=(_minutes,), then=_heard,
                             brings=(c.ConciliationRecorded, c.DisagreementRecorded)),
        "record_conciliation": Rule(AT_ANY_TIME, checks=(required("minutes", "Joignez le procès-verbal.", CONTENT),)),
        "notify_proposal": Rule(BOTH_SIGN, checks=(_signed,)),
        "declare_court_seised": Rule(ONE_MONTH.source, guards=(within(AGREEMENT),),
                                     checks=(required("court", "Nommez le tribunal saisi.", COURT),)),
        "declare_enforceable": Rule(ENFORCED, checks=(required("court", "Nommez le tribunal.", ENFORCED),)),
    },
    clocks=(COMPLETION, OBSERVATIONS, INFORMATION, CHALLENGING, PROPOSAL, AGREEMENT),
    facts=_facts,
    effects={
        c.CommissionSeised: _opens_dispute,
        c.ConciliationRecorded: _ends_dispute,
        c.ProposalBecameAgreement: _ends_dispute,
        c.RequestWithdrawn: _ends_dispute,
    },
)  # fmt: skip
