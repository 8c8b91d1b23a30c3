"""A page of articles: each with its text, the words on which something rests in bold, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from guichet.law import catalogue, fees
from guichet.law.articles import CONFIDENCE_LABELS, STATUS_LABELS, Article, article_key, versions
from guichet.law.catalogue import Named
from guichet.law.plan import HEADINGS
from guichet.law.sources import Source, Undecided, quote_span
from guichet.law_questions import cases
from guichet.law_questions.article import in_force, span
from law_docs.places import Page, anchor, link, page_of, pages, up, with_links
from law_docs.tables import question_anchors
from law_docs.typography import cut, french, literal

SOURCES = "../../../src/"
ROOT = "../../../"
FEW = 3
"""So many cases are shown; more of them wait behind a fold."""


def page(one: Page) -> str:
    """The whole page of a title or of a chapter."""
    every = pages()
    place = every.index(one)
    before, after = every[place - 1] if place else None, every[place + 1] if place + 1 < len(every) else None
    ways = [f"[Sommaire]({up(one.path, 'README.md')})"]
    ways += [f"[← {each.title}]({up(one.path, each.path)})" for each in (before,) if each]
    ways += [f"[{each.title} →]({up(one.path, each.path)})" for each in (after,) if each]
    chapters = [
        (HEADINGS[place], list(group)) for place, group in groupby(one.articles, key=lambda each: each.key[1:4])
    ]
    several = len(chapters) > 1
    parts = [f"# {one.title}", " · ".join(ways), "En gras, les articles calculés."]
    for title, group in chapters:
        parts.append(
            (f"{title}\u00a0: " if several else "") + " · ".join(_in_contents(each, one.path) for each in group)
        )
    for title, group in chapters:
        parts += [f"## {title}"] if several else []
        parts += [part for each in group for part in _article(each, one.path)]
    return french("\n\n".join(parts))


def _in_contents(one: Article, here: str) -> str:
    label = link(one.key, literal(one.label), here)
    return f"**{label}**" if one.status == "computed" else label


def _article(one: Article, here: str) -> Iterator[str]:
    yield f'<a id="{anchor(one.key)}"></a>\n\n### Article {literal(one.label)}'
    yield " · ".join(_said(one))
    sources = _by_article().get(one.key, {})
    yield _quoted(one.text, list(sources), here)
    for older in versions(one.number)[:-1]:
        text = _quoted(older.text, [], here)
        yield f"<details><summary>Rédaction {span(older)}</summary>\n\n{text}\n\n</details>"
    if one.nota:
        yield f"*Nota.* {with_links(literal(one.nota), here)}"
    yield from _rests(one, sources, here)


def _said(one: Article) -> list[str]:
    remark = f" ({one.remark})" if one.remark else ""
    said = [f"**{STATUS_LABELS[one.status].capitalize()}**{remark}", in_force(one).removesuffix(".")]
    said += [one.amended_by] if one.amended_by else []
    said += [f"confiance {CONFIDENCE_LABELS[one.confidence]}"] if one.confidence != "high" else []
    return said


def _quoted(text: str, sources: list[Source], here: str) -> str:
    """The text, with the words that are cited in bold."""
    marked = text
    for start, end in reversed(_spans(text, sources)):
        marked = f"{marked[:start]}\0{marked[start:end]}\1{marked[end:]}"
    marked = marked.replace("\0\n", "\n\0")
    lines, inside = [], False
    for line in marked.split("\n"):
        begun, inside = inside, line.rfind("\0") > line.rfind("\1") or (inside and "\1" not in line)
        whole = f"{chr(0) if begun and line else ''}{line}{chr(1) if inside and line else ''}"
        shown = with_links(literal(whole), here).replace("\0", "**").replace("\1", "**")
        lines.append(f"> {shown}".rstrip())
    return "\n".join(lines)


def _spans(text: str, sources: list[Source]) -> list[tuple[int, int]]:
    """Where the quotes stand, those that touch one another as one."""
    found = sorted(span for source in sources if (span := quote_span(source.quote, text)))
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _rests(one: Article, sources: dict[Source, tuple[str, ...]], here: str) -> Iterator[str]:
    if sources:
        yield "**Ce qui repose sur cet article**"
        ordered = sorted(sources, key=lambda source: (quote_span(source.quote, one.text) or (0, 0), source.place))
        yield "\n".join(f"- {_source(source, sources[source], here)}" for source in ordered)
    yield from _names(_named_by_article().get(one.key, []))
    found = cases.of_article(one.key)
    if found:
        lines = [f"- [{literal(case.name)}]({ROOT}{case.file})" for case in found]
        yield "**Cas d'essai**"
        yield "\n".join(lines[:FEW])
        if lines[FEW:]:
            rest = "\n".join(lines[FEW:])
            yield f"<details><summary>Et {len(lines) - FEW} autres</summary>\n\n{rest}\n\n</details>"
    asked = _questions_by_article().get(one.key, [])
    if asked:
        anchors, path = question_anchors(), up(here, "undecided.md")
        yield "**Questions que le texte laisse ouvertes**"
        yield "\n".join(
            f"- [{literal(each.question)}]({path}#{anchors[each]}) {literal(each.default)}" for each in asked
        )


def _source(source: Source, users: tuple[str, ...], here: str) -> str:
    place = f"{literal(source.place)} : " if source.place else ""
    return f"{place}« {literal(cut(source.quote))} » {', '.join(_user(each, here) for each in users)}".rstrip()


def _user(name: str, here: str) -> str:
    """A dotted name with a link to its module, a fee with a link to its amounts; anything else as it is said."""
    kind, _, head = name.partition(" ")
    if kind == "redevance" and head in _fees():
        return f"[redevance «\u00a0{literal(_fees()[head])}\u00a0»]({up(here, 'fees.md')}#{head})"
    if not name.startswith("guichet."):
        return literal(name)
    known = _files()
    module = name
    while module not in known and "." in module:
        module = module.rpartition(".")[0]
    return f"[`{name.removeprefix('guichet.')}`]({SOURCES}{known[module]})" if module in known else f"`{name}`"


@cache
def _fees() -> dict[str, str]:
    return {each.head: each.label for each in fees.fees()}


@cache
def _files() -> dict[str, str]:
    """Module -> its file, from ``src``."""
    return {
        module.__name__: module.__name__.replace(".", "/") + ("/__init__.py" if hasattr(module, "__path__") else ".py")
        for module in catalogue.modules()
    }


KINDS = {"act": "Actes", "deadline": "Échéances", "time_limit": "Délais"}


def _names(found: list[Named]) -> Iterator[str]:
    for kind, label in KINDS.items():
        told = dict.fromkeys(_name(each) for each in found if each.kind == kind)
        if told:
            yield f"**{label}** : {' ; '.join(told)}."


def _name(each: Named) -> str:
    short = each.name.rpartition(".")[2] if each.kind == "time_limit" else each.name
    return f"{literal(each.about)} (`{short}`)" if each.about else f"`{short}`"


@cache
def _by_article() -> dict[str, dict[Source, tuple[str, ...]]]:
    found: dict[str, dict[Source, tuple[str, ...]]] = {key: {} for key in page_of()}
    for source, users in catalogue.cited().items():
        found[article_key(source.article)][source] = users
    return found


@cache
def _named_by_article() -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for each in catalogue.named():
        for number in each.articles:
            found.setdefault(article_key(number), []).append(each)
    return found


@cache
def _questions_by_article() -> dict[str, list[Undecided]]:
    found: dict[str, list[Undecided]] = {}
    for each in catalogue.questions():
        for key in dict.fromkeys(article_key(number) for number in each.articles):
            found.setdefault(key, []).append(each)
    return found
