"""INPI Direct's desk: whom to call, what waits, answering; and what an agent may do about an account."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from guichet.office.accounts.models import Role
from guichet.office.accounts.permissions import has_role, staff_required
from guichet.office.helpdesk import queries, services
from guichet.office.helpdesk.forms import EmailForm, MessageForm
from guichet.office.helpdesk.models import Request
from guichet.office.toolbox import clock

PER_PAGE = 25


@staff_required(Role.INFORMATION_AGENT)
@require_safe
@never_cache
def queue(request: HttpRequest) -> HttpResponse:
    """Whom to call now, then one of the lists, the oldest first."""
    name = request.GET.get("liste", "ouvertes")
    if name not in queries.LISTS:
        raise Http404
    page = Paginator(queries.queue(name, request.user), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lists": queries.counts(request.user),
        "current": name,
        "title": queries.LISTS[name][0],
        "calls": queries.to_call(clock.now()),
        "now": clock.now(),
    }
    return render(request, "helpdesk/desk/queue.html", context)


@staff_required(Role.INFORMATION_AGENT)
@require_safe
@never_cache
def read(request: HttpRequest, number: str) -> HttpResponse:
    """One request with its whole thread, and what an agent may do."""
    return _page(request, _request_or_404(number), MessageForm())


@staff_required(Role.INFORMATION_AGENT)
@require_POST
def take(request: HttpRequest, number: str) -> HttpResponse:
    return _do(request, number, services.take, "Vous suivez cette demande.")


@staff_required(Role.INFORMATION_AGENT)
@require_POST
def answer(request: HttpRequest, number: str) -> HttpResponse:
    return _say(request, number, services.answer, "Réponse envoyée.")


@staff_required(Role.INFORMATION_AGENT)
@require_POST
def note(request: HttpRequest, number: str) -> HttpResponse:
    return _say(request, number, services.note, "Note enregistrée : elle ne se lit qu'au poste.")


@staff_required(Role.INFORMATION_AGENT)
@require_POST
def close(request: HttpRequest, number: str) -> HttpResponse:
    return _do(request, number, services.close, "Demande close.")


@staff_required(Role.INFORMATION_AGENT)
@require_POST
def send_activation(request: HttpRequest, number: str) -> HttpResponse:
    """Send the activation link again; nobody learns whether an account waits at that address."""
    done = "Si une inscription attend à cette adresse, son lien vient de repartir."
    return _do(request, number, services.send_activation, done)


@staff_required(Role.INFORMATION_AGENT)
@require_POST
def start_email_change(request: HttpRequest, number: str) -> HttpResponse:
    """Begin the change of address: both mailboxes must still confirm it."""
    form = EmailForm(request.POST)
    if not form.is_valid():
        return _page(request, _request_or_404(number), MessageForm(), email_form=form, status=422)
    done = "Un lien est parti vers chacune des deux boîtes : l'adresse change quand les deux ont confirmé."
    return _do(request, number, services.start_email_change, done, new_email=form.cleaned_data["email"])


def _say(request: HttpRequest, number: str, service: Callable[..., object], done: str) -> HttpResponse:
    form = MessageForm(request.POST)
    if not form.is_valid():
        return _page(request, _request_or_404(number), form, status=422)
    return _do(request, number, service, done, text=form.cleaned_data["text"])


def _do(request: HttpRequest, number: str, service: Callable[..., object], done: str, **values: Any) -> HttpResponse:
    """One act on a request; what came of it is said on its page."""
    try:
        service(request=_request_or_404(number), agent=request.user, at=clock.now(), **values)
        messages.success(request, done)
    except services.NotNow as reason:
        messages.error(request, str(reason))
    return redirect("helpdesk_desk:request", number)


def _page(
    request: HttpRequest, found: Request, form: MessageForm, email_form: EmailForm | None = None, status: int = 200
) -> HttpResponse:
    changes_address = found.kind == Request.Kind.EMAIL_CHANGE and found.user is not None
    context = {
        "asked": found,
        "thread": queries.thread(found, notes=True),
        "form": form,
        "email_form": (email_form or EmailForm(initial={"email": found.email})) if changes_address else None,
        "may_act": has_role(request.user, Role.INFORMATION_AGENT),
        "waits_activation": found.user is None and bool(found.email),
    }
    return render(request, "helpdesk/desk/request.html", context, status=status)


def _request_or_404(number: str) -> Request:
    found = queries.at_the_desk(number)
    if found is None:
        raise Http404
    return found
