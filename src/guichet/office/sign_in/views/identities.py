"""Single sign-on: to the provider and back; linking an identity to an account, after proof of both."""

from __future__ import annotations

import logging
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from guichet.office.accounts.permissions import account_required
from guichet.office.sign_in import marks, openid, providers, queries, ways
from guichet.office.sign_in.services import identities
from guichet.office.sign_in.views.confirming import confirmed_account_required
from guichet.office.sign_in.views.entering import Proof, begin, way_back_of
from guichet.office.toolbox import clock, security_log

log = logging.getLogger(__name__)
FAILED = (
    "{label} n'a pas pu confirmer votre identité. Recommencez dans un instant, ou connectez-vous avec votre adresse et "
    "votre mot de passe."
)


@require_POST
@never_cache
def provider(request: HttpRequest, name: str) -> HttpResponse:
    """Leave for the provider."""
    chosen = _provider(name)
    try:
        address, asked = openid.ask(chosen, redirect_uri=_answer_address(name), way_back=way_back_of(request))
    except openid.Failed as failure:
        return _failed(request, chosen, failure)
    marks.keep_timed(request.session, marks.ASKED, asdict(asked), at=clock.now())
    return redirect(address)


@require_safe
@never_cache
def provider_answer(request: HttpRequest, name: str) -> HttpResponse:
    """Back from the provider. What was asked serves once, within ten minutes, in the same session."""
    chosen, now = _provider(name), clock.now()
    asked = marks.take_timed(request.session, marks.ASKED, at=now)
    try:
        if asked is None:
            raise openid.Failed("nothing was asked")
        answer = openid.hear(
            chosen, openid.Asked(**asked), request.GET.dict(), redirect_uri=_answer_address(name)
        )  # fmt: skip
    except openid.Failed as failure:
        return _failed(request, chosen, failure)
    return _recognised(request, answer, asked["way_back"])


@require_safe
@never_cache
def identity(request: HttpRequest) -> HttpResponse:
    """An identity without an account: link it to one, by proving that too, or sign up."""
    waiting = _waiting(request)
    if waiting is None:
        messages.info(request, "Aucune identité n'attend d'être rattachée.")
        return redirect("sign_in:security" if request.user.is_authenticated else "sign_in:login")
    if request.user.is_authenticated and not _both_proved(request):
        return redirect_to_login(reverse("sign_in:identity"), login_url=resolve_url("sign_in:confirm_twice"))
    context = {"identity": waiting, "label": providers.label_of(waiting["provider"])}
    return render(request, "sign_in/identity.html", context)


@require_POST
@never_cache
@account_required
def identity_link(request: HttpRequest) -> HttpResponse:
    """Link the identity that waits; both proofs were made in this session, the account's after the provider's."""
    waiting = _waiting(request)
    if waiting is None or not _both_proved(request):
        return redirect("sign_in:identity")
    request.session.pop(marks.IDENTITY, None)
    found = openid.Identity(**{key: value for key, value in waiting.items() if key != "way_back"})
    label = providers.label_of(found.provider)
    if identities.link(user=request.user, identity=found, at=clock.now()):
        security_log.note("factor_changed", account=f"account:{request.user.public_id}", how="identity_linked")
        messages.success(request, f"C'est fait : vous pouvez désormais vous connecter avec {label}.")
    else:
        messages.error(request, f"Cette identité, ou ce compte, est déjà rattaché par {label}.")
    return redirect("sign_in:security")


@require_POST
@never_cache
def identity_forget(request: HttpRequest) -> HttpResponse:
    """The person does not want to link the identity that waits."""
    request.session.pop(marks.IDENTITY, None)
    return redirect("web:space" if request.user.is_authenticated else "sign_in:login")


@never_cache
@confirmed_account_required
def identity_unlink(request: HttpRequest, public_id: str) -> HttpResponse:
    """Detach an identity; the password always remains."""
    link = queries.identity_links(request.user).filter(public_id=public_id).first()
    if link is None:
        raise Http404
    label = providers.label_of(link.provider)
    if request.method != "POST":
        return render(request, "sign_in/identity_unlink.html", {"link": link, "label": label})
    identities.unlink(user=request.user, public_id=public_id, at=clock.now())
    security_log.note("factor_changed", account=f"account:{request.user.public_id}", how="identity_unlinked")
    messages.success(request, f"Votre identité {label} a été détachée.")
    return redirect("sign_in:security")


def _recognised(request: HttpRequest, answer: openid.Answer, way_back: str) -> HttpResponse:
    """An identity that is linked opens its account; another one waits, and opens nothing, whatever its address."""
    found, now = answer.identity, clock.now()
    user = queries.linked_account(provider=found.provider, subject=found.subject)
    if request.user.is_authenticated and user is not None:
        mine = "à votre compte" if user == request.user else "à un autre compte"
        messages.info(request, f"Cette identité {providers.label_of(found.provider)} est déjà rattachée {mine}.")
        return redirect("sign_in:security")
    request.session[marks.PROVIDER] = {"id_token": answer.id_token, "end_session": answer.end_session}
    if user is None:
        marks.keep_timed(request.session, marks.IDENTITY, {**asdict(found), "way_back": way_back}, at=now)
        return redirect("sign_in:identity")
    identities.note_use(found, at=now)
    how = f"{ways.SSO}{found.provider}"
    return begin(request, Proof(user, how, way_back=way_back, proved_twice=found.proved_twice))


def _both_proved(request: HttpRequest) -> bool:
    """Whether the account was proved after the provider answered: by its password, and its second factor if any."""
    answered = marks.instant(request.session.get(marks.IDENTITY, {}), "at")
    password = marks.instant(request.session, marks.PASSWORD_AT)
    second = marks.instant(request.session, marks.SECOND_AT)
    if answered is None or password is None or password < answered:
        return False
    if not marks.has_recent_password(request.session, at=clock.now()):
        return False
    return not queries.has_second_factor(request.user) or (second is not None and second >= answered)


def _waiting(request: HttpRequest) -> dict[str, Any] | None:
    return marks.timed(request.session, marks.IDENTITY, at=clock.now(), period=marks.IDENTITY_PERIOD)


def _failed(request: HttpRequest, chosen: providers.Provider, failure: openid.Failed) -> HttpResponse:
    log.warning("sign-on failed", extra={"provider": chosen.name, "how": str(failure)})
    security_log.note("sign_in_refused", how=f"{ways.SSO}{chosen.name}")
    messages.error(request, FAILED.format(label=chosen.label))
    return redirect("sign_in:security" if request.user.is_authenticated else "sign_in:login")


def _provider(name: str) -> providers.Provider:
    chosen = providers.named(name)
    if chosen is None:
        raise Http404
    return chosen


def _answer_address(name: str) -> str:
    return settings.SITE_URL.rstrip("/") + reverse("sign_in:provider_answer", args=[name])
