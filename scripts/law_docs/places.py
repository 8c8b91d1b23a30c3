"""Where each article is: on which page, under which anchor; and how a page points at it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from os.path import relpath
from typing import NamedTuple

from guichet.law.articles import Article, articles
from guichet.law.plan import HEADINGS

BIGGEST_TITLE = 120
"""A title with more articles has a page for each of its chapters."""
NUMBER = re.compile(
    r"\b([LRD])\.[ \u00a0]?(?:\*[ \u00a0])?(\d{3}-\d+(?:-\d+)*)(?! du code (?!de la propriété intellectuelle))"
)


class Page(NamedTuple):
    """A page of articles: ``livre-7/titre-1-chapitre-2.md``. place: ``71`` for a title, ``712`` for a chapter."""

    path: str
    place: str
    articles: tuple[Article, ...]

    @property
    def title(self) -> str:
        """« Livre VII, titre Ier, chapitre II : Acquisition du droit sur la marque »."""
        levels = [HEADINGS[self.place[:size]] for size in range(1, len(self.place) + 1)]
        above = [level.partition(" : ")[0] for level in levels[:-1]]
        names = [*above, levels[-1]]
        return ", ".join([names[0], *(name[0].lower() + name[1:] for name in names[1:])])


def in_order(found: list[Article]) -> list[Article]:
    """As one reads a chapter: its L. articles, then its R. and D. articles together."""
    numbers = {one.key: [int(part) for part in re.findall(r"\d+", one.key)] for one in found}
    return sorted(found, key=lambda one: (numbers[one.key][0], one.key[0] != "L", numbers[one.key]))


@cache
def pages() -> tuple[Page, ...]:
    """Every page, in the order of the code."""
    return tuple(_pages())


def _pages() -> Iterator[Page]:
    ordered = in_order(list(articles()))
    for title, group in groupby(ordered, key=lambda one: one.key[1:3]):
        of_title = list(group)
        path = f"livre-{title[0]}/titre-{title[1]}"
        if len(of_title) <= BIGGEST_TITLE:
            yield Page(f"{path}.md", title, tuple(of_title))
            continue
        for chapter, part in groupby(of_title, key=lambda one: one.key[1:4]):
            yield Page(f"{path}-chapitre-{chapter[2]}.md", chapter, tuple(part))


@cache
def page_of() -> Mapping[str, str]:
    """Article key -> path of its page."""
    return {one.key: page.path for page in pages() for one in page.articles}


def anchor(key: str) -> str:
    """``r-712-8`` of ``R712-8``."""
    return f"{key[0].lower()}-{key[1:]}"


def link(key: str, label: str, here: str) -> str:
    """A link to an article from the page ``here``; the label alone for an article that we do not have."""
    page = page_of().get(key)
    if page is None:
        return label
    start = "" if page == here else relpath(page, _folder(here))
    return f"[{label}]({start}#{anchor(key)})"


def up(here: str, target: str) -> str:
    """The way from a page to another, both from the root of ``docs/law``."""
    return relpath(target, _folder(here))


def _folder(here: str) -> str:
    return here.rpartition("/")[0] or "."


def with_links(text: str, here: str) -> str:
    """The text with a link on every article of this code that it names."""
    return NUMBER.sub(lambda found: link(found[1] + found[2], found[0], here), text)
