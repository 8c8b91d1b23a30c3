"""Mandates: the list, one of them, giving, declaring, accepting, revoking, and their documents."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guichet.office.authority import mandate_pages, mandates
from guichet.office.authority.forms import AcceptForm, DeclaredMandateForm, MandateForm
from guichet.office.authority.mandates import MandateRefused
from guichet.office.authority.models import Mandate
from guichet.office.authority.permissions import manager_required
from guichet.office.documents import responses
from guichet.office.toolbox import clock


@require_GET
@manager_required
def mandate_list(request: HttpRequest) -> HttpResponse:
    """What was given, received, proposed, and what has ended."""
    shown = mandate_pages.listed(mandates.party(request.acting.holder), request.acting, clock.now())
    context = {"groups": shown, "waiting": mandate_pages.shown(mandates.waiting(request.acting), clock.now())}
    return render(request, "authority/mandates.html", context)


@require_http_methods(["GET", "POST"])
@manager_required
def mandate_new(request: HttpRequest) -> HttpResponse:
    """Give a mandate to whoever reads this address."""
    form = MandateForm(request.POST or None, request.FILES or None, holder=request.acting.holder)
    if request.method == "POST" and form.is_valid():
        row = mandate_pages.written(form, request.acting, clock.now())
        if row is not None:
            messages.success(request, f"Le mandat {row.reference} est proposé. Il vaudra dès son acceptation.")
            return redirect("authority:mandate", row.public_id)
    return render(request, "authority/mandate_new.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@manager_required
def mandate_declare(request: HttpRequest) -> HttpResponse:
    """Declare the mandate of a party without an account."""
    form = DeclaredMandateForm(request.POST or None, request.FILES or None, holder=request.acting.holder)
    if request.method == "POST" and form.is_valid():
        row = mandate_pages.written(form, request.acting, clock.now())
        if row is not None:
            messages.success(request, f"Le mandat {row.reference} est déclaré.")
            return redirect("authority:mandate", row.public_id)
    return render(request, "authority/mandate_declare.html", {"form": form}, status=422 if form.is_bound else 200)


@require_GET
@manager_required
def mandate(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One mandate: who, for what, until when, and what the law says of it today."""
    row = _seen(request, public_id)
    context = mandate_pages.one(row, request.acting, clock.now())
    return render(request, "authority/mandate.html", {**context, "form": AcceptForm(quality=row.quality)})


@require_POST
@manager_required
def mandate_accept(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Become the representative, for whom one acts."""
    row = _seen(request, public_id)
    if row.invited != request.acting.user.email:
        raise Http404
    form = AcceptForm(request.POST, quality=row.quality)
    if form.is_valid():
        try:
            mandates.accept(mandate=row, acting=request.acting, number=form.cleaned_data.get("number", ""),
                            mentions=form.cleaned_data.get("mentions", ()), at=clock.now())  # fmt: skip
        except MandateRefused as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, f"Vous représentez désormais le mandant, par le mandat {row.reference}.")
            return redirect("authority:mandate", row.public_id)
    context = mandate_pages.one(row, request.acting, clock.now())
    return render(request, "authority/mandate.html", {**context, "form": form}, status=422)


@require_http_methods(["GET", "POST"])
@manager_required
def mandate_revoke(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Ask, then end it at once."""
    row = _seen(request, public_id)
    if request.method == "GET":
        return render(request, "authority/mandate_revoke.html", mandate_pages.one(row, request.acting, clock.now()))
    try:
        mandates.revoke(mandate=row, acting=request.acting, at=clock.now())
    except MandateRefused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"Le mandat {row.reference} est révoqué. Plus rien ne peut être fait à ce titre.")
    return redirect("authority:mandates")


@require_GET
@manager_required
def mandate_document(request: HttpRequest, public_id: UUID, which: str) -> HttpResponse:
    """The power, for both parties."""
    document = _seen(request, public_id).document(which)
    if document is None:
        raise Http404
    return responses.serve(document, inline=True)


def _seen(request: HttpRequest, public_id: UUID) -> Mandate:
    row = mandates.seen_by(request.acting, public_id)
    if row is None:
        raise Http404
    return row
