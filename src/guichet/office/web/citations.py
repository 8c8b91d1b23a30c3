"""Which rules of the library rest on which article, and what the texts leave open."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.law import catalogue
from guichet.law.sources import Source, Undecided, article_key


@dataclass(frozen=True)
class Citation:
    """A quote of an article, its place, and what is computed from it, in words: names of the code are not shown."""

    source: Source
    rules: tuple[str, ...]


def of_article(number: str) -> list[Citation]:
    """The citations of this article, in the order of their places."""
    wanted = article_key(number)
    found = [
        Citation(source, tuple(rule for rule in rules if _in_words(rule)))
        for source, rules in catalogue.cited().items()
        if article_key(source.article) == wanted
    ]
    return sorted(found, key=lambda citation: citation.source.place)


def _in_words(rule: str) -> bool:
    """« délai à compter de la publication », not « guichet.law.trademarks.filing.missing_on »."""
    return " " in rule and "_" not in rule and ".." not in rule


def cited_articles() -> frozenset[str]:
    """Keys of the articles on which at least one rule rests."""
    return catalogue.cited_articles()


def questions_about(number: str) -> list[Undecided]:
    """What this article leaves open."""
    wanted = article_key(number)
    return [each for each in catalogue.questions() if wanted in map(article_key, each.articles)]
