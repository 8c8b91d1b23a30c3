"""The second step of a log-in, or of a confirmation: a code, a security key, a recovery code."""

from __future__ import annotations

from hmac import compare_digest

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.sign_in import codes, marks, queries, tries, webauthn
from guichet.office.sign_in.forms import KeyAnswerForm, SecondStepForm
from guichet.office.sign_in.models import SignIn
from guichet.office.sign_in.services import entries, factors
from guichet.office.sign_in.views.entering import Proof, enter
from guichet.office.sign_in.views.visitors import visit_of
from guichet.office.toolbox import clock, security_log

EXPIRED = "La vérification n'a pas été terminée dans les dix minutes. Recommencez, s'il vous plaît."
WRONG_CODE = (
    "Ce code n'est pas, ou n'est plus, valable. Un code de l'application sert une seule fois : attendez le suivant."
)
WRONG_KEY = "La clé n'a pas été reconnue. Recommencez, ou saisissez un code."


@sensitive_post_parameters("code", "answer")
@never_cache
def second_step(request: HttpRequest) -> HttpResponse:
    """Nobody is inside before this: the session only knows whose password was right, for ten minutes."""
    pending = marks.pending(request.session, at=clock.now())
    user = _person(request, pending)
    if pending is None or user is None:
        messages.info(request, EXPIRED)
        return redirect("sign_in:login")
    with_key = "answer" in request.POST
    form = (KeyAnswerForm if with_key else SecondStepForm)(request.POST or None)
    if form.is_valid():
        way = _shown(request, user, form)
        if way:
            return _complete(request, pending, user, way)
    status = getattr(form, "status", 422) if form.errors else 200
    context = {
        "form": SecondStepForm() if with_key else form, "refused": form, "place": webauthn.site(),
        "options": _ask_for_key(request, user), "codes": queries.authenticators(user).exists(), "door": pending.door,
    }  # fmt: skip
    return render(request, "sign_in/second_step.html", context, status=status)


def _person(request: HttpRequest, pending: marks.Pending | None) -> User | None:
    """Whose first step it is; None once the password changed, or when someone else is inside."""
    if pending is None:
        return None
    user = User.objects.filter(pk=pending.user, is_active=True).first()
    if user is None or not compare_digest(pending.proof, user.get_session_auth_hash()):
        return None
    return user if pending.purpose == "enter" or request.user == user else None


def _shown(request: HttpRequest, user: User, form: SecondStepForm | KeyAnswerForm) -> str:
    """How the second factor was shown, word of ``SignIn``; otherwise empty, with the refusal in the form."""
    visit, now = visit_of(request), clock.now()
    is_known = not visit.is_new and queries.is_known_browser(email=user.email, digest=visit.digest)
    attempt = tries.of_code(account=str(user.public_id), visit=visit, is_known=is_known)
    if refusal := attempt.refusal():
        form.status = 429
        form.add_error(None, refusal)
        security_log.note("limit_reached", account=accounts.account_actor(user), how="second_factor")
        return ""
    way, shown = _check(request, user, form)
    if shown:
        attempt.succeeded()
        return way
    entries.report_failure(email=user.email, how=way, visit=visit, at=now)
    security_log.note("second_factor_refused", account=accounts.account_actor(user), how=way)
    form.add_error(None, WRONG_KEY if way == SignIn.Way.SECURITY_KEY else WRONG_CODE)
    return ""


def _check(request: HttpRequest, user: User, form: SecondStepForm | KeyAnswerForm) -> tuple[str, bool]:
    now = clock.now()
    if "answer" in form.cleaned_data:
        state = marks.take_timed(request.session, marks.CEREMONY, at=now) or {}
        answer = form.cleaned_data["answer"]
        return SignIn.Way.SECURITY_KEY, bool(state) and factors.show_key(user=user, state=state, answer=answer, at=now)
    typed = form.cleaned_data["code"]
    if codes.is_six_digits(typed):
        return SignIn.Way.AUTHENTICATOR, factors.show_code(user=user, typed=typed, at=now)
    return SignIn.Way.RECOVERY_CODE, factors.use_recovery_code(user=user, typed=typed, at=now)


def _complete(request: HttpRequest, pending: marks.Pending, user: User, way: str) -> HttpResponse:
    """Both steps are done: the person enters, or goes on with what had to be confirmed."""
    if pending.purpose == "enter":
        how = pending.how if pending.how.startswith("sso:") else way
        proof = Proof(user, how, pending.door, pending.way_back, pending.password_at, proved_twice=True)
        return enter(request, proof)
    request.session.cycle_key()
    request.session.pop(marks.PENDING, None)
    request.session[marks.PASSWORD_AT] = pending.password_at
    request.session[marks.SECOND_AT] = clock.now().isoformat()
    return redirect(pending.way_back or resolve_url("sign_in:security"))


def _ask_for_key(request: HttpRequest, user: User) -> str:
    """What the script asks of a security key, as JSON; empty when the person has none. Its state is kept."""
    held = queries.credentials(user)
    if not held or not webauthn.site().domain:
        return ""
    options, state = webauthn.ask_for_key(held)
    marks.keep_timed(request.session, marks.CEREMONY, state, at=clock.now())
    return options
