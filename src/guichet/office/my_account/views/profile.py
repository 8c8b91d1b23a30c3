"""*Mon compte*: what one may change about oneself."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from guichet.office.accounts import services
from guichet.office.accounts.permissions import account_required
from guichet.office.my_account.forms import InformationForm


@account_required
@never_cache
def profile(request: HttpRequest) -> HttpResponse:
    """*Modifier mes informations*: the address of the account is shown and stays."""
    initial = {name: getattr(request.user, name) for name in services.PROFILE_FIELDS}
    form = InformationForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        services.edit_profile(user=request.user, profile=form.cleaned_data)
        messages.success(request, "Vos informations ont bien été enregistrées.")
        return redirect("my_account:profile")
    return render(request, "my_account/profile.html", {"form": form}, status=422 if form.errors else 200)
