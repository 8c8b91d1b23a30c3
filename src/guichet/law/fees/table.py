"""The fee tables, read once; the amount is the one in force on a date of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

import yaml

from guichet.law.answers import FeeDue, Reason
from guichet.law.dates import euros, in_words
from guichet.law.sources import Source, cite

Kind = Literal["individual", "collective", "guarantee"]

R411_17_ORDER = cite("R. 411-17", "I", "dont le montant et les modalités d'application sont fixés par arrêté conjoint")


class FeeUnknown(LookupError):
    """No such fee, or no amount known on that day; the message is in French."""


@dataclass(frozen=True)
class Fee:
    """A head of R. 411-17 with its amounts in cents, by first day, in order."""

    head: str
    label: str
    source: Source
    confidence: Literal["high", "medium", "low"]
    refunded_when_inadmissible: bool
    amounts: tuple[tuple[date, int], ...]
    order: str
    """The order that sets the amounts."""

    def cents(self, on: date) -> int:
        """The amount in force on that day. Raises FeeUnknown before the first one."""
        known = [amount for first_day, amount in self.amounts if first_day <= on]
        if not known:
            raise FeeUnknown(
                f"Le montant de « {self.label} » le {in_words(on)} n'est pas connu : "
                f"le barème commence le {in_words(self.amounts[0][0])}."
            )
        return known[-1]


@dataclass(frozen=True)
class TableInformation:
    """Which order the table follows, and until when it was checked."""

    order: str
    last_checked_on: date


@cache
def _table() -> tuple[TableInformation, Mapping[str, Fee]]:
    values = yaml.safe_load(files("guichet.law.fees").joinpath("trademarks.yaml").read_text(encoding="utf-8"))
    found = {
        head: Fee(
            head=head,
            label=line["label"],
            source=cite(line["article"], line["place"], line["quote"], f"redevance {head}"),
            confidence=line["confidence"],
            refunded_when_inadmissible=line.get("refunded_when_inadmissible", False),
            amounts=tuple(sorted(line["amounts"].items())),
            order=values["order"],
        )
        for head, line in values["fees"].items()
    }
    return TableInformation(values["order"], values["last_checked_on"]), MappingProxyType(found)


def table_information() -> TableInformation:
    return _table()[0]


def fees() -> tuple[Fee, ...]:
    """Every fee known, in the order of the table."""
    return tuple(_table()[1].values())


def fee(head: str) -> Fee:
    """The fee of this head, e.g. ``trademark.class``. Raises FeeUnknown."""
    try:
        return _table()[1][head]
    except KeyError:
        raise FeeUnknown(f"Aucune redevance « {head} ». Redevances connues : {', '.join(_table()[1])}.") from None


def price(head: str, *, on: date) -> int:
    """Amount in cents of one unit on that day. Raises FeeUnknown."""
    return fee(head).cents(on)


def due(head: str, *, on: date, quantity: int = 1, because: tuple[Reason, ...] = ()) -> FeeDue:
    """The fee due, with its reasons: those given first, then the head of R. 411-17 and the order that sets it."""
    found = fee(head)
    unit = found.cents(on)
    times = f" × {quantity} = {euros(unit * quantity)}" if quantity > 1 else ""
    reasons = (
        Reason(f"{found.label} : {euros(unit)}{times}.", found.source),
        Reason(f"Montant fixé par l'{found.order}.", R411_17_ORDER),
    )
    return FeeDue(head, found.label, quantity, unit * quantity, (*because, *reasons))


def filing_fees(kind: Kind, classes: int, *, on: date) -> list[FeeDue]:
    """What a trademark filing costs: the deposit, one class included, and each further class.

    With no class chosen yet, the deposit alone. Raises FeeUnknown before the first table.
    """
    head = "trademark.deposit" if kind == "individual" else "trademark.deposit_collective_guarantee"
    found = [due(head, on=on)]
    if classes > 1:
        found.append(due("trademark.class", on=on, quantity=classes - 1))
    return found


def refunded_when_inadmissible(head: str) -> bool:
    """Whether R. 411-17 gives this fee back when the request is inadmissible; never when it is refused."""
    return fee(head).refunded_when_inadmissible
