"""« Modèles »: keeping part of a draft under a name, and beginning another from it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from guichet.office.accounts.permissions import account_required
from guichet.office.drafts import addresses, catalogue, file_templates, showing
from guichet.office.drafts.forms import FileTemplateForm
from guichet.office.drafts.models import Draft, FileTemplate
from guichet.office.drafts.permissions import draft_for
from guichet.office.organisations.acting import Acting
from guichet.office.toolbox import clock


@require_safe
@account_required
def templates(request: HttpRequest) -> HttpResponse:
    """The templates of those for whom the visitor acts."""
    rows = [(one, catalogue.by_slug(one.procedure)) for one in file_templates.of_holder(request.acting.holder)]
    return render(request, "drafts/templates.html", {"rows": rows})


@require_POST
@draft_for("edit")
def keep(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Keep steps of this draft as a template."""
    procedure = catalogue.by_slug(draft.procedure)
    if procedure is None:
        raise Http404
    form = FileTemplateForm(request.POST, procedure=procedure)
    if form.is_valid():
        try:
            made = file_templates.create(draft=draft, by=request.acting.actor, at=clock.now(), **form.cleaned_data)
        except file_templates.NameTaken as refusal:
            form.add_error("name", refusal.message)
        else:
            messages.success(request, f"Le modèle « {made.name} » est gardé.")
            return redirect("drafts:templates")
    context = showing.whole(request.acting, draft, at=clock.now(), template_form=form)
    return render(request, "drafts/show.html", context, status=422)


@require_POST
@account_required
def start(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Begin a draft from a template."""
    draft = file_templates.start(template=_own(request.acting, public_id), acting=request.acting, at=clock.now())
    messages.success(request, f"Le projet {draft.reference} commence avec ce modèle : relisez chaque étape.")
    return redirect(addresses.of_draft(draft))


@require_POST
@account_required
def delete_template(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Delete a template; drafts begun from it stay."""
    found = _own(request.acting, public_id)
    found.delete()
    messages.success(request, f"Le modèle « {found.name} » est supprimé.")
    return redirect("drafts:templates")


def _own(acting: Acting, public_id: UUID) -> FileTemplate:
    found = file_templates.one(acting.holder, public_id)
    if found is None:
        raise Http404
    return found
