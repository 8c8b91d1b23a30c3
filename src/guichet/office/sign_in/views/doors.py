"""Log in and out, at the public's door and at the staff's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.contrib import auth, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.sign_in import marks, openid, providers, queries, tries
from guichet.office.sign_in.forms import LogInForm
from guichet.office.sign_in.models import SignIn
from guichet.office.sign_in.services import entries, sessions
from guichet.office.sign_in.views.entering import HOMES, Proof, begin, way_back_of
from guichet.office.sign_in.views.visitors import visit_of
from guichet.office.toolbox import clock, security_log

WRONG = (
    "Adresse courriel ou mot de passe incorrect. Si vous venez de créer votre compte, activez-le d'abord "
    "avec le lien reçu par courriel."
)
FAREWELL = "Vous avez quitté votre espace. À bientôt."


@dataclass(frozen=True)
class Door:
    name: str
    template: str
    admits: Callable[[User], bool]


PUBLIC = Door("public", "sign_in/login.html", lambda user: True)
STAFF = Door("staff", "sign_in/staff_login.html", accounts.is_staff_member)


@sensitive_post_parameters("password")
@never_cache
def log_in(request: HttpRequest) -> HttpResponse:
    """The public's door."""
    return _open(request, PUBLIC)


@sensitive_post_parameters("password")
@never_cache
def staff_log_in(request: HttpRequest) -> HttpResponse:
    """The staff's door: a right password without a role gets the answer of a wrong one."""
    return _open(request, STAFF)


@never_cache
def log_out(request: HttpRequest) -> HttpResponse:
    """Leave the secured space."""
    return _leave(request, to="web:home")


@never_cache
def staff_log_out(request: HttpRequest) -> HttpResponse:
    """Leave the desk."""
    return _leave(request, to="staff:login")


@never_cache
def left(request: HttpRequest) -> HttpResponse:
    """Back from the provider, which was left too."""
    messages.success(request, FAREWELL)
    return redirect("web:home")


def _leave(request: HttpRequest, *, to: str) -> HttpResponse:
    """A mere link only asks, so that no other site can make one leave. The provider is left too, where it allows it."""
    if request.method != "POST":
        return render(request, "sign_in/logout.html")
    elsewhere = _leaving_provider(request)
    if request.user.is_authenticated:
        sessions.end_session(user=request.user, record=request.session.get(marks.RECORD, ""), at=clock.now())
        security_log.note("signed_out", account=accounts.account_actor(request.user))
    auth.logout(request)
    if elsewhere:
        return redirect(elsewhere)
    messages.success(request, FAREWELL)
    return redirect(to)


def _leaving_provider(request: HttpRequest) -> str:
    kept = request.session.get(marks.PROVIDER)
    if not kept:
        return ""
    back = settings.SITE_URL.rstrip("/") + reverse("sign_in:left")
    return openid.leaving(kept["end_session"], id_token=kept["id_token"], back_to=back)


def _open(request: HttpRequest, door: Door) -> HttpResponse:
    way_back = way_back_of(request)
    if request.user.is_authenticated and door.admits(request.user):
        return redirect(way_back or resolve_url(HOMES[door.name]))
    form = LogInForm(request.POST if request.method == "POST" else None, initial={"next": way_back})
    if form.is_valid():
        inside = _try(request, form, door, way_back)
        if inside is not None:
            return inside
    status = 200 if not form.errors else getattr(form, "status", 422)
    context = {"form": form, "next": way_back, "providers": providers.configured()}
    return render(request, door.template, context, status=status)


def _try(request: HttpRequest, form: LogInForm, door: Door, way_back: str) -> HttpResponse | None:
    """What comes after a right password; otherwise None, with the refusal in the form.

    The same work is done for every address: the same counts, one hash, one task queued.
    """
    email, visit = User.objects.normalize_email(form.cleaned_data["email"]), visit_of(request)
    is_known = not visit.is_new and queries.is_known_browser(email=email, digest=visit.digest)
    attempt = tries.of_password(email=email, visit=visit, is_known=is_known)
    if refusal := attempt.refusal():
        form.status = 429
        form.add_error(None, refusal)
        security_log.note("limit_reached", how="password")
        return None
    user, now = auth.authenticate(request, username=email, password=form.cleaned_data["password"]), clock.now()
    if user is None or not door.admits(user):
        entries.report_failure(email=email, how=SignIn.Way.PASSWORD, visit=visit, at=now)
        security_log.note("sign_in_refused", how="password")
        form.add_error(None, WRONG)
        return None
    attempt.succeeded()
    return begin(request, Proof(user, SignIn.Way.PASSWORD, door.name, way_back, password_at=now.isoformat()))
