"""Home pages, news, and the pages that only inform."""

from __future__ import annotations

from functools import cache

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from guichet.office.accounts.permissions import account_required
from guichet.office.helpdesk import queries as helpdesk
from guichet.office.sign_in import providers
from guichet.office.sign_in.forms import LogInForm
from guichet.office.toolbox import clock
from guichet.office.web import doors, queries

PER_PAGE = 25


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The public home; someone who is logged in has a home of his or her own."""
    if request.user.is_authenticated and "public" not in request.GET:
        return redirect("web:space")
    context = {"pages": _entries(), "login_form": LogInForm(), "providers": providers.configured()}
    return render(request, "web/home.html", context)


@require_safe
@account_required
def space(request: HttpRequest) -> HttpResponse:
    """Home of the secured space: the greeting, what waits for this person, the news, the four blocks of procedures."""
    context = {"blocks": _blocks(), "waiting": queries.waiting(request.acting, on=clock.today())}
    return render(request, "web/space.html", context)


@cache
def _blocks() -> SafeString:
    """The four blocks of procedures, the same for everybody: drawn once by each process."""
    return render_to_string("web/parts/blocks.html", {"blocks": queries.blocks()})


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """All the news, the latest first."""
    page = Paginator(helpdesk.news(at=clock.now()), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "web/news.html", {"page": page})


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "web/help.html", {"pages": _entries()})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "web/accessibility.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "web/privacy.html")


@require_safe
def legal_notice(request: HttpRequest) -> HttpResponse:
    return render(request, "web/legal_notice.html")


def _entries() -> dict[str, str]:
    """Addresses of the pages of other apps, empty where there is none."""
    names = {
        "login": "sign_in:login", "signup": "my_account:signup", "lost": "sign_in:password_reset",
        "search": "register:search", "bulletin": "bulletin:index", "articles": "web:articles",
    }  # fmt: skip
    return {key: doors.address(name) for key, name in names.items()}
