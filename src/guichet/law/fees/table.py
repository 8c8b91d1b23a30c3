"""The fee tables, one file a right, read once; the amount is the one in force on a date of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Literal

from guichet.law.answers import FeeDue, Reason
from guichet.law.dates import euros
from guichet.law.fees.free import free_acts
from guichet.law.fees.heads import Fee, FeeUnknown
from guichet.law.fees.reading import read_tables

Kind = Literal["individual", "collective", "guarantee"]


@dataclass(frozen=True)
class TableInformation:
    """Which order the table follows, and until when it was checked."""

    order: str
    last_checked_on: date


@cache
def _table() -> tuple[TableInformation, Mapping[str, Fee]]:
    order, last_checked_on, found = read_tables()
    return TableInformation(order, last_checked_on), MappingProxyType(found)


def table_information() -> TableInformation:
    """The order of the marks' table and the day on which every table was last checked."""
    return _table()[0]


def fees(right: str = "") -> tuple[Fee, ...]:
    """Every fee known, in the order of the tables; of one right when named. Raises FeeUnknown for a right without."""
    found = tuple(each for each in _table()[1].values() if right in ("", each.right))
    if not found:
        raise FeeUnknown(f"Aucune redevance pour « {right} ». Droits connus : {', '.join(rights())}.")
    return found


def rights() -> tuple[str, ...]:
    """The first words of the heads: ``trademark``, ``patent``..."""
    return tuple(dict.fromkeys(each.right for each in _table()[1].values()))


def fee(head: str) -> Fee:
    """The fee of this head, e.g. ``trademark.class``. Raises FeeUnknown, with the nearest heads."""
    known = _table()[1]
    try:
        return known[head]
    except KeyError:
        if free := free_acts().get(head):
            raise FeeUnknown(
                f"Aucune redevance pour « {free.label} » ({free.source.article}) : "
                "la liste limitative de R. 411-17 ne nomme pas cet acte."
            ) from None
        of_right = [each for each in known if each.split(".", 1)[0] == head.split(".", 1)[0]]
        near = get_close_matches(head, known, n=5, cutoff=0.5) or of_right
        named = f"Redevances connues : {', '.join(near or rights())}."
        raise FeeUnknown(f"Aucune redevance « {head} ». {named}") from None


def price(head: str, *, on: date, year: int | None = None) -> int:
    """Amount in cents of one unit on that day (of this year, for an annuity). Raises FeeUnknown."""
    found = fee(head)
    return found.cents(on) if year is None else found.cents_of_year(year, on)


def due(head: str, *, on: date, quantity: int = 1, because: tuple[Reason, ...] = (), year: int | None = None) -> FeeDue:
    """The fee due, with its reasons: those given first, then what calls for it, its head and who fixes it.

    year: of an annuity. Raises FeeUnknown.
    """
    unit = price(head, on=on, year=year)
    return stated(fee(head), unit, quantity=quantity, because=because, year=year)


def stated(
    found: Fee, unit: int, *, quantity: int = 1, because: tuple[Reason, ...] = (), year: int | None = None
) -> FeeDue:
    """A fee due of so much a unit, in the usual words."""
    label = found.label if year is None else f"{found.label}, {year}e année"
    times = f" × {quantity} = {euros(unit * quantity)}" if quantity > 1 else ""
    occasion = (Reason("C'est ici que la redevance est exigée.", found.occasion),) if found.occasion else ()
    reasons = (
        Reason(f"{label} : {euros(unit)}{times}.", found.source),
        *occasion,
        Reason(f"Montant fixé par {found.authority.act} ({found.order}).", found.authority.source),
    )
    return FeeDue(found.head, label, quantity, unit * quantity, (*because, *reasons))


def refunded_when_inadmissible(head: str) -> bool:
    """Whether R. 411-17 gives this fee back when the request is inadmissible; never when it is refused."""
    return fee(head).refunded_when_inadmissible
