"""Which rules of the library rest on which article."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module

import guichet.law
from guichet.law.sources import Source, article_key, registered


@dataclass(frozen=True)
class Citation:
    """A quote of an article, its place, and the rules computed from it."""

    source: Source
    rules: tuple[str, ...]


def of_article(number: str) -> list[Citation]:
    """The citations of this article, in the order of their places."""
    wanted = article_key(number)
    found = [
        Citation(source, tuple(rule.removeprefix("guichet.law.") for rule in rules))
        for source, rules in _all().items()
        if article_key(source.article) == wanted
    ]
    return sorted(found, key=lambda citation: citation.source.place)


@cache
def cited_articles() -> frozenset[str]:
    """Keys of the articles on which at least one rule rests."""
    return frozenset(article_key(source.article) for source in _all())


@cache
def _all() -> dict[Source, tuple[str, ...]]:
    """Every citation, once every module of law has been imported."""
    for module in pkgutil.walk_packages(guichet.law.__path__, "guichet.law."):
        import_module(module.name)
    return dict(registered())
