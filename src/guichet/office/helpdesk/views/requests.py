"""A person's own requests to INPI Direct: list, ask, read, write again."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guichet.office.accounts import limits
from guichet.office.accounts.permissions import account_required
from guichet.office.helpdesk import hours, queries, services
from guichet.office.helpdesk.forms import FORMS, MessageForm
from guichet.office.helpdesk.models import Request
from guichet.office.toolbox import clock

PER_PAGE = 25
BY_ACCOUNT = limits.Limit("helpdesk.account", most=10, minutes=60)


@require_safe
@account_required
@never_cache
def requests(request: HttpRequest) -> HttpResponse:
    """Every request of this person, the last first."""
    page = Paginator(queries.of_person(request.user), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "helpdesk/requests.html", {"page": page, "opening": hours.OPENING})


@require_safe
@account_required
def new(request: HttpRequest) -> HttpResponse:
    """What one may ask."""
    kinds = [(name, form.title) for name, form in FORMS.items()]
    return render(request, "helpdesk/new.html", {"kinds": kinds, "opening": hours.OPENING})


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
def ask(request: HttpRequest, kind: str) -> HttpResponse:
    """The form of one kind of request."""
    if kind not in FORMS:
        raise Http404
    form = FORMS[kind](request.POST or None, acting=request.acting)
    if request.method == "POST" and form.is_valid():
        if BY_ACCOUNT.take(request.acting.actor):
            made = services.ask(
                user=request.user, kind=form.kind, subject=form.about(), text=form.cleaned_data["text"],
                at=clock.now(), **form.details(),
            )  # fmt: skip
            messages.success(request, f"Votre demande {made.number} est enregistrée.")
            return redirect("helpdesk:request", made.number)
        form.add_error(None, limits.too_many(BY_ACCOUNT))
    context = {"form": form, "kind": kind, "opening": hours.OPENING}
    return render(request, "helpdesk/ask.html", context, status=422 if form.errors else 200)


@require_safe
@account_required
@never_cache
def read(request: HttpRequest, number: str) -> HttpResponse:
    """One request: its state, its thread, and a place to write again while one may."""
    found = _own(request, number)
    services.see(request=found, at=clock.now())
    return _page(request, found, MessageForm())


@require_POST
@account_required
def write(request: HttpRequest, number: str) -> HttpResponse:
    """Write again; what was closed is open again."""
    found, form = _own(request, number), MessageForm(request.POST)
    if form.is_valid() and not BY_ACCOUNT.take(request.acting.actor):
        form.add_error(None, limits.too_many(BY_ACCOUNT))
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        services.write(request=found, by=request.acting.actor, text=form.cleaned_data["text"], at=clock.now())
    except services.NotNow as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, "Votre message est enregistré. INPI Direct vous répondra ici.")
    return redirect("helpdesk:request", number)


def _page(request: HttpRequest, found: Request, form: MessageForm, status: int = 200) -> HttpResponse:
    context = {
        "asked": found,
        "thread": queries.thread(found),
        "form": form if queries.may_write(found, clock.now()) else None,
    }
    return render(request, "helpdesk/request.html", context, status=status)


def _own(request: HttpRequest, number: str) -> Request:
    found = queries.seen_by(request.user, number)
    if found is None:
        raise Http404
    return found
