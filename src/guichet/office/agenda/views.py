"""The deadlines of the files that one sees, each with its explanation, and their calendar."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from guichet.office.accounts.permissions import account_required
from guichet.office.agenda import ical, queries, services
from guichet.office.agenda.forms import PAST, FilterForm
from guichet.office.agenda.models import OpenDeadline
from guichet.office.toolbox import clock

PER_PAGE = 25
FAR_OFF = 90
_SECRET = "agenda.secret"


@require_safe
@account_required
@never_cache
def deadlines(request: HttpRequest) -> HttpResponse:
    """The deadlines to come of the files that this person sees, the nearest first; those passed when asked for."""
    today, form = clock.today(), FilterForm(request.GET)
    found, shown = form.narrow(queries.visible(request.acting)), form.shown(today)
    order = ("-last_day" if form.is_past else "last_day", "key")
    page = Paginator(queries.keys(found.filter(shown).order_by(*order)), PER_PAGE).get_page(request.GET.get("page"))
    deadlines = list(queries.by_keys(page).order_by(*order))
    parties = queries.parties(request.acting, deadlines)
    context = {
        "form": form, "page": page, "rows": [_row(each, today, parties.get(each.stream, "")) for each in deadlines],
        "counts": queries.counts(found, shown=shown, today=today), "past": _past(request),
    }  # fmt: skip
    return render(request, "agenda/deadlines.html", context)


@require_safe
@account_required
@never_cache
def calendar(request: HttpRequest) -> HttpResponse:
    """The calendar's address: shown once after it is made, then only replaced or revoked."""
    token = request.session.pop(_SECRET, "")
    context = {"known": queries.calendar_of(request.acting), "url": _address(token) if token else ""}
    return render(request, "agenda/calendar.html", context)


@require_POST
@account_required
def create_calendar(request: HttpRequest) -> HttpResponse:
    """Make a new secret address; the former one stops working."""
    request.session[_SECRET] = services.create_address(user=request.user, holder=request.acting.holder, at=clock.now())
    return redirect("agenda:calendar")


@require_POST
@account_required
def revoke_calendar(request: HttpRequest) -> HttpResponse:
    services.revoke_address(user=request.user, holder=request.acting.holder)
    messages.success(request, "L'adresse de calendrier est révoquée : elle ne donne plus rien.")
    return redirect("agenda:calendar")


@require_safe
@never_cache
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar itself, for whoever has the secret; 404 for any other address."""
    address = queries.by_token(token)
    reader = queries.acting_behind(address) if address else None
    if address is None or reader is None:
        raise Http404
    services.note_reading(address, at=clock.now())
    found = queries.visible(reader).exclude(who="office")
    link = settings.SITE_URL.rstrip("/") + reverse("agenda:list")
    name = f"Échéances de {reader.name}, {settings.OPERATOR_NAME}"
    content = ical.feed(found, name=name, site=settings.SITE_URL, link=link)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="echeances.ics"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _address(token: str) -> str:
    return settings.SITE_URL.rstrip("/") + reverse("calendar:feed", args=[token])


def _past(request: HttpRequest) -> str:
    """The address of what has passed, the other filters kept."""
    kept = {name: request.GET[name] for name in ("qui", "dossier") if name in request.GET}
    return f"?{urlencode({**kept, 'quand': PAST})}"


def _row(deadline: OpenDeadline, today: date, party: str) -> dict[str, Any]:
    """A deadline as its card shows it."""
    return {
        "deadline": deadline,
        "when": _when(deadline, today),
        "urgency": _urgency(deadline, today),
        "is_ours": queries.is_ours(deadline),
        "party": party,
    }


def _when(deadline: OpenDeadline, today: date) -> str:
    """How far it is, when that is near enough to say."""
    days = (deadline.last_day - today).days
    if days < 0 or days > FAR_OFF:
        return "expiré" if days < 0 else ""
    return {0: "aujourd'hui", 1: "demain"}.get(days, f"dans {days} jours")


def _urgency(deadline: OpenDeadline, today: date) -> str:
    """How it is shown: ``error`` when past, ``warning`` within a week for what the account must do."""
    if deadline.last_day < today:
        return "error"
    if queries.is_ours(deadline) and (deadline.last_day - today).days <= 7:
        return "warning"
    return "neutral"
