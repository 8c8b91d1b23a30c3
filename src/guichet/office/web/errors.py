"""Courteous error pages, with the number of the request to quote."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from guichet.office.toolbox import security_log
from guichet.office.toolbox.requests import current_number


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that cannot be read."""
    return _page(request, "web/errors/400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: this page is not for this person."""
    return _page(request, "web/errors/403.html", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page, or not for this person."""
    return render(request, "web/errors/404.html", {"number": current_number(), "lost": True}, status=404)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was too old, or came from elsewhere."""
    security_log.note("forged_form_refused", view=request.resolver_match.view_name if request.resolver_match else "")
    return _page(request, "web/errors/csrf.html", 403)


def fault(request: HttpRequest) -> HttpResponse:
    """500: our fault. Drawn without the request's context, since the database may be what failed."""
    context = {"site": {"name": settings.OPERATOR_NAME, "logo": settings.OPERATOR_LOGO, "home_url": "/"}}
    text = loader.render_to_string("web/errors/500.html", {**context, "number": current_number()})
    return HttpResponse(text, status=500)


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    return render(request, template, {"number": current_number()}, status=status)
