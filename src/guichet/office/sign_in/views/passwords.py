"""Lost password, and change of password."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlsafe_base64_decode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from guichet.office.accounts import limits, queries
from guichet.office.accounts.models import User
from guichet.office.accounts.permissions import account_required
from guichet.office.sign_in import marks, services
from guichet.office.sign_in.forms import LostPasswordForm, NewPasswordForm, PasswordChangeForm
from guichet.office.sign_in.links import lost_password_tokens
from guichet.office.toolbox import clock, security_log


@never_cache
def lost_password(request: HttpRequest) -> HttpResponse:
    """*Mot de passe perdu*: asks for the address; the answer is the same for every address."""
    form = LostPasswordForm(request.POST if request.method == "POST" else None)
    status = 200 if not form.is_bound else 422
    if form.is_valid():
        email = form.cleaned_data["email"]
        within = (
            limits.LOST_PASSWORD_BY_IP.take(limits.caller(request)),
            limits.LOST_PASSWORD_BY_ADDRESS.take(User.objects.normalize_email(email)),
        )
        if all(within):
            services.ask_for_new_password(email=email)
            return redirect("sign_in:password_reset_done")
        status = 429
        form.add_error(None, limits.too_many(limits.LOST_PASSWORD_BY_ADDRESS))
    return render(request, "sign_in/password_reset.html", {"form": form}, status=status)


def lost_password_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "sign_in/password_reset_done.html")


@sensitive_post_parameters("password1", "password2")
@never_cache
def choose_new_password(request: HttpRequest, uid: str, token: str) -> HttpResponse:
    """The link of the e-mail: two hours, once."""
    user = _owner_of_link(uid, token)
    if user is None:
        security_log.note("link_refused", view="lost_password")
        return render(request, "sign_in/password_reset_void.html", status=410)
    form = NewPasswordForm(request.POST if request.method == "POST" else None, user=user)
    if form.is_valid():
        services.set_password(user=user, password=form.cleaned_data["password1"], at=clock.now())
        security_log.note("password_changed", account=queries.account_actor(user), how="lost")
        messages.success(request, "Votre mot de passe a bien été mis à jour. Vous pouvez vous connecter.")
        return redirect("sign_in:login")
    return render(request, "sign_in/password_new.html", {"form": form}, status=422 if form.errors else 200)


@account_required
@sensitive_post_parameters("current", "password1", "password2")
@never_cache
def change_password(request: HttpRequest) -> HttpResponse:
    """*Modifier le mot de passe*: the session goes on here and ends elsewhere."""
    form = PasswordChangeForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_bound and not limits.PASSWORD_CHANGE.take(str(request.user.public_id)):
        form = PasswordChangeForm(user=request.user)
        messages.error(request, limits.too_many(limits.PASSWORD_CHANGE))
        return render(request, "sign_in/password_change.html", {"form": form}, status=429)
    if form.is_valid():
        kept, now = request.session.get(marks.RECORD, ""), clock.now()
        services.set_password(user=request.user, password=form.cleaned_data["password1"], keep=kept, at=now)
        security_log.note("password_changed", account=queries.account_actor(request.user))
        limits.PASSWORD_CHANGE.forget(str(request.user.public_id))
        update_session_auth_hash(request, request.user)
        request.session[marks.PASSWORD_AT] = now.isoformat()
        messages.success(request, "Votre mot de passe a bien été mis à jour.")
        return redirect("sign_in:password_change")
    return render(request, "sign_in/password_change.html", {"form": form}, status=422 if form.errors else 200)


def _owner_of_link(uid: str, token: str) -> User | None:
    try:
        user = queries.by_public_id(urlsafe_base64_decode(uid).decode())
    except (ValueError, UnicodeDecodeError):
        return None
    sound = user is not None and user.is_active and lost_password_tokens.check_token(user, token)
    return user if sound else None
