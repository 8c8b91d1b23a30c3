"""The inbox: a letter is read only by its addressee, and opening it is its service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from guichet.law.answers import Finding, Refused
from guichet.office.accounts.models import Role
from guichet.office.accounts.permissions import account_required, staff_required
from guichet.office.documents import queries as documents
from guichet.office.ledger import acts as ledger
from guichet.office.notices import arrivals, periods, queries, replies, services
from guichet.office.notices.models import Notice
from guichet.office.toolbox import clock

PER_PAGE = 25


@require_safe
@account_required
@never_cache
def inbox(request: HttpRequest) -> HttpResponse:
    """Every letter received, the last first; those to open stand out."""
    page = Paginator(queries.inbox(request.acting), PER_PAGE).get_page(request.GET.get("page"))
    answers = arrivals.answers(page)
    rows = [{"notice": notice, "answered_on": answers.get(notice.reference)} for notice in page]
    context = {"page": page, "rows": rows, "unread": queries.unread_count(request.acting)}
    return render(request, "notices/inbox.html", context)


@require_safe
@account_required
@never_cache
def letter(request: HttpRequest, reference: str) -> HttpResponse:
    """A letter: before it is opened, what opening it means; afterwards, its text, its period, its replies."""
    notice = _own(request, reference)
    if notice.is_sealed_from_view:
        deemed = periods.deemed(periods.paris_day(notice.available_at))
        return render(request, "notices/closed.html", {"notice": notice, "deemed": deemed})
    if notice.opened_at is None:
        notice = services.open_letter(notice=notice, by=request.acting.actor, at=clock.now())
    answered_on = arrivals.answers([notice]).get(notice.reference)
    context = {
        "notice": notice,
        "answered_on": answered_on,
        "replies": [] if answered_on else _replies(notice),
        "is_late": bool(notice.deadline and notice.deadline["date"] < clock.today().isoformat()),
    }
    return render(request, "notices/letter.html", context)


@require_POST
@account_required
def open_letter(request: HttpRequest, reference: str) -> HttpResponse:
    """Open it: the day counts as that of its notification."""
    notice = _own(request, reference)
    try:
        services.open_letter(notice=notice, by=request.acting.actor, at=clock.now())
    except Refused as refusal:
        messages.error(request, refusal.finding.message)
        return redirect("notices:inbox")
    return redirect("notices:letter", reference)


@require_safe
@account_required
@never_cache
def pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """The sealed letter, once opened."""
    notice = _own(request, reference)
    if notice.opened_at is None:
        return redirect("notices:letter", reference)
    return _download(notice)


@require_safe
@account_required
@never_cache
def proof(request: HttpRequest, reference: str) -> HttpResponse:
    """What happened to the letter, with its times: issued, made available, announced, opened or deemed served."""
    notice = _own(request, reference)
    return render(request, "notices/proof.html", {"notice": notice, "steps": _steps(notice)})


@require_safe
@staff_required(Role.EXAMINER, Role.REGISTER_CLERK)
@never_cache
def office_copy(request: HttpRequest, reference: str) -> HttpResponse:
    """The office's own copy; reading it serves nothing."""
    notice = queries.by_reference(reference)
    if notice is None or notice.document is None:
        raise Http404
    return _download(notice)


@dataclass(frozen=True)
class OfferedReply:
    """A way to answer, and whether the law admits it today."""

    label: str
    url: str
    finding: Finding | None


def _own(request: HttpRequest, reference: str) -> Notice:
    notice = queries.seen_by(request.acting, reference)
    if notice is None:
        raise Http404
    return notice


def _download(notice: Notice) -> HttpResponse:
    response = HttpResponse(documents.read(notice.document.sha256), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="courrier-{notice.reference}.pdf"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _replies(notice: Notice) -> list[OfferedReply]:
    known = replies.to(notice.kind)
    if not known:
        return []
    findings = ledger.permitted(notice.stream)
    return [
        OfferedReply(reply.label, reverse(reply.url_name, args=[notice.number]), findings.get(reply.act))
        for reply in known
    ]


def _steps(notice: Notice) -> list[tuple[str, Any]]:
    """Each step that took place, with its instant; a deemed service has a date only."""
    steps = [
        ("Émise par l'office", notice.issued_at),
        ("Mise à disposition dans l'espace sécurisé", notice.available_at),
        ("Annoncée par courriel", notice.emailed_at),
        ("Ouverte par son destinataire", notice.opened_at),
    ]
    if notice.how in (Notice.How.DEEMED, Notice.How.HANDED):
        steps.insert(3, (notice.get_how_display().capitalize(), notice.served_on))
    return [(label, moment) for label, moment in steps if moment]
