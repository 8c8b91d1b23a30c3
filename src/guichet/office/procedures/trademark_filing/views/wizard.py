"""Filling in an application, step by step; every page works by plain forms, autosave is added to them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from guichet.office.accounts.permissions import account_required
from guichet.office.authority import queries as authority
from guichet.office.documents.responses import serve
from guichet.office.drafts import addresses, beside, conflicts, paths, posted, queries, reviews, services
from guichet.office.drafts.models import Draft
from guichet.office.drafts.permissions import draft_for
from guichet.office.drafts.procedure import Step
from guichet.office.organisations.acting import Acting
from guichet.office.procedures.trademark_filing import acts, forms, listing, pages, uploads
from guichet.office.procedures.trademark_filing.procedure import PROCEDURE, STEPS
from guichet.office.procedures.trademark_filing.views import parties
from guichet.office.toolbox import clock


@require_http_methods(["GET", "POST"])
@account_required
def start(request: HttpRequest) -> HttpResponse:
    """What to have at hand; then a new draft, prefilled from the account."""
    if request.method == "GET":
        drafts = queries.visible(request.acting).filter(procedure=PROCEDURE.slug)[:5]
        context = {"steps": STEPS, "drafts": [(one, addresses.of_draft(one)) for one in drafts]}
        return render(request, "trademark_filing/start.html", context)
    draft = services.create(
        procedure=PROCEDURE.slug,
        acting=request.acting,
        data=_from_account(request.acting),
        at=clock.now(),
    )
    return redirect("depot_marque:step", draft.public_id, STEPS[0].slug)


@require_GET
@draft_for("see")
def draft(request: HttpRequest, found: Draft) -> HttpResponse:
    """Where the draft goes on: its file when it is submitted, else the first step not seen yet.

    Who may read it but not change it goes to the page that shows it whole.
    """
    if found.submitted_as:
        return redirect("trademark_file:file", acts.number_of(found.submitted_as))
    if not authority.may(request.acting, "edit", queries.held(found)).allowed:
        return redirect("drafts:show", found.public_id)
    unseen = (step for step in STEPS if not paths.read(found.data, f"visited.{step.slug}"))
    return redirect("depot_marque:step", found.public_id, next(unseen, STEPS[-1]).slug)


@require_http_methods(["GET", "POST"])
@draft_for("edit", keeps=True)
def step(request: HttpRequest, draft: Draft, slug: str) -> HttpResponse:
    """One step: its fields, what the law finds in them, what it will cost."""
    here = _step(slug)
    if draft.submitted_as:
        return _already_submitted(request, draft)
    if request.method == "POST":
        try:
            return _save_step(request, draft, here)
        except services.AlreadySubmitted:  # on another page, a moment ago
            return _already_submitted(request, services.fresh(draft))
    review = acts.review(draft, on=clock.today())
    context = pages.context(draft, here, review, query=request.GET.get("q", "")[:100])
    context["beside"] = beside.at_step(draft, request.acting, step=here.slug, at=clock.now())
    if here == STEPS[-1]:
        context |= _last(request, draft, review, context["signature"])
    return render(request, f"trademark_filing/steps/{here.slug}.html", context)


def _last(request: HttpRequest, draft: Draft, review: acts.Review, signature: forms.SignatureForm) -> dict[str, Any]:
    """What the last step shows more: every remark with its address, and whether the visitor may submit.

    A reviewer's signature that is to be renewed is not proposed again.
    """
    renewal = reviews.to_renew(draft, by=request.acting.actor)
    if renewal:
        signature.clear_name()
    return {
        "renewal": renewal,
        "review": review,
        "remarks": [pages.linked(draft, remark) for remark in review.remarks],
        "submitting": acts.submitting(request.acting, draft),
    }


@require_POST
@draft_for("edit", keeps=True)
def autosave(request: HttpRequest, draft: Draft, slug: str) -> HttpResponse:
    """Keep what is being typed; answers with what it changes in the remarks and the fees."""
    here = _step(slug)
    try:
        saved = _save(request, draft)
    except services.AlreadySubmitted as refusal:
        return render(request, "trademark_filing/_saved.html", {"refusal": refusal.message})
    context = pages.live(saved.draft, here, acts.review(saved.draft, on=clock.today()))
    context |= {"saved_at": saved.draft.updated_at, "is_live": True}
    if saved.overwritten:
        page = posted.opened_page(request.POST.get("page"))
        context["conflicts"] = conflicts.of_page(saved.draft, request.acting, page)
    return render(request, "trademark_filing/_saved.html", context)


@require_GET
@draft_for("see")
def file(request: HttpRequest, draft: Draft, path: str) -> HttpResponse:
    """A file kept in the draft, as received."""
    document = uploads.document(draft, path)
    if document is None:
        raise Http404
    return serve(document, inline=True)


def _already_submitted(request: HttpRequest, draft: Draft) -> HttpResponse:
    messages.info(request, services.AlreadySubmitted.message)
    return redirect("trademark_file:file", acts.number_of(str(draft.submitted_as)))


def _save(request: HttpRequest, draft: Draft) -> services.Saved:
    return services.save_page(
        draft=draft,
        posted=posted.typed_fields(PROCEDURE, dict(request.POST.lists())),
        seen=posted.seen_version(request.POST.get("seen")),
        page=posted.opened_page(request.POST.get("page")),
        by=request.acting.actor,
        at=clock.now(),
    )


def _save_step(request: HttpRequest, draft: Draft, here: Step) -> HttpResponse:
    """Save the fields, receive the files, do what the button asks, lead on."""
    who: dict[str, Any] = {"by": request.acting.actor, "at": clock.now()}
    saved = _save(request, draft)
    services.save_fields(draft=draft, changes={f"visited.{here.slug}": "oui"}, **who)
    for sentence in conflicts.sentences(saved, request.acting):
        messages.warning(request, sentence)
    refused = uploads.receive(draft=draft, files=dict(request.FILES.lists()), **who)
    if refused:
        fresh = services.fresh(draft)
        context = pages.context(fresh, here, acts.review(fresh, on=clock.today()), refused=refused)
        context["beside"] = beside.at_step(fresh, request.acting, step=here.slug, at=clock.now())
        return render(request, f"trademark_filing/steps/{here.slug}.html", context, status=422)
    return redirect(_onwards(request, draft, here, who))


def _onwards(request: HttpRequest, draft: Draft, here: Step, who: dict[str, Any]) -> str:
    """Where the pressed button leads."""
    action = request.POST.get("action", "next")
    address = reverse("depot_marque:step", args=[draft.public_id, here.slug])
    if action == "next" and here != STEPS[-1]:
        return reverse("depot_marque:step", args=[draft.public_id, STEPS[STEPS.index(here) + 1].slug])
    if action == "leave":
        return reverse("drafts:list")
    if action == "search":
        return f"{address}?{urlencode({'q': request.POST.get('q', '')[:100]})}#recherche"
    if action.startswith(("fill:", "keep:")):
        place = parties.act(request, draft, action, **who)
    else:
        place = listing.act(draft, action, new_class=request.POST.get("new_class", ""), **who)
    return f"{address}#{addresses.anchor(place)}" if place else address


def _step(slug: str) -> Step:
    found = next((step for step in STEPS if step.slug == slug), None)
    if found is None:
        raise Http404
    return found


def _from_account(acting: Acting) -> dict[str, str]:
    """The first applicant: the organisation for which the person acts, else the person; the e-mail is the person's."""
    user, organisation = acting.user, acting.organisation
    who = organisation or user
    named = (
        {"kind": "organisation", "name": organisation.name, "siren": organisation.siren,
         "legal_form": organisation.legal_form_label}
        if organisation
        else {"kind": "person", "name": user.last_name, "first_name": user.first_name}
    )  # fmt: skip
    known = {
        **named, "email": user.email, "address.street": who.address, "address.complement": who.address_complement,
        "address.postcode": who.postcode, "address.city": who.city, "address.country": who.country,
    }  # fmt: skip
    return {f"applicants[0].{name}": value for name, value in known.items() if value} | {"mark.feature": "word"}
