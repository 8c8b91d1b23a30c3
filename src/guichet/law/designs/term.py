"""L. 513-1, R. 513-1: how long a registration protects, when it may be renewed; the filings of before 2001 and 1992."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from guichet.law.answers import Deadline, Finding, Reason
from guichet.law.backward import Span, Window
from guichet.law.counting import add_months, end_of_month
from guichet.law.dates import in_words
from guichet.law.saying import no, yes
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit, closed_days

FIVE_YEARS = cite("L. 513-1", "al. 1", "à compter de la date de dépôt de la demande, pour une période de cinq ans")
AT_MOST = cite("L. 513-1", "al. 1", "qui peut être prorogée par périodes de cinq ans jusqu'à un maximum de vingt-cinq")
BEFORE_2001 = cite("L. 513-1", "al. 2", "restent protégés, sans prorogation possible, pour une période de vingt-cinq")
RENEWED_BEFORE_2001 = cite("L. 513-1", "al. 2", "pour une nouvelle période de vingt-cinq ans restent protégés jusqu'à")
SPARE_PARTS = cite("L. 513-1", "al. 3", "est ramenée à dix ans pour les pièces mentionnées au 4° de l'article L. 513-6")
SECRET_FIVE = cite("R. 514-6", "3°", "Les dépôts effectués pour cinq ans et conservés au secret y sont maintenus")
SECRET_LONG = cite("R. 514-6", "4°", "Les dépôts effectués pour vingt-cinq ans et conservés au secret y sont maintenus")
OLD_FILINGS = cite("R. 514-6", "al. 1", "sont applicables aux dépôts produisant effet à la date du 15 septembre 1992")
REFORM = date(2001, 10, 1)
FIRST_REGISTER = date(1992, 9, 15)
FIRST_RENEWAL = cite("R. 513-1", "al. 2", "La première prorogation peut toutefois être demandée lors du dépôt")

WINDOW = Window(
    cite("R. 513-1", "1°", "au cours d'un délai de six mois expirant le dernier jour du mois"),
    ends_with="design.expired",
    months=6,
    until="le mois où la protection prend fin",
    title="designs",
    to_month_end=True,
)
LATE = TimeLimit(
    cite("R. 513-1", "1°", "décompté depuis le lendemain du dernier jour du mois d'expiration de la protection"),
    runs_from="design.expired",
    months=6,
    from_next_day=True,
    since="du lendemain du dernier jour du mois d'expiration",
    title="designs",
)

TERM_ON_CLOSED_DAY = Undecided(
    "La protection qui finit un jour fermé dure-t-elle jusqu'au premier jour ouvrable ?",
    "Non : elle dure cinq ans de quantième à quantième ; seuls les délais pour agir sont prorogés.",
    "L. 513-1 fixe une durée ; R. 514-2 règle les délais, sans distinguer.",
    ("L. 513-1", "R. 514-2"),
)
LAST_TERM_OF_A_PART = Undecided(
    "Qui dit qu'un dessin est celui d'une pièce de rechange dont la protection finit à dix ans ?",
    "Le déposant, dans sa demande.",
    "L. 513-1 réduit la durée sans dire qui constate que la pièce est de celles de L. 513-6.",
    ("L. 513-1",),
)


@lru_cache(maxsize=16384)
def expires_on(
    filed_on: date, renewals: int, *, spare_part: bool = False, renewed_before_2001: bool = False
) -> Deadline:
    """Last day of the protection, so many times renewed: five years each, twenty-five in all (ten for some parts)."""
    if filed_on < REFORM:
        years, source = (50, RENEWED_BEFORE_2001) if renewed_before_2001 else (25, BEFORE_2001)
    else:
        longest, source = (10, SPARE_PARTS) if spare_part else (25, AT_MOST)
        years = min(longest, 5 * (1 + max(0, renewals)))
        source = source if years == longest else FIVE_YEARS
    day = add_months(filed_on, 12 * years)
    text = f"Déposé le {in_words(filed_on)}, protégé {years} ans : jusqu'au {in_words(day)}."
    return Deadline(day, (Reason(text, source),))


def may_be_renewed(filed_on: date, renewals: int, *, spare_part: bool = False) -> bool:
    """Whether another period of five years remains."""
    now = expires_on(filed_on, renewals, spare_part=spare_part).date
    return expires_on(filed_on, renewals + 1, spare_part=spare_part).date > now


def foreseeable(expiry: date) -> bool:
    """Whether the calendar of closed days already reaches the end of the additional six months."""
    return closed_days().knows(add_months(expiry, 8))


@lru_cache(maxsize=16384)
def normal_window(expiry: date) -> Span:
    """The six months that end with the month of the expiry, prorogued when its last day is closed."""
    return WINDOW.around(expiry)


@lru_cache(maxsize=16384)
def late_deadline(expiry: date) -> Deadline:
    """Last day to renew with a surcharge. ``LATE.expires(..., reading="safe")`` is the day to announce."""
    return LATE.expires(end_of_month(expiry))


@lru_cache(maxsize=16384)
def safe_late_day(expiry: date) -> date:
    """The six whole months: what a careful holder keeps to."""
    return LATE.expires(end_of_month(expiry), reading="safe").date


def stays_secret(filed_on: date, years: int, *, renewed: bool, secrecy_renounced: bool) -> Finding:
    """Whether a filing of before 15 September 1992, kept secret for so many years, is still so (R. 514-6)."""
    if filed_on >= FIRST_REGISTER:
        return no("Un dépôt fait depuis le 15 septembre 1992 n'est jamais secret.", OLD_FILINGS)
    source = SECRET_FIVE if years == 5 else SECRET_LONG
    if renewed:
        return no("La prorogation requise lève le secret.", source)
    if secrecy_renounced and years != 5:
        return no("Le propriétaire a renoncé au secret.", source)
    return yes("Le dépôt reste secret : il n'est jamais publié de lui-même.", source)
