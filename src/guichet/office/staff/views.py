"""The office's people: roles, rights examined, the director general, delegations of signature, and the trail."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import Role, User
from guichet.office.accounts.permissions import actor, has_role, staff_required
from guichet.office.staff import presentation, queries, services
from guichet.office.staff.forms import AppointForm, DelegationForm, DirectorForm, RightsForm
from guichet.office.toolbox import clock

PER_PAGE = 50


@staff_required(Role.ADMINISTRATOR)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everyone who works at the office, with roles; who directs it; the delegations in force."""
    context = {
        "people": presentation.people(queries.members()),
        "director": queries.director(),
        "in_force": queries.in_force().count(),
        "may_act": _may_act(request),
    }
    return render(request, "staff/people.html", context)


@staff_required(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def appoint(request: HttpRequest) -> HttpResponse:
    """Give an account a role."""
    form = AppointForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            services.appoint(
                user=form.user, role=data["role"], rights=data["rights"], by=actor(request.user), at=clock.now()
            )
        except services.NotThis as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, f"{form.user.full_name} : {Role(data['role']).label}.")
            return redirect("staff_desk:person", form.user.public_id)
    return _form_page(request, form, "staff/appoint.html")


@staff_required(Role.ADMINISTRATOR)
@require_safe
def person(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """One member of the staff: roles, rights examined, signatures, and what was done about them."""
    found = _member_or_404(public_id)
    roles = list(found.staff_roles.order_by("role"))
    examiner = next((one for one in roles if one.role == Role.EXAMINER), None)
    context = {
        "person": found,
        "roles": roles,
        "in_words": presentation.people([found])[0].roles,
        "rights_form": RightsForm(initial={"rights": examiner.rights}) if examiner else None,
        "delegations": presentation.delegations(queries.delegations().filter(agent=found)),
        "may_act": _may_act(request),
        "trail": presentation.trail(queries.trail().filter(subject=accounts.account_actor(found))[:PER_PAGE]),
    }
    return render(request, "staff/person.html", context)


@staff_required(Role.ADMINISTRATOR)
@require_POST
def rights(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Say which kinds of files an examiner examines."""
    found, form = _member_or_404(public_id), RightsForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choisissez parmi les natures de dossiers proposées.")
        return redirect("staff_desk:person", public_id)
    return _try(
        request, found, "Droits examinés enregistrés.", services.restrict, user=found,
        rights=form.cleaned_data["rights"],
    )  # fmt: skip


@staff_required(Role.ADMINISTRATOR)
@require_POST
def dismiss(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Take a role away."""
    found, role = _member_or_404(public_id), request.POST.get("role", "")
    if role not in Role.values:
        raise Http404
    return _try(request, found, f"Rôle retiré : {Role(role).label}.", services.dismiss, user=found, role=role)


@staff_required(Role.ADMINISTRATOR)
@require_POST
def end_sessions(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Close every session of a member of the staff, at once: a lost computer, a doubt."""
    found = _member_or_404(public_id)
    services.end_sessions(user=found, by=actor(request.user), at=clock.now())
    messages.success(request, f"Les sessions de {found.full_name} sont fermées.")
    return redirect("staff_desk:person", public_id)


@staff_required(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def director(request: HttpRequest) -> HttpResponse:
    """Record who directs the office."""
    form = DirectorForm(request.POST or None, members=_active())
    if request.method == "POST" and form.is_valid():
        data = {**form.cleaned_data, "user": form.cleaned_data["agent"]}
        del data["agent"]
        try:
            services.install_director(**data, by=actor(request.user), at=clock.now())
        except services.NotThis as reason:
            form.add_error("since", str(reason))
        else:
            messages.success(request, presentation.installed(data["since"], clock.today()))
            return redirect("staff_desk:people")
    return _form_page(request, form, "staff/director.html")


@staff_required(Role.ADMINISTRATOR)
@require_safe
def delegations(request: HttpRequest) -> HttpResponse:
    """Every delegation of signature, those in force marked."""
    page = Paginator(queries.delegations(), PER_PAGE).get_page(request.GET.get("page"))
    rows = presentation.delegations(page)
    context = {"page": page, "rows": rows, "director": queries.director(), "may_act": _may_act(request)}
    return render(request, "staff/delegations.html", context)


@staff_required(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def delegate(request: HttpRequest) -> HttpResponse:
    """Record a delegation of signature that the director general decided."""
    form = DelegationForm(request.POST or None, members=_active())
    if request.method == "POST" and form.is_valid():
        try:
            services.delegate(**form.cleaned_data, by=actor(request.user), at=clock.now())
        except services.NotThis as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, "Délégation de signature enregistrée.")
            return redirect("staff_desk:delegations")
    return _form_page(request, form, "staff/delegate.html")


@staff_required(Role.ADMINISTRATOR)
@require_POST
def end_delegation(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Withdraw a delegation from now on."""
    found = queries.delegation(public_id)
    if found is None:
        raise Http404
    services.end_delegation(delegation=found, by=actor(request.user), at=clock.now())
    messages.success(request, f"Délégation retirée : {found.reference}. Ce qui a été signé le reste.")
    return redirect("staff_desk:delegations")


@staff_required(Role.ADMINISTRATOR)
@require_safe
def trail(request: HttpRequest) -> HttpResponse:
    """What was done about the office's people and signatures, the last first."""
    page = Paginator(queries.trail(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "staff/trail.html", {"page": page, "trail": presentation.trail(page)})


def _try(request: HttpRequest, about: User, done: str, service: Any, **values: Any) -> HttpResponse:
    """Do it, say what came of it, and go back to the person, or to the list when nothing is left to show."""
    try:
        service(**values, by=actor(request.user), at=clock.now())
        messages.success(request, done)
    except services.NotThis as reason:
        messages.error(request, str(reason))
    if queries.member(about.public_id) is None:
        return redirect("staff_desk:people")
    return redirect("staff_desk:person", about.public_id)


def _form_page(request: HttpRequest, form: Any, template: str) -> HttpResponse:
    context = {"form": form, "may_act": _may_act(request)}
    return render(request, template, context, status=422 if form.errors else 200)


def _may_act(request: HttpRequest) -> bool:
    """Whether this reader changes what is shown here: an auditor does not."""
    return has_role(request.user, Role.ADMINISTRATOR)


def _active() -> Any:
    return queries.members().filter(is_active=True)


def _member_or_404(public_id: UUID) -> User:
    found = queries.member(public_id)
    if found is None:
        raise Http404
    return found
