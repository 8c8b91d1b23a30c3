"""The 45 classes of the Nice Classification in French, and a list of common terms to search in (R. 712-3-1).

The headings are written from knowledge of the 12th edition and the terms are ours: see the data files. A general
term covers only what falls clearly within its literal meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from guichet.standards.folding import fold

EDITION = "12"
CLASSES = range(1, 46)
FIRST_SERVICE_CLASS = 35


@dataclass(frozen=True)
class Heading:
    """A class: its number, our short label, and its heading as one text."""

    nice_class: int
    short: str
    text: str

    @property
    def kind(self) -> Literal["goods", "services"]:
        return "goods" if self.nice_class < FIRST_SERVICE_CLASS else "services"

    @property
    def items(self) -> tuple[str, ...]:
        """The heading cut into the single items that one may file."""
        return tuple(self.text.split(" ; "))


@dataclass(frozen=True)
class Term:
    """A good or a service in its class. ``heading``: it comes from the class heading rather than from our list."""

    nice_class: int
    term: str
    heading: bool = False


@cache
def headings() -> tuple[Heading, ...]:
    """The 45 headings, in order."""
    values = _data("nice_headings.yaml")["headings"]
    return tuple(Heading(number, line["short"], line["heading"]) for number, line in sorted(values.items()))


def heading(nice_class: int) -> Heading:
    """The heading of a class. Raises KeyError outside 1 to 45."""
    if nice_class not in CLASSES:
        raise KeyError(nice_class)
    return headings()[nice_class - 1]


@cache
def terms() -> tuple[Term, ...]:
    """Our list of common terms, then the items of the headings that it does not have."""
    own = [
        Term(number, term)
        for number, line in sorted(_data("nice_terms.yaml")["terms"].items())
        for term in line.split(" ; ")
    ]
    known = {(each.nice_class, fold(each.term)) for each in own}
    official = [Term(each.nice_class, item, heading=True) for each in headings() for item in each.items]
    return (*own, *(each for each in official if (each.nice_class, fold(each.term)) not in known))


def search(words: str, limit: int = 20) -> tuple[Term, ...]:
    """Terms that contain every word, whatever the accents and capitals; best first.

    A word matches the beginning of a word of the term, in the singular or the plural. Terms that are exactly what was
    asked come first, then those that begin with it, then the shorter ones.
    """
    wanted = tuple(_singular(word) for word in fold(words).split())
    if not wanted or limit <= 0:
        return ()
    found = [(term, place) for term, indexed in _index() if (place := _rank(wanted, indexed)) is not None]
    return tuple(term for term, _ in sorted(found, key=lambda pair: (pair[1], pair[0].nice_class))[:limit])


@cache
def _index() -> tuple[tuple[Term, tuple[str, ...]], ...]:
    return tuple((term, tuple(fold(term.term).split())) for term in terms())


def _rank(wanted: tuple[str, ...], indexed: tuple[str, ...]) -> tuple[int, int] | None:
    if not all(any(word.startswith(each) for word in indexed) for each in wanted):
        return None
    singular = tuple(_singular(word) for word in indexed)
    begins = indexed[0].startswith(wanted[0])
    return (0 if singular == wanted else 1 if begins else 2, len(indexed))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def _data(name: str) -> dict[str, Any]:
    content = files("guichet.standards").joinpath(name).read_text(encoding="utf-8")
    values: dict[str, Any] = yaml.safe_load(content)
    return values
