"""Every request knows for whom its visitor acts, ``request.acting``; a form acts for whom its page was opened.

With two tabs, one may open a page for one organisation, then act for another in the second tab. Each form carries the
holder of its page (``acting.MARK``, written by ``{% csrf_token %}``): what is posted is done for that holder, as the
page said, and the session follows; when the person may no longer act for it, nothing is done and the page says so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import SimpleLazyObject

from guichet.office.organisations import acting, queries

ABOUT_THE_PERSON = frozenset({"sign_in", "staff"})
"""Addresses whose forms concern the person, whatever the organisation."""
CHOICE = "organisations:choose"


class ActingMiddleware:
    """``request.acting``: an ``acting.Acting`` for someone who is logged in, else None; read only when asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.acting = SimpleLazyObject(lambda: _acting(request))  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], arguments: Any, options: Any
    ) -> HttpResponse | None:
        """Let a form act for whom its page was opened, or refuse it. What programs post is no form: it stays unread."""
        if (
            request.method != "POST"
            or getattr(view, "csrf_exempt", False)
            or not request.user.is_authenticated
            or _is_about_the_person(request)
        ):
            return None
        mark, now = request.POST.get(acting.MARK, ""), request.acting  # type: ignore[attr-defined]  # set above
        if not mark or mark == now.holder:
            return None
        wanted = acting.for_holder(now, mark, request.session)
        if wanted is None:
            organisation = None if "\0" in mark else queries.by_key(mark)
            mine = bool(organisation and any(row.organisation == organisation for row in now.memberships))
            context = {"organisation": organisation if mine else None}
            return render(request, "organisations/not_for.html", context, status=409)
        request.acting = wanted  # type: ignore[attr-defined]
        acting.choose(request.session, wanted)
        return None


def _acting(request: HttpRequest) -> acting.Acting | None:
    if not request.user.is_authenticated:
        return None
    return acting.in_session(request.user, request.session)


def _is_about_the_person(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and (match.view_name == CHOICE or bool(ABOUT_THE_PERSON & set(match.namespaces)))
