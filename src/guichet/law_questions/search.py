"""``guichet law search``: articles, rules, fees and open questions that hold every word, the closest first."""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from guichet.law import catalogue
from guichet.law.articles import Article, article_key, articles
from guichet.law.plan import headings
from guichet.law_questions import NoAnswer
from guichet.law_questions.layout import bold, heading, wrapped

FIRST = 10
SHORT = 3
LITTLE_WORDS = frozenset(
    ["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "r", "sur", "un", "une"]
)
AROUND = 160
"""Characters shown on each side of the first word found in a long paragraph."""


@dataclass(frozen=True)
class Found:
    """An answer: what it is (``article``, ``rule``…), its name, what it says, and how close it is."""

    kind: str
    name: str
    place: str
    passage: str
    score: int


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="MOT", nargs="+", help="accents et majuscules sont indifférents")
    parser.add_argument("--all", action="store_true", help=f"tous les articles trouvés, non les {FIRST} premiers")


def answer(words: list[str]) -> list[Found]:
    """All that holds every word, articles first, each kind by closeness. NoAnswer without a word.

    The article whose number was asked comes before all others.
    """
    wanted = [plain(word) for text in words for word in re.findall(r"[\w-]*\w", text)]
    if not wanted:
        raise NoAnswer("indiquez au moins un mot à chercher")
    telling = [word for word in wanted if word not in LITTLE_WORDS] or wanted
    asked = article_key(" ".join(words))
    found = sorted(_articles(telling), key=lambda each: article_key(each.name) != asked)
    return [*found, *_named(telling), *_questions(telling)]


class _Letters(dict[int, str]):
    """Each letter without accent or capital, found once."""

    def __missing__(self, code: int) -> str:
        self[code] = unicodedata.normalize("NFD", chr(code))[0].lower()[0]
        return self[code]


_LETTERS = _Letters({ord("’"): "'", 0xA0: " ", 0x202F: " "})


def plain(text: str) -> str:
    """Without accents, case or typographic variants, and as long as before."""
    return text.translate(_LETTERS)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """A word that begins like this one, or a short word itself; « oe » and « œ » are the same."""
    letters = re.sub("oe|œ", "(?:oe|œ)", re.escape(word))
    return re.compile(rf"(?<!\w){letters}" + (r"\w*" if len(word) > SHORT else r"(?!\w)"))


def _all(wanted: Iterable[str], text: str) -> bool:
    return all(_pattern(word).search(text) for word in wanted)


def _articles(wanted: list[str]) -> list[Found]:
    found = [each for one in articles() if (each := _article(one, wanted))]
    return sorted(found, key=lambda each: -each.score)


def _article(one: Article, wanted: list[str]) -> Found | None:
    chapter = headings(one.key)[2]
    title, text = plain(f"{one.label} {chapter}"), plain(one.text)
    if not _all(wanted, f"{title} {text}"):
        return None
    scores = [_closeness(plain(part), wanted) for part in one.paragraphs]
    best = max(range(len(scores)), key=scores.__getitem__)
    score = (
        2 * scores[best] + sum(8 for word in wanted if _pattern(word).search(title)) + min(6, sum(map(bool, scores)))
    )
    return Found("article", one.label, chapter, passage(one.paragraphs[best], wanted), score)


def _closeness(text: str, wanted: list[str]) -> int:
    """How well a paragraph answers: words found, words whole, and how near one another they stand."""
    hits = [list(_pattern(word).finditer(text)) for word in wanted]
    whole = sum(any(_bare(match[0]) == _bare(word) for match in each) for word, each in zip(wanted, hits, strict=True))
    if not all(hits):
        return 2 * sum(map(bool, hits)) + whole
    width = min(
        max(near) - start
        for start in (match.start() for each in hits for match in each)
        if (
            near := [
                min((match.start() for match in each if match.start() >= start), default=len(text)) for each in hits
            ]
        )
    )
    return 4 * len(wanted) + 3 * whole + max(0, 12 - width // 25)


def _named(wanted: list[str]) -> Iterator[Found]:
    for each in catalogue.named():
        if each.name.rpartition(".")[2].startswith("_"):
            continue
        quotes = " ; ".join(f"« {source.quote} » [{source}]" for source in each.sources[:1])
        if _all(wanted, plain(f"{each.name.replace('_', ' ')} {each.about} {quotes}")):
            yield Found(each.kind, each.name, each.about, passage(" ".join(quotes.split()), wanted), 0)


def _questions(wanted: list[str]) -> Iterator[Found]:
    for each in catalogue.questions():
        if _all(wanted, plain(f"{each.question} {each.default} {each.why}")):
            yield Found("question", each.question, ", ".join(each.articles), passage(each.default, wanted), 0)


def _bare(word: str) -> str:
    """A word without its plural, « œ » in two letters."""
    return word.replace("œ", "oe").rstrip("sx")


def passage(text: str, wanted: list[str]) -> str:
    """The part of a paragraph around the words, with each of them marked."""
    low = plain(text)
    hits = sorted(match.span() for word in wanted for match in _pattern(word).finditer(low))
    if not hits:
        return _cut(text, 0, 2 * AROUND)
    start, end = max(0, hits[0][0] - AROUND), hits[0][1] + AROUND
    marked, last = [], 0
    for first, after in hits:
        if first >= last:
            marked += [text[last:first], f"\0{text[first:after]}\1"]
            last = after
    whole = "".join([*marked, text[last:]]) if len(text) <= 3 * AROUND else _marked(text, hits, start, end)
    return whole


def _marked(text: str, hits: list[tuple[int, int]], start: int, end: int) -> str:
    start, end = text.rfind(" ", 0, start) + 1 if start else 0, (text.find(" ", end) + 1 or len(text) + 1) - 1
    parts, last = ["… " if start else ""], start
    for first, after in hits:
        if last <= first and after <= end:
            parts += [text[last:first], f"\0{text[first:after]}\1"]
            last = after
    return "".join([*parts, text[last:end], " …" if end < len(text) else ""])


def _cut(text: str, start: int, end: int) -> str:
    return text if len(text) <= end else f"{text[start : text.rfind(' ', start, end)]} …"


def told(found: list[Found], words: list[str], *, every: bool) -> str:
    """The answer as a person reads it."""
    named = {str(kind): f"{label[0].upper()}{label[1:]}s" for kind, label in catalogue.KIND_LABELS.items()}
    kinds = {"article": "Articles", **named, "quote": "Textes cités", "question": "Questions ouvertes"}
    parts = []
    for kind, label in kinds.items():
        of_kind = [each for each in found if each.kind == kind]
        if of_kind:
            shown = of_kind if every else of_kind[:FIRST]
            left = f" (les {len(shown)} plus proches ; --all pour tout voir)" if len(shown) < len(of_kind) else ""
            lines = [_line(each) for each in shown]
            parts.append("\n".join([heading(f"{label} : {len(of_kind)}{left}"), *lines]))
    if not parts:
        return f"Rien ne contient « {' '.join(words)} ». Essayez avec moins de mots, ou leur début seulement."
    return "\n\n".join(parts)


def _line(each: Found) -> str:
    place = f" – {each.place}" if each.place else ""
    text = wrapped(f"{each.name}{place}", "  ")
    shown = wrapped(each.passage.replace("\n", " "), "      ")
    return f"{text}\n{_bold(shown)}" if each.passage else text


def _bold(text: str) -> str:
    """Marks put before wrapping, made bold after it; a mark cut by a line end is made bold on both lines."""
    return re.sub("\0([^\1]*)\1", lambda match: "\n".join(bold(part) for part in match[1].split("\n")), text)


def values(found: list[Found]) -> list[dict[str, Any]]:
    """The answer as data."""
    return [
        {"kind": each.kind, "name": each.name, "about": each.place, "passage": re.sub("[\0\1]", "", each.passage)}
        for each in found
    ]
