"""Log in and out, at the public's door and at the staff's."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import auth, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from guichet.office.accounts import limits, queries
from guichet.office.accounts.models import User
from guichet.office.accounts.way_back import same_site_path
from guichet.office.sign_in.forms import LogInForm

WRONG = (
    "Adresse courriel ou mot de passe incorrect. Si vous venez de créer votre compte, activez-le d'abord "
    "avec le lien reçu par courriel."
)


@sensitive_post_parameters("password")
@never_cache
def log_in(request: HttpRequest) -> HttpResponse:
    """The public's door."""
    return _door(request, template="sign_in/login.html", home="web:space", admits=lambda user: True)


@sensitive_post_parameters("password")
@never_cache
def staff_log_in(request: HttpRequest) -> HttpResponse:
    """The staff's door: a right password without a role gets the answer of a wrong one."""
    return _door(request, template="sign_in/staff_login.html", home="examination:queue", admits=queries.is_staff_member)


@never_cache
def log_out(request: HttpRequest) -> HttpResponse:
    """Leave the secured space."""
    return _leave(request, to="web:home")


@never_cache
def staff_log_out(request: HttpRequest) -> HttpResponse:
    """Leave the desk."""
    return _leave(request, to="staff:login")


def _leave(request: HttpRequest, *, to: str) -> HttpResponse:
    """A mere link only asks, so that no other site can make one leave."""
    if request.method != "POST":
        return render(request, "sign_in/logout.html")
    auth.logout(request)
    messages.success(request, "Vous avez quitté votre espace. À bientôt.")
    return redirect(to)


def _door(request: HttpRequest, *, template: str, home: str, admits: Callable[[User], bool]) -> HttpResponse:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    way_back = same_site_path(wanted, host=request.get_host(), is_secure=request.is_secure())
    if request.user.is_authenticated and admits(request.user):
        return redirect(way_back or resolve_url(home))
    form = LogInForm(request.POST if request.method == "POST" else None, initial={"next": way_back})
    if form.is_valid():
        user = _enter(request, form, admits)
        if user is not None:
            auth.login(request, user)
            return redirect(way_back or resolve_url(home))
    status = 200 if not form.errors else getattr(form, "status", 422)
    return render(request, template, {"form": form, "next": way_back}, status=status)


def _enter(request: HttpRequest, form: LogInForm, admits: Callable[[User], bool]) -> User | None:
    """The person whose address and password these are; otherwise None, with the refusal in the form."""
    email, ip = User.objects.normalize_email(form.cleaned_data["email"]), limits.caller(request)
    within = (limits.LOG_IN_BY_IP.take(ip), limits.LOG_IN_BY_ADDRESS.take(email))
    if not all(within):
        form.status = 429
        form.add_error(None, limits.too_many(limits.LOG_IN_BY_ADDRESS))
        return None
    user = auth.authenticate(request, username=email, password=form.cleaned_data["password"])
    if user is None or not admits(user):
        form.add_error(None, WRONG)
        return None
    limits.LOG_IN_BY_ADDRESS.forget(email)
    limits.LOG_IN_BY_IP.give_back(ip)
    return user
