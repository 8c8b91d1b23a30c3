"""What the ministers may do with a variety before it is disclosed (L. 623-8 to L. 623-10, R. 623-43 to R. 623-46)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.backward import BackwardLimit
from guichet.law.clocks import Clock
from guichet.law.counting import add_months
from guichet.law.dates import in_words, with_weekday
from guichet.law.dossier import Dossier
from guichet.law.other_titles.plant_papers import filing_day
from guichet.law.procedure import Rule
from guichet.law.rules import needs, required
from guichet.law.saying import advice, no
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit
from guichet.rights.other_titles import plant_variety_life as f
from guichet.rights.other_titles.plant_variety_events import VarietyApplicationReceived, VarietyMaterialRequested

FIVE_MONTHS = TimeLimit(
    cite(
        "L. 623-9", "al. 2", "au terme d'un délai de cinq mois à compter du jour de dépôt de la demande de certificat"
    ),
    "plant_variety.received",
    months=5,
    since="du dépôt de la demande",
    title="institution",
    bearer="effect",
)
READ = cite("L. 623-8", "", "est habilité à prendre connaissance auprès de l'organisme mentionné à l'article L. 412-1")
ONE_YEAR = cite("L. 623-10", "al. 1", "pour une durée d'un an, renouvelable")
PRESENT = TimeLimit(
    cite("R. 623-43", "al. 2", "dans le délai de quinze jours à compter de la date de leur réception"),
    "plant_variety.received",
    days=15,
    since="de la réception de la demande",
    title="plant_varieties",
    bearer="office",
)
MATERIAL = cite("R. 623-43", "al. 3", "inviter l'obtenteur ou son ayant cause à fournir dans les plus courts délais")
AUTHORISED = cite("R. 623-45", "al. 1", "elle peut l'être dès le dépôt de la demande de certificat")
SOME_ACTS = cite("R. 623-45", "al. 2", "précise les conditions auxquelles ces actes d'exploitation sont soumis")
ASK = BackwardLimit(
    cite("R. 623-46", "al. 1", "au plus tard quinze jours avant le terme du délai de cinq mois"),
    "plant_variety.secrecy_ended",
    days=15,
    before="le terme de l'interdiction",
    title="plant_varieties",
)
BEFORE_THE_END = cite("R. 623-46", "al. 3", "notifiée au déposant avant le terme de la période d'interdiction en cours")
LIFTED = cite("R. 623-46", "al. 5", "peut faire connaître à tout moment au ministre de l'agriculture la levée")

WRONG_REFERENCE = Undecided(
    question="Quel matériel vise R. 623-43, qui renvoie au « 3° de l'article R. 623-25 », lequel n'a pas de 3° ?",
    default="Le matériel de reproduction que le déposant s'engage à fournir (R. 623-5, 3°).",
    why="L'article a été renuméroté sans que le renvoi le soit.",
    articles=("R. 623-43", "R. 623-25", "R. 623-5"),
)


def secrecy_end(dossier: Dossier, started: date) -> Deadline:
    """Five months from the filing, then one more year for each extension."""
    first, times = FIVE_MONTHS.expires(started), len(dossier.all(f.VarietySecrecyExtended))
    if not times:
        return first
    day = add_months(first.date, 12 * times)
    return Deadline(day, (*first.because, Reason(f"Prorogée d'un an : le {with_weekday(day)}.", ONE_YEAR)))


def _started(dossier: Dossier) -> date | None:
    found = filing_day(dossier)
    return found.date if found else dossier.first_on(VarietyApplicationReceived)


PRESENTATION = Clock(
    id="presentation",
    label="Présenter la demande aux délégués du ministre de la défense",
    limit=PRESENT,
    starts=lambda d: d.first_on(VarietyApplicationReceived),
    who="office",
    act="present_variety_to_defence",
    consequence="Le texte ne fixe pas de sanction.",
    states=("to_present",),
)
SECRECY = Clock(
    id="secrecy",
    label="Fin de l'interdiction de divulguer",
    limit=secrecy_end,
    starts=_started,
    who="time",
    consequence="L'autorisation de divulguer et d'exploiter est acquise de plein droit.",
    states=("secret",),
    lapse=lambda d, on: (f.VarietySecrecyEnded(),),
    automatic=True,
    of=FIVE_MONTHS.source,
)
EXTENSION = Clock(
    id="secrecy_extension",
    label="Requérir la prorogation de l'interdiction",
    limit=lambda d, day: ASK.last_day(secrecy_end(d, day).date),
    starts=_started,
    who="authority",
    act="ask_variety_secrecy_extension",
    consequence="L'interdiction prend fin à son terme.",
    states=("secret",),
    of=ASK.source,
)


def _asked(dossier: Dossier, on: date) -> Finding | None:
    """Asked for the current period, and pronounced before it ends."""
    if len(dossier.all(f.VarietySecrecyExtensionAsked)) <= len(dossier.all(f.VarietySecrecyExtended)):
        return no("La prorogation n'est pas requise par le ministre de la défense.", ASK.source)
    end = SECRECY.deadline(dossier)
    if end and on > end.date:
        return no(f"L'interdiction a pris fin le {in_words(end.date)} : elle ne se proroge plus.", BEFORE_THE_END)
    return None


def _in_time(dossier: Dossier, on: date) -> Finding | None:
    deadline = EXTENSION.deadline(dossier)
    if deadline is None or on <= deadline.date:
        return None
    message = f"La réquisition devait parvenir au plus tard le {in_words(deadline.date)}."
    return Finding(False, message, deadline.because)


def _invite(act: f.VarietyPresentedToDefence, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.material_asked and not dossier.has(VarietyMaterialRequested):
        message = "Les délégués demandent le matériel : invitez l'obtenteur à le fournir au plus tôt."
        yield advice(message, MATERIAL, field="material_asked")


RULES = {
    "present_variety_to_defence": Rule(READ, "Les délégués prennent connaissance de la demande.", checks=(_invite,)),
    "ask_variety_secrecy_extension": Rule(ASK.source, guards=(_in_time,)),
    "extend_variety_secrecy": Rule(
        ONE_YEAR, guards=(_asked,), checks=(required("order", "Citez l'arrêté.", BEFORE_THE_END),)
    ),
    "authorise_variety_disclosure": Rule(AUTHORISED),
    "authorise_variety_acts": Rule(SOME_ACTS, checks=(required("acts", "Dites quels actes.", SOME_ACTS),)),
    "lift_variety_secrecy": Rule(
        LIFTED,
        guards=(needs(f.VarietySecrecyExtended, "Seule une interdiction prorogée se lève ainsi.", LIFTED),),
        checks=(required("order", "Citez l'arrêté.", LIFTED),),
    ),
}
CLOCKS = (PRESENTATION, SECRECY, EXTENSION)
