"""Create an account, then activate it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from guichet.office.accounts import limits, queries
from guichet.office.accounts import services as accounts
from guichet.office.accounts.models import SignUp, User
from guichet.office.my_account import services
from guichet.office.my_account.forms import ActivationForm, SignUpForm
from guichet.office.organisations import namesakes
from guichet.office.organisations import queries as organisations
from guichet.office.sign_in.forms import NewPasswordForm
from guichet.office.sign_in.queries import prefill
from guichet.office.toolbox import clock, security_log

_ADDRESS = "accounts.signed_up"


@sensitive_post_parameters("password1", "password2")
@never_cache
def sign_up(request: HttpRequest) -> HttpResponse:
    """*Créer mon compte*. An address that has an account already gets the same answer."""
    known = prefill(request.session, at=clock.now())
    form = SignUpForm(request.POST if request.method == "POST" else None, initial=known)
    entity = form.entity_form()
    status = 200
    if form.is_valid() and (not form.says_yes or entity.is_valid()):
        if _within_limits(request, form.cleaned_data["email"]):
            data = form.cleaned_data
            accounts.sign_up(
                email=data["email"], password=data["password1"], profile=data, at=clock.now(),
                entity=entity.cleaned_data if form.says_yes else None,
            )  # fmt: skip
            request.session[_ADDRESS] = data["email"]
            return redirect("my_account:signup_done")
        status = 429
        form.add_error(None, limits.too_many(limits.SIGN_UP_BY_ADDRESS))
    elif form.is_bound:
        status = 422
    return render(request, "my_account/signup.html", {"form": form, "entity": entity}, status=status)


@never_cache
def signed_up(request: HttpRequest) -> HttpResponse:
    """« Création de compte réussie »: what to do now, and within three days."""
    email = request.session.get(_ADDRESS)
    if email is None:
        return redirect("my_account:signup")
    return render(request, "my_account/signup_done.html", {"email": email})


@sensitive_post_parameters("password", "password1", "password2")
@never_cache
def activate(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the e-mail. Who opens it proves to have typed this sign-up's password, or chooses another."""
    asked = queries.sign_up_of(token, at=clock.now())
    if asked is None:
        return _void_link(request)
    anew = request.method == "POST" and "anew" in request.POST
    posted = request.POST if request.method == "POST" else None
    typed, chosen = ActivationForm(None if anew else posted, sign_up=asked), NewPasswordForm(
        posted if anew else None, user=_owner(asked)
    )  # fmt: skip
    form = chosen if anew else typed
    status = 200 if not form.is_bound else 422
    if form.is_bound and not limits.ACTIVATION.take(str(asked.public_id)):
        typed, chosen, status = ActivationForm(sign_up=asked), NewPasswordForm(user=_owner(asked)), 429
    elif form.is_valid():
        user = services.activate(sign_up=asked, new_password=form.cleaned_data.get("password1"), at=clock.now())
        return _activated(request, user) if user else _void_link(request)
    context = {"sign_up": asked, "typed": typed, "chosen": chosen, "too_many": status == 429, "limit": LIMITED}
    return render(request, "my_account/activate.html", context, status=status)


LIMITED = limits.too_many(limits.ACTIVATION)


def _activated(request: HttpRequest, user: User) -> HttpResponse:
    """« Activation réussie »; with what to know of an organisation that was created with it."""
    shared = any(namesakes.of(row.organisation, user) for row in organisations.of_user(user))
    return render(request, "my_account/activated.html", {"activated": user, "shared": namesakes.SAID if shared else ""})


def _void_link(request: HttpRequest) -> HttpResponse:
    security_log.note("link_refused", view="activation")
    return render(request, "my_account/activated.html", {"activated": None}, status=410)


def _owner(sign_up: SignUp) -> User:
    """Whose password it will be, so that it does not resemble the name."""
    names = {name: sign_up.profile.get(name, "") for name in ("last_name", "first_name")}
    return User(email=sign_up.email, **names)


def _within_limits(request: HttpRequest, email: str) -> bool:
    counts = (
        limits.SIGN_UP_BY_IP.take(limits.caller(request)),
        limits.SIGN_UP_BY_ADDRESS.take(User.objects.normalize_email(email)),
    )
    return all(counts)
