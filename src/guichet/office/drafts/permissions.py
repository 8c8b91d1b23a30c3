"""Only the person who prepares a draft sees it."""

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
from guichet.office.drafts import keeping, queries


def own_draft(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view the draft of the address, if it belongs to the visitor; 404 otherwise.

    A form posted after the session expired is kept, and the visitor goes to log in.
    """

    @account_required
    def known(request: HttpRequest, public_id: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        draft = queries.owned(request.user, public_id)
        if draft is None:
            raise Http404
        return view(request, draft, *args, **kwargs)

    @wraps(view)
    def guarded(request: HttpRequest, public_id: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and not request.user.is_authenticated:
            return _signed_out(request, public_id)
        return known(request, public_id, *args, **kwargs)

    return guarded


def _signed_out(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Keep what the expired session posted, and lead to the log-in page, or say so in the page when it autosaves."""
    kept = keeping.keep(request.session, public_id, request.POST)
    login = f"{reverse('accounts:login')}?{urlencode({'next': reverse('drafts:resume')})}"
    if not request.headers.get("HX-Request"):
        return redirect(login)
    return render(request, "drafts/_signed_out.html", {"login": login, "kept": kept})
