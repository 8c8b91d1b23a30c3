"""The resale right (*droit de suite*): is it due, how much, by whom, by when (R. 122-2 to R. 122-12).

Prices and amounts are integer cents; a fraction of a cent is rounded, half up (``ROUNDING``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.law.answers import Because, Deadline, Finding, Reason
from guichet.law.counting import add_months, end_of_month
from guichet.law.dates import euros, in_words
from guichet.law.saying import no, refuse, yes
from guichet.law.sources import Undecided, cite, rule
from guichet.law.time_limits import Reading, TimeLimit

Medium = Literal["unique", "engraving", "sculpture", "tapestry", "enamel", "photograph", "audiovisual"]
Country = Literal["eea", "reciprocal", "admitted", "other"]
"""The author's country: of the EEA; one that gives the right to European authors; admitted by the minister; none."""

FIRST_SALE = cite("R. 122-2", "al. 1", "autre que la première cession opérée par l'auteur ou par ses ayants droit")
PROFESSIONAL = cite("R. 122-2", "al. 1", "interviennent dans cette cession dans le cadre de leur activité")
IN_FRANCE = cite("R. 122-2", "1°", "La vente est effectuée sur le territoire français")
VAT = cite("R. 122-2", "2°", "La vente y est assujettie à la taxe sur la valeur ajoutée")
BY_THE_AUTHOR = cite("R. 122-3", "al. 1", "créées par l'auteur lui-même")
IDENTIFIED = cite("R. 122-3", "al. 2", "si elles sont numérotées ou signées ou dûment autorisées d'une autre manière")
RECIPROCITY = cite("R. 122-4", "al. 1", "si leur législation nationale fait bénéficier de ce droit les auteurs")
ADMITTED = cite("R. 122-4", "al. 2", "sans condition de réciprocité, être admis à bénéficier du droit de suite")
PRICE = cite("R. 122-5", "al. 1", "hors taxes, le prix d'adjudication en cas de vente aux enchères publiques")
LEAST = cite("R. 122-5", "al. 2", "est inférieur à 750 euros")
CAP = cite("R. 122-6", "al. 8", "ne peut excéder 12 500 euros")

LEAST_CENTS, CAP_CENTS = 750_00, 12_500_00
COPIES = {"sculpture": 12, "tapestry": 8, "enamel": 12, "photograph": 30, "audiovisual": 12}
"""Copies that are still originals; eight numbered enamels and four proofs."""
COPY_SOURCES = {
    "sculpture": cite("R. 122-3", "b", "dans la limite de douze exemplaires, exemplaires numérotés et épreuves"),
    "tapestry": cite("R. 122-3", "c", "dans la limite de huit exemplaires"),
    "enamel": cite("R. 122-3", "d", "dans la limite de huit exemplaires numérotés et de quatre épreuves d'artiste"),
    "photograph": cite("R. 122-3", "e", "dans la limite de trente exemplaires"),
    "audiovisual": cite("R. 122-3", "f", "dans la limite de douze exemplaires"),
}


@dataclass(frozen=True)
class Tranche:
    """A part of the price, up to ``up_to`` cents (None: no end), at ``rate`` hundredths of a percent."""

    up_to: int | None
    rate: int


TRANCHES = (
    (Tranche(50_000_00, 400), cite("R. 122-6", "al. 3", "4 % pour la première tranche de 50 000 euros")),
    (Tranche(200_000_00, 300), cite("R. 122-6", "al. 4", "3 % pour la tranche du prix de vente comprise entre 50")),
    (Tranche(350_000_00, 100), cite("R. 122-6", "al. 5", "1 % pour la tranche du prix de vente comprise")),
    (Tranche(500_000_00, 50), cite("R. 122-6", "al. 6", "0,5 % pour la tranche du prix de vente comprise")),
    (Tranche(None, 25), cite("R. 122-6", "al. 7", "0,25 % pour la tranche du prix de vente dépassant 500 000 euros")),
)  # fmt: skip

ROUNDING = Undecided(
    question="Comment arrondir un droit de suite qui tombe sur une fraction de centime ?",
    default="Au centime le plus proche, la moitié au-dessus.",
    why="R. 122-6 ne dit rien de l'arrondi.",
    articles=("R. 122-6",),
)


@dataclass(frozen=True)
class Sale:
    """A sale of one work. price_cents: without tax, hammer price or what the seller received.

    copy: its number in the edition, 0 for a unique work. professional: one takes part in the sale.
    """

    price_cents: int
    first_transfer: bool = False
    professional: bool = True
    in_france: bool = True
    subject_to_vat: bool = False
    medium: Medium = "unique"
    copy: int = 0
    identified: bool = True
    author: Country = "eea"


def is_due(sale: Sale) -> Finding:
    """Whether the resale right is due on this sale, and why (not)."""
    if sale.first_transfer:
        return no("La première cession par l'auteur ou ses ayants droit n'ouvre pas le droit.", FIRST_SALE)
    if not sale.professional:
        return no("Aucun professionnel n'intervient dans la vente.", PROFESSIONAL, field="professional")
    if not sale.in_france and not sale.subject_to_vat:
        return no("La vente n'est ni faite en France, ni soumise à la TVA française.", IN_FRANCE, VAT)
    if sale.medium != "unique" and not sale.identified:
        return no("L'exemplaire n'est ni numéroté, ni signé, ni autorisé par l'auteur.", IDENTIFIED, field="identified")
    if sale.copy > COPIES.get(sale.medium, sale.copy):
        source = COPY_SOURCES[sale.medium]
        return no(f"Au-delà de {COPIES[sale.medium]} exemplaires, l'œuvre n'est plus originale.", source, field="copy")
    if sale.author == "other":
        return no("L'auteur n'est pas admis au droit de suite.", RECIPROCITY, ADMITTED, field="author")
    if sale.price_cents < LEAST_CENTS:
        message = f"Le prix, {euros(sale.price_cents)}, est inférieur à {euros(LEAST_CENTS)}."
        return no(message, LEAST, PRICE, field="price_cents")
    return yes("Le droit de suite est dû.", BY_THE_AUTHOR, PROFESSIONAL)


@dataclass(frozen=True)
class ResaleRight:
    """What is due on a sale, in cents, and how it was reckoned."""

    amount_cents: int
    because: Because


def resale_right(sale: Sale) -> ResaleRight:
    """The amount due on a sale: by tranche, rounded once, capped; nothing where the right is not due."""
    due = is_due(sale)
    if not due.allowed:
        return ResaleRight(0, due.because)
    parts, reasons, below = 0, list(due.because[:1]), 0
    for tranche, source in TRANCHES:
        part = max(0, min(sale.price_cents, tranche.up_to or sale.price_cents) - below)
        if part:
            parts += part * tranche.rate
            percent = f"{tranche.rate / 100:g}".replace(".", ",")
            reasons.append(Reason(f"{percent} % de {euros(part)}.", source))
        below = tranche.up_to or below
    amount = (parts + 5_000) // 10_000
    if amount > CAP_CENTS:
        amount = CAP_CENTS
        reasons.append(Reason(f"Le total est limité à {euros(CAP_CENTS)}.", CAP))
    return ResaleRight(amount, tuple(reasons))


# R. 122-9: who pays
AUCTION = cite("R. 122-9", "I", "la société de ventes volontaires ou le commissaire-priseur judiciaire")
ONE = cite("R. 122-9", "II", "le professionnel du marché de l'art intervenant dans la vente est responsable")
SELLER = cite("R. 122-9", "II, 1°", "Le vendeur, s'il agit dans le cadre de son activité professionnelle")
INTERMEDIARY = cite("R. 122-9", "II, 2°", "qui reçoit, en tant qu'intermédiaire, le paiement de l'acheteur")
BUYER = cite("R. 122-9", "II, 3°", "l'acheteur, s'il agit dans le cadre de son activité professionnelle")

Debtor = Literal["auctioneer", "seller", "intermediary", "buyer"]


@dataclass(frozen=True)
class Liable:
    """Who must pay, and why."""

    debtor: Debtor
    because: Because


def debtor(
    *, auction: bool, seller: bool, paid_intermediary: bool, buyer: bool, other_intermediary: bool = False
) -> Liable:
    """Who must pay; each flag says that there is such a professional. Raises Refused where there is none.

    other_intermediary: one takes part in the sale and does not receive the payment; he pays if he is alone.
    """
    candidates: tuple[tuple[bool, Debtor, str], ...] = (
        (auction, "auctioneer", "Aux enchères, la maison de ventes ou le commissaire-priseur judiciaire."),
        (seller, "seller", "Le vendeur professionnel."),
        (paid_intermediary, "intermediary", "L'intermédiaire professionnel qui reçoit le paiement."),
        (buyer, "buyer", "L'acheteur professionnel."),
        (other_intermediary, "intermediary", "L'intermédiaire, seul professionnel de la vente."),
    )
    sources = (AUCTION, SELLER, INTERMEDIARY, BUYER, ONE)
    for (there, who, said), source in zip(candidates, sources, strict=True):
        if there:
            return Liable(who, (Reason(said, source),))
    refuse("Aucun professionnel n'intervient : le droit de suite n'est pas dû.", PROFESSIONAL)


# R. 122-10, R. 122-11: by when
FROM_CLAIM = TimeLimit(
    cite("R. 122-10", "I", "dans un délai qui ne peut excéder quatre mois à compter de la date de réception"),
    "resale_right.claimed", months=4, since="de la réception de la demande", title="copyright",
)  # fmt: skip
FROM_SALE = TimeLimit(
    cite("R. 122-10", "I", "si cette demande est reçue antérieurement à la vente, à compter de la date de cette vente"),
    "resale_right.sold", months=4, since="de la vente", title="copyright",
)  # fmt: skip
QUARTER = cite("R. 122-10", "II", "au plus tard trois mois après la fin du trimestre civil au cours duquel la vente")
INFORMATION = TimeLimit(
    cite("R. 122-11", "I", "pendant un délai de trois ans suivant la vente ouvrant droit à la perception"),
    "resale_right.sold", years=3, since="de la vente", title="copyright",
)  # fmt: skip
KEPT = cite("R. 122-11", "III", "conserver pendant le délai prévu au I le nom et l'adresse du vendeur")
FINED = cite("R. 122-12", "al. 1", "Est puni de l'amende prévue pour les contraventions de la troisième classe")


def payment_due(*, sold_on: date, claimed_on: date, reading: Reading = "default") -> Deadline:
    """Last day to pay a beneficiary who asked: four months from the claim, or from a later sale."""
    limit, started = (FROM_CLAIM, claimed_on) if claimed_on >= sold_on else (FROM_SALE, sold_on)
    return limit.expires(started, reading=reading)


@rule("R. 122-10", "II", "au plus tard trois mois après la fin du trimestre civil")
def notice_due(sold_on: date) -> Deadline:
    """Last day to tell a collecting society of a sale that nobody claimed for: the end of the next quarter."""
    ends = end_of_month(add_months(sold_on, -sold_on.month % 3))
    last = end_of_month(add_months(ends, 3))
    return Deadline(
        last,
        (
            Reason(f"Le trimestre de la vente finit le {in_words(ends)}.", QUARTER),
            Reason(f"L'avis est dû trois mois après : le {in_words(last)} au plus tard.", QUARTER),
        ),
    )


def information_until(sold_on: date) -> Deadline:
    """Last day on which the beneficiary may ask who pays and at what price; the seller's name is kept till then."""
    found = INFORMATION.raw(sold_on)
    kept = Reason("Le professionnel garde jusque-là le nom et l'adresse du vendeur.", KEPT)
    return Deadline(found.date, (*found.because, kept))


def fined(
    *, claimed_unpaid: bool = False, society_not_told: bool = False, information_refused: bool = False
) -> Finding:
    """Whether the professional incurs the fine of the third class."""
    if claimed_unpaid or society_not_told or information_refused:
        return no("Le professionnel encourt l'amende des contraventions de la troisième classe.", FINED)
    return yes("Aucun manquement de l'article R. 122-12.", FINED)
