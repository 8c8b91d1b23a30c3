"""Rights of a file inside the organisation, and the organisation's own rule."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from guichet.office.authority import asking, services, sharing, subjects
from guichet.office.authority.facts import Answer, Held
from guichet.office.authority.forms import RuleForm, SharingForm
from guichet.office.authority.permissions import manager_required, own_file
from guichet.office.authority.responses import refused
from guichet.office.toolbox import clock


@require_http_methods(["GET", "POST"])
@own_file(represented=True)
def file_rights(request: HttpRequest, found: Held) -> HttpResponse:
    """Who may do what with one file, and the form that shares it otherwise."""
    acting, form = request.acting, None
    if acting.organisation:
        now = sharing.of(acting.holder, found.subject)
        form = SharingForm(request.POST or None, initial=now.initial, given=now.given,
                           members=sharing.collaborators(acting.organisation))  # fmt: skip
        if request.method == "POST" and form.is_valid():
            services.share(holder=acting.holder, subject=found.subject, levels=form.ruled, grants=form.grants,
                           by=acting.actor, at=clock.now())  # fmt: skip
            messages.success(request, "Le partage est enregistré ; il vaut dès maintenant.")
            return redirect("authority:file_rights", found.subject)
    is_holder = found.holder == acting.holder
    context = {
        "found": found, "label": subjects.label(found.subject), "form": form, "is_holder": is_holder,
        "lines": asking.matrix(found) if is_holder else [],
    }  # fmt: skip
    return render(request, "authority/file_rights.html", context, status=422 if form and form.errors else 200)


@require_http_methods(["GET", "POST"])
@manager_required
def rule(request: HttpRequest) -> HttpResponse:
    """What collaborators may do by default."""
    acting = request.acting
    if acting.organisation is None:
        return refused(request, Answer(False, "Vous agissez en votre nom : il n'y a personne avec qui partager."))
    form = RuleForm(request.POST or None, initial={"levels": sharing.default(acting.holder)})
    if request.method == "POST" and form.is_valid():
        services.rule(holder=acting.holder, levels=form.cleaned_data["levels"], by=acting.actor, at=clock.now())
        messages.success(request, "La règle est enregistrée ; elle vaut dès maintenant pour tous les collaborateurs.")
        return redirect("authority:rule")
    return render(request, "authority/rule.html", {"form": form}, status=422 if form.errors else 200)
