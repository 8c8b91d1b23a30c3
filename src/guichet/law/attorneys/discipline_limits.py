"""Periods of a disciplinary case, from the referral to the appeal in cassation (R. 422-58 to R. 422-62)."""

from __future__ import annotations

from datetime import date

from guichet.law.answers import Deadline
from guichet.law.backward import BackwardLimit
from guichet.law.clocks import Clock
from guichet.law.distance import complaint_extension, extended
from guichet.law.dossier import Dossier
from guichet.law.practice.values import value
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.attorneys import discipline as d

# R. 422-58, R. 422-65, R. 422-66: how the chamber is seised
SEISED = cite("R. 422-58", "al. 1", "ou par la plainte d'une personne s'estimant lésée par le manquement d'un conseil")
TOLD = cite("R. 422-58", "al. 2", "Le secrétariat transmet une copie de l'acte de saisine au président de la Compagnie")
SENT = cite("R. 422-65", "al. 1", "ou par tout mode de télétransmission permettant de conférer une date certaine")
ELECTRONIC = cite("R. 422-65", "al. 2", "peut imposer une transmission sous forme électronique des saisines")
WITH_PARTNERS = cite("R. 422-46", "al. 2", "indépendamment de celles qui seraient intentées à l'encontre des conseils")
LETTERS = cite("R. 422-66", "al. 1", "sont effectuées par lettre recommandée avec demande d'avis de réception")
BREACH = cite("L. 422-10", "al. 1", "soit de faits contraires à la probité, à l'honneur ou à la délicatesse")
# R. 422-58-1: conciliation
OFFER = cite("R. 422-58-1", "", "si le manquement allégué ayant fait l'objet de la plainte n'a pas déjà fait l'objet")
ACCEPTED = cite("R. 422-58-1", "", "Lorsque les parties acceptent cette procédure")
FAILED = cite("R. 422-58-1", "", "la plainte est examinée selon la procédure prévue à l'article R. 422-58-2")
# R. 422-58-2: prosecution or closure
TWO_MONTHS = TimeLimit(
    cite("R. 422-58-2", "al. 1", "rend une décision motivée dans un délai de deux mois à compter de l'acte de saisine"),
    "attorney_discipline.seised",
    months=2,
    since="de l'acte de saisine",
    title="attorneys",
    bearer="office",
)
CLOSED = cite(
    "R. 422-58-2", "al. 1", "qu'il estime que celle-ci est irrecevable, sans objet ou manifestement non fondée"
)
REMEDIES = cite("R. 422-58-2", "al. 1", "la décision mentionne les voies et délais de recours")
OBSERVE = OfficePeriod(
    cite("R. 422-58-2", "al. 2", "un délai pour présenter ses observations qui ne peut être inférieur à deux mois"),
    "attorney_discipline.prosecuted",
    2,
    title="attorneys",
)
# R. 422-58-3: appeal against the closure
ONE_MONTH = TimeLimit(
    cite("R. 422-58-3", "al. 1", "Le délai d'appel contre la décision de classement est d'un mois"),
    "attorney_discipline.complaint_closed",
    months=1,
    since="de la notification du classement",
    title="attorneys",
)
REASONED = cite("R. 422-58-3", "al. 1", "Le recours est motivé")
THREE = cite("R. 422-58-3", "al. 2", "L'organe d'appel est composé de trois conseils en propriété industrielle")
# R. 422-59: the report
CALENDAR = TimeLimit(
    cite("R. 422-59", "al. 4", "le calendrier d'instruction du dossier, qui ne peut excéder six mois"),
    "attorney_discipline.calendar_set",
    months=6,
    since="de la communication du calendrier",
    title="attorneys",
    bearer="office",
)
BOTH_SIDES = cite("R. 422-59", "al. 6", "Le rapport est établi à charge et à décharge")
REMARKS = cite("R. 422-59", "al. 7", "Ce délai ne peut être inférieur à deux semaines")
DRAFT = cite("R. 422-59", "al. 7", "le secrétariat en adresse le projet aux parties en leur accordant un délai")
SIX_MONTHS = TimeLimit(
    cite("R. 422-59", "al. 8", "dans les six mois suivant la notification de la décision de poursuite"),
    "attorney_discipline.prosecuted",
    months=6,
    since="de la notification de la décision de poursuite",
    title="attorneys",
    bearer="office",
)
ANOTHER = cite("R. 422-59", "al. 8", "désigner un autre rapporteur parmi les membres de la compagnie qui ne sont pas")
# R. 422-60: the summons
BEFORE = BackwardLimit(
    cite("R. 422-60", "al. 1", "au moins un mois avant l'audience"),
    "attorney_discipline.heard",
    months=1,
    before="l'audience",
    title="attorneys",
)
JOINED = cite("R. 422-60", "al. 1", "Elle est accompagnée du rapport déposé par le rapporteur")
REPRESENTATIVE = cite("R. 422-60", "al. 2", "la convocation est adressée dans les mêmes conditions à son représentant")
AUTHOR_TOLD = cite("R. 422-60", "al. 3", "est notifiée à l'autorité qui a saisi la chambre ou à l'auteur de la plainte")
OBSERVE_SUMMONS = TimeLimit(
    cite("R. 422-60", "al. 4", "Un délai d'un mois à compter de cette notification est imparti"),
    "attorney_discipline.summoned",
    months=1,
    since="de la notification de la convocation",
    title="attorneys",
)
READ = cite("R. 422-61", "al. 2", "La chambre entend le rapporteur qui donne lecture de son rapport")
# R. 422-62: the decision
MOTIVATED = cite("R. 422-62", "al. 2", "La décision est motivée")
EIGHT_DAYS = TimeLimit(
    cite("R. 422-62", "al. 3", "dans un délai de huit jours à compter de son prononcé"),
    "attorney_discipline.decided",
    days=8,
    since="du prononcé",
    title="attorneys",
    bearer="office",
)
TO_ALL = cite("R. 422-62", "al. 3", "au garde des sceaux, ministre de la justice et au ministre chargé de la propriété")
ENFORCEABLE = cite("R. 422-62", "al. 4", "La décision est exécutoire à compter de sa notification à la personne qui en")
CASSATION = cite("R. 422-62", "al. 5", "dans les délais de droit commun prévus par l'article R. 821-1")

PAST_TWO_MONTHS = Undecided(
    question="Qu'arrive-t-il si l'autorité de poursuite ne décide rien dans les deux mois ?",
    default="Rien : elle peut encore décider ; l'échéance dépassée est signalée.",
    why="R. 422-58-2 fixe un délai sans sanction ni sens du silence, et sans l'arrêter pendant une conciliation.",
    articles=("R. 422-58-1", "R. 422-58-2"),
)
CALENDAR_FROM = Undecided(
    question="D'où courent les six mois que le calendrier d'instruction ne peut excéder ?",
    default="De la communication du calendrier aux parties.",
    why="R. 422-59 dit la durée du calendrier ; le rapport, lui, est dû six mois après la notification des poursuites.",
    articles=("R. 422-59",),
)
REVERSED_FROM = Undecided(
    question="Quand le classement est infirmé, d'où courent les six mois du rapport ?",
    default="De la notification de la décision de l'organe d'appel, qui tient lieu de décision de poursuite.",
    why="R. 422-58-3 ouvre alors l'instruction sans nouvelle décision de poursuite.",
    articles=("R. 422-58-3", "R. 422-59"),
)
HEARING_WAITS = Undecided(
    question="L'audience peut-elle se tenir avant la fin du mois donné pour les observations écrites ?",
    default="Non : elle attend la fin de ce mois.",
    why="La convocation part un mois avant l'audience, mais le mois d'observations court de sa notification.",
    articles=("R. 422-60",),
)
OLD_COMPLAINTS = Undecided(
    question="Les plaintes déposées avant le renouvellement de la chambre suivent-elles l'ancienne procédure ?",
    default="Ce guichet ne connaît que la procédure du décret n° 2022-710.",
    why="L'article 16 du décret, auquel les articles renvoient, n'est pas dans le code.",
    articles=("R. 422-56", "R. 422-58-2"),
)


def seisin(dossier: Dossier) -> d.DisciplineSeised | None:
    return dossier.last(d.DisciplineSeised)


def _prosecuted_on(dossier: Dossier) -> date | None:
    """Service of what opened the investigation."""
    return dossier.served_on(d.Prosecuted) or dossier.served_on(d.ClosureReversed)


def _appeal(dossier: Dossier, started: date) -> Deadline | None:
    seised = seisin(dossier)
    if seised is None:
        return None
    of = "complaint" if seised.author == "complainant" else "referral"
    extension = complaint_extension(seised.residence, author_of="complaint" if of == "complaint" else "referral")
    return extended(ONE_MONTH, extension).expires(started)


def _observations(dossier: Dossier, started: date) -> Deadline | None:
    prosecuted = dossier.last(d.Prosecuted)
    return OBSERVE.of(prosecuted.months).expires(started) if prosecuted else None


def _remarks(dossier: Dossier, started: date) -> Deadline | None:
    sent = dossier.last(d.DraftReportSent)
    if sent is None:
        return None
    limit = TimeLimit(DRAFT, "attorney_discipline.draft_sent", weeks=sent.weeks, since="de la réception du projet",
                      title="attorneys", listed=False)  # fmt: skip
    return limit.expires(started)


def _cassation(dossier: Dossier, started: date) -> Deadline | None:
    months = int(value("attorneys.cassation_months", on=started).value)
    limit = TimeLimit(CASSATION, "attorney_discipline.decision_notified", months=months,
                      since="de la notification de la décision", title="attorneys", listed=False)  # fmt: skip
    return limit.expires(started)


PROSECUTION = Clock(
    "prosecution", "Engager des poursuites ou classer", TWO_MONTHS, lambda x: x.on(d.DisciplineSeised), "authority",
    "prosecute", states=("seised", "conciliation_offered", "conciliation"),
)  # fmt: skip
OBSERVATIONS = Clock(
    "observations", "Présenter ses observations sur les poursuites", _observations,
    lambda x: x.served_on(d.Prosecuted), "party", "observe", states=("investigation", "draft_sent"), of=OBSERVE.source,
)  # fmt: skip
APPEAL = Clock(
    "closure_appeal", "Former un recours contre le classement", _appeal, lambda x: x.served_on(d.ComplaintClosed),
    "requester", "appeal_closure", "Le classement devient définitif.", states=("classed",),
    lapse=lambda x, on: (d.ClosureFinal(),), automatic=True, of=ONE_MONTH.source,
)  # fmt: skip
REPORT = Clock(
    "report", "Déposer le rapport", SIX_MONTHS, _prosecuted_on, "member", "file_report",
    "Le président de la chambre peut désigner un autre rapporteur.", states=("investigation", "draft_sent"),
)  # fmt: skip
DRAFT_REMARKS = Clock(
    "draft_remarks", "Communiquer ses remarques sur le projet de rapport", _remarks,
    lambda x: x.served_on(d.DraftReportSent), "party", "observe", states=("draft_sent",), of=DRAFT,
)  # fmt: skip
SUMMONS = Clock(
    "summons_observations", "Produire des observations écrites avant l'audience", OBSERVE_SUMMONS,
    lambda x: x.served_on(d.HearingSummoned), "party", "observe", states=("summoned",),
)  # fmt: skip
NOTIFICATION = Clock(
    "notification", "Notifier la décision", EIGHT_DAYS, lambda x: x.on(d.DisciplineDecided), "office",
    "notify_decision", states=("decided",),
)  # fmt: skip
TO_CASSATION = Clock(
    "cassation", "Former un pourvoi devant le Conseil d'État", _cassation, lambda x: x.served_on(d.DecisionNotified),
    "party", "file_cassation", states=("notified",), of=CASSATION,
)  # fmt: skip
