"""The code, article by article, as the library holds it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from guichet.law import sources
from guichet.law.plan import headings
from guichet.office.design.explanations import article_slug
from guichet.office.drafts import catalogue
from guichet.office.web import citations


@require_safe
def articles(request: HttpRequest) -> HttpResponse:
    """Every article by part of the code, or those that contain the words asked for."""
    asked = request.GET.get("q", "").strip()[:100]
    found = sources.articles()
    if asked:
        exact = _find(asked)
        if exact:
            return redirect("web:article", slug=article_slug(exact.number))
        found = tuple(one for one in found if asked.casefold() in one.text.casefold())
    return render(request, "web/law/articles.html", {"books": _books(found), "asked": asked, "count": len(found)})


@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """An article, verbatim, with its status and the rules that rest on it."""
    found = _find(slug)
    if not found:
        raise Http404
    if slug != article_slug(found.number):
        return redirect("web:article", slug=article_slug(found.number), permanent=True)
    context = {
        "article": found,
        "status": sources.STATUS_LABELS[found.status],
        "citations": citations.of_article(found.number),
        "questions": citations.questions_about(found.number),
        "wordings": sources.versions(found.number),
        "headings": headings(found.key),
        "neighbours": _neighbours(found),
    }
    return render(request, "web/law/article.html", context)


@require_safe
def procedure(request: HttpRequest, slug: str) -> HttpResponse:
    """The law of a procedure, open or not yet: its articles, verbatim."""
    found = catalogue.by_slug(slug)
    if not found:
        raise Http404
    texts = [(number, _find(number)) for number in found.articles]
    start = reverse(found.start_url_name) if found.is_open and found.start_url_name else ""
    return render(request, "web/law/procedure.html", {"procedure": found, "texts": texts, "start": start})


def _books(found: Iterable[sources.Article]) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Articles by book, then by chapter, laws before decrees as one reads them."""
    cited = citations.cited_articles()
    books: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for one in sorted(found, key=lambda one: (one.key[1:4], "LRD".index(one.key[0]))):
        book, title, chapter = headings(one.key)
        rows = books.setdefault(book, {}).setdefault(f"{title}. {chapter}", [])
        rows.append({"article": one, "slug": article_slug(one.number), "is_cited": one.key in cited})
    return books


def _find(number: str) -> sources.Article | None:
    try:
        return sources.article(number)
    except sources.UnknownArticle:
        return None


def _neighbours(found: sources.Article) -> tuple[sources.Article | None, sources.Article | None]:
    """The articles before and after, in the order of the code."""
    every = sources.articles()
    place = every.index(found)
    return (every[place - 1] if place else None, every[place + 1] if place + 1 < len(every) else None)
