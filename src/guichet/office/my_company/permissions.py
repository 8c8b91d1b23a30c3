"""Who may open the pages of *Mon entreprise*: a member, or an administrator, of the organisation acted for now."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from guichet.office.accounts.permissions import View, account_required
from guichet.office.authority.queries import Answer
from guichet.office.authority.responses import refused

ADMINISTRATORS_ONLY = Answer(False, "Seul un gestionnaire de l'entreprise peut ouvrir cette page ou faire cet acte.")


def member_required(view: View) -> View:
    """Only for a member of the organisation acted for; 404 to someone who acts for himself."""

    @wraps(view)
    @account_required
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.acting.organisation is None:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def administrator_required(view: View) -> View:
    """Only for its administrators; collaborators get 403, with the reason."""

    @wraps(view)
    @member_required
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.acting.is_administrator:
            return refused(request, ADMINISTRATORS_ONLY)
        return view(request, *args, **kwargs)

    return guarded
