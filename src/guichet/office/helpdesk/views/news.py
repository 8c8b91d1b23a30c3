"""The news at the desk: list, write, edit, withdraw."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guichet.office.accounts.models import Role
from guichet.office.accounts.permissions import has_role, staff_required
from guichet.office.helpdesk import queries, services
from guichet.office.helpdesk.forms import NewsForm
from guichet.office.helpdesk.models import News
from guichet.office.toolbox import clock

PER_PAGE = 25
WRITERS = (Role.INFORMATION_AGENT, Role.ADMINISTRATOR)


@staff_required(*WRITERS)
@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """Every piece of news, those to come and those withdrawn included."""
    page = Paginator(queries.all_news(), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "now": clock.now(), "may_act": has_role(request.user, *WRITERS)}
    return render(request, "helpdesk/desk/news.html", context)


@staff_required(*WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest) -> HttpResponse:
    """A new piece of news."""
    form = NewsForm(request.POST or None, initial={"published_at": clock.now()})
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        at = data.pop("published_at")
        services.publish_news(**data, at=at, by=request.user)
        messages.success(request, "Actualité enregistrée.")
        return redirect("news_desk:list")
    context = {"form": form, "may_act": has_role(request.user, *WRITERS)}
    return render(request, "helpdesk/desk/write_news.html", context, status=422 if form.errors else 200)


@staff_required(*WRITERS)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a piece of news."""
    found = _news_or_404(pk)
    form = NewsForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        services.edit_news(news=found, by=request.user, **form.cleaned_data)
        messages.success(request, "Actualité modifiée.")
        return redirect("news_desk:list")
    context = {"form": form, "news": found, "may_act": has_role(request.user, *WRITERS)}
    return render(request, "helpdesk/desk/write_news.html", context, status=422 if form.errors else 200)


@staff_required(*WRITERS)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Show it no more."""
    services.withdraw_news(news=_news_or_404(pk), at=clock.now())
    messages.success(request, "Actualité retirée : elle ne s'affiche plus.")
    return redirect("news_desk:list")


def _news_or_404(pk: int) -> News:
    found = queries.piece_of_news(pk)
    if found is None:
        raise Http404
    return found
