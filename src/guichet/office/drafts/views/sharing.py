"""Several people on one draft: presence, comments, reviewers invited by a link."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from guichet.office.drafts import addresses, beside, posted, reviews, services, showing
from guichet.office.drafts.forms import CommentForm, InvitationForm
from guichet.office.drafts.models import Draft
from guichet.office.drafts.permissions import draft_for
from guichet.office.toolbox import clock


@require_POST
@draft_for("see")
def presence(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Says where the reader is; answers with who else is here, and what they changed."""
    step = request.POST.get("step", "").replace("\0", "")[:80]
    seen, page = posted.seen_version(request.POST.get("seen")), posted.opened_page(request.POST.get("page"))
    company = beside.company(draft, request.acting, step=step, seen=seen, page=page, at=clock.now())
    context = {"company": company, "draft": draft, "step_slug": step, "seen": seen, "page": page}
    return render(request, "drafts/_presence.html", context)


@require_POST
@draft_for("edit")
def invite(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Send a reviewer's link."""
    form = InvitationForm(request.POST)
    if form.is_valid():
        try:
            reviews.invite(draft=draft, acting=request.acting, at=clock.now(), **form.cleaned_data)
        except (services.AlreadySubmitted, reviews.TooManyInvitations) as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, f"L'invitation est envoyée à {form.cleaned_data['email']}.")
        return redirect("drafts:show", draft.public_id)
    context = showing.whole(request.acting, draft, at=clock.now(), invitation_form=form)
    return render(request, "drafts/show.html", context, status=422)


@require_POST
@draft_for("edit")
def revoke(request: HttpRequest, draft: Draft, invitation: UUID) -> HttpResponse:
    """Close a reviewer's link."""
    found = get_object_or_404(draft.invitations, public_id=invitation)
    reviews.revoke(invitation=found, by=request.acting.actor, at=clock.now())
    messages.success(request, f"Le lien de {found.name} est retiré : il ne s'ouvre plus.")
    return redirect("drafts:show", draft.public_id)


@require_POST
@draft_for("see")
def comment(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Add a comment."""
    form = CommentForm(request.POST, places=beside.places(draft))
    if not form.is_valid():
        context = showing.whole(request.acting, draft, at=clock.now(), comment_form=form)
        return render(request, "drafts/show.html", context, status=422)
    step, _, path = form.cleaned_data["where"].partition("|")
    reviews.comment(
        draft=draft, acting=request.acting, step=step, path=path, text=form.cleaned_data["text"], at=clock.now()
    )
    return redirect(addresses.of_comments(draft, request.POST.get("step", "")))


@require_POST
@draft_for("edit")
def settle(request: HttpRequest, draft: Draft, comment: int) -> HttpResponse:
    """A comment is settled, or open again."""
    found = get_object_or_404(draft.comments, pk=comment)
    resolved = request.POST.get("resolved") == "oui"
    reviews.settle(comment=found, resolved=resolved, by=request.acting.actor, at=clock.now())
    return redirect(addresses.of_comments(draft, request.POST.get("step", "")))
