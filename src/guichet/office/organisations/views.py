"""Choosing for whom one acts."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.views.decorators.http import require_POST

from guichet.office.accounts.permissions import account_required
from guichet.office.accounts.way_back import same_site_path
from guichet.office.organisations import acting, services
from guichet.office.toolbox import clock


@account_required
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Act for one of one's organisations, or for oneself, and go back to a page that has a meaning for it."""
    wanted = acting.for_holder(request.acting, request.POST.get("holder", ""), request.session)
    if wanted is None:
        messages.error(
            request,
            "Vous ne pouvez pas agir pour cette organisation : vous n'y êtes plus rattaché, ou elle demande un second "
            "facteur d'authentification que votre session n'a pas donné.",
        )
        return redirect("web:space")
    acting.choose(request.session, wanted)
    if wanted.organisation:
        services.act_for(user=wanted.user, organisation=wanted.organisation, at=clock.now())
    messages.success(request, f"Vous agissez maintenant pour : {wanted.name}.")
    return redirect(_way_back(request))


def _way_back(request: HttpRequest) -> str:
    """The page where one was, unless it shows something that the other holder has; ``stay``: that very thing."""
    path = same_site_path(request.POST.get("next", ""), host=request.get_host(), is_secure=request.is_secure())
    try:
        found = resolve(path.partition("?")[0]) if path else None
    except Resolver404:
        found = None
    if found is None or (found.kwargs and "stay" not in request.POST):
        return "web:space"
    return path
