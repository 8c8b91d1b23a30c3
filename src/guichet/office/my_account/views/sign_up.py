"""Create an account, then activate it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from guichet.office.accounts import limits, services
from guichet.office.accounts.links import account_to_activate
from guichet.office.accounts.models import User
from guichet.office.my_account.forms import SignUpForm
from guichet.office.toolbox import clock

_ADDRESS = "accounts.signed_up"


@sensitive_post_parameters("password1", "password2")
@never_cache
def sign_up(request: HttpRequest) -> HttpResponse:
    """*Créer mon compte*. An address that has an account already gets the same answer."""
    form = SignUpForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_valid():
        if _within_limits(request, form.cleaned_data["email"]):
            data = form.cleaned_data
            services.sign_up(email=data["email"], password=data["password1"], profile=data, at=clock.now())
            request.session[_ADDRESS] = data["email"]
            return redirect("my_account:signup_done")
        status = 429
        form.add_error(None, limits.too_many(limits.SIGN_UP_BY_ADDRESS))
    elif form.is_bound:
        status = 422
    return render(request, "my_account/signup.html", {"form": form}, status=status)


@never_cache
def signed_up(request: HttpRequest) -> HttpResponse:
    """« Création de compte réussie »: what to do now, and within three days."""
    email = request.session.get(_ADDRESS)
    if email is None:
        return redirect("my_account:signup")
    return render(request, "my_account/signup_done.html", {"email": email})


@never_cache
def activate(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the e-mail. A button activates: programs that open links in advance must not."""
    if request.method == "POST":
        user = services.activate(token=token, at=clock.now())
        return render(request, "my_account/activated.html", {"activated": user}, status=200 if user else 410)
    user = account_to_activate(token, at=clock.now())
    if user is None:
        return render(request, "my_account/activated.html", {"activated": None}, status=410)
    return render(request, "my_account/activate.html", {"account": user})


def _within_limits(request: HttpRequest, email: str) -> bool:
    counts = (
        limits.SIGN_UP_BY_IP.take(limits.caller(request)),
        limits.SIGN_UP_BY_ADDRESS.take(User.objects.normalize_email(email)),
    )
    return all(counts)
