"""The four phases of the investigation of an opposition to a patent, and its decision (R. 613-44-3 to R. 613-44-9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from guichet.law.answers import Deadline, Finding
from guichet.law.clocks import Clock
from guichet.law.dossier import Dossier
from guichet.law.patents.agents import R612_2_OUTSIDE, R612_2_SEVERAL, well_represented
from guichet.law.patents.opposition_admissibility import same_person, statement
from guichet.law.patents.periods import paused, set_by_office
from guichet.law.rules import Events, Guard
from guichet.law.running import Happening
from guichet.law.saying import advice, no, refuse, to_regularise
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.events import Event
from guichet.rights.patents import opposition as o
from guichet.rights.proceeding import Who

JOINED = cite("R. 613-44-3", "", "Lorsque plusieurs demandes d'opposition portent sur un même brevet")
ADMISSIBLE_ONLY = cite("R. 613-44-3", "", "sous réserve de leur recevabilité")
ADVERSARIAL = cite("R. 613-44-4", "al. 1", "sans que celles-ci aient été mises à même d'en débattre contradictoirement")
FORWARDED = cite("R. 613-44-4", "al. 1", "Toute observation ou pièce dont il est saisi par l'une des parties")
EXPRESSLY = cite("R. 613-44-4", "al. 2", "Les parties sont tenues de formuler expressément leurs demandes")
IMPARTIAL = cite(
    "R. 613-44-5", "", "ayant instruit une demande de brevet ne peut pas instruire l'opposition formée à l'encontre"
)
HOLDER_TOLD = cite("R. 613-44-6", "1°", "notifie sans délai l'opposition au titulaire du brevet")
OPINION_DRAWN = cite("R. 613-44-6", "2°", "rédigé à partir des éléments fournis par les parties")
ANSWERS = cite("R. 613-44-6", "3°", "dans le cas où au moins l'une des parties a produit des observations")
REPLIES = cite("R. 613-44-6", "3°", "En cas de réponse par au moins l'une des parties, notification en est faite")
ORAL_ASKED = cite("R. 613-44-6", "4°", "chaque partie peut demander à présenter des observations orales")
ORAL_INVITED = cite("R. 613-44-6", "4°", "peut également inviter sans demande préalable les parties")
ORAL_AFTER = cite("R. 613-44-6", "4°", "réunies à l'issue de la phase écrite de l'instruction")
HOLDER_AGENT = cite(
    "R. 613-44", "al. 5", "les conditions de représentation mentionnées à l'article R. 612-2 s'appliquent"
)
AMENDMENTS = cite("L. 613-23-3", "I, 1°", "Les modifications apportées répondent à un des motifs d'opposition")
DECIDED = cite("R. 613-44-7", "al. 1", "statue sur l'opposition au vu de l'ensemble des observations écrites et orales")
LAST_AMENDMENTS = cite("R. 613-44-7", "al. 1", "des dernières propositions de modification du brevet présentées")
LATE_FACTS = cite(
    "R. 613-44-7", "al. 1",
    "des faits invoqués ou des pièces produites postérieurement à l'expiration des délais",
)  # fmt: skip
ENDED = cite(
    "R. 613-44-8", "al. 2",
    "dès lors qu'aucune partie n'a présenté d'observations à l'expiration des délais mentionnés aux 2° ou 3°",
)  # fmt: skip
ENDED_AT_LAST = cite("R. 613-44-8", "al. 2", "au plus tard, le jour de la présentation des observations orales")
OUTCOMES = cite("L. 613-23-4", "", "Révoqué en tout ou partie")
AMENDED = cite("L. 613-23-4", "2°", "Maintenu sous une forme modifiée compte tenu des modifications apportées")
DEEMED = cite("L. 613-23-2", "al. 3", "L'opposition est réputée rejetée")
COSTS = cite(
    "L. 613-23-5", "", "dans la limite d'un barème fixé par arrêté du ministre chargé de la propriété industrielle"
)
FINAL = cite("R. 613-44-9", "", "qui n'est plus susceptible de recours")

HOLDER_PERIOD = OfficePeriod(
    cite(
        "R. 613-44-6", "1°", "Un délai est imparti à ce dernier pour présenter à l'Institut des observations en réponse"
    ),
    "patent_opposition.holder_informed",
    default_months=2,
    title="patents",
)
OPINION_PERIOD = OfficePeriod(
    cite("R. 613-44-6", "2°", "Un délai est imparti à ces dernières pour présenter leurs observations ou"),
    "patent_opposition.opinion_notified",
    default_months=2,
    title="patents",
)
REPLY_PERIOD = OfficePeriod(
    cite("R. 613-44-6", "3°", "Un délai est imparti à ces dernières pour présenter leurs observations en réponse"),
    "patent_opposition.answers_notified",
    default_months=2,
    title="patents",
)
OPINION_DUE = TimeLimit(
    cite("R. 613-44-6", "2°", "Dans les trois mois au plus tard suivant l'expiration du délai mentionné au 1°"),
    "patent_opposition.holder_informed",
    months=3,
    since="de l'expiration du délai de réponse du titulaire",
    title="patents",
    bearer="office",
)
DECISION_DUE = TimeLimit(
    cite("R. 613-44-8", "al. 1", "Le délai mentionné au dernier alinéa de l'article L. 613-23-2 est de quatre mois"),
    "patent_opposition.investigation_ended",
    months=4,
    since="de la fin de la phase d'instruction",
    title="patents",
    bearer="effect",
)
APPEAL = TimeLimit(
    cite("R. 411-21", "", "sont formés dans un délai d'un mois à compter de la notification des décisions"),
    "patent_opposition.decided",
    months=1,
    since="de la notification de la décision",
    title="appeals",
)

NO_HEARING = Undecided(
    question="Quand l'instruction se termine-t-elle s'il y a des répliques et aucune phase orale ?",
    default="Le jour où les répliques sont notifiées aux parties.",
    why="R. 613-44-8 ne vise que l'absence d'observations et le jour des observations orales.",
    articles=("R. 613-44-8", "R. 613-44-6"),
)
HEARING_WITHOUT_REPLY = Undecided(
    question="La phase orale demandée a-t-elle lieu si personne ne réplique dans la phase écrite ?",
    default="Oui : l'instruction se termine alors le jour des observations orales.",
    why="R. 613-44-8 fixe la fin au défaut d'observations, R. 613-44-6 donne à chaque partie le droit d'être entendue.",
    articles=("R. 613-44-6", "R. 613-44-8"),
)
JOINED_LATE = Undecided(
    question="Une opposition jointe après la notification au titulaire lui ouvre-t-elle un nouveau délai de réponse ?",
    default="Oui, si l'institut la lui notifie avant l'avis d'instruction ; sinon il répond dans les délais en cours.",
    why="R. 613-44-3 ordonne la jonction sans dire ce que deviennent les délais déjà ouverts.",
    articles=("R. 613-44-3", "R. 613-44-6"),
)
IMPLICIT_APPEAL = Undecided(
    question="De quel jour court le recours contre une opposition réputée rejetée ?",
    default="Ce guichet ne le compte pas : aucune décision n'est notifiée.",
    why="R. 411-21 compte de la notification de la décision.",
    articles=("R. 411-21", "L. 613-23-2"),
)


def pauses(dossier: Dossier) -> Sequence[Happening]:
    """Every suspension and resumption, in order (R. 613-44-10, R. 613-44-11)."""
    stops = [Happening("suspended", on) for on, _ in dossier.dated(o.OppositionSuspended)]
    starts = [Happening("resumed", resumed.resumed_on) for resumed in dossier.all(o.OppositionResumed)]
    return [each for pair in zip(stops, starts, strict=False) for each in pair] + stops[len(starts) :]


def _phase(identifier: str, label: str, period: OfficePeriod, opened: type[Event], *states: str) -> Clock:
    who: Who = "holder" if opened is o.HolderInformed else "party"
    consequence = "La procédure continue sans réponse."
    return set_by_office(
        identifier, label, period, opened, who, "file_paper", consequence, *states, pauses=pauses
    )  # fmt: skip


HOLDER_ANSWERS = _phase(
    "holder_answer", "Réponse du titulaire à l'opposition", HOLDER_PERIOD, o.HolderInformed, "information"
)
OPINION_ANSWERS = _phase(
    "opinion_answer", "Observations sur l'avis d'instruction", OPINION_PERIOD, o.OpinionNotified, "opinion"
)
PARTIES_REPLY = _phase("reply", "Observations en réplique", REPLY_PERIOD, o.AnswersNotified, "written")
WINDOWS = {"information": HOLDER_ANSWERS, "opinion": OPINION_ANSWERS, "written": PARTIES_REPLY}
OPENED = {"information": o.HolderInformed, "opinion": o.OpinionNotified, "written": o.AnswersNotified}


def _opinion_runs_from(dossier: Dossier) -> date | None:
    deadline = HOLDER_ANSWERS.deadline(dossier)
    return deadline.date if deadline else None


def _decision_runs_from(dossier: Dossier) -> date | None:
    ended = dossier.last(o.InvestigationEnded)
    return ended.ended_on if ended else None


def _with_pauses(limit: TimeLimit, dossier: Dossier, started: date) -> Deadline | None:
    return paused(limit, started, pauses(dossier))


OPINION = Clock(
    "opinion",
    "Avis d'instruction de l'institut",
    lambda d, started: _with_pauses(OPINION_DUE, d, started),
    _opinion_runs_from,
    "office",
    "notify_opinion",
    "Le texte n'attache pas de conséquence au retard.",
    ("information",),
    of=OPINION_DUE.source,
)
DECISION = Clock(
    "decision",
    "Décision sur l'opposition",
    lambda d, started: _with_pauses(DECISION_DUE, d, started),
    _decision_runs_from,
    "office",
    "decide_opposition",
    "L'opposition est réputée rejetée.",
    ("to_decide",),
    lapse=lambda d, on: (o.OppositionDeemedRejected(),),
    automatic=True,
    of=DECISION_DUE.source,
)
APPEALS = Clock(
    "appeal",
    "Recours contre la décision",
    APPEAL,
    lambda d: d.served_on(o.OppositionDecided),
    "party",
    "",
    "La décision n'est plus susceptible de recours.",
    ("decided",),
)


def papers_in_time(dossier: Dossier, phase: str) -> list[o.PaperFiled]:
    """The observations presented within the period of this phase."""
    opened, deadline = dossier.on(OPENED[phase]), WINDOWS[phase].deadline(dossier)
    if opened is None or deadline is None:
        return []
    return [paper for on, paper in dossier.dated(o.PaperFiled) if opened <= on <= deadline.date]


def not_forwarded(dossier: Dossier) -> list[str]:
    """Numbers of the papers that the other parties have not seen yet."""
    told = {number for each in dossier.all(o.PapersForwarded) for number in each.numbers}
    shared = dossier.on(o.OpinionNotified, o.AnswersNotified, o.RepliesNotified)
    filed = [(on, paper.number) for on, paper in dossier.dated(o.PaperFiled)]
    return [number for on, number in filed if number not in told and (shared is None or on > shared)]


def debated(dossier: Dossier, on: date) -> Finding | None:
    """No decision rests on what a party has not been able to discuss."""
    hidden = not_forwarded(dossier)
    if not hidden:
        return None
    return no(f"Communiquez d'abord aux autres parties : {', '.join(hidden)}.", ADVERSARIAL, FORWARDED)


def paper(act: o.PaperFiled, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Late facts may still serve; late amendments may not; a holder is represented as R. 612-2 says."""
    if not (act.statement.strip() or act.exhibits or act.amendments.strip()):
        yield no("Dites ce que vous demandez et pourquoi.", EXPRESSLY, field="statement")
    if act.number in {each.number for each in dossier.all(o.PaperFiled)}:
        yield no(f"Les observations {act.number} sont déjà au dossier.", FORWARDED, field="number")
    clock = WINDOWS.get(dossier.state)
    deadline = clock.deadline(dossier) if clock else None
    late = clock is None or (deadline is not None and on > deadline.date)
    if act.by == "opponent" and act.amendments.strip():
        yield no("Seul le titulaire peut proposer une modification du brevet.", AMENDMENTS, field="amendments")
    elif late and act.amendments.strip():
        yield no("Le délai pour proposer une modification du brevet est passé.", OPINION_PERIOD.source,
                 REPLY_PERIOD.source, field="amendments")  # fmt: skip
    elif late:
        yield advice("Hors délai, ces faits et pièces ne peuvent servir que si les parties en débattent.", LATE_FACTS)
    yield from _holder_represented(act, dossier)


def _holder_represented(act: o.PaperFiled, dossier: Dossier) -> Iterator[Finding]:
    it = statement(dossier)
    if act.by != "holder" or it is None or well_represented(it.filed.patent.holders, act.representative):
        return
    message = "Le titulaire doit constituer un mandataire pour répondre à l'opposition."
    yield to_regularise(message, HOLDER_AGENT, R612_2_OUTSIDE, R612_2_SEVERAL, field="representative")


def others(act: o.OppositionsJoined, dossier: Dossier, on: date) -> Iterator[Finding]:
    known = {dossier.all(o.OppositionFiled)[0].number, *(each.number for each in joined(dossier))}
    if not act.others:
        yield no("Indiquez les oppositions à joindre.", JOINED, field="others")
    for other in act.others:
        if other.number in known:
            yield no(f"L'opposition {other.number} est déjà dans ce dossier.", JOINED, field="others")


def joined(dossier: Dossier) -> list[o.OtherOpposition]:
    return [other for each in dossier.all(o.OppositionsJoined) for other in each.others]


def examined_by_another(act: o.OpinionNotified | o.OppositionDecided, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Who examined the application may not examine the opposition."""
    if act.examiner in dossier.all(o.OppositionFiled)[0].patent.examiners:
        message = f"{act.examiner} a instruit la demande de brevet : confiez l'opposition à un autre agent."
        yield no(message, IMPARTIAL, field="examiner")


def informed_again(dossier: Dossier, on: date) -> Finding | None:
    """The holder is told once, and once more when another opposition is joined before the opinion."""
    told = dossier.on(o.HolderInformed)
    if told is None or any(day >= told for day, _ in dossier.dated(o.OppositionsJoined)):
        return None
    return no("Le titulaire a déjà reçu l'opposition.", HOLDER_TOLD)


def observations_received(phase: str, message: str) -> Guard:
    """Only if a party presented observations in this phase."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        return None if papers_in_time(dossier, phase) else no(message, ANSWERS, ENDED)

    return guard


def heard(act: o.HearingCalled, dossier: Dossier, on: date) -> Iterator[Finding]:
    """A hearing is asked for in written observations, or the office invites; it comes after the written phase."""
    if not act.own_motion and not oral_asked(dossier):
        yield no("Aucune partie n'a demandé à être entendue : invitez-les d'office.", ORAL_ASKED, ORAL_INVITED)
    if act.held_on <= on:
        yield no("La date de la phase orale doit être à venir.", ORAL_AFTER, field="held_on")
    if papers_in_time(dossier, "written") and not dossier.has(o.RepliesNotified):
        yield no("Notifiez d'abord les répliques aux parties.", REPLIES)


def oral_asked(dossier: Dossier) -> bool:
    return any(paper.oral for paper in dossier.all(o.PaperFiled))


def hearing_day(dossier: Dossier, on: date) -> Finding | None:
    called = dossier.last(o.HearingCalled)
    if called is None or on == called.held_on:
        return None
    return no("La phase orale n'a pas lieu à cette date : convoquez de nouveau les parties.", ORAL_AFTER)


def end_of_investigation(dossier: Dossier, on: date) -> date:
    """The day on which the investigation ended. Raises Refused while it goes on."""
    if dossier.state == "oral":
        held = dossier.on(o.HearingHeld)
        return held or refuse("Les observations orales n'ont pas encore eu lieu.", ENDED_AT_LAST)
    clock = WINDOWS[dossier.state]
    deadline = clock.deadline(dossier)
    if deadline is None or on <= deadline.date:
        refuse(f"Le délai court encore ({clock.label.lower()}).", clock.source, ENDED)
    answered = papers_in_time(dossier, dossier.state)
    if dossier.state == "opinion" and answered:
        refuse("Des observations répondent à l'avis : ouvrez la phase écrite.", ANSWERS)
    if dossier.state == "written" and oral_asked(dossier):
        refuse("Une partie a demandé à être entendue : convoquez la phase orale.", ORAL_ASKED, ORAL_AFTER)
    if not answered:
        return deadline.date
    return dossier.on(o.RepliesNotified) or refuse("Notifiez d'abord les répliques aux parties.", REPLIES)


def end(act: o.EndInvestigation, dossier: Dossier, on: date) -> Events:
    return (o.InvestigationEnded(end_of_investigation(dossier, on), act.notice),)


def outcome(act: o.OppositionDecided, dossier: Dossier, on: date) -> Iterator[Finding]:
    """The outcome is one of L. 613-23-4, on the last amendments that the holder proposed."""
    if act.outcome == "maintained_amended" and not any(each.amendments for each in dossier.all(o.PaperFiled)):
        message = "Le titulaire n'a proposé aucune modification : le brevet ne peut pas être maintenu modifié."
        yield no(message, AMENDED, LAST_AMENDMENTS, field="outcome")
    if act.outcome == "partly_revoked" and not act.claims:
        yield no("Indiquez les revendications révoquées.", OUTCOMES, field="claims")
    if act.costs.strip():
        yield advice("La répartition des frais est motivée par l'équité et reste dans le barème.", COSTS, field="costs")


def final(act: o.DecisionFinal, dossier: Dossier, on: date) -> Iterator[Finding]:
    """Nobody appealed in time, or a judgment upheld the decision."""
    deadline = APPEALS.deadline(dossier)
    if not act.judgment.strip() and (deadline is None or on <= deadline.date):
        yield no("Le délai de recours court encore.", FINAL, APPEAL.source)


def parties(dossier: Dossier) -> list[str]:
    """The names of all the parties: opponents who have not withdrawn, then holders."""
    filed = dossier.all(o.OppositionFiled)[0]
    gone = {each.number for each in dossier.all(o.OppositionWithdrawn)}
    sides = [(filed.number, filed.opponents), *((each.number, each.opponents) for each in joined(dossier))]
    opponents = [party for number, side in sides if number not in gone for party in side]
    found = [*opponents, *filed.patent.holders]
    alone = [one for i, one in enumerate(found) if not any(same_person(one, other) for other in found[:i])]
    return [each.full_name for each in alone]
