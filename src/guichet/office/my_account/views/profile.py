"""*Mon compte*: what one may change about oneself, and the entity that one administers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from guichet.office.accounts import services as accounts
from guichet.office.accounts.permissions import account_required
from guichet.office.my_account import services
from guichet.office.my_account.forms import ProfileForm
from guichet.office.organisations import acting, namesakes, rules
from guichet.office.organisations.forms import EntityForm, initial
from guichet.office.toolbox import clock


@account_required
@never_cache
def profile(request: HttpRequest) -> HttpResponse:
    """*Modifier mes informations*: the address of the account is shown and stays."""
    form = ProfileForm(request.POST if request.method == "POST" else None, initial=_shown(request))
    entity = form.entity_form(initial(request.acting.organisation) if request.acting.is_administrator else None)
    if form.is_valid() and (not form.says_yes or entity.is_valid()):
        accounts.edit_profile(user=request.user, profile=form.cleaned_data)
        messages.success(request, "Vos informations ont bien été enregistrées.")
        if form.says_yes:
            _save_entity(request, entity.cleaned_data)
        elif request.acting.is_administrator and form.cleaned_data["administers"] == "no":
            return redirect("my_company:deactivate")
        return redirect("my_account:profile")
    context = {"form": form, "entity": entity}
    return render(request, "my_account/profile.html", context, status=422 if form.errors or entity.errors else 200)


@account_required
@never_cache
def new_entity(request: HttpRequest) -> HttpResponse:
    """One more organisation, for someone who administers one already."""
    entity = EntityForm(request.POST if request.method == "POST" else None, prefix="entity")
    if entity.is_valid():
        _create_entity(request, entity.cleaned_data)
        return redirect("my_account:profile")
    return render(request, "my_account/new_entity.html", {"entity": entity}, status=422 if entity.errors else 200)


def _shown(request: HttpRequest) -> dict[str, Any]:
    values = {name: getattr(request.user, name) for name in accounts.PROFILE_FIELDS}
    return {**values, "administers": "yes" if request.acting.is_administrator else "no"}


def _save_entity(request: HttpRequest, entity: dict[str, Any]) -> None:
    """The organisation acted for, when one administers it; otherwise a new one."""
    if request.acting.is_administrator:
        try:
            edited = services.edit_entity(acting=request.acting, entity=entity, at=clock.now())
        except rules.Refused as refusal:  # no longer an administrator, since a moment
            messages.error(request, refusal.words)
            return
        messages.success(request, "Les informations de votre entreprise ont bien été enregistrées.")
        if edited and edited.siren != request.acting.organisation.siren and namesakes.of(edited, request.user):
            messages.warning(request, namesakes.SAID)
    else:
        _create_entity(request, entity)


def _create_entity(request: HttpRequest, entity: dict[str, Any]) -> None:
    """Create it, and act for it from now on."""
    organisation = services.create_entity(user=request.user, entity=entity, at=clock.now())
    request.session[acting.CHOSEN] = str(organisation.public_id)
    messages.success(
        request,
        f"L'entreprise {organisation.name} est créée et vous en êtes administrateur. La rubrique « Mon entreprise » "
        "est désormais dans le bandeau supérieur.",
    )
    if namesakes.of(organisation, request.user):
        messages.warning(request, namesakes.SAID)
