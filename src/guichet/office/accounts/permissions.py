"""Who may open a page: an account, or a member of the staff with a role; the others learn nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from guichet.office.accounts import queries
from guichet.office.accounts.models import Role, User
from guichet.office.accounts.way_back import same_site_path

View = Callable[..., HttpResponse]
READING = ("GET", "HEAD", "OPTIONS")
CHANGING = tuple(role for role in Role.values if role != Role.AUDITOR)
AUDITORS_READ = "Un auditeur lit tout le poste de l'office et n'y change rien."


def account_required(view: View) -> View:
    """Only for someone who is logged in; others go to the log-in page and come back."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return _to_log_in(request, "sign_in:login")
        return view(request, *args, **kwargs)

    return guarded


def staff_required(*wanted: str) -> Callable[[View], View]:
    """Only for staff with one of these roles (any role when none is given). An auditor reads all and changes nothing.

    Anonymous visitors go to the staff's door; an auditor who posts gets 403; anyone else gets 404, as for a page that
    does not exist. An administrator manages people and delegations: no other role's pages come with it.
    """
    unknown = set(wanted) - set(Role.values)
    if unknown:
        raise ValueError(f"unknown roles: {sorted(unknown)}")

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _to_log_in(request, "staff:login")
            if not may_read(request.user, *wanted):
                raise Http404
            if request.method not in READING and not has_role(request.user, *(wanted or CHANGING)):
                raise PermissionDenied(AUDITORS_READ)
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def has_role(user: User, *wanted: str) -> bool:
    """Whether this person has one of these roles at the office; any role when none is given."""
    held = queries.roles(user)
    return bool(held & set(wanted)) if wanted else bool(held)


def may_read(user: User, *wanted: str) -> bool:
    """Whether this person may read the pages of these roles: an auditor reads them all."""
    return has_role(user, *wanted, Role.AUDITOR) if wanted else has_role(user)


def actor(user: User) -> str:
    """How the ledger names this person: ``staff:…`` when he or she has a role at the office, else ``account:…``."""
    return queries.staff_actor(user) if queries.roles(user) else queries.account_actor(user)


def _to_log_in(request: HttpRequest, door: str) -> HttpResponse:
    """The log-in page, with the way back. A form that was posted comes back to its own page, not to its target.

    A piece of page that a script asks for gets 401 and a sentence: what is on the screen must stay there.
    """
    if "HX-Request" in request.headers:
        return HttpResponse("Votre session a expiré : reconnectez-vous pour continuer.", status=401)
    back = request.get_full_path()
    if request.method not in ("GET", "HEAD"):
        back = _same_site_referrer(request) or back
    return redirect_to_login(back, login_url=resolve_url(door))


def _same_site_referrer(request: HttpRequest) -> str:
    return same_site_path(request.headers.get("Referer", ""), host=request.get_host(), is_secure=request.is_secure())
