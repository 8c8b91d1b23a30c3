"""The drafts of an account: the list, the history of each, and what an expired session had left."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guichet.office.accounts.permissions import account_required
from guichet.office.drafts import addresses, catalogue, keeping, posted, queries, services
from guichet.office.drafts.models import Draft
from guichet.office.drafts.permissions import draft_for
from guichet.office.toolbox import clock


@require_GET
@account_required
def drafts(request: HttpRequest) -> HttpResponse:
    """« Vos projets et sauvegardes »."""
    page = Paginator(queries.visible(request.acting), 25).get_page(request.GET.get("page"))
    rows = [(draft, catalogue.by_slug(draft.procedure), addresses.of_draft(draft)) for draft in page]
    return render(request, "drafts/list.html", {"rows": rows, "page": page})


@require_http_methods(["GET", "POST"])
@draft_for("edit")
def delete(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Ask, then delete."""
    if request.method == "GET":
        return render(request, "drafts/delete.html", {"draft": draft, "address": addresses.of_draft(draft)})
    try:
        services.delete(draft=draft, by=request.acting.actor, at=clock.now())
    except services.AlreadySubmitted as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, f"Le projet {draft.reference} est supprimé.")
    return redirect("drafts:list")


@require_GET
@draft_for("see")
def history(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Every value that each field has had, newest first."""
    context = {"draft": draft, "changes": queries.changes(draft), "address": addresses.of_draft(draft)}
    return render(request, "drafts/history.html", context)


@require_POST
@draft_for("edit")
def restore(request: HttpRequest, draft: Draft, version: int) -> HttpResponse:
    """Give a field its former value back."""
    row = get_object_or_404(queries.typed(draft), pk=version)
    try:
        services.restore(draft=draft, version=row, by=request.acting.actor, at=clock.now())
    except services.AlreadySubmitted as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, "L'ancienne valeur est rétablie ; celle qu'elle remplace reste dans cet historique.")
    return redirect("drafts:history", draft.public_id)


@require_GET
@account_required
def resume(request: HttpRequest) -> HttpResponse:
    """After logging in again: save what the expired session had posted, and go back to the field."""
    back = None
    for kept in keeping.take(request.session):
        draft = queries.seen_by(request.acting, kept.draft)
        procedure = catalogue.by_slug(draft.procedure) if draft and not draft.submitted_as else None
        if draft is None or procedure is None:
            continue
        saved = services.save_page(
            draft=draft, posted=posted.typed_fields(procedure, kept.fields), seen=kept.seen, page=kept.page,
            by=request.acting.actor, at=clock.now(),
        )  # fmt: skip
        messages.success(request, "Vous êtes de nouveau connecté. Votre saisie a été conservée : rien n'est perdu.")
        place = saved.changed[-1] if saved.changed else next(iter(kept.fields), "")
        back = addresses.of_field(draft, place)
    return redirect(back or "drafts:list")
