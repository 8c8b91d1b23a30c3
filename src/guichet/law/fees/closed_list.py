"""R. 411-17 read as a list: a fee may be charged only when one of its items names it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from guichet.law.sources import article

GEOGRAPHICAL = "I, indications géographiques"
"""Place of the two items that follow 7°, which the article does not number."""

_REFUNDED_PLACES = {
    "brevets d'invention": "I, 1°",
    "marques": "I, 4°",
    "dessins et modèles": "I, 5°",
    "indications géographiques": GEOGRAPHICAL,
}


@dataclass(frozen=True)
class Item:
    """One line of the article: where it stands and its own words, without dash or final mark."""

    place: str
    words: str


def items() -> tuple[Item, ...]:
    """Every procedure and formality for which R. 411-17 lets the office charge a fee, in order."""
    found: list[Item] = []
    section, place = "I", ""
    for text in article("R. 411-17").paragraphs:
        numbered = re.match(r"(\d+)° (.*)", text)
        if text.startswith("II. -"):
            section, place = "II", "II"
        elif text.startswith("L'institut perçoit des redevances"):
            place = GEOGRAPHICAL
        elif text.startswith(("En cas d'irrecevabilité", "Sont également")):
            place = ""
        elif numbered and section == "II":
            found.append(Item(f"II, {numbered[1]}°", _words(numbered[2])))
        elif numbered:
            place = f"I, {numbered[1]}°"
        elif text.startswith("-") and place:
            found += [Item(place, words) for words in _split(text)]
    return tuple(found)


def uncovered(known: Iterable[Item | None]) -> tuple[Item, ...]:
    """The items of the article that none of these heads' items covers."""
    have = set(known)
    return tuple(item for item in items() if item not in have)


def refunded_items() -> tuple[Item, ...]:
    """The items that R. 411-17 gives back « en cas d'irrecevabilité »."""
    text = article("R. 411-17").text.split("remboursées :", 1)[1].split("Sont également", 1)[0]
    found: list[Item] = []
    for line in re.findall(r"-pour les (.*)", text):
        rights, _, words = line.partition(" : ")
        place = next(place for start, place in _REFUNDED_PLACES.items() if rights.startswith(start))
        found += [Item(place, _words(each)) for each in words.split(", ")]
    return tuple(found)


def common_rights() -> tuple[str, ...]:
    """The rights that share the fees of I, 6°, in the words of the article: « logiciels », « marques »..."""
    heading = next(text for text in article("R. 411-17").paragraphs if text.startswith("6°"))
    named = heading.split("communes aux ", 1)[1].split(".-", 1)[0]
    return tuple(named.split(", "))


def _split(line: str) -> list[str]:
    """The items of a line; that of 7° names its right before two items parted by a semicolon."""
    text = _words(line)
    return [_words(each) for each in text.split(" : ", 1)[1].split(" ; ")] if " ; " in text else [text]


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip(" -;.")
