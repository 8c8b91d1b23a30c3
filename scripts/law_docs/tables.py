"""What the texts leave open, and the fees."""

from __future__ import annotations

from functools import cache
from itertools import groupby

from guichet.law import catalogue, fees
from guichet.law.articles import CONFIDENCE_LABELS, article_key
from guichet.law.dates import euros, in_words
from guichet.law.fees import Fee
from guichet.law.plan import HEADINGS
from guichet.law.sources import Undecided
from law_docs.places import link, with_links
from law_docs.typography import french, literal, slug

HERE = "undecided.md"


@cache
def question_anchors() -> dict[Undecided, str]:
    """A stable anchor for each open question."""
    found: dict[Undecided, str] = {}
    for each in catalogue.questions():
        name = slug(each.question)
        while name in found.values():
            name += "-bis"
        found[each] = name
    return found


def undecided() -> str:
    """Every open question with what we do meanwhile, by chapter of its first article."""
    parts = ["# Ce que les textes laissent ouvert"]
    parts.append(
        "Chaque question a une réponse par défaut, que la bibliothèque applique en attendant que quelqu'un tranche : "
        "le texte, le juge, ou l'office."
    )
    asked = sorted(catalogue.questions(), key=_chapter)
    for chapter, group in groupby(asked, key=_chapter):
        parts.append(f"## {HEADINGS.get(chapter, 'Autres questions')}" + (f" ({_place(chapter)})" if chapter else ""))
        for each in group:
            parts += _question(each)
    return french("\n\n".join(parts))


def _chapter(each: Undecided) -> str:
    return article_key(each.articles[0])[1:4] if each.articles else ""


def _place(chapter: str) -> str:
    book, title = HEADINGS[chapter[0]].partition(" : ")[0], HEADINGS[chapter[:2]].partition(" : ")[0]
    return f"{book[0].lower()}{book[1:]}, {title[0].lower()}{title[1:]}"


def _question(each: Undecided) -> list[str]:
    cited = ", ".join(link(article_key(number), number, HERE) for number in each.articles)
    found = [f'<a id="{question_anchors()[each]}"></a>\n\n### {literal(each.question)}']
    found.append(f"**Par défaut.** {literal(each.default)}")
    found += [f"**Lecture prudente.** {literal(each.safe)}"] if each.safe else []
    found += [f"**Lecture la plus tardive.** {literal(each.latest)}"] if each.latest else []
    found.append(f"**Pourquoi.** {with_links(literal(each.why), HERE)}")
    return [*found, f"Articles : {cited}."] if cited else found


def fee_table() -> str:
    """Every fee of the tables with its amounts, right by right."""
    known = fees.table_information()
    parts = ["# Les redevances", f"Barèmes vérifiés au {in_words(known.last_checked_on)}."]
    for _, group in groupby(fees.fees(), key=lambda each: each.right):
        lines = ["| Redevance | Montants | Confiance | Texte | Remboursée si irrecevable |", "|--|--|--|--|--|"]
        lines += [_fee(each) for each in group]
        parts.append("\n".join(lines))
    return french("\n\n".join(parts))


def _fee(each: Fee) -> str:
    name = f'<a id="{each.head}"></a>{literal(each.label)} (`{each.head}`)'
    number = each.source.article
    place = f", {literal(each.source.place)}" if each.source.place else ""
    text = f"{link(article_key(number), number, 'fees.md')}{place}"
    back = "oui" if each.refunded_when_inadmissible else "non"
    return f"| {name} | {_amounts(each)} | {CONFIDENCE_LABELS[each.confidence]} | {text} | {back} |"


def _amounts(each: Fee) -> str:
    said = [f"{euros(cents)} depuis le {in_words(day)}" for day, cents in each.amounts]
    said += [f"tarif réduit : {euros(cents)} depuis le {in_words(day)}" for day, cents in each.reduced]
    for row in each.yearly:
        by_year = ", ".join(f"{year}e : {euros(cents)}" for year, cents in sorted(row.cents.items()))
        said.append(f"depuis le {in_words(row.first_day)}, par année : {by_year}")
    if each.share:
        said += [
            f"{hundredths} % de l'autre redevance depuis le {in_words(day)}" for day, hundredths in each.share.percent
        ]
    return literal("; ".join(said).replace("; ", " ; ")) if said else "montant non connu"
