"""*Je me rattache à une entreprise*: ask, see one's requests, take them back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from guichet.office.accounts import limits
from guichet.office.accounts.models import User
from guichet.office.accounts.permissions import account_required
from guichet.office.my_company.forms import JoinForm
from guichet.office.organisations import joining, queries, rules
from guichet.office.toolbox import clock

BY_PERSON = limits.Limit("join.person", most=10, minutes=60)
BY_ADDRESS = limits.Limit("join.address", most=20, minutes=60)
SENT = (
    "Votre demande est envoyée. Si cette adresse est celle d'un compte administrateur, cette personne a reçu un "
    "message et pourra accepter ou refuser ; vous serez averti de sa réponse par courriel."
)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@account_required
def join(request: HttpRequest) -> HttpResponse:
    """The same answer, in the same time, whether the address is known, an administrator's, or nobody's."""
    form = JoinForm(request.POST if request.method == "POST" else None, user=request.user)
    status = 200
    if form.is_valid():
        if _within_limits(request.user, form.cleaned_data["address"]):
            joining.ask(user=request.user, **form.cleaned_data, at=clock.now())
            messages.success(request, SENT)
            return redirect("my_company:join")
        form.add_error(None, limits.too_many(BY_PERSON))
        status = 429
    elif form.is_bound:
        status = 422
    context = {"form": form, "requests": queries.requests_of(request.user)[:20]}
    return render(request, "my_company/join.html", context, status=status)


@require_POST
@account_required
def withdraw(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take one's own request back."""
    asked = queries.requests_of(request.user).filter(public_id=public_id).first()
    if asked is None:
        raise Http404
    try:
        joining.withdraw(request=asked, user=request.user, at=clock.now())
    except rules.Refused as refusal:
        messages.error(request, refusal.words)
    else:
        messages.success(request, "Votre demande est retirée.")
    return redirect("my_company:join")


def _within_limits(user: User, address: str) -> bool:
    """Both are counted whatever the address, so that neither says anything of it."""
    counts = (BY_PERSON.take(str(user.public_id)), BY_ADDRESS.take(User.objects.normalize_email(address)))
    return all(counts)
