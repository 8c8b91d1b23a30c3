"""The articles of the code, verbatim, one file for each wording in ``texts/``; a file is read when it is asked for.

``texts/L613-3.md`` is the oldest wording that we have of an article, ``texts/L613-3@2023-06-01.md`` the one in force
from that day. Nothing here says what the product does with them but ``status``, which ``scripts/article_status.py``
writes and a test compares with what the rules cite.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, get_args

from guichet.law.dates import in_words

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
CONFIDENCE_LABELS: Mapping[str, str] = MappingProxyType({"high": "haute", "medium": "moyenne", "low": "faible"})

_TEXTS = "guichet.law.texts"
_DATES = frozenset({"text_since", "text_until", "checked_on"})


@dataclass(frozen=True)
class Article:
    """One wording of an article of the code.

    number: as one looks it up (``R. 712-23-2``); label: as the code prints it (``R.* 712-23-2``).
    text_since, text_until: first and last day of this wording, inclusive; None where the first is not known, and
    while nothing has ended it. checked_on: a day on which it was in force. nota: how it came into force.
    inpi: whether it regulates a procedure of the institute.
    """

    number: str
    label: str
    text: str
    text_since: date | None
    checked_on: date
    origin: str
    confidence: Confidence
    status: Status
    text_until: date | None = None
    amended_by: str = ""
    nota: str = ""
    remark: str = ""
    inpi: bool = False

    @property
    def key(self) -> str:
        """The name of its file and of its page: ``R712-23-2``."""
        return article_key(self.number)

    @property
    def paragraphs(self) -> tuple[str, ...]:
        return tuple(part for part in self.text.split("\n\n") if part)

    def in_force(self, on: date) -> bool:
        """Whether this wording applied on that day; an unknown first day excludes nothing."""
        begun = self.text_since is None or self.text_since <= on
        return begun and (self.text_until is None or on <= self.text_until)


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


class NotInForce(LookupError):
    """No wording of the article for that day in ``texts/``; the message, in French, says which days there are."""

    def __init__(self, wordings: tuple[Article, ...], on: date) -> None:
        first, last = wordings[0], wordings[-1]
        if last.text_until and on > last.text_until:
            why = f"il a cessé d'être en vigueur après le {in_words(last.text_until)}"
        else:
            since = f" depuis le {in_words(first.text_since)}" if first.text_since else ""
            why = f"sa plus ancienne rédaction, dans le recueil, est en vigueur{since}"
        super().__init__(f"L'article {first.label} n'a pas de texte au {in_words(on)} : {why}.")


def article_key(number: str) -> str:
    """``R712-23-2`` for every way to write R.* 712-23-2; the text itself when it is no article number."""
    squeezed = re.sub(r"[\s\u00a0\u202f.*]|article|art", "", number, flags=re.IGNORECASE).upper()
    return squeezed.replace("‑", "-").replace("–", "-")


def article_order(key: str) -> tuple[str, list[int]]:
    """Sorts keys as the code does within each part: ``R712-3`` before ``R712-3-1`` before ``R712-4``."""
    return key[:1], [int(part) for part in re.findall(r"\d+", key)]


@cache
def _files() -> Mapping[str, tuple[str, ...]]:
    """The files of each article, oldest wording first; only names are read."""
    found: dict[str, list[str]] = {}
    for entry in files(_TEXTS).iterdir():
        if entry.name.endswith(".md"):
            found.setdefault(entry.name.removesuffix(".md").partition("@")[0], []).append(entry.name)
    return {key: tuple(sorted(found[key], key=len)) for key in sorted(found, key=article_order)}


@cache
def _wordings(key: str) -> tuple[Article, ...]:
    folder = files(_TEXTS)
    read = (_read(name, folder.joinpath(name).read_text(encoding="utf-8")) for name in _files()[key])
    return tuple(sorted(read, key=lambda one: one.text_since or date.min))


def _read(name: str, content: str) -> Article:
    _, header, text = content.split("---\n", 2)
    values: dict[str, Any] = dict(_value(line) for line in header.splitlines())
    if values["status"] not in get_args(Status) or values["confidence"] not in get_args(Confidence):
        raise ValueError(f"{name}: unknown status or confidence")
    return Article(text=text.strip("\n"), **values)


def _value(line: str) -> tuple[str, Any]:
    """One line of a header: plain YAML, read without a YAML parser, which is fifty times slower."""
    name, _, value = line.partition(": ")
    if name in _DATES:
        return name, None if value == "null" else date.fromisoformat(value)
    if name == "inpi":
        return name, value == "true"
    return name, value[1:-1].replace("''", "'") if value[:1] == "'" else value


def _near(asked: str) -> list[str]:
    stem = re.sub(r"-?\d+$", "", article_key(asked))
    return [f"{key[0]}. {key[1:]}" for key in _files() if stem and key.startswith(stem)][:5]


def versions(number: str) -> tuple[Article, ...]:
    """Every wording that we have of this article, oldest first. Raises UnknownArticle."""
    key = article_key(number)
    if key not in _files():
        raise UnknownArticle(number)
    return _wordings(key)


def article(number: str, on: date | None = None) -> Article:
    """The article of this number, however it is written: ``R712-8``, ``R. 712-8``, ``R.* 712-23-2``.

    on: the day whose wording is wanted; the last wording by default, even when it has ended.
    Raises UnknownArticle; NotInForce when no wording is known for that day.
    """
    wordings = versions(number)
    if on is None:
        return wordings[-1]
    for each in reversed(wordings):
        if each.in_force(on):
            return each
    raise NotInForce(wordings, on)


@cache
def articles() -> tuple[Article, ...]:
    """Every article, in its last wording, in the order of the code: D., L., R., then by number."""
    return tuple(_wordings(key)[-1] for key in _files())


def article_numbers() -> tuple[str, ...]:
    """The number of every article, without reading any text."""
    return tuple(f"{key[0]}. {key[1:]}" for key in _files())
