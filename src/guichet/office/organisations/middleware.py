"""Every request knows for whom its visitor acts: ``request.acting``."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from guichet.office.organisations import acting


class ActingMiddleware:
    """``request.acting``: an ``acting.Acting`` for someone who is logged in, else None; read only when asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.acting = SimpleLazyObject(lambda: _acting(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def _acting(request: HttpRequest) -> acting.Acting | None:
    if not request.user.is_authenticated:
        return None
    return acting.of(request.user, request.session.get(acting.CHOSEN))
