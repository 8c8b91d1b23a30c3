"""``guichet law article``: an article, verbatim, in the wording of a day."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from guichet.law.articles import (
    CONFIDENCE_LABELS,
    STATUS_LABELS,
    Article,
    NotInForce,
    UnknownArticle,
    article,
    versions,
)
from guichet.law.dates import in_words
from guichet.law.plan import headings
from guichet.law_questions import NoAnswer
from guichet.law_questions.layout import heading, wrapped

UNKNOWN_DAY = "Premier jour de cette rédaction : non connu."


def add_options(parser: argparse.ArgumentParser, date_type: Any) -> None:
    parser.add_argument("number", metavar="NUMÉRO", nargs="+", help="par exemple « R. 712-8 » ou R712-8")
    parser.add_argument("--on", type=date_type, metavar="DATE", help="la rédaction en vigueur ce jour-là")


def answer(number: str, on: date | None) -> tuple[dict[str, Any], str]:
    """The values for JSON and the text for a reader. Raises NoAnswer for an article without text."""
    try:
        found = article(number, on)
    except (UnknownArticle, NotInForce) as problem:
        raise NoAnswer(str(problem)) from None
    wordings = versions(number)
    return _values(found, wordings), _told(found, wordings)


def _values(found: Article, wordings: tuple[Article, ...]) -> dict[str, Any]:
    return {
        "number": found.number,
        "label": found.label,
        "headings": headings(found.key),
        "text": found.text,
        "text_since": found.text_since,
        "text_until": found.text_until,
        "wordings": [{"text_since": one.text_since, "text_until": one.text_until} for one in wordings],
        "checked_on": found.checked_on,
        "origin": found.origin,
        "amended_by": found.amended_by,
        "nota": found.nota,
        "confidence": found.confidence,
        "status": found.status,
        "remark": found.remark,
        "regulates_inpi_procedure": found.inpi,
    }


def _told(found: Article, wordings: tuple[Article, ...]) -> str:
    book, title, chapter = headings(found.key)
    parts = (book.partition(" : ")[0], title.partition(" : ")[0], chapter)
    place = ", ".join([parts[0], *(f"{part[0].lower()}{part[1:]}" for part in parts[1:])])
    said = [f"{found.origin} (vérifié au {in_words(found.checked_on)})."]
    said.append(in_force(found))
    said += [f"Autre rédaction : {span(one)}." for one in wordings if one is not found]
    said += [f"Dernière modification : {found.amended_by}."] if found.amended_by else []
    said += [f"Nota : {found.nota}"] if found.nota else []
    if found.confidence != "high":
        said.append(f"Confiance dans ce texte : {CONFIDENCE_LABELS[found.confidence]}.")
    remark = f" ({found.remark})" if found.remark else ""
    said.append(f"Dans Guichet PI : {STATUS_LABELS[found.status]}{remark}.")
    lines = (wrapped(line) for line in said)
    return f"{heading(f'Article {found.label}')}\n{place}\n\n{wrapped(found.text)}\n\n" + "\n".join(lines)


def in_force(found: Article) -> str:
    """« Rédaction en vigueur depuis le 1er avril 2020. »"""
    if found.text_since is None and found.text_until is None:
        return UNKNOWN_DAY
    return f"Rédaction en vigueur {span(found)}."


def span(found: Article) -> str:
    """« du 13 avril 1995 au 31 mars 2023 »."""
    since = in_words(found.text_since) if found.text_since else ""
    until = in_words(found.text_until) if found.text_until else ""
    if since and until:
        return f"du {since} au {until}"
    return f"depuis le {since}" if since else f"jusqu'au {until}" if until else "sans date connue"
