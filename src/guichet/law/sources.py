"""The articles, verbatim, and everything in this package that cites them.

``article("R. 712-8")`` gives the text; ``cite`` makes a Source and ``rule`` attaches one to a function. Each
registers what it made, so that a test finds every quote in its article and the documentation lists every rule.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, TypeVar, get_args

import yaml

from guichet.rights.source import Source

__all__ = [
    "Article",
    "Source",
    "Undecided",
    "UnknownArticle",
    "article",
    "article_key",
    "articles",
    "cite",
    "quote_found",
    "registered",
    "rule",
    "rule_source",
    "undecided",
]

Status = Literal["computed", "nothing_to_compute", "left_to_an_order", "out_of_scope"]
Confidence = Literal["high", "medium", "low"]

STATUS_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "computed": "calculé",
        "nothing_to_compute": "rien à calculer",
        "left_to_an_order": "renvoie à un arrêté ou à une décision",
        "out_of_scope": "pas encore traité",
    }
)


@dataclass(frozen=True)
class Article:
    """An article of the code as it is in ``texts/``.

    number: as one looks it up (``R. 712-23-2``); label: as the code prints it (``R.* 712-23-2``).
    text_since: first day of this wording where known; checked_on: a day on which it was in force.
    """

    number: str
    label: str
    text: str
    text_since: date | None
    checked_on: date
    origin: str
    confidence: Confidence
    status: Status
    amended_by: str = ""
    remark: str = ""

    @property
    def key(self) -> str:
        """The name of its file and of its page: ``R712-23-2``."""
        return article_key(self.number)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(part for part in self.text.split("\n\n") if part)


class UnknownArticle(LookupError):
    """No such article in ``texts/``; the message, in French, says how to write one."""

    def __init__(self, asked: str) -> None:
        near = _near(asked)
        advice = f" Articles voisins : {', '.join(near)}." if near else ""
        super().__init__(
            f"L'article « {asked} » n'est pas dans le recueil. "
            f"Écrivez par exemple « R. 712-8 », « R712-8 » ou « L. 712-2 ».{advice}"
        )
        self.asked = asked


def article_key(number: str) -> str:
    """``R712-23-2`` for every way to write R.* 712-23-2; the text itself when it is no article number."""
    squeezed = re.sub(r"[\s\u00a0\u202f.*]|article|art", "", number, flags=re.IGNORECASE).upper()
    return squeezed.replace("‑", "-").replace("–", "-")


@cache
def _by_key() -> Mapping[str, Article]:
    found: dict[str, Article] = {}
    for entry in files("guichet.law.texts").iterdir():
        if entry.name.endswith(".md"):
            read = _read(entry.name, entry.read_text(encoding="utf-8"))
            found[read.key] = read
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: _order(item[0]))))


def _read(name: str, content: str) -> Article:
    _, header, text = content.split("---\n", 2)
    values = yaml.load(header, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if values["status"] not in get_args(Status) or values["confidence"] not in get_args(Confidence):
        raise ValueError(f"{name}: unknown status or confidence")
    return Article(text=text.strip("\n"), **values)


def _order(key: str) -> tuple[str, list[int]]:
    return key[:1], [int(part) for part in re.findall(r"\d+", key)]


def _near(asked: str) -> list[str]:
    stem = re.sub(r"-?\d+$", "", article_key(asked))
    return [each.number for each in _by_key().values() if stem and each.key.startswith(stem)][:5]


def article(number: str) -> Article:
    """The article of this number, however it is written: ``R712-8``, ``R. 712-8``, ``R.* 712-23-2``.

    Raises UnknownArticle.
    """
    try:
        return _by_key()[article_key(number)]
    except KeyError:
        raise UnknownArticle(number) from None


def articles() -> tuple[Article, ...]:
    """Every article, in the order of the code: D., L., R., then by number."""
    return tuple(_by_key().values())


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")).strip()


def quote_found(source: Source) -> bool:
    """Whether the quote stands verbatim in its article (spaces and apostrophes may differ). Raises UnknownArticle."""
    return bool(source.quote.strip()) and _plain(source.quote) in _plain(article(source.article).text)


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
