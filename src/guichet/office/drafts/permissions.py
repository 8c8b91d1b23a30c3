"""Who may open a draft, and do what to it; others learn nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from guichet.office.accounts.permissions import account_required
from guichet.office.authority import queries as authority
from guichet.office.authority.queries import Level
from guichet.office.authority.responses import refused
from guichet.office.drafts import keeping, queries


def draft_for(
    level: Level, *, keeps: bool = False
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Give the view the draft of the address to whoever may do this with it; 404 to strangers, 403 to the others.

    keeps: the view takes the draft's own form: posted after the session expired, it is kept, and the visitor goes to
    log in. What is posted elsewhere must not take the place of what was kept.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @account_required
        def known(request: HttpRequest, public_id: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
            draft = queries.by_public_id(public_id)
            held = queries.held(draft) if draft else None
            answer = authority.may(request.acting, level, held)
            if answer.allowed:
                return view(request, draft, *args, **kwargs)
            if keeps and request.headers.get("HX-Request"):
                return render(request, "drafts/_no_longer_saved.html")
            if level == "see" or not authority.may(request.acting, "see", held).allowed:
                raise Http404
            return refused(request, answer)

        @wraps(view)
        def guarded(request: HttpRequest, public_id: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method == "POST" and not request.user.is_authenticated:
                if keeps:
                    return _signed_out(request, public_id)
                if request.headers.get("HX-Request"):
                    return HttpResponse(status=204)  # a poll: the page stays as it is
            return known(request, public_id, *args, **kwargs)

        return guarded

    return decorate


def _signed_out(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Keep what the expired session posted, and lead to the log-in page, or say so in the page when it autosaves."""
    kept = keeping.keep(request.session, public_id, request.POST)
    login = f"{reverse('sign_in:login')}?{urlencode({'next': reverse('drafts:resume')})}"
    if not request.headers.get("HX-Request"):
        return redirect(login)
    return render(request, "drafts/_signed_out.html", {"login": login, "kept": kept})
