"""The bulletin: everyone reads the issues; the editor prepares and publishes them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from guichet.law.answers import Refused
from guichet.office.accounts.models import Role
from guichet.office.accounts.permissions import actor, has_role, staff_required
from guichet.office.bulletin import layout, queries, services, tasks
from guichet.office.bulletin.models import Issue
from guichet.office.documents.responses import serve
from guichet.office.toolbox import clock
from guichet.office.toolbox.hashing import sha256
from guichet.standards import numbers

PER_PAGE = 50
NAMED = 12
"""Files that a message names before it only counts them."""


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The issues, the last first, and how to check their chain."""
    page = Paginator(queries.issues(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "bulletin/index.html", {"page": page})


@require_safe
def issue(request: HttpRequest, number: str) -> HttpResponse:
    """One issue: applications, registrations, mentions; long sections by pages."""
    row = _issue_or_404(number)
    file = queries.issue_file(row)
    built = json.loads(file)
    page = Paginator(layout.lines(built), PER_PAGE).get_page(request.GET.get("page"))
    context = {"issue": row, "content": built, "page": page, "sound": sha256(file) == row.content_hash}
    context["signature"] = queries.signature(row.number)
    return render(request, "bulletin/issue.html", context)


@require_safe
def issue_file(request: HttpRequest, number: str) -> HttpResponse:
    """The issue's canonical file, whose SHA-256 is in the ledger and in the next issue."""
    file = queries.issue_file(_issue_or_404(number))
    headers = {"Content-Disposition": f'attachment; filename="bopi-{number}.json"'}
    return HttpResponse(file, content_type="application/json", headers=headers)


@require_safe
def issue_pdf(request: HttpRequest, number: str) -> HttpResponse:
    """The sealed PDF of the issue; while the task queue makes it, a page that says so."""
    row = _issue_or_404(number)
    document = layout.made(number)
    if document is not None:
        return serve(document)
    tasks.ask_for(number)
    return render(request, "bulletin/in_preparation.html", {"issue": row}, status=202)


@staff_required(Role.BULLETIN_EDITOR)
@require_safe
def editor(request: HttpRequest) -> HttpResponse:
    """The next issues: what each will carry, and the act that comes next."""
    today = clock.today()
    coming = [_coming(day) for day in queries.next_issue_dates(4)]
    may_act = has_role(request.user, Role.BULLETIN_EDITOR)
    context = {"coming": coming, "today": today, "past": queries.issues()[:10], "may_act": may_act}
    return render(request, "bulletin/editor.html", context)


@staff_required(Role.BULLETIN_EDITOR)
@require_POST
def start_preparations(request: HttpRequest) -> HttpResponse:
    return _act(request, services.start_preparations, "enregistrement(s) en préparation")


@staff_required(Role.BULLETIN_EDITOR)
@require_POST
def publish(request: HttpRequest) -> HttpResponse:
    return _act(request, services.publish, "publication(s) et enregistrement(s)")


def _act(request: HttpRequest, service: Callable[..., services.Outcome], what: str) -> HttpResponse:
    """Do one act of the editor and say what came of it, file by file where the law refused."""
    try:
        issue_date = date.fromisoformat(request.POST.get("issue_date", ""))
    except ValueError:
        messages.error(request, "La date du numéro est illisible : rechargez la page et recommencez.")
        return redirect("bulletin_desk:editor")
    try:
        outcome = service(issue_date=issue_date, by=actor(request.user))
    except (services.NotNow, Refused) as reason:
        articles = f" ({reason.finding.because[0].source.article})" if isinstance(reason, Refused) else ""
        messages.error(request, f"{reason}{articles}")
        return redirect("bulletin_desk:editor")
    messages.success(request, f"Numéro du {issue_date:%d/%m/%Y} : {outcome.done} {what}.")
    for said in _left_out(outcome):
        messages.warning(request, said)
    return redirect("bulletin_desk:editor")


def _left_out(outcome: services.Outcome) -> list[str]:
    """One sentence for each reason of the law, with the files that it keeps out."""
    by_reason: dict[str, list[str]] = {}
    for number, reason in outcome.left_out:
        by_reason.setdefault(reason, []).append(numbers.printed(number))
    return [
        f"{len(files)} dossier(s) laissé(s) de côté. {reason} "
        f"Dossiers : {', '.join(files[:NAMED])}{f' et {len(files) - NAMED} autres' if len(files) > NAMED else ''}."
        for reason, files in by_reason.items()
    ]


def _coming(day: date) -> dict[str, object]:
    number = queries.issue_number(day)
    return {
        "number": number,
        "date": day,
        "publications": list(queries.planned_publications(day).only("number", "mark_text", "application_state")),
        "registrable": queries.registrable(day).count(),
        "prepared": queries.prepared_registrations(day).count(),
        "preparations_started": queries.preparations_started(number),
        "is_today": day == clock.today(),
    }


def _issue_or_404(number: str) -> Issue:
    row = queries.issue(number)
    if row is None:
        raise Http404
    return row
