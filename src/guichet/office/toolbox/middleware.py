"""Forms sent from elsewhere are refused; what someone saw while logged in is kept by no browser and no proxy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.cache import add_never_cache_headers

from guichet.office.toolbox import security_log


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


class PrivateMiddleware:
    """What is answered to someone who is logged in is not stored; what is left in the browser goes with the session.

    Runs after the session is read. ``Clear-Site-Data`` empties the browser's storage when the session that came with
    the request is no more: log-out, expiry, revocation.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        brought = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        if not brought:
            return response
        if request.user.is_authenticated:
            if "Cache-Control" not in response:
                add_never_cache_headers(response)
        elif request.session.session_key != brought:
            response["Clear-Site-Data"] = '"storage"'
        return response


class RefusalMiddleware:
    """Writes down that someone who is logged in was refused a page that exists, or what it names (403, 404)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        match = request.resolver_match
        if response.status_code in (403, 404) and match is not None and request.user.is_authenticated:
            event: security_log.SecurityEvent = "page_refused" if response.status_code == 404 else "act_refused"
            security_log.note(event, account=f"account:{request.user.public_id}", view=match.view_name)
        return response


class KnownMethodsMiddleware:
    """Pages are read and forms are posted; any other method is refused before anything looks at it."""

    known = ("GET", "HEAD", "POST", "OPTIONS")

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request) if request.method in self.known else HttpResponseNotAllowed(self.known)
