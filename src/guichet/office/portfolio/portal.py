"""What the portal shows for what is wanted: the baskets with their counts, and the rows of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from guichet.office.authority.models import Holding
from guichet.office.drafts.models import Draft
from guichet.office.organisations.acting import Acting
from guichet.office.portfolio import own_drafts, queries, reading, rows
from guichet.office.portfolio.models import File
from guichet.office.portfolio.rows import Row
from guichet.office.portfolio.wanted import BASKETS, DRAFTS, FILES, Wanted

PER_PAGE = 25


class _Counted(Paginator):
    """A paginator that was told how many rows there are."""

    def __init__(self, found: Any, total: int) -> None:
        super().__init__(found, PER_PAGE)
        self._total = total

    @cached_property
    def count(self) -> int:
        return self._total


@dataclass(frozen=True)
class Portal:
    """held: what authority lets this person see. seen: what there is before any filter. contacts: names by actor."""

    acting: Acting
    held: QuerySet[Holding]
    wanted: Wanted
    seen: queries.Overview
    contacts: dict[str, str]

    @cached_property
    def drafts(self) -> list[Draft]:
        """The drafts wanted. One query."""
        return own_drafts.filtered(self.acting, self.wanted)

    @cached_property
    def files(self) -> QuerySet[File]:
        """The files wanted, of every basket."""
        return queries.filtered(self.held, self.wanted)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows in each basket, of those wanted. At most two queries."""
        files = queries.counts(self.files) if self.wanted.is_filtered else self.seen.counts
        return {DRAFTS: len(self.drafts), **files, FILES: sum(files.values())}

    @cached_property
    def basket(self) -> str:
        """The one asked for; else all files when something is looked for, else the first that is not empty."""
        if self.wanted.basket:
            return self.wanted.basket
        if self.wanted.is_filtered:
            return FILES if self.counts[FILES] or not self.counts[DRAFTS] else DRAFTS
        return next((name for name, _ in BASKETS if self.counts[name]), DRAFTS)

    @cached_property
    def title(self) -> str:
        return dict(BASKETS).get(self.basket, "Tous les dossiers déposés")

    def page(self, number: str | None) -> tuple[Page, list[Row]]:
        """A page of the basket, with its rows. At most two queries."""
        total = self.counts[self.basket]
        found: Sequence[Draft] | QuerySet[File] = self.drafts if self.basket == DRAFTS else self._in_order()
        page = _Counted(found, total).get_page(number)
        return page, self._rows(list(page))

    def every_row(self) -> list[Row]:
        """All the rows of the basket, to be exported. At most three queries."""
        return self._rows(self.drafts if self.basket == DRAFTS else list(self._in_order()))

    def _in_order(self) -> QuerySet[File]:
        titles = {kind: reading.title_of(kind) for kind in self.seen.kinds}
        files = queries.with_contact(queries.in_basket(self.files, self.basket))
        return queries.ordered(files, self.wanted, self.contacts, titles)

    def _rows(self, found: list[Any]) -> list[Row]:
        if self.basket == DRAFTS:
            return rows.of_drafts(found)
        deadlines = queries.next_deadlines([file.stream for file in found])
        return rows.of_files(self.acting, found, self.contacts, deadlines)
