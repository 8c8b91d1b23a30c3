"""Add and remove second factors; renew the recovery codes. Each asks for a recent proof."""

from __future__ import annotations

import base64

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from guichet.office.accounts import queries as accounts
from guichet.office.sign_in import codes, marks, queries, safe, webauthn
from guichet.office.sign_in.forms import AuthenticatorForm, SecurityKeyForm
from guichet.office.sign_in.services import factors, sessions
from guichet.office.sign_in.views.confirming import confirmed_account_required
from guichet.office.toolbox import clock, qr, security_log


@never_cache
@confirmed_account_required
@sensitive_post_parameters("code")
def authenticator_add(request: HttpRequest) -> HttpResponse:
    """A secret, as a drawing and in letters; a code proves that the application has it."""
    form, secret, now = AuthenticatorForm(request.POST or None), _secret(request), clock.now()
    if form.is_valid():
        data = form.cleaned_data
        try:
            shown = factors.add_authenticator(
                user=request.user, name=data["name"], secret=secret, typed=data["code"], at=now
            )
        except factors.Refused as refusal:
            form.add_error("code", str(refusal))
        else:
            return _added(request, shown, "authenticator")
    address = codes.address(secret, account=request.user.email, issuer=settings.OPERATOR_NAME)
    drawing = base64.b64encode(qr.svg(address)).decode()
    letters = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    context = {"form": form, "drawing": drawing, "letters": letters, "address": address}
    return render(request, "sign_in/authenticator_add.html", context, status=422 if form.errors else 200)


@never_cache
@confirmed_account_required
@sensitive_post_parameters("answer")
def security_key_add(request: HttpRequest) -> HttpResponse:
    """A ceremony between the browser and the key, which needs JavaScript; its answer is sent by the form."""
    form, user, now = SecurityKeyForm(request.POST or None), request.user, clock.now()
    state = marks.take_timed(request.session, marks.CEREMONY, at=now) if form.is_bound else None
    if form.is_valid():
        data = form.cleaned_data
        try:
            shown = factors.add_security_key(
                user=user, name=data["name"], state=state or {}, answer=data["answer"], at=now
            )
        except factors.Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _added(request, shown, "security_key")
    context = {"form": form, "options": _ask_for_new_key(request), "place": webauthn.site()}
    return render(request, "sign_in/security_key_add.html", context, status=422 if form.errors else 200)


@never_cache
@confirmed_account_required
def factor_remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """Remove a factor. Without any left, sessions that had proved one elsewhere end."""
    user, now = request.user, clock.now()
    factor = queries.factor(user, public_id)
    if factor is None:
        raise Http404
    if request.method != "POST":
        return render(request, "sign_in/factor_remove.html", {"factor": factor})
    name = factors.remove(user=user, public_id=public_id, at=now)
    if not queries.has_second_factor(user):
        request.session.pop(marks.SECOND_AT, None)
        sessions.end_sessions(user=user, keep=request.session.get(marks.RECORD, ""), at=now)
    security_log.note("factor_changed", account=accounts.account_actor(user), how="removed")
    messages.success(request, f"« {name} » a été retirée de votre compte.")
    return redirect("sign_in:security")


@never_cache
@confirmed_account_required
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Ten new recovery codes, shown once; only for someone who has a second factor."""
    if not queries.has_second_factor(request.user):
        raise Http404
    if request.method != "POST":
        left = queries.recovery_codes_left(request.user)
        return render(request, "sign_in/recovery_codes_renew.html", {"left": left})
    shown = factors.renew_recovery_codes(user=request.user, at=clock.now())
    security_log.note("factor_changed", account=accounts.account_actor(request.user), how="recovery_codes")
    return render(request, "sign_in/recovery_codes.html", {"codes": shown})


def _added(request: HttpRequest, shown: list[str], kind: str) -> HttpResponse:
    """The factor was shown in this very session, which gets a new key; the recovery codes come with the first one."""
    request.session.pop(marks.NEW_SECRET, None)
    request.session.cycle_key()
    request.session[marks.SECOND_AT] = clock.now().isoformat()
    security_log.note("factor_changed", account=accounts.account_actor(request.user), how=f"{kind}_added")
    if shown:
        return render(request, "sign_in/recovery_codes.html", {"codes": shown, "is_first": True})
    messages.success(request, "C'est fait : ce second facteur protège désormais votre compte.")
    return redirect("sign_in:security")


def _secret(request: HttpRequest) -> str:
    """The secret proposed in this session, the same until it is proved or a quarter of an hour has passed."""
    now = clock.now()
    kept = marks.timed(request.session, marks.NEW_SECRET, at=now, period=marks.RECENT)
    if kept:
        return safe.unseal(kept)
    secret = codes.new_secret()
    marks.keep_timed(request.session, marks.NEW_SECRET, safe.seal(secret), at=now)
    return secret


def _ask_for_new_key(request: HttpRequest) -> str:
    """What the script asks of the browser, as JSON; empty where no key can work. Its state is kept."""
    user = request.user
    if not webauthn.site().domain:
        return ""
    options, state = webauthn.ask_for_new_key(
        user_handle=user.public_id.bytes, email=user.email, name=user.full_name, held=queries.credentials(user)
    )
    marks.keep_timed(request.session, marks.CEREMONY, state, at=clock.now())
    return options
