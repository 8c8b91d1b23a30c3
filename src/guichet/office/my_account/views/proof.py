"""The password asked again: how often one may try, and what the security log keeps of it."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest

from guichet.office.accounts import limits
from guichet.office.accounts.queries import account_actor
from guichet.office.toolbox import security_log


def refused_for_now(request: HttpRequest) -> str:
    """Count one try at the password of this account; what to tell the person when there were too many, else empty."""
    if limits.PASSWORD_ASKED.take(str(request.user.public_id)):
        return ""
    security_log.note("limit_reached", account=account_actor(request.user), how="password_asked")
    return limits.too_many(limits.PASSWORD_ASKED)


def is_right(request: HttpRequest, form: forms.Form) -> bool:
    """Whether the form is in order; a wrong password is written down."""
    if form.is_valid():
        return True
    if form.has_error("password"):
        security_log.note("sign_in_refused", account=account_actor(request.user), how="confirmation")
    return False
