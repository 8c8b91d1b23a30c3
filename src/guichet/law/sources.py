"""Everything in this package that cites the articles, and the articles themselves (``guichet.law.articles``).

``article("R. 712-8")`` gives the text; ``cite`` makes a Source and ``rule`` attaches one to a function. Each
registers what it made, so that a test finds every quote in its article and the documentation lists every rule.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from guichet.law.articles import (
    STATUS_LABELS,
    Article,
    NotInForce,
    UnknownArticle,
    article,
    article_key,
    articles,
    versions,
)
from guichet.rights.source import Source

__all__ = [
    "STATUS_LABELS",
    "Article",
    "NotInForce",
    "Source",
    "Undecided",
    "UnknownArticle",
    "article",
    "article_key",
    "articles",
    "cite",
    "quote_found",
    "quote_span",
    "registered",
    "rule",
    "rule_source",
    "undecided",
    "versions",
]


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")).strip()


def quote_found(source: Source) -> bool:
    """Whether the quote stands verbatim in its article, in one of its wordings. Raises UnknownArticle.

    Spaces and apostrophes may differ.
    """
    words = _plain(source.quote)
    return bool(words) and any(words in _plain(each.text) for each in versions(source.article))


def quote_span(quote: str, text: str) -> tuple[int, int] | None:
    """Where the quote begins and ends in the text of an article; spaces and apostrophes may differ."""
    words = (re.sub("['’]", "['’]", re.escape(word)) for word in quote.split())
    found = re.search(r"\s+".join(words), text)
    return found.span() if found and quote.strip() else None


_REGISTERED: dict[Source, list[str]] = {}


def register(source: Source, what: str) -> Source:
    """Remember that ``what`` (a rule, a limit, a fee) rests on this source."""
    users = _REGISTERED.setdefault(source, [])
    if what and what not in users:
        users.append(what)
    return source


def registered() -> Mapping[Source, tuple[str, ...]]:
    """Every source cited so far by the modules imported, with the names of what rests on it."""
    return {source: tuple(users) for source, users in _REGISTERED.items()}


def cite(article_number: str, place: str, quote: str, what: str = "") -> Source:
    """A registered Source: the house test finds its quote in its article.

    what: what rests on it, for the documentation; the citing module by default.
    """
    return register(Source(article_number, place, quote), what or sys._getframe(1).f_globals["__name__"])


F = TypeVar("F", bound=Callable[..., object])


def rule(article_number: str, place: str, quote: str) -> Callable[[F], F]:
    """Attach to a function the words of the code that it computes; read them back with ``rule_source``."""
    source = Source(article_number, place, quote)

    def attach(function: F) -> F:
        register(source, f"{function.__module__}.{function.__qualname__}")
        setattr(function, "source", source)  # noqa: B010 - a typed function has no such attribute
        return function

    return attach


def rule_source(function: Callable[..., object]) -> Source:
    """The Source that ``rule`` attached to the function. Raises AttributeError when none was."""
    source: Source = getattr(function, "source")  # noqa: B009 - set by rule()
    return source


@dataclass(frozen=True)
class Undecided:
    """What the texts leave open: the question, what we do meanwhile, and why. Listed in the documentation.

    safe, latest: for a date, the reading that gives the earliest and the latest defensible day; empty: the default.
    """

    question: str
    default: str
    why: str
    articles: tuple[str, ...] = ()
    safe: str = ""
    latest: str = ""

    def __post_init__(self) -> None:
        if self not in _UNDECIDED:
            _UNDECIDED.append(self)


_UNDECIDED: list[Undecided] = []


def undecided() -> tuple[Undecided, ...]:
    """Every open question declared by the modules imported."""
    return tuple(_UNDECIDED)
