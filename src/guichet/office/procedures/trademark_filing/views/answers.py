"""The acts of the owner on a file: one small page each, with the law's word on it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from guichet.law.answers import Refused
from guichet.office.authority import queries as authority
from guichet.office.authority.responses import refused
from guichet.office.drafts import addresses, keeping
from guichet.office.ledger.recorded import Stale
from guichet.office.procedures.trademark_filing import acts, files
from guichet.office.procedures.trademark_filing.answer_forms import FORMS, LAW_FIELDS, AnswerForm
from guichet.office.procedures.trademark_filing.views.file import own_file
from guichet.office.toolbox import clock
from guichet.rights.trademarks.acts import Regularise
from guichet.rights.trademarks.application import Application
from guichet.rights.trademarks.events import IrregularityNotified


@require_http_methods(["GET", "HEAD", "POST"])
@own_file
def act(request: HttpRequest, found: files.OwnFile, name: str) -> HttpResponse:
    """An act of the file: its form when the law allows it now, the law's reason when it does not."""
    possible = next((one for one in found.acts if one.name == name), None)
    if possible is None:
        raise Http404
    answer = authority.may(request.acting, "submit", found.stream, act=name)
    if request.method == "POST" and not answer.allowed:
        return refused(request, answer)
    proposal = _proposal(found) if name == Regularise.name else None
    context = {"file": found, "possible": possible, "answer": answer, "proposal": proposal}
    if not possible.finding.allowed:
        status = 409 if request.method == "POST" else 200
        return render(request, "trademark_filing/file/act.html", context, status=status)
    if name not in FORMS:
        return _whole_application(request, found, name, context)
    if request.method != "POST":
        form = FORMS[name](found, "", initial=keeping.take_form(request.session, request.path))
        return render(request, "trademark_filing/file/act.html", {**context, "form": form})
    form = FORMS[name](found, request.acting.actor, request.POST, request.FILES)
    if form.is_valid() and _do(request, found, form, answer.under):
        messages.success(request, f"{possible.title} : c'est fait. L'office a reçu votre déclaration.")
        return redirect("trademark_file:file", found.number)
    return render(request, "trademark_filing/file/act.html", {**context, "form": form}, status=422)


def _do(request: HttpRequest, found: files.OwnFile, form: AnswerForm, under: str) -> bool:
    """Do what the form says; what is wrong goes to its field."""
    try:
        made = form.act()
        if form.errors:
            return False
        by, at = request.acting.actor, clock.now()
        acts.act(made, stream=found.stream, by=by, at=at, expected=found.sequence, under=under)
    except forms.ValidationError:
        return False
    except Refused as refusal:
        field = LAW_FIELDS.get(refusal.finding.field, refusal.finding.field)
        form.add_error(field if field in form.fields else None, refusal.finding.message)
        return False
    except Stale:
        form.add_error(None, Stale.message)
        return False
    return True


def _whole_application(request: HttpRequest, found: files.OwnFile, name: str, context: dict[str, Any]) -> HttpResponse:
    """Completing and regularising take the whole application: the wizard opens, filled with it."""
    proposal = _proposal(found)
    if request.method != "POST":
        return render(request, "trademark_filing/file/act.html", context)
    at = clock.now()
    if request.POST.get("accept") and proposal:
        return _accept(request, found, proposal, context["answer"].under)
    application = proposal or found.status.application
    try:
        draft = acts.start_answer(stream=found.stream, act=name, application=application, acting=request.acting, at=at)
    except acts.KeptFromMember as reason:
        return refused(request, authority.Answer(False, reason.message))
    return redirect(addresses.of_draft(draft))


def _accept(request: HttpRequest, found: files.OwnFile, proposal: Application, under: str) -> HttpResponse:
    """Regularise as the office proposed; what someone else did meanwhile is told on the file's page."""
    try:
        acts.act(
            Regularise(proposal),
            stream=found.stream,
            by=request.acting.actor,
            at=clock.now(),
            expected=found.sequence,
            under=under,
        )
    except Refused as refusal:
        messages.error(request, refusal.finding.message)
    except Stale:
        messages.error(request, Stale.message)
    else:
        messages.success(request, "Vous avez accepté la proposition de l'office : la demande est régularisée.")
    return redirect("trademark_file:file", found.number)


def _proposal(found: files.OwnFile) -> Application | None:
    """What the office proposed in its last notification of irregularity."""
    notified = [entry.event for entry in found.history if entry.type == IrregularityNotified.type]
    return notified[-1].proposal if notified and isinstance(notified[-1], IrregularityNotified) else None
