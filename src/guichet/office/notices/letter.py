"""The content of a letter, before it is printed: plain French, each paragraph with the articles it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from guichet.law.dates import in_words
from guichet.rights.parties import Party

TEMPLATE = "notices/letters/letter.typ"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, its articles, and perhaps a list under it."""

    text: str
    articles: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Letter:
    """A letter to write. ``is_decision``: it ends with the way to appeal. ``facts``: name and value, in a table."""

    kind: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    is_notification: bool = True
    is_decision: bool = False
    facts: tuple[tuple[str, str], ...] = field(default=())


APPEAL = Paragraph(
    "Vous pouvez former un recours contre cette décision devant la cour d'appel dans un délai d'un mois à compter "
    "de sa notification.",
    ("R. 411-19", "R. 411-21"),
)


def content(
    letter: Letter, *, reference: str, number: str, on: date, addressee: Party, capacity: str, about: str,
    because: Sequence[dict[str, Any]] = (), signature: Sequence[str] = (),
) -> dict[str, Any]:  # fmt: skip
    """What the template prints and what the page shows, in plain values.

    because: why the letter goes to this addressee (R. 718-3). about: the right concerned, in words.
    signature: who signed it, line by line, or that nobody did; without it, the office's own formula stands.
    """
    paragraphs = (*letter.paragraphs, *((APPEAL,) if letter.is_decision else ()))
    return {
        "document": {"title": letter.title},
        "reference": reference,
        "number": number,
        "date": in_words(on),
        "about": about,
        "addressee": {"name": addressee.full_name, "capacity": capacity, "lines": _postal_lines(addressee)},
        "addressee_because": list(because),
        "facts": [list(fact) for fact in letter.facts],
        "paragraphs": [
            {"text": part.text, "articles": list(part.articles), "items": list(part.items)} for part in paragraphs
        ],
        "is_notification": letter.is_notification,
        "signature": list(signature),
    }


def _postal_lines(party: Party) -> list[str]:
    place = party.address
    country = "" if place.country == "FR" else place.country
    lines = (place.street, place.complement, f"{place.postcode} {place.city}".strip(), country)
    return [line for line in lines if line]
