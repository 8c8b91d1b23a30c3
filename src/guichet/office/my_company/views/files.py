"""Files by contact, passed from one member to another; the trail of what was done."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from guichet.office.accounts.models import User
from guichet.office.my_company import holdings, trail
from guichet.office.my_company.forms import PersonForm, TrailForm
from guichet.office.my_company.permissions import administrator_required
from guichet.office.organisations import queries, rules
from guichet.office.organisations.models import Organisation
from guichet.office.toolbox import clock

PER_PAGE = 50
PERIOD = timedelta(days=90)


@require_safe
@never_cache
@administrator_required
def contacts(request: HttpRequest) -> HttpResponse:
    """Who follows what; those who left first."""
    return render(request, "my_company/contacts.html", {"contacts": holdings.contacts(request.acting.organisation)})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@administrator_required
def reassign(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Give some or all of a contact's files and drafts to a member."""
    organisation = request.acting.organisation
    contact = _contact(organisation, public_id)
    others = queries.members(organisation).filter(user__is_active=True).exclude(user=contact)
    people, posted = [row.user for row in others], request.POST if request.method == "POST" else None
    form = PersonForm(posted, people=people, label="Les confier à")
    listed = holdings.listed(organisation, contact)
    wanted = {one.key for one in listed} if "everything" in request.POST else set(request.POST.getlist("item"))
    if posted is not None and not wanted:
        form.add_error(None, "Cochez au moins un dossier ou un projet.")
    taker = form.chosen()
    if taker and _given(request, form, organisation, wanted, taker):
        return redirect("my_company:contacts")
    context = {"contact": contact, "listed": listed, "form": form, "wanted": wanted}
    return render(request, "my_company/reassign.html", context, status=422 if form.errors else 200)


@require_safe
@never_cache
@administrator_required
def journal(request: HttpRequest) -> HttpResponse:
    """Who did what on whose behalf, the last first."""
    form, wanted = _asked(request)
    page = Paginator(trail.lines(request.acting.organisation, wanted), PER_PAGE).get_page(request.GET.get("page"))
    asked = request.GET.copy()
    asked.pop("page", None)
    context = {"form": form, "page": page, "wanted": wanted, "query": asked.urlencode()}
    return render(request, "my_company/trail.html", context)


@require_safe
@never_cache
@administrator_required
def export(request: HttpRequest) -> HttpResponse:
    """The same, whole, for a spreadsheet."""
    _, wanted = _asked(request)
    content = trail.as_csv(trail.lines(request.acting.organisation, wanted))
    name = f"journal-{wanted.since.isoformat()}-{wanted.until.isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)


def _contact(organisation: Organisation, public_id: UUID) -> User:
    """Someone who follows something of this organisation's; nobody else is shown to exist."""
    found = (one.user for one in holdings.contacts(organisation) if one.user.public_id == public_id)
    user = next(found, None)
    if user is None:
        raise Http404
    return user


def _given(
    request: HttpRequest, form: PersonForm, organisation: Organisation, wanted: set[str], taker: User
) -> bool:  # fmt: skip
    """Pass them on; False, with the reason in the form, when the rules refuse."""
    try:
        holdings.reassign(organisation=organisation, wanted=wanted, to=taker, by=request.user, at=clock.now())
    except rules.Refused as refusal:
        form.add_error(None, refusal.words)
        return False
    messages.success(request, f"C'est fait : les dossiers et projets choisis sont désormais confiés à {taker}.")
    return True


def _asked(request: HttpRequest) -> tuple[TrailForm, trail.Wanted]:
    organisation, today = request.acting.organisation, clock.today()
    people = [row.user for row in queries.members(organisation)] + list(queries.former_members(organisation))
    form = TrailForm(request.GET or None, people=people)
    return form, form.wanted(trail.Wanted(today - PERIOD, today))
