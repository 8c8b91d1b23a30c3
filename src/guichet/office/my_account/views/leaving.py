"""*Supprimer mon compte*: what goes, what stays by law, what must be settled first."""

from __future__ import annotations

from django.contrib import auth, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from guichet.office.accounts.queries import account_actor
from guichet.office.my_account import queries, services
from guichet.office.my_account.forms import DeletionForm
from guichet.office.my_account.views.proof import is_right, refused_for_now
from guichet.office.organisations.rules import Refused
from guichet.office.sign_in.views.confirming import second_factor_required
from guichet.office.toolbox import clock, security_log

_DONE = "Votre compte est supprimé. Un courriel vous le confirme. À bientôt."


@second_factor_required
@sensitive_post_parameters("password")
@never_cache
def delete(request: HttpRequest) -> HttpResponse:
    """Ask, with the password; then there is no way back."""
    user, leaving = request.user, queries.leaving(request.user, at=clock.now())
    posted = request.POST if request.method == "POST" else None
    form, wait = DeletionForm(posted, user=user, leaving=leaving), ""
    if form.is_bound and not leaving.obstacles:
        wait = refused_for_now(request)
        if not wait and is_right(request, form):
            try:
                services.delete_account(user=user, successor=form.heir(), at=clock.now())
            except services.Obstructed as refusal:
                leaving = refusal.leaving
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return _gone(request)
    obstacles = [(one, reverse(one.name) if one.name else "") for one in leaving.obstacles]
    context = {"form": form, "leaving": leaving, "obstacles": obstacles, "wait": wait}
    status = 429 if wait else 409 if form.is_bound and leaving.obstacles else 422 if form.errors else 200
    return render(request, "my_account/delete.html", context, status=status)


def _gone(request: HttpRequest) -> HttpResponse:
    security_log.note("account_deleted", account=account_actor(request.user))
    auth.logout(request)
    messages.success(request, _DONE)
    return redirect("web:home")
