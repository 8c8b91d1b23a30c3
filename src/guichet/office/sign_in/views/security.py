"""« Sécurité de mon compte »: factors, sessions, identities, and what happened at the doors."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.permissions import account_required
from guichet.office.sign_in import marks, providers, queries, ways
from guichet.office.sign_in.services import sessions
from guichet.office.toolbox import clock, security_log


@require_safe
@never_cache
@account_required
def security(request: HttpRequest) -> HttpResponse:
    """Everything that proves who the person is, and everywhere he or she is logged in."""
    user, now = request.user, clock.now()
    links = list(queries.identity_links(user))
    linked = {link.provider for link in links}
    context = {
        "authenticators": queries.authenticators(user),
        "keys": queries.security_keys(user),
        "codes_left": queries.recovery_codes_left(user),
        "links": [(link, providers.label_of(link.provider)) for link in links],
        "providers": [one for one in providers.configured() if one.name not in linked],
        "sessions": queries.open_sessions(user, at=now),
        "here": request.session.get(marks.RECORD, ""),
        "sign_ins": [(one, ways.in_words(one.how)) for one in queries.last_sign_ins(user)],
    }
    return render(request, "sign_in/security.html", context)


@require_POST
@account_required
def session_end(request: HttpRequest, public_id: str) -> HttpResponse:
    """End one of one's sessions; this one is ended by leaving."""
    if not sessions.end_session(user=request.user, record=str(public_id), at=clock.now()):
        raise Http404
    security_log.note("session_revoked", account=accounts.account_actor(request.user))
    messages.success(request, "La session a été fermée : elle ne peut plus ouvrir aucune page.")
    return redirect("sign_in:security")


@require_POST
@account_required
def sessions_end_others(request: HttpRequest) -> HttpResponse:
    """End every session but this one."""
    sessions.end_sessions(user=request.user, keep=request.session.get(marks.RECORD, ""), at=clock.now())
    security_log.note("session_revoked", account=accounts.account_actor(request.user), how="all_others")
    messages.success(request, "Toutes vos autres sessions ont été fermées.")
    return redirect("sign_in:security")
