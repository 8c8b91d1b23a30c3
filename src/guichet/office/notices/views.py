"""The inbox: a letter is read by whoever may see its file, and its first opening is its service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guichet.law.answers import Finding, Refused
from guichet.office.accounts.models import Role
from guichet.office.accounts.permissions import account_required, staff_required
from guichet.office.authority import queries as authority
from guichet.office.documents import queries as documents
from guichet.office.ledger import acts as ledger
from guichet.office.notices import arrivals, naming, periods, queries, replies, services
from guichet.office.notices import preferences as wishes
from guichet.office.notices.forms import PreferencesForm
from guichet.office.notices.models import Notice
from guichet.office.staff import queries as staff
from guichet.office.staff.scope import kind_of
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
        notice = _opened(request, notice)
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
        _opened(request, notice)
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


@require_http_methods(["GET", "HEAD", "POST"])
@account_required
@never_cache
def preferences(request: HttpRequest) -> HttpResponse:
    """What the person wishes to be told, kind by kind, and how soon."""
    form = PreferencesForm(request.POST or None, instance=wishes.of(request.user))
    if request.method == "POST" and form.is_valid():
        services.choose(preferences=form.save(commit=False))
        messages.success(request, "Vos préférences sont enregistrées.")
        return redirect("notices:preferences")
    context = {"form": form, "deemed": periods.deemed(clock.today()), "current": "preferences"}
    return render(request, "notices/preferences.html", context, status=400 if form.errors else 200)


@require_safe
@staff_required(Role.EXAMINER, Role.REGISTER_CLERK)
@never_cache
def office_copy(request: HttpRequest, reference: str) -> HttpResponse:
    """The office's own copy, for who works on this kind of files; reading it serves nothing."""
    notice = queries.by_reference(reference)
    kinds = staff.kinds_examined(request.user)
    if notice is None or notice.document is None or (kinds is not None and kind_of(notice.stream) not in kinds):
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


def _opened(request: HttpRequest, notice: Notice) -> Notice:
    """The letter, opened by this person for whom he or she acts."""
    answer = authority.may(request.acting, "see", notice.stream)
    return services.open_letter(notice=notice, by=request.acting.actor, at=clock.now(), under=answer.under)


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
    """Each step that took place, with its instant, in their order; a deemed service has a date only."""
    announced = queries.announcements(notice.reference)
    steps: list[tuple[str, Any]] = [
        ("Émise par l'office", notice.issued_at),
        ("Mise à disposition dans l'espace sécurisé", notice.available_at),
        *((f"Annoncée par courriel à {told.user.full_name}", told.sent_at) for told in announced),
    ]
    if notice.how in (Notice.How.DEEMED, Notice.How.HANDED):
        steps.append((notice.get_how_display().capitalize(), notice.served_on))
    if notice.opened_at:
        steps.append((f"Ouverte par {naming.by(notice.opened_by, notice.opened_under)}", notice.opened_at))
    return [(label, moment) for label, moment in steps if moment]
