"""The examiner's desk."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from guichet.law.answers import Refused
from guichet.office.accounts.permissions import actor, staff_required
from guichet.office.documents.responses import serve
from guichet.office.examination import queries, services
from guichet.office.examination.forms import FORMS, ActForm
from guichet.office.examination.presentation import offer_choices, shown_acts, shown_history
from guichet.office.ledger.recorded import Stale
from guichet.office.notices.services import new_reference
from guichet.office.register import queries as register
from guichet.office.toolbox import clock
from guichet.standards import numbers

PER_PAGE = 25


@staff_required("examiner")
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The files of a basket, the oldest first, each with the office's next clock; or the one file of a number."""
    asked = request.GET.get("numero", "").strip()
    number = numbers.parse(asked) if asked else None
    if number and register.file(f"trademark/{number}"):
        return redirect("examination:file", number=number)
    name = request.GET.get("panier", "a-examiner")
    if name not in queries.BASKETS:
        raise Http404
    page = Paginator(queries.basket(name), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": queries.rows(list(page), clock.today()),
        "baskets": queries.counts(),
        "current": name,
        "title": queries.BASKETS[name][0],
        "not_found": asked,
    }
    return render(request, "examination/queue.html", context)


@staff_required("examiner")
@require_safe
def file(request: HttpRequest, number: str) -> HttpResponse:
    """The whole file: what it says, its history, its clocks, and every act with the law's answer."""
    dossier = _dossier_or_404(number)
    context = {
        "dossier": dossier,
        "acts": shown_acts(dossier),
        "history": shown_history(dossier.history),
        "observations": queries.pending_observations(dossier.history),
    }
    return render(request, "examination/file.html", context)


@staff_required("examiner")
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, number: str, name: str) -> HttpResponse:
    """One act: its form, the law's answer, and the deed. What was typed stays when the law refuses."""
    dossier = _dossier_or_404(number)
    if name not in FORMS:
        raise Http404
    form = _form(request, dossier, name)
    if request.method == "POST" and form.is_valid():
        wanted = form.act(new_reference() if form.notifies else "")
        seen = form.cleaned_data["expected"]
        try:
            services.do(act=wanted, stream=dossier.file.stream, by=actor(request.user), expected=seen)
        except Refused as refusal:
            form.add_error(None, refusal.finding.message)
        except Stale as stale:
            form.add_error(None, stale.message)
        else:
            messages.success(request, f"Acte enregistré : {form.title.lower()}.")
            return redirect("examination:file", number=number)
    context = {"dossier": dossier, "form": form, "finding": dossier.permitted[name]}
    return render(request, "examination/act.html", context)


@staff_required("examiner")
@require_safe
def document(request: HttpRequest, number: str, sha256: str) -> HttpResponse:
    """A file received in this dossier, byte for byte."""
    found = [one for one in _dossier_or_404(number).documents if one.sha256 == sha256]
    if not found:
        raise Http404
    return serve(found[0], inline=True)


def _form(request: HttpRequest, dossier: queries.Dossier, name: str) -> ActForm:
    status = dossier.status
    form = FORMS[name](
        request.POST or None,
        application=status.application,
        items=tuple(status.goods_services),
        initial={"expected": len(dossier.history)},
    )
    offer_choices(form, dossier)
    return form


def _dossier_or_404(number: str) -> queries.Dossier:
    found = queries.dossier(number)
    if found is None:
        raise Http404
    return found
