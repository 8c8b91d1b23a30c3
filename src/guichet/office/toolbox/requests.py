"""The number of the request in progress, for the logs and for the person who reports a fault."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-ID"
_ADMITTED = re.compile(r"[A-Za-z0-9-]{8,64}")
_current: ContextVar[str] = ContextVar("request_number", default="")


def current_number() -> str:
    """Number of the request (or of the piece of work) in progress, empty outside of any."""
    return _current.get()


@contextmanager
def numbered(number: str = "") -> Iterator[str]:
    """Give a number to a piece of work done outside a request."""
    number = number or uuid.uuid4().hex
    token = _current.set(number)
    try:
        yield number
    finally:
        _current.reset(token)


class RequestNumberMiddleware:
    """Take the proxy's request number when it is well formed, else draw one; answer with it in the header."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get(HEADER, "")
        with numbered(given if _ADMITTED.fullmatch(given) else "") as number:
            request.number = number  # type: ignore[attr-defined]  # ours
            response = self.get_response(request)
        response[HEADER] = number
        return response
