"""The file as its owner follows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from guichet.office.accounts.permissions import account_required
from guichet.office.documents.responses import serve
from guichet.office.drafts import keeping
from guichet.office.procedures.trademark_filing import files
from guichet.office.toolbox import clock


def own_file(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view the file of the address, if the visitor filed it; 404 otherwise.

    A form posted after the session expired is kept in the anonymous session, and is there again after logging in.
    """

    @account_required
    def known(request: HttpRequest, number: str, **kwargs: Any) -> HttpResponse:
        found = files.own_file(request.acting, number, on=clock.today())
        if found is None:
            raise Http404
        return view(request, found, **kwargs)

    @wraps(view)
    def guarded(request: HttpRequest, number: str, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and not request.user.is_authenticated:
            keeping.keep_form(request.session, request.path, request.POST)
            return redirect_to_login(request.path, login_url=reverse("sign_in:login"))
        return known(request, number, **kwargs)

    return guarded


@require_safe
@own_file
def file(request: HttpRequest, found: files.OwnFile) -> HttpResponse:
    """State, deadlines, what may be done now, history, papers."""
    mark = found.status.application.mark
    image = next((one for one in found.received if mark and mark.image == one), None)
    return render(request, "trademark_filing/file/file.html", {"file": found, "status": found.status, "image": image})


@require_safe
@own_file
def document(request: HttpRequest, found: files.OwnFile, sha256: str) -> HttpResponse:
    """A file that the applicant sent, as received."""
    kept = next((one for one in found.received if one.sha256 == sha256), None)
    if kept is None:
        raise Http404
    return serve(kept, inline=True)


@require_safe
@own_file
def paper(request: HttpRequest, found: files.OwnFile, identifier: str) -> HttpResponse:
    """A sealed paper of the file: receipt, payment receipt, certificate."""
    try:
        wanted = UUID(identifier)
    except ValueError:
        raise Http404 from None
    issued = next((one for one in found.papers if one.pk == wanted), None)
    if issued is None:
        raise Http404
    return serve(issued, inline=True)
