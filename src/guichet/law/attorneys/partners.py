"""Between partners: what the articles state, shares, votes, and the periods that run inside (R. 422-16 to R. 422-48).

The institute keeps these papers and judges none of them; the answers are for the partners.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from guichet.law.answers import Finding
from guichet.law.backward import BackwardLimit
from guichet.law.dates import euros
from guichet.law.saying import no, yes
from guichet.law.sources import Source, cite
from guichet.law.time_limits import TimeLimit

Decision = Literal["ordinary", "articles", "commitments", "dissolution", "exclusion", "liberal_exclusion"]

ITEMS: Mapping[int, Source] = MappingProxyType(
    {
        1: cite("R. 422-16", "1°", "Les nom, prénoms, domicile des associés, leur situation matrimoniale"),
        2: cite("R. 422-16", "2°", "Le titre de chacun des associés"),
        3: cite("R. 422-16", "3°", "La durée pour laquelle la société est constituée"),
        4: cite("R. 422-16", "4°", "L'adresse du siège social"),
        5: cite("R. 422-16", "5°", "La nature et l'évaluation distincte de chacun des apports"),
        6: cite("R. 422-16", "6°", "Le montant du capital social, le montant nominal, le nombre et la répartition"),
        7: cite("R. 422-16", "7°", "L'affirmation de la libération totale ou partielle"),
        8: cite("R. 422-16", "8°", "La majorité requise pour la transmission ou la cession des parts à des tiers"),
        9: cite("R. 422-16", "9°", "Le montant des parts d'intérêt attribuées à chaque apporteur en industrie"),
        10: cite("R. 422-16", "10°", "Les dispositions particulières prévues aux articles R. 422-20 et R. 422-21"),
    }
)
"""What the articles of a civil company state."""
NOMINAL = cite("R. 422-18", "al. 2", "Leur montant nominal ne peut être inférieur à 152,45 euros")
NO_PLEDGE = cite("R. 422-18", "al. 1", "Les parts sociales ne peuvent être données en nantissement")
HALF = cite("R. 422-19", "al. 1", "de la moitié au moins de leur valeur nominale")
LEAST_NOMINAL_CENTS = 15_245

PAID_UP = TimeLimit(
    cite("R. 422-19", "al. 2", "au plus tard dans le délai de deux ans à compter de l'inscription de la société"),
    "attorney_company.entered", years=2, since="de l'inscription de la société", title="attorneys",
)  # fmt: skip
DEPOSITED = TimeLimit(
    cite("R. 422-19", "al. 3", "Dans les huit jours de leur réception, les fonds provenant des souscriptions"),
    "partners.funds_received", days=8, since="de la réception des fonds", title="attorneys",
)  # fmt: skip
ACCOUNTS = TimeLimit(
    cite("R. 422-26", "al. 2", "Dans les deux mois qui suivent la clôture de l'exercice"),
    "partners.year_closed", months=2, since="de la clôture de l'exercice", title="attorneys",
)  # fmt: skip
SENT_BEFORE = BackwardLimit(
    cite("R. 422-26", "al. 3", "au moins quinze jours avant sa réunion"),
    "partners.met", days=15, before="l'assemblée", title="attorneys",
)  # fmt: skip
REFUSAL_OVERRIDDEN = TimeLimit(
    cite("R. 422-29", "al. 2", "il est passé outre à ce refus deux mois après sommation"),
    "partners.summoned", months=2, since="de la sommation de signer", title="attorneys", bearer="effect",
)  # fmt: skip
AFTER_DEATH = TimeLimit(
    cite("R. 422-30", "al. 1", "est fixé à un an à compter de la date du décès"),
    "partners.died", years=1, since="du décès de l'associé", title="attorneys",
)  # fmt: skip
COMPANY_BUYS = TimeLimit(
    cite("R. 422-30", "al. 3", "la société dispose d'une année pour acquérir ou faire acquérir les parts sociales"),
    "partners.heirs_period_ended", years=1, since="de l'expiration du délai des ayants droit", title="attorneys",
)  # fmt: skip
WITHDRAWAL = TimeLimit(
    cite("R. 422-32", "al. 2", "La société dispose de six mois à compter de cette notification"),
    "partners.withdrawal_notified", months=6, since="de la notification du retrait", title="attorneys",
)  # fmt: skip
EXCLUDED_SELLS = TimeLimit(
    cite("R. 422-33", "al. 2", "L'associé exclu dispose d'un délai de six mois"),
    "partners.exclusion_notified", months=6, since="de la notification de l'exclusion", title="attorneys",
)  # fmt: skip
LIBERAL_EXCLUDED_SELLS = TimeLimit(
    cite("R. 422-48", "al. 1", "d'un délai de six mois à compter de la notification qui lui est faite"),
    "partners.exclusion_notified", months=6, since="de la notification de l'exclusion", title="attorneys",
)  # fmt: skip

PRESENT = cite("R. 422-23", "al. 1", "à la majorité des voix dont disposent les associés présents ou représentés")
THREE_QUARTERS = cite("R. 422-24", "al. 1", "à la majorité des trois quarts des voix de l'ensemble des associés")
ALL = cite("R. 422-24", "al. 2", "l'augmentation des engagements des associés ne peut être décidée qu'à l'unanimité")
QUORUM = cite("R. 422-25", "al. 2", "si les trois quarts au moins des associés sont présents ou représentés")
TWO = cite("R. 422-25", "al. 2", "l'assemblée délibère valablement si deux associés au moins sont présents")
TWO_PROXIES = cite("R. 422-22", "al. 3", "Un associé ne peut être porteur de plus de deux mandats")
OTHERS = cite("R. 422-33", "al. 1", "il peut être exclu de la société par une décision prise à la majorité des autres")
SIX_MONTHS_OR_MORE = cite("R. 422-33", "al. 1", "pour une durée égale ou supérieure à six mois")
DISSOLVED = cite("R. 422-40", "al. 1", "ne peut être décidée que par les trois quarts au moins des associés")
OVER_SIX_MONTHS = cite("R. 422-47", "al. 1", "temporairement l'exercice de la profession pendant plus de six mois")
UNANIMOUS = cite("R. 422-47", "al. 2", "Cette exclusion est décidée par les autres associés statuant à l'unanimité")


def articles_lack(stated: tuple[int, ...]) -> tuple[Finding, ...]:
    """The items of R. 422-16 that the articles of a civil company do not state."""
    return tuple(
        no(f"Les statuts doivent indiquer : « {source.quote} ».", source, field="stated")
        for number, source in ITEMS.items()
        if number not in stated
    )


def share(nominal_cents: int, paid_cents: int, pledged: bool = False) -> Finding:
    """Whether a share paid in cash may be issued so."""
    if nominal_cents < LEAST_NOMINAL_CENTS:
        message = f"Une part vaut au moins {euros(LEAST_NOMINAL_CENTS)}."
        return no(message, NOMINAL, field="nominal_cents")
    if 2 * paid_cents < nominal_cents:
        return no("Libérez la moitié au moins de la part à la souscription.", HALF, field="paid_cents")
    if pledged:
        return no("Une part ne peut pas être donnée en nantissement.", NO_PLEDGE, field="pledged")
    return yes("La part peut être émise.", NOMINAL, HALF)


def may_meet(partners: int, present: int, second_call: bool = False, most_proxies: int = 0) -> Finding:
    """Whether the assembly may decide; ``present`` counts those represented."""
    if most_proxies > 2:
        return no("Un associé ne porte pas plus de deux mandats.", TWO_PROXIES, field="most_proxies")
    enough = present >= 2 if second_call else 4 * present >= 3 * partners
    source = TWO if second_call else QUORUM
    if enough:
        return yes("L'assemblée peut délibérer.", source)
    return no("Le quorum n'est pas atteint : convoquez de nouveau.", QUORUM, TWO, field="present")


def carried(decision: Decision, votes_for: int, present: int, all_votes: int, barred_months: int = 0) -> Finding:
    """Whether the partners' decision is taken. present: votes present; for an exclusion, all_votes: of the others.

    barred_months: length of the striking off for which a partner is excluded.
    """
    if decision == "exclusion" and barred_months < 6:
        return no("L'exclusion suppose une radiation de six mois au moins.", SIX_MONTHS_OR_MORE, field="barred_months")
    if decision == "liberal_exclusion" and barred_months <= 6:
        return no("L'exclusion suppose une interdiction de plus de six mois.", OVER_SIX_MONTHS, field="barred_months")
    enough, source = {
        "ordinary": (2 * votes_for > present, PRESENT),
        "articles": (4 * votes_for >= 3 * all_votes, THREE_QUARTERS),
        "commitments": (votes_for == all_votes, ALL),
        "dissolution": (4 * votes_for >= 3 * all_votes, DISSOLVED),
        "exclusion": (2 * votes_for > all_votes, OTHERS),
        "liberal_exclusion": (votes_for == all_votes, UNANIMOUS),
    }[decision]
    if enough:
        return yes("La décision est prise.", source)
    return no("La majorité requise n'est pas atteinte.", source, field="votes_for")
