"""The trail of a file, on the screen and for a spreadsheet."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from guichet.office.authority import subjects
from guichet.office.authority import trail as trails
from guichet.office.authority.facts import Held
from guichet.office.authority.permissions import own_file


@require_GET
@own_file()
def trail(request: HttpRequest, found: Held) -> HttpResponse:
    """Who did what on whose behalf."""
    page = Paginator(trails.of_file(found), 50).get_page(request.GET.get("page"))
    return render(
        request, "authority/trail.html", {"found": found, "page": page, "label": subjects.label(found.subject)}
    )


@require_GET
@own_file()
def trail_csv(request: HttpRequest, found: Held) -> HttpResponse:
    """The same, whole."""
    name = f"trace-{found.subject.replace('/', '-')}.csv"
    response = HttpResponse(trails.as_csv(trails.of_file(found)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response
