"""The examiner's desk."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guichet.law.answers import Refused
from guichet.office.accounts.models import Role
from guichet.office.accounts.permissions import READING, actor, has_role, may_read, staff_required
from guichet.office.documents import images
from guichet.office.documents.responses import serve
from guichet.office.examination import baskets, queries, services
from guichet.office.examination.forms import FORMS, ActForm
from guichet.office.examination.presentation import (
    answer,
    offer_choices,
    shown_acts,
    shown_application,
    shown_history,
)
from guichet.office.ledger.recorded import Stale
from guichet.office.notices.services import new_reference
from guichet.office.staff import queries as staff
from guichet.office.staff.scope import kind_of
from guichet.office.toolbox import clock
from guichet.standards import numbers

PER_PAGE = 25
SIGN_WIDTH = 640
READERS = (Role.EXAMINER, Role.REGISTER_CLERK)
CLERKS_ACTS = ("correct",)
"""What a clerk of the register may do; the examiner of the right may do everything."""
HOMES = (
    (Role.BULLETIN_EDITOR, "bulletin_desk:editor"),
    (Role.INFORMATION_AGENT, "helpdesk_desk:queue"),
    (Role.ADMINISTRATOR, "staff_desk:people"),
)
"""Where those who open no file begin their day."""


@staff_required()
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The desk's home: a basket of files, the most pressing first; or what a search finds, in any state."""
    if not may_read(request.user, *READERS):
        return redirect(next(page for role, page in HOMES if has_role(request.user, role)))
    today, asked = clock.today(), request.GET.get("q", "").replace("\x00", "").strip()[:200]
    number = numbers.parse(asked) if asked else None
    kinds = staff.kinds_examined(request.user)
    if number and queries.dossier(number, kinds):
        return redirect("examination:file", number=number)
    name = request.GET.get("panier", "a-examiner")
    if name not in baskets.BASKETS:
        raise Http404
    looked = (asked, baskets.search) if asked else (name, baskets.basket)
    found = looked[1](looked[0], request.user, today, kinds)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": baskets.rows(list(page), today),
        "baskets": baskets.counts(request.user, today, kinds),
        "current": "" if asked else name,
        "title": f"Recherche de « {asked} »" if asked else baskets.BASKETS[name][0],
        "asked": asked,
    }
    return render(request, "examination/queue.html", context)


@staff_required(*READERS)
@require_safe
def file(request: HttpRequest, number: str) -> HttpResponse:
    """The whole file: what it says, its history, its clocks, and every act with the law's answer."""
    dossier = _dossier_or_404(request, number)
    acts, stream = shown_acts(dossier, _acts_of(request, dossier)), dossier.file.stream
    context = {
        "dossier": dossier,
        "possible": [one for one in acts if one.finding.allowed],
        "closed": [one for one in acts if not one.finding.allowed],
        "history": shown_history(dossier.history),
        "letters": queries.letters(stream),
        "papers": queries.papers(stream),
        "received": queries.received_files(dossier),
        "assignment": queries.assignment(stream),
        "may_act": staff.examines(request.user, kind_of(stream)),
        "own_acts": _own_acts(request, dossier),
        "today": clock.today(),
    }
    return render(request, "examination/file.html", context | shown_application(dossier))


@staff_required(*READERS)
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """One act: its form, the law's answer, and the deed. What was typed stays when the law refuses."""
    dossier = _dossier_or_404(request, number)
    if name not in _acts_of(request, dossier):
        raise Http404
    form = _form(request, dossier, name)
    signing = staff.signing(request.user, act=name, stream=dossier.file.stream).finding
    context: dict[str, Any] = {
        "dossier": dossier, "form": form, "finding": answer(dossier, name), "signing": signing,
        "may_act": name in _own_acts(request, dossier),
    }  # fmt: skip
    if request.method == "POST":
        outcome = _attempt(request, dossier, form, name)
        if outcome is None:
            messages.success(request, f"Acte enregistré : {form.title[0].lower()}{form.title[1:]}.")
            return redirect("examination:file", number=number)
        context |= outcome
    return render(request, "examination/act.html", context)


@staff_required(Role.EXAMINER)
@require_POST
def assign(request: HttpRequest, number: str) -> HttpResponse:
    """Take the file, or give it back."""
    stream = _dossier_or_404(request, number).file.stream
    if request.POST.get("action") == "release":
        services.release(stream=stream, examiner=request.user)
        messages.success(request, "Dossier rendu à la file commune.")
    else:
        services.take(stream=stream, examiner=request.user)
        messages.success(request, "Vous suivez désormais ce dossier.")
    return redirect("examination:file", number=number)


@staff_required(*READERS)
@require_safe
def document(request: HttpRequest, number: str, sha256: str) -> HttpResponse:
    """A file received in this dossier, byte for byte."""
    return serve(_received_or_404(request, number, sha256), inline=True)


@staff_required(*READERS)
@require_safe
def sign(request: HttpRequest, number: str, sha256: str) -> HttpResponse:
    """The image of the mark at the width of a page; the file received itself is one link away."""
    found = _received_or_404(request, number, sha256)
    if found.media_type not in ("image/jpeg", "image/png"):
        raise Http404
    content, media_type = images.preview(found.sha256, SIGN_WIDTH)
    return HttpResponse(content, content_type=media_type, headers={"Cache-Control": "private, max-age=3600"})


@staff_required(*READERS)
@require_safe
def paper(request: HttpRequest, number: str, identifier: UUID) -> HttpResponse:
    """A document that the office issued on this dossier."""
    found = queries.paper(_dossier_or_404(request, number).file.stream, str(identifier))
    if found is None:
        raise Http404
    return serve(found, inline=True)


def _acts_of(request: HttpRequest, dossier: queries.Dossier) -> tuple[str, ...]:
    """The acts that this person may do, or as an auditor read, whatever the law says of them today."""
    if request.method in READING and has_role(request.user, Role.AUDITOR):
        return tuple(FORMS)
    return _own_acts(request, dossier)


def _own_acts(request: HttpRequest, dossier: queries.Dossier) -> tuple[str, ...]:
    """The acts that this person may do: none for an auditor."""
    if staff.examines(request.user, kind_of(dossier.file.stream)):
        return tuple(FORMS)
    return CLERKS_ACTS if has_role(request.user, *READERS) else ()


def _attempt(request: HttpRequest, dossier: queries.Dossier, form: ActForm, name: str) -> dict[str, Any] | None:
    """Do the act; None when it is done, else what the page must say. What was typed stays in the form."""
    valid, seen = form.is_valid(), form.seen()
    if seen != len(dossier.history):
        return _changed_meanwhile(form, dossier, name)
    if not valid:
        return {}
    try:
        wanted = form.act(new_reference() if form.notifies else "")
        services.do(act=wanted, stream=dossier.file.stream, by=actor(request.user), expected=len(dossier.history))
    except Refused as refusal:
        form.take(refusal.finding)
        return {"refusal": refusal.finding}
    except Stale:
        return _changed_meanwhile(form, _dossier_or_404(request, dossier.file.number), name)
    return None


def _form(request: HttpRequest, dossier: queries.Dossier, name: str) -> ActForm:
    status = dossier.status
    form = FORMS[name](
        request.POST if request.method == "POST" else None,
        application=status.application,
        items=tuple(status.goods_services),
        initial={"expected": len(dossier.history), "observation": request.GET.get("observation", "")},
    )
    offer_choices(form, dossier)
    return form


def _changed_meanwhile(form: ActForm, dossier: queries.Dossier, name: str) -> dict[str, Any]:
    """Someone else acted first: what he or she did, and the same form ready to be sent again."""
    count, seen = len(dossier.history), form.seen()
    news = shown_history(dossier.history[seen:] if seen is not None and 0 <= seen < count else [])
    form.catch_up(count)
    return {"dossier": dossier, "finding": answer(dossier, name), "news": news, "meanwhile": True}


def _received_or_404(request: HttpRequest, number: str, sha256: str) -> Any:
    found = next((one for one in _dossier_or_404(request, number).received if one.sha256 == sha256), None)
    if found is None:
        raise Http404
    return found


def _dossier_or_404(request: HttpRequest, number: str) -> queries.Dossier:
    """The file, if it is of a kind that this person examines."""
    found = queries.dossier(number, staff.kinds_examined(request.user))
    if found is None:
        raise Http404
    return found
