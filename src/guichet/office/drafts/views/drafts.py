"""The drafts of a holder: the list, each one whole, its history, the bin, and what an expired session had left."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from guichet.office.accounts.permissions import account_required
from guichet.office.authority import queries as authority
from guichet.office.authority.responses import refused
from guichet.office.documents.responses import serve
from guichet.office.drafts import addresses, catalogue, keeping, posted, presence, queries, reading, services, showing
from guichet.office.drafts.models import Draft
from guichet.office.drafts.permissions import draft_for
from guichet.office.toolbox import clock


@require_GET
@account_required
def drafts(request: HttpRequest) -> HttpResponse:
    """« Vos projets et sauvegardes », with their count; ``q`` seeks a reference, the client's, or the mark."""
    words = request.GET.get("q", "").replace("\0", "")[:100]
    page = Paginator(queries.search(queries.visible(request.acting), words), 25).get_page(request.GET.get("page"))
    context = {
        "rows": showing.rows(request.acting, page),
        "page": page,
        "words": words,
        "in_bin": queries.in_bin(request.acting).count(),
    }
    return render(request, "drafts/list.html", context)


@require_safe
@draft_for("see")
def show(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The draft whole, as one reads it, and what one may do with it."""
    if draft.submitted_as:
        return redirect(addresses.of_draft(draft))
    return render(request, "drafts/show.html", showing.whole(request.acting, draft, at=clock.now()))


@require_GET
@draft_for("see")
def document(request: HttpRequest, draft: Draft, path: str) -> HttpResponse:
    """A file kept in the draft, as received."""
    found = reading.document(draft, path)
    if found is None:
        raise Http404
    return serve(found, inline=True)


@require_POST
@draft_for("edit")
def take_over(request: HttpRequest, draft: Draft) -> HttpResponse:
    """« Prendre la main »: the visitor becomes the contact."""
    try:
        services.take_over(draft=draft, acting=request.acting, at=clock.now())
    except services.AlreadySubmitted as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"Vous êtes désormais le contact principal du projet {draft.reference}.")
    return redirect(addresses.of_draft(draft))


@require_http_methods(["GET", "POST"])
@draft_for("edit")
def delete(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Ask, telling whose work goes with it; then put in the bin."""
    if request.method == "GET":
        context: dict[str, Any] = {"draft": draft, "address": addresses.of_draft(draft)}
        context["authors"] = showing.other_authors(request.acting, draft)
        context["others"] = presence.meet(draft=draft, user=request.user, step="", at=clock.now())
        return render(request, "drafts/delete.html", context)
    try:
        services.delete(draft=draft, by=request.acting.actor, at=clock.now())
    except services.AlreadySubmitted as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"Le projet {draft.reference} est dans la corbeille, pour trente jours.")
    return redirect("drafts:list")


@require_GET
@account_required
def the_bin(request: HttpRequest) -> HttpResponse:
    """The deleted drafts that may still come back."""
    page = Paginator(queries.in_bin(request.acting), 25).get_page(request.GET.get("page"))
    return render(request, "drafts/bin.html", {"rows": showing.deleted_rows(page), "page": page})


@require_POST
@account_required
def recover(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take a draft out of the bin."""
    draft = get_object_or_404(queries.in_bin(request.acting), public_id=public_id)
    answer = authority.may(request.acting, "edit", queries.held(draft))
    if not answer.allowed:
        return refused(request, answer)
    try:
        services.recover(draft=draft, by=request.acting.actor, at=clock.now())
    except Draft.DoesNotExist:  # emptied, or taken out by someone else, a moment ago
        messages.info(request, "Ce projet n'est plus dans la corbeille.")
        return redirect("drafts:bin")
    messages.success(request, f"Le projet {draft.reference} est revenu, tel qu'il était.")
    return redirect("drafts:list")


@require_GET
@draft_for("see")
def history(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Every value that each field has had, newest first, with who typed it."""
    changes = queries.changes(draft)
    names = queries.names(change.version.by for change in changes)
    context = {
        "draft": draft,
        "changes": [(change, names[change.version.by]) for change in changes],
        "address": addresses.of_draft(draft),
        "editing": authority.may(request.acting, "edit", queries.held(draft)),
    }
    return render(request, "drafts/history.html", context)


@require_POST
@draft_for("edit", keeps=True)
def restore(request: HttpRequest, draft: Draft, version: int) -> HttpResponse:
    """Give a field its former value back; then to the field itself when a page of the form asked for it."""
    row = get_object_or_404(queries.typed(draft), pk=version)
    try:
        services.restore(draft=draft, version=row, by=request.acting.actor, at=clock.now())
    except services.AlreadySubmitted as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, "L'ancienne valeur est rétablie ; celle qu'elle remplace reste dans l'historique.")
    if request.POST.get("back") == "field":
        return redirect(addresses.of_field(draft, row.path))
    return redirect("drafts:history", draft.public_id)


@require_GET
@account_required
def resume(request: HttpRequest) -> HttpResponse:
    """After logging in again: save what the expired session had posted, and go back to the field."""
    back = None
    for kept in keeping.take(request.session):
        draft = queries.seen_by(request.acting, kept.draft)
        procedure = catalogue.by_slug(draft.procedure) if draft and not draft.submitted_as else None
        if draft is None or procedure is None or not authority.may(request.acting, "edit", queries.held(draft)).allowed:
            continue
        saved = services.save_page(
            draft=draft, posted=posted.typed_fields(procedure, kept.fields), seen=kept.seen, page=kept.page,
            by=request.acting.actor, at=clock.now(),
        )  # fmt: skip
        messages.success(request, "Vous êtes de nouveau connecté. Votre saisie a été conservée : rien n'est perdu.")
        place = saved.changed[-1] if saved.changed else next(iter(kept.fields), "")
        back = addresses.of_field(draft, place)
    return redirect(back or "drafts:list")
