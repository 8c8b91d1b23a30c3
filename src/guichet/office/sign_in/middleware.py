"""Each page asks whether the session may go on, and whether the files of the office may open in it."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import auth, messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.sign_in import marks, queries
from guichet.office.sign_in.services import sessions
from guichet.office.sign_in.views.visitors import visit_of
from guichet.office.toolbox import clock

FILES = ("/poste/", "/espace/", "/paiement/")
"""Where members of the staff read files: their roles open the pages of the space too."""
DESK_IS_CLOSED = (
    "À l'office, les dossiers et le poste de travail s'ouvrent avec un second facteur. Ajoutez une application "
    "d'authentification ou une clé de sécurité, puis revenez-y."
)
DESK_WANTS_PROOF = "À l'office, les dossiers et le poste s'ouvrent avec un second facteur : montrez le vôtre."


class SessionWatchMiddleware:
    """Ends a session whose record was ended elsewhere; a session that has no record yet gets one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if auth.SESSION_KEY in request.session and isinstance(request.user, User):
            self._watch(request, request.user)
        return self.get_response(request)

    def _watch(self, request: HttpRequest, user: User) -> None:
        record, now = request.session.get(marks.RECORD), clock.now()
        if record is None:
            request.session[marks.RECORD] = sessions.open_session(user=user, visit=visit_of(request), at=now)
        elif not sessions.see(record=record, user=user, at=now):
            auth.logout(request)


class DeskMiddleware:
    """Where STAFF_REQUIRES_SECOND_FACTOR: a member of the staff reads files only in a session proved twice."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.STAFF_REQUIRES_SECOND_FACTOR and request.path.startswith(FILES) and _lacks_proof(request):
            if isinstance(request.user, User) and queries.has_second_factor(request.user):
                messages.warning(request, DESK_WANTS_PROOF)
                return redirect_to_login(request.get_full_path(), login_url=resolve_url("sign_in:confirm_twice"))
            messages.warning(request, DESK_IS_CLOSED)
            return redirect_to_login(request.get_full_path(), login_url=resolve_url("sign_in:security"))
        return self.get_response(request)


def _lacks_proof(request: HttpRequest) -> bool:
    """Whether this is staff, inside, without a second proof; leaving and entering stay open."""
    doors = (resolve_url("staff:login"), resolve_url("staff:logout"))
    return (
        request.path not in doors
        and request.user.is_authenticated
        and not queries.proved_twice(request.session)
        and accounts.is_staff_member(request.user)
    )
