"""The one portal of all rights: its baskets, its export, and « Prendre la main »."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from guichet.office.accounts.permissions import account_required
from guichet.office.accounts.way_back import same_site_path
from guichet.office.authority import queries as authority
from guichet.office.authority import services as holding
from guichet.office.authority.queries import Answer
from guichet.office.authority.responses import refused
from guichet.office.portfolio import export as exports
from guichet.office.portfolio import links, queries, rows, single
from guichet.office.portfolio.forms import FilterForm
from guichet.office.portfolio.portal import Portal
from guichet.office.portfolio.wanted import DRAFTS
from guichet.office.toolbox import clock

TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


@require_safe
@never_cache
@account_required
def portal(request: HttpRequest) -> HttpResponse:
    """The basket asked for; someone who acts for himself and has one thing only is shown that thing."""
    form, shown = _asked(request)
    alone = request.acting.organisation is None
    if alone and not request.GET and shown.counts[DRAFTS] + shown.seen.total < 2:
        return render(request, "portfolio/single.html", single.shown(request.acting))
    page, found = shown.page(request.GET.get("page"))
    context = {
        "form": form, "portal": shown, "page": page, "rows": found, "baskets": links.baskets(request.GET, shown),
        "columns": links.columns(request.GET, shown), "exports": links.exports(request.GET, shown),
    }  # fmt: skip
    return render(request, "portfolio/list.html", context)


@require_safe
@never_cache
@account_required
def export(request: HttpRequest, format: str) -> HttpResponse:
    """What the portal shows, whole, as a file."""
    _, shown = _asked(request)
    content = exports.as_csv(shown.every_row()) if format == "csv" else exports.as_json(shown.every_row())
    name = f"dossiers-{clock.today().isoformat()}.{format}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=TYPES[format], headers=headers)


@require_POST
@account_required
def take_over(request: HttpRequest, kind: str, number: str) -> HttpResponse:
    """« Prendre la main »: become the contact of a file that one's organisation holds."""
    found = authority.held(f"{kind}/{number}")
    if found is None or not authority.may(request.acting, "see", found).allowed:
        raise Http404
    answer = authority.may(request.acting, "submit", found)
    if found.holder != request.acting.holder:
        answer = Answer(False, "Le contact principal d'un dossier est une personne de ceux qui le tiennent.")
    if not answer.allowed:
        return refused(request, answer)
    if found.contact == request.acting.actor:
        messages.info(request, f"Vous êtes déjà le contact principal du dossier {number}.")
    else:
        holding.take_over(found=found, actor=request.acting.actor, at=clock.now())
        messages.success(request, f"Vous êtes maintenant le contact principal du dossier {number}.")
    return redirect(_way_back(request) or rows.page_of(kind, number) or "portfolio:list")


def _asked(request: HttpRequest) -> tuple[FilterForm, Portal]:
    held = authority.visible(request.acting)
    seen, contacts = queries.overview(held), queries.contacts(held)
    form = FilterForm(request.GET, seen=seen, contacts=contacts)
    return form, Portal(request.acting, held, form.wanted(), seen, contacts)


def _way_back(request: HttpRequest) -> str:
    """The page of the portal that one came from, with its filters; empty for any other."""
    path = same_site_path(request.headers.get("Referer", ""), host=request.get_host(), is_secure=request.is_secure())
    return path if path.partition("?")[0] == reverse("portfolio:list") else ""
