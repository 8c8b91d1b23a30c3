"""``guichet law why``: the article behind a rule, its words in their paragraph, the cases, the open questions."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from guichet.law import catalogue
from guichet.law.articles import article_key, versions
from guichet.law.catalogue import KIND_LABELS, Named
from guichet.law.sources import Source, Undecided, quote_span
from guichet.law_questions import NoAnswer, cases
from guichet.law_questions.layout import bold, heading, listed, wrapped

MOST = 6
ORDER = {kind: place for place, kind in enumerate(("act", "deadline", "event", "fee", "time_limit", "rule", "quote"))}


def add_options(parser: argparse.ArgumentParser) -> None:
    what = "règle, délai, acte, échéance, événement ou redevance : file, opposition, trademark.published…"
    parser.add_argument("name", metavar="NOM", help=what)


def answer(name: str) -> list[Named]:
    """What bears this name, whole or by its last words. NoAnswer with what looks like it."""
    wanted = name.strip().partition("/")[0]
    known = catalogue.named()
    found = [each for each in known if each.name == wanted]
    found = found or [each for each in known if f".{each.name}".endswith(f".{wanted}")]
    found = found or [each for each in known if f".{each.name}".lower().endswith(f".{wanted.lower()}")]
    if found and wanted:
        return sorted(found, key=lambda each: ORDER[each.kind])
    if re.fullmatch(r"[LRDlrd]\.?\s*\*?\s*\d[\d-]*", wanted):
        raise NoAnswer(f"« {wanted} » est un article : demandez « guichet law article {wanted} »")
    raise NoAnswer(f"Rien ne s'appelle « {name} ».{_advice(wanted, known)}")


def _advice(wanted: str, known: tuple[Named, ...]) -> str:
    by_length = sorted(known, key=lambda each: -len(each.name))
    short = {each.name.rpartition(".")[2]: each.name for each in by_length} | {each.name: each.name for each in known}
    near = get_close_matches(wanted, short, n=5, cutoff=0.6) or [one for one in short if wanted and wanted in one][:5]
    hint = " Pour chercher par mots : guichet law search."
    return f" Peut-être : {', '.join(dict.fromkeys(short[one] for one in near))}.{hint}" if near else hint


def questions_of(named: Named) -> list[Undecided]:
    """The open questions that concern the articles of this thing, or that its module asks."""
    keys = {article_key(number) for number in named.articles}
    return [each for each in catalogue.questions() if keys & {article_key(number) for number in each.articles}]


class Passage(NamedTuple):
    """Paragraphs of an article that hold a quote. quoted: where, in them; nowhere for a source without quote."""

    article: str
    text: str
    quoted: tuple[int, int]


def passage(source: Source) -> Passage:
    """The paragraphs in which the quote stands; the first one of the article for a source without quote."""
    texts = [one.text for one in reversed(versions(source.article))]
    text, span = next(((text, found) for text in texts if (found := quote_span(source.quote, text))), ("", (0, 0)))
    if not text:
        return Passage(source.article, texts[0].split("\n\n")[0], (0, 0))
    start, end = text.rfind("\n\n", 0, span[0]), text.find("\n\n", span[1])
    first = start + 2 if start >= 0 else 0
    return Passage(source.article, text[first : end if end >= 0 else len(text)], (span[0] - first, span[1] - first))


def _texts(sources: tuple[Source, ...]) -> Iterator[str]:
    """Each passage once, with everything that is quoted of it marked."""
    found: dict[tuple[str, str], list[tuple[Source, tuple[int, int]]]] = {}
    for source in sources:
        article, text, quoted = passage(source)
        found.setdefault((article, text), []).append((source, quoted))
    for (article, text), quotes in found.items():
        places = ", ".join(dict.fromkeys(source.place for source, _ in quotes if source.place))
        marked, last = "", 0
        for start, end in sorted(span for _, span in quotes):
            if end > last:
                marked += f"{text[last : max(start, last)]}\0{text[max(start, last) : end]}\1"
                last = end
        whole = wrapped(f"{marked}{text[last:]}".replace("\1\0", ""), "  ")
        yield f"\nArticle {article}{', ' if places else ''}{places}"
        yield re.sub("\0([^\1]*)\1", lambda match: _bold(match[1]), whole)


def told(found: list[Named]) -> str:
    """The answer as a person reads it."""
    return "\n\n\n".join(_one(each) for each in found[:MOST]) + (
        f"\n\n\nEt {len(found) - MOST} autres réponses : précisez le nom." if len(found) > MOST else ""
    )


def _one(each: Named) -> str:
    about = f" : {each.about}" if each.about else ""
    lines = [heading(f"{each.name} – {KIND_LABELS[each.kind]}{about}"), f"Écrit dans {each.module}"]
    if each.by:
        lines.append(f"Par l'acte : {', '.join(each.by)}")
    if not each.sources:
        lines.append("Aucun texte n'est cité à cet endroit.")
    lines += _texts(each.sources)
    lines += _cases(each) + _questions(each)
    return "\n".join(lines)


def _bold(text: str) -> str:
    return "\n".join(
        re.sub(r"^(\s*)(.*\S)(\s*)$", lambda m: m[1] + bold(m[2]) + m[3], part) for part in text.split("\n")
    )


def _cases(each: Named) -> list[str]:
    if not cases.FOLDER.is_dir():
        return ["", "Les cas d'essai accompagnent le code source ; cette installation ne les a pas."]
    found = [f"{case.file} : {case.name}" for case in cases.exercising(each)]
    if not found:
        return ["", "Aucun cas d'essai ne le nomme."]
    return ["", f"Cas d'essai : {len(found)}", *listed(found, MOST)]


def _questions(each: Named) -> list[str]:
    found = [f"{one.question} {one.default}" for one in questions_of(each)]
    return ["", "Questions que les textes laissent ouvertes :", *listed(found, MOST)] if found else []


def values(found: list[Named]) -> list[dict[str, Any]]:
    """The answer as data."""
    return [
        {
            "kind": each.kind,
            "name": each.name,
            "about": each.about,
            "module": each.module,
            "sources": [
                {"article": one.article, "place": one.place, "quote": one.quote, "paragraph": passage(one).text}
                for one in each.sources
            ],
            "cases": [{"file": case.file, "case": case.name} for case in cases.exercising(each)],
            "undecided": [{"question": one.question, "default": one.default} for one in questions_of(each)],
        }
        for each in found
    ]
