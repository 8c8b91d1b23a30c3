"""What one looks for in the portal, as its address says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.office.portfolio.models import Phase

DRAFTS = "drafts"
FILES = "files"
BASKETS = ((DRAFTS, "Vos projets et sauvegardes"), *Phase.choices)
"""The baskets in their order, each with its title; ``FILES`` stands for all of them but the first."""
SORTS = ("created", "number", "client", "contact", "kind", "name", "state", "deadline")
"""Columns by which rows are put in order; a minus before the name, from the last to the first."""
LAST_FIRST = "-created"


@dataclass(frozen=True)
class Wanted:
    """Criteria; empty ones do not count.

    kind: a kind of file, or the slug of a procedure for drafts. contact: ``account:<id>``. party: the
    parties of a file, as it names them. state: the situation in
    words. since, until: days of creation, inclusive. within: days until the next deadline of someone outside the
    office. sort: one of SORTS, with or without a minus.
    """

    words: str = ""
    kind: str = ""
    contact: str = ""
    party: str = ""
    state: str = ""
    since: date | None = None
    until: date | None = None
    within: int | None = None
    unpaid: bool = False
    basket: str = ""
    sort: str = LAST_FIRST

    @property
    def is_filtered(self) -> bool:
        return self != Wanted(basket=self.basket, sort=self.sort)

    @property
    def column(self) -> str:
        return self.sort.lstrip("-")

    @property
    def downwards(self) -> bool:
        return self.sort.startswith("-")
