"""Which use of a mark is to be proved, by whom, over which five years (L. 712-5-1, L. 714-5, L. 716-2-3, L. 716-3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.law.answers import Because, Finding
from guichet.law.counting import add_months
from guichet.law.saying import because, no, yes
from guichet.law.sources import Source, Undecided, cite, rule
from guichet.law.time_limits import TimeLimit

OPPOSED = cite(
    "L. 712-5-1", "1°", "d'un usage sérieux au cours des cinq années précédant la date de dépôt ou la date de priorité"
)
AT_REQUEST = cite(
    "L. 716-2-3", "1° a", "d'un usage sérieux au cours des cinq années précédant la date à laquelle la demande en"
)
AT_FILING = cite(
    "L. 716-2-3",
    "2° a",
    "d'un usage sérieux au cours des cinq années précédant la date de dépôt ou la date de priorité",
)
REVOKED = cite("R. 716-6", "1° al. 2", "un usage sérieux au cours des cinq années précédant la demande en déchéance")
FIVE_YEARS = cite("L. 714-5", "al. 1", "pendant une période ininterrompue de cinq ans")
HOLDER_PROVES = cite(
    "L. 716-3-1", "", "La preuve de l'exploitation incombe au titulaire de la marque dont la déchéance"
)
PREPARED_USE = cite(
    "L. 716-3",
    "al. 4",
    "dans un délai de trois mois précédant la demande de déchéance et après que le titulaire a appris",
)

NON_USE_FIVE_YEARS = TimeLimit(
    FIVE_YEARS, "trademark.registered", years=5, since="de l'enregistrement ou du dernier usage", bearer="effect"
)
FIRST_DAY = Undecided(
    question="Les « cinq années précédant » un jour commencent-elles au même quantième, ou le lendemain ?",
    default="Au même quantième, et finissent la veille du jour dit.",
    why="L. 712-5-1, L. 716-2-3 et R. 716-6 donnent la durée et la fin, pas le premier jour.",
    articles=("L. 712-5-1", "L. 716-2-3", "R. 716-6"),
)


@dataclass(frozen=True)
class UsePeriod:
    """Five years during which use is to be proved; both days included."""

    first_day: date
    last_day: date
    because: Because


def _before(day: date, *sources: Source) -> UsePeriod:
    return UsePeriod(add_months(day, -60), date.fromordinal(day.toordinal() - 1), because("", *sources))


def registered_long_enough(registered_on: date, day: date) -> bool:
    """« enregistrée depuis plus de cinq ans » on that day."""
    return add_months(registered_on, 60) < day


def proved_in_opposition(registered_on: date, effect_date: date) -> tuple[UsePeriod, ...]:
    """What the opponent proves of his mark if the applicant asks; nothing for a mark that is not old enough."""
    return (_before(effect_date, OPPOSED),) if registered_long_enough(registered_on, effect_date) else ()


def proved_in_nullity(registered_on: date, requested_on: date, effect_date: date) -> tuple[UsePeriod, ...]:
    """What the claimant proves of his mark if the holder asks: before the request, and before the later mark."""
    found = []
    if registered_long_enough(registered_on, requested_on):
        found.append(_before(requested_on, AT_REQUEST))
    if registered_long_enough(registered_on, effect_date):
        found.append(_before(effect_date, AT_FILING))
    return tuple(found)


def proved_in_revocation(requested_on: date) -> UsePeriod:
    """What the holder proves of his own mark."""
    return _before(requested_on, REVOKED, HOLDER_PROVES)


@rule("L. 714-5", "al. 1", "est fixé au plus tôt à la date de l'enregistrement")
def revocable_from(registered_on: date, last_used_on: date | None = None) -> date:
    """The first day on which five years without use are over."""
    start = max(registered_on, last_used_on or registered_on)
    return date.fromordinal(NON_USE_FIVE_YEARS.raw(start).date.toordinal() + 1)


def use_saves(resumed_on: date, requested_on: date, *, learned_on: date | None = None) -> Finding:
    """Whether use begun or resumed after the five years stands in the way of revocation.

    learned_on: day on which the holder learned that revocation might be asked for.
    """
    if resumed_on >= requested_on:
        return no("Cet usage est postérieur à la demande : il n'est pas dans les cinq années à prouver.", REVOKED)
    prepared = learned_on is not None and resumed_on >= learned_on
    if prepared and resumed_on >= add_months(requested_on, -3):
        message = "Repris dans les trois mois d'avant la demande, en la sachant possible, cet usage ne compte pas."
        return no(message, PREPARED_USE)
    return yes("Cet usage fait obstacle à la déchéance.", PREPARED_USE, FIVE_YEARS)
