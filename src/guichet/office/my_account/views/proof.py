"""The password asked again: how often one may try."""

from __future__ import annotations

from django.http import HttpRequest

from guichet.office.accounts import limits


def refused_for_now(request: HttpRequest) -> str:
    """Count one try at the password of this account; what to tell the person when there were too many, else empty."""
    within = limits.PASSWORD_ASKED.take(str(request.user.public_id))
    return "" if within else limits.too_many(limits.PASSWORD_ASKED)
