"""The opinion of the national company of attorneys: one month from the day it is asked, then deemed given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from guichet.law.answers import Finding
from guichet.law.clocks import Clock
from guichet.law.dates import in_words
from guichet.law.dossier import Dossier
from guichet.law.rules import Guard
from guichet.law.saying import no
from guichet.law.sources import Source, cite
from guichet.law.time_limits import TimeLimit

OPINION = cite(
    "R. 422-4", "al. 1", "L'avis est réputé donné si la compagnie ne l'a pas formulé dans un délai d'un mois"
)
ONE_MONTH = TimeLimit(
    OPINION, "ip_attorney.opinion_asked", months=1, since="de la saisine de la Compagnie", title="attorneys",
    bearer="effect",
)  # fmt: skip
AFTER_OPINION = cite("R. 422-4", "al. 1", "procède à l'inscription après avis de la Compagnie nationale des conseils")


def opinion_clock(
    name: str, asked: Callable[[Dossier], date | None], given: Callable[[Dossier], bool], limit: TimeLimit = ONE_MONTH
) -> Clock:
    """The month of one opinion; it stops once the opinion is there."""
    return Clock(
        id=name,
        label="Donner l'avis de la Compagnie nationale",
        limit=limit,
        starts=lambda d: None if given(d) else asked(d),
        who="authority",
        act="give_opinion",
        consequence="L'avis est réputé donné.",
    )


def after_opinion(
    clock: Clock, asked: Callable[[Dossier], date | None], given: Callable[[Dossier], bool], source: Source
) -> Guard:
    """Only once the opinion is given, or deemed to be."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        if given(dossier):
            return None
        if asked(dossier) is None:
            return no("Saisissez d'abord la Compagnie nationale pour avis.", source)
        deadline = clock.deadline(dossier)
        if deadline is None or on > deadline.date:
            return None
        message = f"La Compagnie nationale peut donner son avis jusqu'au {in_words(deadline.date)} inclus."
        return Finding(False, message, deadline.because)

    return guard
