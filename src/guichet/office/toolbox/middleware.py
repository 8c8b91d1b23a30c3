"""Forms sent from elsewhere are refused; those of our own pages are never refused for their age."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware


class SameOriginMiddleware(CsrfViewMiddleware):
    """Logging in elsewhere changes the token: a page left open would then lose what was typed in it.

    ``Sec-Fetch-Site`` is written by the browser, and no page can forge it: a form that comes from this very site needs
    no other proof. Where it is absent (an old browser, plain HTTP), the token decides.
    """

    def process_view(  # type: ignore[override]  # any answer will do
        self, request: HttpRequest, callback: Callable[..., Any], callback_args: Any, callback_kwargs: Any
    ) -> HttpResponse | None:
        if request.headers.get("Sec-Fetch-Site") == "same-origin":
            return None
        return super().process_view(request, callback, callback_args, callback_kwargs)
