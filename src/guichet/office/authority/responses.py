"""The page of someone who sees a file but may not do this with it: the reason, and whom to ask."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guichet.office.authority.queries import Answer


def refused(request: HttpRequest, answer: Answer) -> HttpResponse:
    """403, with the reason."""
    return render(request, "authority/refused.html", {"answer": answer}, status=403)
