"""Who may look at rights and mandates: administrators of the organisation acted for, and persons for their own."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from guichet.office.accounts.permissions import account_required
from guichet.office.authority import queries
from guichet.office.authority.facts import Answer, Held
from guichet.office.authority.responses import refused
from guichet.office.organisations.acting import Acting

View = Callable[..., HttpResponse]


def manages(acting: Acting) -> Answer:
    """Whether this person manages the rights of whom he or she acts for."""
    if acting.organisation is None or acting.is_administrator:
        return Answer(True, "")
    return Answer(False, f"Seuls les gestionnaires de {acting.organisation.name} voient et donnent les habilitations.")


def manager_required(view: View) -> View:
    """Log-in for strangers; 403 with the reason for collaborators."""

    @account_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = manages(request.acting)
        return view(request, *args, **kwargs) if answer.allowed else refused(request, answer)

    return guarded


def own_file(*, represented: bool = False) -> Callable[[View], View]:
    """Give the view the file or draft of the address, to who manages its holder's rights; 404 when it is another's.

    represented: also to a representative's administrators, for sharing it among their own people.
    """

    def decorate(view: View) -> View:
        @account_required
        @wraps(view)
        def guarded(request: HttpRequest, subject: str, *args: Any, **kwargs: Any) -> HttpResponse:
            found = _seen(request.acting, subject, represented)
            if found is None:
                raise Http404
            answer = manages(request.acting)
            return view(request, found, *args, **kwargs) if answer.allowed else refused(request, answer)

        return guarded

    return decorate


def _seen(acting: Acting, subject: str, represented: bool) -> Held | None:
    found = queries.held(subject)
    if found is None or not (represented or found.holder == acting.holder):
        return None
    answer = queries.may(acting, "see", found)
    return found if answer.allowed and answer.ground != "staff" else None
