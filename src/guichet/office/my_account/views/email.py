"""*Changer d'adresse*: asked with the password, confirmed by both mailboxes, reversible from the old one."""

from __future__ import annotations

from typing import Literal

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from guichet.office.accounts import address_changes, limits, queries
from guichet.office.accounts.models import EmailChange
from guichet.office.accounts.permissions import account_required
from guichet.office.accounts.queries import account_actor
from guichet.office.my_account import services
from guichet.office.my_account.forms import EmailChangeForm
from guichet.office.my_account.views.proof import is_right, refused_for_now
from guichet.office.sign_in import marks
from guichet.office.sign_in.forms import NewPasswordForm
from guichet.office.sign_in.views.confirming import second_factor_required
from guichet.office.toolbox import clock, security_log

_SAID = (
    "Votre demande est enregistrée : ouvrez le lien envoyé à votre adresse actuelle et celui envoyé à la nouvelle. "
    "L'adresse changera quand les deux auront confirmé."
)


@second_factor_required
@sensitive_post_parameters("password")
@never_cache
def change(request: HttpRequest) -> HttpResponse:
    """Ask for another address; the answer is the same whether it has an account or not."""
    now, user = clock.now(), request.user
    form = EmailChangeForm(request.POST if request.method == "POST" else None, user=user)
    wait = refused_for_now(request) if form.is_bound else ""
    if not wait and is_right(request, form):
        counts = (
            limits.EMAIL_CHANGE.take(str(user.public_id)), limits.EMAIL_CHANGE_TO.take(form.cleaned_data["new_email"])
        )  # fmt: skip
        if all(counts):
            address_changes.ask(user=user, new_email=form.cleaned_data["new_email"], at=now)
            messages.success(request, _SAID)
            return redirect("my_account:email_change")
        wait = limits.too_many(limits.EMAIL_CHANGE)
    context = {
        "form": EmailChangeForm(user=user) if wait else form, "wait": wait,
        "open": queries.open_email_change(user, at=now), "kept": queries.reversible_email_change(user, at=now),
    }  # fmt: skip
    status = 429 if wait else 422 if form.errors else 200
    return render(request, "my_account/email_change.html", context, status=status)


@require_POST
@account_required
def withdraw(request: HttpRequest) -> HttpResponse:
    """Give up the change that waits."""
    if address_changes.withdraw(user=request.user, at=clock.now()):
        messages.success(request, "Le changement d'adresse est abandonné : votre adresse reste la même.")
    return redirect("my_account:email_change")


@never_cache
def confirm_old(request: HttpRequest, token: str) -> HttpResponse:
    """The link sent to the address in use: reading that mailbox is enough."""
    found = queries.email_change_of(token, "old", at=clock.now())
    if found is None:
        return _void(request)
    if request.method != "POST":
        return render(request, "my_account/email_confirm.html", {"change": found, "side": "old"})
    return _confirm(request, found, "old")


@account_required
@never_cache
def confirm_new(request: HttpRequest, token: str) -> HttpResponse:
    """The link sent to the new address: a stranger's mailbox, by a slip of the finger, must not be able to say yes."""
    found = queries.email_change_of(token, "new", at=clock.now())
    if found is None:
        return _void(request)
    if found.user != request.user:
        raise Http404
    if request.method != "POST":
        return render(request, "my_account/email_confirm.html", {"change": found, "side": "new"})
    return _confirm(request, found, "new")


@sensitive_post_parameters("password1", "password2")
@never_cache
def undo(request: HttpRequest, token: str) -> HttpResponse:
    """The link sent to the address that was left: take it back, with a new password."""
    found = queries.email_change_of(token, "undo", at=clock.now())
    if found is None:
        return _void(request)
    form = NewPasswordForm(request.POST if request.method == "POST" else None, user=found.user)
    if form.is_valid():
        password = form.cleaned_data["password1"]
        user = services.take_address_back(change=found, new_password=password, at=clock.now())
        security_log.note("email_changed" if user else "link_refused", account=account_actor(found.user), how="undone")
        return render(request, "my_account/email_undone.html", {"user_back": user}) if user else _void(request)
    context = {"change": found, "form": form}
    return render(request, "my_account/email_undo.html", context, status=422 if form.errors else 200)


def _confirm(request: HttpRequest, found: EmailChange, side: Literal["old", "new"]) -> HttpResponse:
    """What remains to be done. When all is, this session stays open; the account's others have ended."""
    is_owner = request.user.is_authenticated and request.user == found.user
    keep = str(request.session.get(marks.RECORD, "")) if is_owner else ""
    outcome = services.confirm_address(change=found, side=side, at=clock.now(), keep=keep)
    if outcome == "void":
        return _void(request)
    if outcome == "done":
        security_log.note("email_changed", account=account_actor(found.user), how="confirmed")
    if outcome == "done" and is_owner:
        request.user.refresh_from_db()
        update_session_auth_hash(request, request.user)
    return render(request, "my_account/email_confirmed.html", {"change": found, "is_done": outcome == "done"})


def _void(request: HttpRequest) -> HttpResponse:
    security_log.note("link_refused", view="email_change")
    return render(request, "my_account/email_void.html", status=410)
