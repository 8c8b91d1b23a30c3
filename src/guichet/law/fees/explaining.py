"""Any fee told to a person: what it costs on a day, in which words of the code, and how sure the tables are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from guichet.law.answers import FeeDue
from guichet.law.dates import euros
from guichet.law.fees.heads import Confidence, Fee, FeeUnknown
from guichet.law.fees.procedures import annuity_fees, for_count, late_surcharge, surcharge_of
from guichet.law.fees.reductions import Category
from guichet.law.fees.refunds import cause_labels, refund_rules
from guichet.law.fees.table import fee, fees

SURETY = {"high": "haute", "medium": "moyenne", "low": "faible"}
"""How a French reader names a confidence."""


@dataclass(frozen=True)
class FeeQuestion:
    """What is asked of a fee: on which day, how many in all, which year, late or not, with which reduction."""

    head: str
    on: date
    number: int = 1
    year: int | None = None
    late: bool = False
    category: Category | None = None


def bill(asked: FeeQuestion) -> list[FeeDue]:
    """The fees that answer the question, none when every unit is included. Raises FeeUnknown."""
    found = fee(asked.head)
    if asked.year is not None and asked.head == f"{found.right}.annuity" and found.known:
        return annuity_fees(found.right, asked.year, on=asked.on, late=asked.late, category=asked.category)
    lines = [*for_count(asked.head, asked.number, on=asked.on, category=asked.category, year=asked.year)]
    if not asked.late or not lines:
        return lines
    surcharge = surcharge_of(asked.head)
    if surcharge is None:
        raise FeeUnknown(f"« {found.label} » n'a pas de supplément de retard : retirez --late.")
    return [*lines, late_surcharge(surcharge.head, lines, on=asked.on)]


def confidence(head: str, year: int | None = None) -> Confidence:
    """How far the amount of this head (of this year) was checked. Raises FeeUnknown."""
    found = fee(head)
    return "medium" if year in found.less_sure_years else found.confidence


def notes(head: str, year: int | None = None) -> list[str]:
    """What a reader should know besides the amount: surety, remark, when it goes back. Raises FeeUnknown."""
    found = fee(head)
    said = [f"Confiance du montant : {SURETY[confidence(head, year)]}."]
    if found.remark:
        said.append(f"Remarque : {found.remark}.")
    back = [
        f"{cause_labels()[cause]} ({rule.source.article})"
        for rule in refund_rules()
        if rule.goes_back and head in rule.heads
        for cause in rule.causes
    ]
    said.append(f"Remboursée si : {' ; '.join(back)}." if back else "Aucun texte ne prévoit de la rembourser.")
    return said


def amount_in_words(found: Fee, on: date) -> str:
    """« 26 € », « 38 € à 800 € selon l'année », « 50 % de patent.annuity », « montant non connu »."""
    try:
        if found.share:
            return f"{found.percent(on)} % de {', '.join(found.share.of)}"
        if found.yearly:
            amounts = [row.cents for row in found.yearly if row.first_day <= on]
            if amounts:
                cents = amounts[-1].values()
                return f"{euros(min(cents))} à {euros(max(cents))} selon l'année"
        return euros(found.cents(on))
    except FeeUnknown:
        return "montant non connu"


def listing(right: str, on: date) -> list[dict[str, Any]]:
    """Every head (of one right when named), its amount on that day, who fixes it. Raises FeeUnknown."""
    return [
        {
            "head": each.head,
            "label": each.label,
            "amount": amount_in_words(each, on),
            "confidence": each.confidence,
            "article": each.source.article,
            "place": each.source.place,
            "quote": each.source.quote,
            "authority": each.authority.act,
            "refunded_when_inadmissible": each.refunded_when_inadmissible,
            "remark": each.remark,
        }
        for each in fees(right)
    ]
