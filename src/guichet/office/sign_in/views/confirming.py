"""« C'est bien vous ? »: the password once more, before what touches the account's proofs."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from guichet.office.accounts import limits
from guichet.office.accounts.permissions import View, account_required
from guichet.office.sign_in import marks, queries, tries
from guichet.office.sign_in.forms import ConfirmForm
from guichet.office.sign_in.views.entering import way_back_of
from guichet.office.toolbox import clock, security_log


def confirmed_account_required(view: View) -> View:
    """Only for someone who proved the password within fifteen minutes; the others prove it and come back.

    A session that was open before a second factor was added elsewhere must prove that too: the password alone would
    take the factor away.
    """

    @account_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        lacks_second = _lacks_second(request)
        if lacks_second or not marks.has_recent_password(request.session, at=clock.now()):
            proof = resolve_url("sign_in:confirm_twice" if lacks_second else "sign_in:confirm")
            return redirect_to_login(request.get_full_path(), login_url=proof)
        return view(request, *args, **kwargs)

    return guarded


def second_factor_required(view: View) -> View:
    """Someone who has a second factor must have shown it in this session; the view asks for the password itself."""

    @account_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if _lacks_second(request):
            return redirect_to_login(request.get_full_path(), login_url=resolve_url("sign_in:confirm_twice"))
        return view(request, *args, **kwargs)

    return guarded


def _lacks_second(request: HttpRequest) -> bool:
    return queries.has_second_factor(request.user) and not queries.proved_twice(request.session)


@account_required
@sensitive_post_parameters("password")
@never_cache
def confirm(request: HttpRequest) -> HttpResponse:
    """The password is enough."""
    return _confirm(request, _go_on)


@account_required
@sensitive_post_parameters("password")
@never_cache
def confirm_twice(request: HttpRequest) -> HttpResponse:
    """The password, then the second factor of someone who has one."""
    return _confirm(request, _ask_second)


def _confirm(request: HttpRequest, then: Callable[[HttpRequest, str], HttpResponse]) -> HttpResponse:
    way_back, subject = way_back_of(request), str(request.user.public_id)
    form = ConfirmForm(request.POST or None, initial={"next": way_back})
    status = 422 if form.errors else 200
    if form.is_valid():
        if not tries.CONFIRMATION.take(subject):
            status = 429
            form.add_error(None, limits.too_many(tries.CONFIRMATION))
        elif request.user.check_password(form.cleaned_data["password"]):
            tries.CONFIRMATION.forget(subject)
            return then(request, way_back)
        else:
            status = 422
            security_log.note("sign_in_refused", account=f"account:{subject}", how="confirmation")
            form.add_error("password", "Ce n'est pas votre mot de passe actuel.")
    return render(request, "sign_in/confirm.html", {"form": form}, status=status)


def _go_on(request: HttpRequest, way_back: str) -> HttpResponse:
    request.session[marks.PASSWORD_AT] = clock.now().isoformat()
    return redirect(way_back or resolve_url("sign_in:security"))


def _ask_second(request: HttpRequest, way_back: str) -> HttpResponse:
    if not queries.has_second_factor(request.user):
        return _go_on(request, way_back)
    now = clock.now().isoformat()
    marks.keep_pending(
        request.session,
        marks.Pending(
            user=request.user.pk, proof=request.user.get_session_auth_hash(), at=now, how="", door="public",
            way_back=way_back, purpose="confirm", password_at=now,
        ),
    )  # fmt: skip
    return redirect("sign_in:second_step")
