"""The pages of a reviewer, under a link: no account, one draft, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from guichet.office.accounts import limits
from guichet.office.documents.responses import serve
from guichet.office.drafts import beside, posted, reading, reviewing, reviews, services
from guichet.office.drafts.forms import CommentForm, SignForm
from guichet.office.drafts.models import Invitation
from guichet.office.toolbox import clock, security_log

TOO_LATE = "Ce lien vient d'être fermé : rien n'a été enregistré."


def reviewer(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view the invitation of the link; 404 for a wrong link, a page without content once it has ended.

    Nothing is stored by browsers or proxies, indexed, or told to other sites.
    """

    @wraps(view)
    def guarded(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        caller = limits.caller(request)
        invitation = None if reviews.is_shut_out(caller) else reviews.by_token(token, caller=caller)
        if invitation is None:
            security_log.note("link_refused", view="review")
            raise Http404
        if why := reviews.ended(invitation, at=clock.now()):
            return _private(render(request, "drafts/review_ended.html", {"why": why}, status=410))
        return _private(view(request, invitation, token=token, **kwargs))

    return guarded


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


@require_safe
@reviewer
def page(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    """The draft, its comments, and the signature when it is asked for."""
    return render(request, "drafts/review.html", reviewing.whole(invitation, token))


@require_safe
@reviewer
def document(request: HttpRequest, invitation: Invitation, token: str, path: str) -> HttpResponse:
    """A file of this draft, as received."""
    found = reading.document(invitation.draft, path)
    if found is None:
        raise Http404
    return serve(found, inline=True)


@require_POST
@reviewer
def comment(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    """Add the reviewer's comment."""
    form = CommentForm(request.POST, places=beside.places(invitation.draft))
    if form.is_valid() and not reviews.WRITING.take(str(invitation.public_id)):
        form.add_error(None, limits.too_many(reviews.WRITING))
    if not form.is_valid():
        return render(request, "drafts/review.html", reviewing.whole(invitation, token, comment_form=form), status=422)
    step, _, path = form.cleaned_data["where"].partition("|")
    try:
        reviews.comment_as_reviewer(
            invitation=invitation, step=step, path=path, text=form.cleaned_data["text"], at=clock.now()
        )
        messages.success(request, f"Votre commentaire est transmis à {invitation.invited_by.full_name}.")
    except (reviews.LinkEnded, services.AlreadySubmitted):
        messages.error(request, TOO_LATE)
    return redirect("review:page", token)


@require_POST
@reviewer
def sign(request: HttpRequest, invitation: Invitation, token: str) -> HttpResponse:
    """The reviewer signs the draft as it stands."""
    if not invitation.may_sign:
        raise Http404
    form = SignForm(request.POST, capacities=reviewing.capacities(invitation))
    if not form.is_valid():
        return render(request, "drafts/review.html", reviewing.whole(invitation, token, sign_form=form), status=422)
    name, capacity = form.cleaned_data["name"], form.cleaned_data["capacity"]
    version = posted.seen_version(request.POST.get("version"))
    try:
        reviews.sign(invitation=invitation, name=name, capacity=capacity, version=version, at=clock.now())
        messages.success(request, f"Votre signature est enregistrée ; {invitation.invited_by.full_name} est prévenu.")
    except (reviews.ChangedMeanwhile, reviews.NotReady) as refusal:
        messages.error(request, refusal.message)
    except (reviews.MayNotSign, services.AlreadySubmitted):
        messages.error(request, TOO_LATE)
    return redirect("review:page", token)
