"""R. 611-14-1: the yearly bonus and the patent bonus of a public agent who made an invention. A calculator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.law.answers import Because, Finding, Reason
from guichet.law.dates import euros, in_words
from guichet.law.practice.values import value
from guichet.law.saying import no, yes
from guichet.law.sources import Undecided, cite
from guichet.law.time_limits import TimeLimit

WHO = cite("R. 611-14-1", "I", "Pour les fonctionnaires ou agents publics de l'Etat et de ses établissements publics")
BASE = cite("R. 611-14-1", "II", "après déduction de la totalité des frais directs supportés par celle-ci")
NOT_DEDUCTED = cite("R. 611-14-1", "II", "La prime au brevet d'invention n'est pas prise en compte dans les frais")
HALF = cite("R. 611-14-1", "II", "à 50 % de la base définie ci-dessus, dans la limite du montant du traitement brut")
QUARTER = cite("R. 611-14-1", "II", "au-delà de ce montant, à 25 % de cette base")
FLAT = cite("R. 611-14-1", "III", "La prime au brevet d'invention a un caractère forfaitaire")
FIRST_PART = TimeLimit(
    cite("R. 611-14-1", "III", "à l'issue d'un délai d'un an à compter du premier dépôt de la demande de brevet"),
    "patent.filed",
    years=1,
    since="du premier dépôt de la demande de brevet",
    title="patents",
    bearer="effect",
)
SECOND_PART = cite("R. 611-14-1", "III", "est ouvert lors de la signature d'une concession de licence d'exploitation")
SHARES = cite("R. 611-14-1", "IV", "est déterminée définitivement avant le premier versement annuel")
ALONE = cite("R. 611-14-1", "IV", "le coefficient représentant sa contribution est égal à 1")
GONE = cite("R. 611-14-1", "V", "continue d'être versée à l'agent pendant le temps d'exploitation de l'invention")
DEAD = cite("R. 611-14-1", "V", "sont versées jusqu'au terme de l'année civile du décès")

CAP = Undecided(
    "Le traitement annuel qui sépare les 50 % des 25 % se compare-t-il à la prime ou à sa base ?",
    "À la prime : 50 % de la base tant que la prime ne le dépasse pas, 25 % de ce qui reste de la base au-delà.",
    "R. 611-14-1 dit « à 50 % de la base, dans la limite du traitement, et, au-delà, à 25 % de cette base ».",
    ("R. 611-14-1",),
)
CARRIED = Undecided(
    "Les frais qui dépassent les revenus d'une année se reportent-ils sans limite ?",
    "Oui, jusqu'à ce que des revenus les couvrent.",
    "R. 611-14-1 déduit les frais antérieurs « n'ayant pas fait l'objet de déduction faute de revenus suffisants ».",
    ("R. 611-14-1",),
)
WHOLE = 1000
"""A contribution is told in thousandths; a sole author has all of them."""


@dataclass(frozen=True)
class YearlyBonus:
    """cents: the bonus, charges included. carried_cents: costs left to deduct from the years to come."""

    cents: int
    base_cents: int
    carried_cents: int
    because: Because


def yearly_bonus(
    revenue_cents: int, costs_cents: int, past_costs_cents: int, share: int, salary_cents: int
) -> YearlyBonus:
    """The bonus of one agent for one invention and one year.

    revenue_cents: without tax. past_costs_cents: not deducted yet. share: of the agent, in thousandths.
    salary_cents: gross yearly pay of the second step of the group above the scale D.
    """
    if min(revenue_cents, costs_cents, past_costs_cents, salary_cents) < 0 or not 0 < share <= WHOLE:
        raise ValueError("Les montants sont positifs et la contribution va de 1 à 1000 millièmes.")
    net = revenue_cents - costs_cents - past_costs_cents
    base = max(0, net) * share // WHOLE
    half = base // 2
    cents = half if half <= salary_cents else salary_cents + (base - 2 * salary_cents) // 4
    because = [
        Reason(f"Revenus moins frais directs, pour la part de l'agent : {euros(base)}.", BASE),
        Reason("La prime au brevet n'est pas l'un de ces frais.", NOT_DEDUCTED),
        Reason(f"La moitié, dans la limite de {euros(salary_cents)} : {euros(min(half, salary_cents))}.", HALF),
    ]
    if half > salary_cents:
        because.append(Reason(f"Un quart du reste de la base : {euros(cents - salary_cents)}.", QUARTER))
    return YearlyBonus(cents, base, max(0, -net), tuple(because))


def shares_in_order(shares: tuple[int, ...]) -> Finding:
    """Whether the contributions of all the agents make up the whole; alone, one has it all."""
    if len(shares) == 1 and shares[0] != WHOLE:
        return no("Seul auteur, l'agent a un coefficient égal à 1.", ALONE)
    if not shares or min(shares) <= 0 or sum(shares) != WHOLE:
        return no("Les contributions des agents doivent faire le tout : fixez-les avant le premier versement.", SHARES)
    return yes("Les contributions font le tout.", SHARES)


@dataclass(frozen=True)
class PatentBonus:
    """first_cents opens on ``first_on``; second_cents at the signature of a licence or an assignment."""

    first_cents: int
    first_on: date
    second_cents: int
    because: Because


def patent_bonus(filed_on: date, share: int) -> PatentBonus:
    """The flat bonus for a patent first filed on that day, for this share in thousandths. Raises PracticeUnknown."""
    if not 0 < share <= WHOLE:
        raise ValueError("La contribution va de 1 à 1000 millièmes.")
    amount = value("inventor_bonus.patent_cents", on=filed_on).value * share // WHOLE
    first = amount * 20 // 100
    opens = FIRST_PART.raw(filed_on)
    because = (
        Reason(f"Le forfait, pour la part de l'agent, est de {euros(amount)}.", FLAT),
        Reason(f"Un cinquième est ouvert un an après le premier dépôt, le {in_words(opens.date)}.", FIRST_PART.source),
        Reason("Le reste l'est à la signature d'une licence ou d'une cession.", SECOND_PART),
    )
    return PatentBonus(first, opens.date, amount - first, because)


def still_paid(
    on: date, *, public_state_agent: bool = True, left: bool = False, died_on: date | None = None
) -> Finding:
    """Whether bonuses are paid on that day: leaving changes nothing, a death ends them with its year."""
    if not public_state_agent:
        return no("Ces primes sont celles des agents de l'Etat et de ses établissements publics.", WHO)
    if died_on is not None and on.year > died_on.year:
        return no(f"L'agent est mort le {in_words(died_on)} : les primes ont fini avec l'année.", DEAD)
    return yes("La prime est due tant que l'invention est exploitée.", GONE if left else WHO)
