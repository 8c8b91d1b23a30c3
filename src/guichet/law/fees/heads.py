"""What a fee of the tables is: a head of the closed list, who fixes it, and its dated amounts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.law.dates import in_words
from guichet.law.fees.authorities import Authority
from guichet.law.fees.closed_list import Item
from guichet.law.sources import Source

Confidence = Literal["high", "medium", "low"]
Dated = tuple[tuple[date, int], ...]
"""Values by first day, in order: cents, or hundredths of another fee."""


class FeeUnknown(LookupError):
    """No such fee, or no amount known on that day; the message is in French."""


@dataclass(frozen=True)
class Count:
    """What is counted (French singular), how many the procedure includes free, and how many are paid at most."""

    unit: str
    included: int = 0
    at_most: int | None = None

    def paid(self, number: int) -> int:
        """How many of so many bear the fee: of 12 claims, 2."""
        beyond = max(0, number - self.included)
        return beyond if self.at_most is None else min(beyond, self.at_most)


@dataclass(frozen=True)
class Yearly:
    """The amounts of an annuity by its year, from a first day."""

    first_day: date
    cents: Mapping[int, int]


@dataclass(frozen=True)
class Share:
    """A surcharge: so many hundredths of each of these fees."""

    of: tuple[str, ...]
    percent: Dated


@dataclass(frozen=True)
class Fee:
    """A head of the closed list with its amounts in cents, by first day, in order.

    source: the words that let the office charge it. occasion: the article that makes it due, where there is one.
    confidence: how far the amounts were checked; of a fee without amount, how sure its existence is.
    order: the order that sets the amounts, and where they were seen. item: the words of R. 411-17, or None for a fee
    that another article institutes.
    """

    head: str
    label: str
    source: Source
    confidence: Confidence
    refunded_when_inadmissible: bool
    amounts: Dated
    order: str
    authority: Authority
    item: Item | None = None
    occasion: Source | None = None
    reduced: Dated = ()
    yearly: tuple[Yearly, ...] = ()
    yearly_reduced: tuple[Yearly, ...] = ()
    less_sure_years: tuple[int, ...] = ()
    count: Count | None = None
    share: Share | None = None
    remark: str = ""

    @property
    def right(self) -> str:
        """``patent`` of ``patent.filing``."""
        return self.head.split(".", 1)[0]

    @property
    def known(self) -> bool:
        """Whether an amount is in the table, on some day."""
        return bool(self.amounts or self.yearly or self.share)

    def known_on(self, on: date) -> bool:
        """Whether the table has an amount, a row of annuities or a share for that day."""
        firsts = [first_day for first_day, _ in (*self.amounts, *(self.share.percent if self.share else ()))]
        return any(first_day <= on for first_day in (*firsts, *(row.first_day for row in self.yearly)))

    def cents(self, on: date) -> int:
        """The amount of one unit on that day. Raises FeeUnknown before the first one, or when nobody knows it."""
        if self.yearly:
            raise FeeUnknown(f"« {self.label} » change chaque année : précisez laquelle (option --year).")
        if self.share:
            raise FeeUnknown(
                f"« {self.label} » est une part d'une autre redevance : demandez-la avec celle-ci (option --late)."
            )
        return self._at(self.amounts, on)

    def cents_of_year(self, year: int, on: date) -> int:
        """The annuity of this year of the title on that day. Raises FeeUnknown."""
        return self._of_year(self.yearly, year, on)

    def reduced_cents(self, on: date, year: int | None = None) -> int | None:
        """The reduced amount, or None when the tables have none for that day."""
        if year is None:
            return self._at(self.reduced, on) if self.reduced and self.reduced[0][0] <= on else None
        rows = [row.cents for row in self.yearly_reduced if row.first_day <= on]
        return rows[-1].get(year) if rows else None

    def percent(self, on: date) -> int:
        """Of a surcharge, its hundredths on that day. Raises FeeUnknown."""
        return self._at(self.share.percent if self.share else (), on)

    def _at(self, amounts: Dated, on: date) -> int:
        known = [amount for first_day, amount in amounts if first_day <= on]
        if not known:
            raise FeeUnknown(self._nobody_knows(on, amounts[0][0] if amounts else None))
        return known[-1]

    def _of_year(self, rows: tuple[Yearly, ...], year: int, on: date) -> int:
        if not rows:
            if self.known:
                raise FeeUnknown(f"« {self.label} » ne change pas avec l'année : ne la précisez pas.")
            raise FeeUnknown(self._nobody_knows(on, None))
        known = [row.cents for row in rows if row.first_day <= on]
        every_year = {each for row in rows for each in row.cents}
        if year not in every_year:
            raise FeeUnknown(f"« {self.label} » : de la {min(every_year)}e à la {max(every_year)}e année, non {year}.")
        if not known or year not in known[-1]:
            raise FeeUnknown(self._nobody_knows(on, next(row.first_day for row in rows if year in row.cents)))
        return known[-1][year]

    def _nobody_knows(self, on: date, first_day: date | None) -> str:
        if first_day is not None:
            return (
                f"Le montant de « {self.label} » le {in_words(on)} n'est pas connu : "
                f"le barème commence le {in_words(first_day)}."
            )
        return (
            f"Le montant de « {self.label} » n'est pas connu de ce guichet. "
            f"Il est fixé par {self.authority.act} ({self.authority.source.article}) : "
            "demandez-le à l'office, qui doit l'inscrire au barème avant de percevoir cette redevance."
        )
