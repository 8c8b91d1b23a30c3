"""What each procedure costs as a whole: the fees, those that are counted, the surcharges of lateness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guichet.law.answers import Because, FeeDue, Reason
from guichet.law.dates import euros, in_words
from guichet.law.fees.heads import Fee, FeeUnknown
from guichet.law.fees.reductions import Category, reduced
from guichet.law.fees.table import Kind, due, fee, fees, stated
from guichet.law.sources import Undecided, cite

CONVERTED = cite(
    "R. 614-17",
    "al. 1",
    "sont la redevance de dépôt et, le cas échéant, la redevance d'établissement du rapport de recherche",
)
CONVERTED_WITHOUT_SEARCH = cite(
    "R. 614-17", "al. 2", "la redevance prévue par l'article R. 612-5, 2°, n'est pas exigible"
)
PAYMENT_DAY = cite("R. 613-47", "II", "Le paiement s'effectue au taux en vigueur au jour de paiement")
WARNED = cite("R. 613-47", "II", "sauf si un avertissement indiquant un taux précédent a déjà été adressé")
RESTORED = cite("R. 613-47", "II", "doit être effectué au taux en vigueur à cette date")
INTERNATIONAL_PAYMENT_DAY = cite(
    "R. 614-33", "", "est libératoire s'il est effectué au taux en vigueur au jour du paiement"
)
FIRST_YEAR = cite("R. 613-46", "", "La redevance de dépôt couvre la première annuité")

SURCHARGE_BASE = Undecided(
    "Le supplément de retard se calcule-t-il aussi sur les classes supplémentaires et sur le tarif réduit ?",
    "Oui : la moitié de ce qui est effectivement dû, classes comprises, au tarif dont bénéficie le débiteur.",
    "Les articles disent « un supplément de redevance » sans en donner l'assiette, que fixe l'arrêté.",
    ("R. 411-17", "R. 712-24", "R. 613-47"),
)
RATE_DAY = Undecided(
    "Hors des annuités de brevet, le tarif est-il celui du jour de la demande ou celui du jour du paiement ?",
    "Celui du jour où la demande est reçue.",
    "Seuls R. 613-47 et R. 614-33 parlent du jour du paiement, pour les annuités et les demandes internationales.",
    ("R. 411-17", "R. 613-47", "R. 614-33"),
)
CERTIFICATE_SEARCH = Undecided(
    "Une demande de certificat d'utilité paie-t-elle la redevance de rapport de recherche de R. 612-5, 2° ?",
    "Non : seul le rapport demandé au titre de R. 616-2 se paie.",
    "R. 616-3 n'écarte pas R. 612-5, 2°, mais il écarte le rapport de recherche lui-même (R. 612-56-1 à R. 612-69).",
    ("R. 616-3", "R. 612-5", "R. 616-2"),
)


@dataclass(frozen=True)
class RateDay:
    """The day whose table applies, and why."""

    date: date
    because: Because


def for_count(
    head: str,
    number: int,
    *,
    on: date,
    because: Because = (),
    category: Category | None = None,
    year: int | None = None,
) -> tuple[FeeDue, ...]:
    """The fee for so many claims, classes, titles in all: none when every one is included. Raises FeeUnknown.

    category: of an applicant who was granted the reduction of R. 613-63.
    """
    if number < 0:
        raise FeeUnknown(f"On ne paie pas pour {number} : donnez un nombre positif.")
    rule = fee(head).count
    paid = number if rule is None else rule.paid(number)
    if paid == 0:
        return ()
    counted = (*because, *_counted(fee(head), number, paid))
    if category is not None:
        return (reduced(head, on=on, category=category, quantity=paid, year=year, because=counted),)
    return (due(head, on=on, quantity=paid, because=counted, year=year),)


def _counted(found: Fee, number: int, paid: int) -> Because:
    """Why fewer are paid than counted; nothing to say when all are."""
    rule = found.count
    if rule is None or paid == number:
        return ()
    included = f"dont {rule.included} sans supplément" if rule.included else f"payés dans la limite de {rule.at_most}"
    return (Reason(f"{number} {rule.unit}s, {included} : {paid} à payer.", found.source),)


def surcharge_of(head: str) -> Fee | None:
    """The surcharge of lateness that may come on top of this fee, if any."""
    return next((each for each in fees() if each.share and head in each.share.of), None)


def late_surcharge(head: str, of: Sequence[FeeDue], *, on: date) -> FeeDue:
    """The surcharge ``head`` on these fees: a share of each one that it names. Raises FeeUnknown."""
    found = fee(head)
    if found.share is None:
        if not found.known:
            found.cents(on)
        raise FeeUnknown(f"« {found.label} » n'est pas un supplément de retard.")
    base = sum(each.amount_cents for each in of if each.head in found.share.of)
    if not base:
        raise FeeUnknown(f"« {found.label} » ne porte sur aucune de ces redevances.")
    percent = found.percent(on)
    said = Reason(f"Retard : {percent} % de {euros(base)}.", found.occasion or found.source)
    return stated(found, base * percent // 100, because=(said,))


def filing_fees(kind: Kind, classes: int, *, on: date) -> list[FeeDue]:
    """What a trademark filing costs: the deposit, one class included, and each further class.

    With no class chosen yet, the deposit alone. Raises FeeUnknown before the first table.
    """
    head = "trademark.deposit" if kind == "individual" else "trademark.deposit_collective_guarantee"
    found = [due(head, on=on)]
    if classes > 1:
        found.append(due("trademark.class", on=on, quantity=classes - 1))
    return found


def renewal_fees(kind: Kind, classes: int, *, on: date, late: bool = False) -> list[FeeDue]:
    """What the renewal of a mark costs (R. 712-24); late: declared or paid in the six further months."""
    head = "trademark.renewal" if kind == "individual" else "trademark.renewal_collective_guarantee"
    found = [due(head, on=on), *for_count("trademark.renewal_class", classes, on=on)]
    return [*found, late_surcharge("trademark.renewal_late_surcharge", found, on=on)] if late else found


def opposition_fees(rights: int, *, on: date) -> list[FeeDue]:
    """What an opposition to a mark costs: the first right invoked included (R. 712-14, R. 411-17)."""
    return [due("trademark.opposition", on=on), *for_count("trademark.opposition_further_right", rights, on=on)]


def nullity_fees(rights: int, *, on: date) -> list[FeeDue]:
    """What a request for nullity costs; for revocation, no right being invoked, ``rights`` is 0 (R. 716-1)."""
    return [due("trademark.nullity_revocation", on=on), *for_count("trademark.nullity_further_right", rights, on=on)]


def patent_filing_fees(
    claims: int,
    *,
    on: date,
    right: str = "patent",
    provisional: bool = False,
    recognised_report: bool = False,
    category: Category | None = None,
) -> list[FeeDue]:
    """What is paid within one month of filing a patent (or ``utility_certificate``): filing, search, further claims.

    provisional: the search report is paid later. recognised_report: a foreign report recognised as equivalent is
    joined. category: of an applicant who has the reduction. Raises FeeUnknown.
    """
    found = [*for_count(f"{right}.filing", 1, on=on, category=category)]
    if right == "patent" and not provisional:
        search = "patent.search_report_recognised" if recognised_report else "patent.search_report"
        found += for_count(search, 1, on=on, category=category)
    return [*found, *for_count(f"{right}.claim_over_ten", claims, on=on, category=category)]


def annuity_fees(
    right: str, year: int, *, on: date, late: bool = False, category: Category | None = None
) -> list[FeeDue]:
    """The annuity of this year and, late, its surcharge. Raises FeeUnknown; year 1 is paid by the filing fee."""
    head = f"{right}.annuity"
    if year == 1 and fee(head).yearly:
        raise FeeUnknown(f"La redevance de dépôt couvre la première annuité ({FIRST_YEAR.article}) : rien à payer.")
    of_year = year if fee(head).yearly else None
    found = [*for_count(head, 1, on=on, category=category, year=of_year)]
    return [*found, late_surcharge(f"{right}.annuity_late_surcharge", found, on=on)] if late else found


def annuity_rate_day(paid_on: date, *, warned_on: date | None = None, restored_on: date | None = None) -> RateDay:
    """Whose day's table an annuity follows (R. 613-47 II): the payment's, unless a warning or a restoration came first.

    warned_on: a warning quoted the rate of that day. restored_on: the restoration was entered in the register that
    day and the annuity was still unpaid.
    """
    if restored_on is not None and restored_on <= paid_on:
        text = f"Droits restaurés : le taux est celui du {in_words(restored_on)}, jour de l'inscription de la décision."
        return RateDay(restored_on, (Reason(text, RESTORED),))
    if warned_on is not None and warned_on <= paid_on:
        text = f"Un avertissement a déjà indiqué le taux du {in_words(warned_on)} : il reste applicable."
        return RateDay(warned_on, (Reason(text, WARNED),))
    return RateDay(paid_on, (Reason(f"Le taux est celui du jour du paiement, le {in_words(paid_on)}.", PAYMENT_DAY),))


def international_rate_day(paid_on: date) -> RateDay:
    """Whose day's table the fees of an international application follow: the payment's (R. 614-33)."""
    text = f"Le taux est celui du jour du paiement, le {in_words(paid_on)}."
    return RateDay(paid_on, (Reason(text, INTERNATIONAL_PAYMENT_DAY),))


def conversion_fees(*, on: date, search_made: bool, category: Category | None = None) -> list[FeeDue]:
    """What the conversion of a European application into a French one costs (R. 614-5, R. 614-17)."""
    asked = Reason(
        "Transformation : la redevance de dépôt et, sauf recherche déjà faite, celle de recherche.", CONVERTED
    )
    if search_made:
        made = Reason("La recherche est déjà faite : elle ne se paie pas.", CONVERTED_WITHOUT_SEARCH)
        return [*for_count("patent.filing", 1, on=on, category=category, because=(asked, made))]
    found = [*for_count("patent.filing", 1, on=on, category=category, because=(asked,))]
    return [*found, *for_count("patent.search_report", 1, on=on, category=category, because=(asked,))]


def design_filing_fees(black_white: int, colour: int, *, on: date, simplified: bool = False) -> list[FeeDue]:
    """What a filing of designs costs; simplified: whatever the reproductions, which are paid for later (R. 512-4)."""
    if simplified:
        return [due("design.filing_simplified", on=on)]
    return [due("design.filing", on=on), *design_reproduction_fees(black_white, colour, on=on)]


def design_reproduction_fees(black_white: int, colour: int, *, on: date) -> list[FeeDue]:
    """What reproductions cost, at filing or when a simplified filing is to be published (R. 512-11 2°)."""
    return [
        *for_count("design.reproduction_black_white", black_white, on=on),
        *for_count("design.reproduction_colour", colour, on=on),
    ]


def design_renewal_fees(*, on: date, late: bool = False) -> list[FeeDue]:
    """What the renewal of a design filing costs; one surcharge whether declaration, fee or both are late (R. 513-1)."""
    found = [due("design.renewal", on=on)]
    return [*found, late_surcharge("design.renewal_late_surcharge", found, on=on)] if late else found


def recordal_fees(right: str, titles: int, *, on: date) -> list[FeeDue]:
    """What one request for entry in the register costs, for so many titles of this right. Raises FeeUnknown."""
    return [*for_count(f"{right}.recordal", titles, on=on)]
