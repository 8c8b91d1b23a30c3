"""The entity itself: what it says of itself, and its deactivation."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from guichet.office.my_company import closing, holdings
from guichet.office.my_company.forms import HeirForm
from guichet.office.my_company.permissions import administrator_required
from guichet.office.organisations import acting, namesakes, rules, services
from guichet.office.organisations.forms import EntityForm, initial
from guichet.office.sign_in.queries import proved_twice
from guichet.office.toolbox import clock


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@administrator_required
def edit(request: HttpRequest) -> HttpResponse:
    """Raison sociale, SIREN, SIRET, forme légale, code APE, address."""
    organisation = request.acting.organisation
    form = EntityForm(request.POST if request.method == "POST" else None, initial=initial(organisation))
    if form.is_valid():
        try:
            edited = services.edit(organisation=organisation, entity=form.cleaned_data, by=request.user, at=clock.now())
        except rules.Refused as refusal:
            form.add_error(None, refusal.words)
        else:
            messages.success(request, "Les informations de votre entreprise ont bien été enregistrées.")
            if edited.siren != organisation.siren and namesakes.of(edited, request.user):
                messages.warning(request, namesakes.SAID)
            return redirect("my_company:home")
    return render(request, "my_company/edit.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@administrator_required
def deactivate(request: HttpRequest) -> HttpResponse:
    """« Non » deactivates: the warning, who takes the files over, then everyone is detached."""
    organisation = request.acting.organisation
    heirs = closing.heirs(request.acting, proved=proved_twice(request.session))
    form = HeirForm(request.POST if request.method == "POST" else None, heirs=heirs)
    if form.is_valid() and form.cleaned_data["is_administrator"] == "yes":
        return redirect("my_company:home")
    if form.is_valid():
        try:
            count = closing.deactivate(
                organisation=organisation, by=request.user, at=clock.now(), heir=form.cleaned_data["heir"]
            )
        except rules.Refused as refusal:
            form.add_error("heir" if isinstance(refusal, rules.HeirNeeded) else None, refusal.words)
        else:
            acting.forget(request.session)
            messages.success(request, _done(organisation.name, count))
            return redirect("web:space")
    context = {"form": form, "organisation": organisation, "holds": holdings.is_held(organisation)}
    return render(request, "my_company/deactivate.html", context, status=422 if form.errors else 200)


def _done(name: str, count: int) -> str:
    one = " Un dossier ou projet a changé de titulaire." if count else ""
    passed = f" {count} dossiers et projets ont changé de titulaire." if count > 1 else one
    return f"{name} est désactivée, tous les comptes rattachés en sont détachés.{passed}"
