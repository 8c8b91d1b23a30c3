"""Who stands at the door: the visit, as our own proxies report it, and the cookie by which its browser is known."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from guichet.office.accounts import limits
from guichet.office.sign_in.visits import COOKIE_SECONDS, Visit


def visit_of(request: HttpRequest) -> Visit:
    """The visit of this request."""
    return Visit.with_cookie(
        ip=limits.caller(request),
        user_agent=request.headers.get("User-Agent", ""),
        cookie=request.COOKIES.get(settings.BROWSER_COOKIE_NAME, ""),
    )


def remember_browser(response: HttpResponse, visit: Visit) -> HttpResponse:
    """Send the cookie by which this browser will be known, for thirteen months."""
    response.set_cookie(
        settings.BROWSER_COOKIE_NAME, visit.cookie, max_age=COOKIE_SECONDS,
        secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax",
    )  # fmt: skip
    return response
