"""*Mon entreprise*: who asks to join, who belongs, and what administrators do about it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guichet.office.accounts.models import User
from guichet.office.accounts.permissions import account_required
from guichet.office.my_company.forms import PersonForm
from guichet.office.my_company.permissions import administrator_required, member_required
from guichet.office.organisations import acting, joining, queries, rules, services
from guichet.office.organisations.models import JoinRequest, Membership, Organisation
from guichet.office.sign_in.queries import proved_twice
from guichet.office.toolbox import clock

SUCCESSOR = "Qui lui succède comme gestionnaire"
DONE = {
    "promote": "{} est maintenant gestionnaire.",
    "demote": "{} est maintenant collaborateur.",
    "end": "{} n'est plus rattaché à l'entreprise.",
}


@require_safe
@never_cache
@account_required
def home(request: HttpRequest) -> HttpResponse:
    """The two tables for administrators; the identity and the administrators' names for collaborators."""
    organisation = request.acting.organisation
    if organisation is None:
        return render(request, "my_company/outside.html")
    context = {
        "organisation": organisation,
        "administrators": queries.administrators(organisation),
        "members": queries.members(organisation),
        "requests": queries.waiting(organisation, at=clock.now()),
        "proved": proved_twice(request.session),
    }
    page = "home.html" if request.acting.is_administrator else "collaborator.html"
    return render(request, f"my_company/{page}", context)


@require_POST
@administrator_required
def answer(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Accept or refuse a request to join."""
    asked = JoinRequest.objects.filter(public_id=public_id, organisation=request.acting.organisation).first()
    if asked is None:
        raise Http404
    if request.POST.get("answer") not in ("accept", "refuse"):
        messages.error(request, "Choisissez d'accepter ou de refuser la demande.")
        return redirect("my_company:home")
    accepts = request.POST["answer"] == "accept"
    try:
        (joining.accept if accepts else joining.refuse)(request=asked, by=request.user, at=clock.now())
    except rules.Refused as refusal:
        messages.error(request, refusal.words)
    else:
        done = "est maintenant rattaché à l'entreprise" if accepts else ": demande refusée, la personne en est avertie"
        messages.success(request, f"{asked.user} {done}.")
    return redirect("my_company:home")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@administrator_required
def member(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One attached account: promote, make collaborator again, deactivate."""
    row = _member(request.acting.organisation, public_id)
    form = _successors(request, row)
    act = request.POST.get("act", "")
    if request.method != "POST" or act not in DONE:
        return render(request, "my_company/member.html", _context(row, form))
    try:
        _do(act, row, by=request.user, successor=form.chosen() if form.is_bound else None)
    except rules.Refused as refusal:
        shown = form if isinstance(refusal, rules.SuccessorNeeded) else None
        return render(request, "my_company/member.html", _context(row, shown, refusal.words), status=422)
    messages.success(request, DONE[act].format(row.user))
    return redirect("my_company:home")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def leave(request: HttpRequest) -> HttpResponse:
    """Detach oneself; the last administrator names a successor on this very page."""
    organisation, row = request.acting.organisation, request.acting.membership
    form = _successors(request, row)
    context = {**_context(row, form), "organisation": organisation}
    if request.method != "POST":
        return render(request, "my_company/leave.html", context)
    try:
        services.leave(
            organisation=organisation, user=request.user, at=clock.now(),
            successor=form.chosen() if form.is_bound else None,
        )  # fmt: skip
    except rules.Refused as refusal:
        return render(request, "my_company/leave.html", {**context, "refusal": refusal.words}, status=422)
    acting.forget(request.session)
    messages.success(request, f"Vous n'êtes plus rattaché à {organisation.name}.")
    return redirect("web:space")


@require_POST
@administrator_required
def second_factor(request: HttpRequest) -> HttpResponse:
    """Require a second factor of whoever acts for the organisation, or no longer."""
    wanted = request.POST.get("wanted") == "yes"
    try:
        services.require_second_factor(
            organisation=request.acting.organisation, wanted=wanted, by=request.user,
            proved=proved_twice(request.session), at=clock.now(),
        )  # fmt: skip
    except rules.Refused as refusal:
        messages.error(request, refusal.words)
    else:
        messages.success(request, "Double authentification exigée." if wanted else "Elle n'est plus exigée.")
    return redirect("my_company:home")


def _member(organisation: Organisation, public_id: UUID) -> Membership:
    row = queries.members(organisation).filter(user__public_id=public_id).first()
    if row is None:
        raise Http404
    return row


def _successors(request: HttpRequest, row: Membership) -> PersonForm:
    """Who may follow this member, if he or she is the last administrator; otherwise nobody need be named."""
    others = queries.members(row.organisation).filter(user__is_active=True).exclude(user=row.user)
    is_last = row.is_administrator and not any(each.is_administrator for each in others)
    people = [each.user for each in others] if is_last else []
    return PersonForm(request.POST if request.method == "POST" and people else None, people=people, label=SUCCESSOR)


def _do(act: str, row: Membership, *, by: User, successor: User | None) -> None:
    at = clock.now()
    if act == "promote":
        services.promote(organisation=row.organisation, user=row.user, by=by, at=at)
    else:
        change = services.demote if act == "demote" else services.end
        change(organisation=row.organisation, user=row.user, by=by, at=at, successor=successor)


def _context(row: Membership, form: PersonForm | None, refusal: str = "") -> dict[str, object]:
    return {"row": row, "form": form if form and form.people else None, "refusal": refusal}
