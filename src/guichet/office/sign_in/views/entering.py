"""The one place where a person enters: what is due after the first proof, and what an entry leaves behind."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.accounts.way_back import same_site_path
from guichet.office.sign_in import marks, queries
from guichet.office.sign_in.services import entries, sessions
from guichet.office.sign_in.views.visitors import remember_browser, visit_of
from guichet.office.toolbox import clock, security_log

BACKEND = "django.contrib.auth.backends.ModelBackend"
HOMES = {"public": "web:space", "staff": "examination:queue"}


@dataclass(frozen=True)
class Proof:
    """The first proof of a person at a door. password_at: empty when a provider vouches for the person instead."""

    user: User
    how: str
    door: str = "public"
    way_back: str = ""
    password_at: str = ""
    proved_twice: bool = False


def way_back_of(request: HttpRequest) -> str:
    """Where ``next`` leads, when it is a page of this site; else nothing."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    return same_site_path(wanted, host=request.get_host(), is_secure=request.is_secure())


def begin(request: HttpRequest, proof: Proof) -> HttpResponse:
    """The first proof is made: the second step is due, or the person enters at once."""
    if proof.proved_twice or not queries.has_second_factor(proof.user):
        return enter(request, proof)
    marks.keep_pending(
        request.session,
        marks.Pending(
            user=proof.user.pk, proof=proof.user.get_session_auth_hash(), at=clock.now().isoformat(), how=proof.how,
            door=proof.door, way_back=proof.way_back, password_at=proof.password_at,
        ),
    )  # fmt: skip
    return redirect("sign_in:second_step")


def enter(request: HttpRequest, proof: Proof) -> HttpResponse:
    """Open the session: a new key, a record of its own, the marks of what was proved; the person's page."""
    user, now, visit = proof.user, clock.now(), visit_of(request)
    is_first, earlier = user.last_login is None, request.session.get(marks.RECORD)
    auth.login(request, user, backend=BACKEND)
    if earlier:
        sessions.end_session(user=user, record=earlier, at=now)
    record = sessions.open_session(user=user, visit=visit, at=now)
    second_at = now.isoformat() if proof.proved_twice else ""
    marks.set_entered(request.session, record=record, password_at=proof.password_at, second_at=second_at)
    entries.note_entry(user=user, how=proof.how, visit=visit, is_first=is_first, at=now)
    security_log.note("signed_in", account=accounts.account_actor(user), how=proof.how)
    return remember_browser(redirect(_destination(request, proof)), visit)


def _destination(request: HttpRequest, proof: Proof) -> str:
    """An identity that waits to be linked comes first."""
    waiting = marks.timed(request.session, marks.IDENTITY, at=clock.now(), period=marks.IDENTITY_PERIOD)
    if waiting and proof.password_at:
        return resolve_url("sign_in:identity")
    return proof.way_back or resolve_url(HOMES[proof.door])
