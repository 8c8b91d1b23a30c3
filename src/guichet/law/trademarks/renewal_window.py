"""R. 712-24, L. 712-1: when a registration expires, and when it may be renewed. Also the office's reminder."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from guichet.law.answers import Deadline
from guichet.law.backward import BackwardLimit, Span, Window
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit

TEN_YEARS = cite(
    "L. 712-1",
    "al. 2",
    "produit ses effets à compter de la date de dépôt de la demande pour une période de dix ans indéfiniment "
    "renouvelable",
)
TERM = TimeLimit(TEN_YEARS, runs_from="trademark.filing_date_accorded", years=10, since="de la date de dépôt")
NEXT_TERM = TimeLimit(
    cite("L. 712-9", "al. 4", "La nouvelle période de dix ans court à compter de l'expiration de la précédente"),
    runs_from="expiry",
    years=10,
    since="de l'expiration de la période précédente",
)
REMINDER = BackwardLimit(
    cite("R. 712-24", "al. 1", "au plus tard six mois avant cette expiration"),
    counts_to="expiry",
    months=6,
    before="l'expiration de l'enregistrement",
)
NORMAL = Window(
    cite("R. 712-24", "1°", "Etre présentée au cours d'un délai d'un an précédant immédiatement le jour d'expiration"),
    ends_with="expiry",
    years=1,
    until="l'expiration de l'enregistrement",
)
LATE = TimeLimit(
    cite(
        "R. 712-24",
        "1° al. 2",
        "dans un délai supplémentaire de six mois à compter du lendemain du jour d'expiration de l'enregistrement",
    ),
    runs_from="expiry",
    months=6,
    from_next_day=True,
    since="du lendemain du jour d'expiration",
)

EXPIRY_ON_CLOSED_DAY = Undecided(
    "L'enregistrement qui expire un jour non ouvrable dure-t-il jusqu'au jour ouvrable suivant ?",
    "Non : dix ans, de quantième à quantième ; seule la formalité de renouvellement profite de la prorogation.",
    "L. 712-1 fixe une durée, R. 718-2 règle les délais d'action.",
    ("L. 712-1", "R. 718-2", "R. 712-24"),
)
NEXT_EXPIRY = Undecided(
    "La période suivante se compte-t-elle de la date de dépôt ou de l'expiration précédente (dépôt du 29 février) ?",
    "De l'expiration précédente : une marque déposée un 29 février expire ensuite toujours un 28 février.",
    "L. 712-9 dit que la nouvelle période court à compter de l'expiration de la précédente.",
    ("L. 712-9", "L. 712-1"),
)


@lru_cache(maxsize=16384)
def expiry(filing_date: date) -> Deadline:
    """Last day of the ten years (L. 712-1); 29 February gives 28 February ten years later."""
    return TERM.raw(filing_date)


@lru_cache(maxsize=16384)
def next_expiry(former: date) -> Deadline:
    """Last day of the ten years after ``former``, the last day of the term that ends (L. 712-9)."""
    return NEXT_TERM.raw(former)


@lru_cache(maxsize=16384)
def normal_window(expires_on: date) -> Span:
    """The year that ends with the expiry, prorogued when that day is closed."""
    return NORMAL.around(expires_on)


@lru_cache(maxsize=16384)
def late_deadline(expires_on: date) -> Deadline:
    """Last day to renew with a surcharge."""
    return LATE.expires(expires_on)


def reminder_day(expires_on: date) -> date:
    """Last day on which the office should tell the holder of the expiry; without it nothing changes."""
    return REMINDER.last_day(expires_on).date
