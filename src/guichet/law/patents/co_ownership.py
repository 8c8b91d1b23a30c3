"""Patents that several persons own: selling a share, licensing, leaving it to the others (L. 613-29 to L. 613-32)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from guichet.law.answers import Finding
from guichet.law.saying import no, refuse, yes
from guichet.law.sources import cite
from guichet.law.time_limits import TimeLimit

NOT_EXCLUSIVE = cite(
    "L. 613-29", "c", "Chacun des copropriétaires peut concéder à un tiers une licence d'exploitation non"
)
WITH_OFFER = cite("L. 613-29", "c", "accompagné d'une offre de cession de la quote-part à un prix déterminé")
EXCLUSIVE = cite("L. 613-29", "d", "qu'avec l'accord de tous les copropriétaires ou par autorisation de justice")
ABANDONED = cite(
    "L. 613-31", "", "peut notifier aux autres copropriétaires qu'il abandonne à leur profit sa quote-part"
)
SHARED = cite(
    "L. 613-31", "", "se répartissent la quote-part abandonnée à proportion de leurs droits dans la copropriété"
)
OTHERWISE = cite("L. 613-32", "al. 1", "s'appliquent en l'absence de stipulations contraires")

PRE_EMPTION = TimeLimit(
    cite("L. 613-29", "e", "pendant un délai de trois mois à compter de la notification du projet de cession"),
    "co_ownership.sale_notified",
    months=3,
    since="de la notification du projet de cession",
    title="patents",
)
LICENCE_OPPOSED = TimeLimit(
    cite("L. 613-29", "c", "Dans un délai de trois mois suivant cette notification"),
    "co_ownership.licence_notified",
    months=3,
    since="de la notification du projet de licence",
    title="patents",
)
GIVING_UP = TimeLimit(
    cite("L. 613-29", "e", "pour renoncer à la vente ou à l'achat de la part de copropriété"),
    "co_ownership.price_judged",
    months=1,
    since="de la notification du jugement ou de l'arrêt",
    title="patents",
)


@dataclass(frozen=True)
class Licence:
    """A licence that a co-owner plans. agreed_by: how many of the other co-owners consent to it."""

    kind: Literal["exclusive", "non_exclusive"]
    others: int
    agreed_by: int = 0
    authorised_by_court: bool = False
    notified: bool = False
    offers_share: bool = False
    agreement_says_otherwise: bool = False


def licensable(licence: Licence) -> Finding:
    """Whether one co-owner may grant this licence."""
    if licence.agreement_says_otherwise:
        return yes("Le règlement de copropriété décide.", OTHERWISE)
    if licence.kind == "exclusive":
        if licence.agreed_by == licence.others or licence.authorised_by_court:
            return yes("La licence exclusive peut être accordée.", EXCLUSIVE)
        return no("Une licence exclusive demande l'accord de tous, ou l'autorisation du juge.", EXCLUSIVE)
    if licence.notified and licence.offers_share:
        return yes("Les autres ont trois mois pour s'y opposer en achetant la part.", NOT_EXCLUSIVE)
    return no("Notifiez le projet aux autres copropriétaires, avec une offre de vente de votre part.", WITH_OFFER)


@dataclass(frozen=True)
class Share:
    """The share of an owner, as a fraction of whole numbers."""

    owner: str
    numerator: int
    denominator: int


def after_abandonment(shares: tuple[Share, ...], leaving: str) -> tuple[Share, ...]:
    """The shares of those who stay, that of whoever leaves being split in proportion. Raises Refused."""
    held: Mapping[str, Fraction] = {each.owner: Fraction(each.numerator, each.denominator) for each in shares}
    if leaving not in held or len(held) < 2:
        refuse(f"{leaving} n'est pas copropriétaire avec d'autres.", ABANDONED, SHARED, field="leaving")
    staying = {owner: share for owner, share in held.items() if owner != leaving}
    total = sum(staying.values(), Fraction())
    whole = {owner: share / total * sum(held.values()) for owner, share in staying.items()}
    return tuple(Share(owner, share.numerator, share.denominator) for owner, share in whole.items())
