"""The index of the pages, and how far the code is covered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from guichet.law.articles import STATUS_LABELS, Article, articles
from guichet.law.plan import HEADINGS
from law_docs.places import in_order, link, page_of, pages
from law_docs.typography import counted, french

RULE = """\
Un article *règle une procédure de l'INPI* s'il dit, d'un dossier que l'institut tient : qui peut demander quoi, sous
quelle forme, avant quand et à quel prix ; ce que l'institut examine, notifie, décide, inscrit ou publie ; ce
qu'emportent le silence, le retard ou le refus ; comment la décision est attaquée. Ne le sont donc pas les conditions
de fond et l'étendue d'un droit, ce qui se passe devant le juge ou la douane, ce que font les ministres, l'instance
des obtentions végétales ou les personnes entre elles, l'organisation interne de l'institut et des professions. Le
choix est écrit, article par article, dans `scripts/articles/*.yaml`."""

STATUSES = """\
Un article est *calculé* si, et seulement si, une règle de la bibliothèque en cite les mots ; un essai le vérifie.
*Rien à calculer* : une définition, une organisation, le contentieux devant le juge, le fond du droit. *Renvoie à un
arrêté ou à une décision* : son contenu est ailleurs. *Pas encore traité* : tout le reste."""


def index() -> str:
    """The first page: the plan of the code, with a link to each page and what is computed there."""
    every = articles()
    computed = sum(one.status == "computed" for one in every)
    parts = ["# Le droit, article par article"]
    parts.append(
        f"Les {counted(len(every))} articles du recueil, mot pour mot, avec leur état, les règles qui les citent, les "
        f"cas qui éprouvent ces règles et les questions que les textes laissent ouvertes. {computed} articles sont "
        "calculés. Dans chaque article, les mots en gras sont ceux qu'une règle cite."
    )
    parts.append(
        "- [Ce qui est couvert](coverage.md)\n- [Ce que les textes laissent ouvert](undecided.md)\n"
        "- [Les redevances](fees.md)"
    )
    for book, group in groupby(pages(), key=lambda page: page.place[0]):
        lines = []
        for title, of_title in groupby(group, key=lambda page: page.place[:2]):
            inside = list(of_title)
            if len(inside) == 1 and len(inside[0].place) == 2:
                lines.append(f"- [{HEADINGS[title]}]({inside[0].path}) : {_count(inside[0].articles)}")
                continue
            lines.append(f"- {HEADINGS[title]}")
            lines += [f"  - [{HEADINGS[page.place]}]({page.path}) : {_count(page.articles)}" for page in inside]
        parts.append(f"## {HEADINGS[book]}\n\n" + "\n".join(lines))
    parts.append("Ces pages sont écrites par `make law` d'après la bibliothèque `guichet.law`.")
    return french("\n\n".join(parts))


def _count(found: Iterable[Article]) -> str:
    by_status = Counter(one.status for one in found)
    total, computed = by_status.total(), by_status["computed"]
    return f"{total} article{'s' if total > 1 else ''}, dont {computed} calculé{'s' if computed > 1 else ''}"


def coverage() -> str:
    """Articles by status, by chapter, and how many of those that regulate a procedure of INPI are covered."""
    every = in_order(list(articles()))
    done, of_inpi = _covered(every)
    parts = ["# Ce qui est couvert"]
    parts.append(
        f"**{_percent(done, of_inpi)}** des {of_inpi} articles qui règlent une procédure de l'INPI sont calculés, ou "
        f"n'ont rien à calculer : {done} articles."
    )
    parts += [STATUSES, RULE, _table(every), "## Ce qui n'est pas encore traité"]
    left = [one for one in every if one.status == "out_of_scope"]
    for title, group in groupby(left, key=lambda one: one.key[1:3]):
        lines = [f"- {link(one.key, one.label, 'coverage.md')}{_why(one)}" for one in group]
        parts += [f"### {HEADINGS[title[0]].partition(' : ')[0]}, {HEADINGS[title]}", "\n".join(lines)]
    if not left:
        parts.append("Rien : tout article a sa réponse.")
    return french("\n\n".join(parts))


def _why(one: Article) -> str:
    said = [*(["procédure de l'INPI"] if one.inpi else []), *([one.remark] if one.remark else [])]
    return f" ({' ; '.join(said)})" if said else ""


def _covered(found: Iterable[Article]) -> tuple[int, int]:
    inpi = [one for one in found if one.inpi]
    return sum(one.status in ("computed", "nothing_to_compute") for one in inpi), len(inpi)


def _percent(part: int, whole: int) -> str:
    """Rounded down to a tenth: a goal is not reached before it is."""
    return f"{1000 * part // whole / 10:.1f} %".replace(".", ",") if whole else "–"


def _table(every: list[Article]) -> str:
    heads = ["Chapitre", "Articles", *(label.capitalize() for label in STATUS_LABELS.values())]
    lines = ["| " + " | ".join([*heads, "Procédures de l'INPI", "Couvert"]) + " |", "|--|" + "--:|" * 7]
    for title, of_title in groupby(every, key=lambda one: one.key[1:3]):
        inside = list(of_title)
        book = HEADINGS[title[0]].partition(" : ")[0]
        lines.append(_row(f"**{book}, {HEADINGS[title]}**", inside))
        for chapter, group in groupby(inside, key=lambda one: one.key[1:4]):
            found = list(group)
            lines.append(_row(f"[{HEADINGS[chapter]}]({page_of()[found[0].key]})", found))
    return "\n".join([*lines, _row("**Ensemble**", every)])


def _row(name: str, found: list[Article]) -> str:
    by_status = Counter(one.status for one in found)
    done, whole = _covered(found)
    cells: list[str | int] = [
        name,
        len(found),
        *(by_status[status] for status in STATUS_LABELS),
        whole,
        _percent(done, whole),
    ]
    return "| " + " | ".join(counted(cell) if isinstance(cell, int) else cell for cell in cells) + " |"
