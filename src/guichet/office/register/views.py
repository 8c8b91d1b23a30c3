"""The public register: anyone reads it, nothing unpublished is in it."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from guichet.office.accounts import limits
from guichet.office.documents import images
from guichet.office.documents.responses import serve
from guichet.office.register import queries, services
from guichet.office.register.certificate import RULES_ARTICLES, goods_by_class, public_identity
from guichet.office.register.forms import AsAtForm, SearchForm
from guichet.office.register.timeline import public_timeline
from guichet.rights.trademarks.words import FEATURES, KINDS
from guichet.standards import numbers

PER_PAGE = 20
WIDTH = 480
"""Pixels of a sign on its page."""

CERTIFICATES = limits.Limit("certificate.ip", most=60, minutes=60)
"""Each one is a paper to make and to seal."""


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search by number, name, holder, class and date; a number that is found leads straight to its mark."""
    form = SearchForm(request.GET or None)
    page = None
    if form.is_bound and form.is_valid() and not form.wanted().is_empty:
        wanted = form.wanted()
        number = numbers.parse(wanted.words)
        if number and queries.public_file(number):
            return redirect("register:mark", number=number)
        page = Paginator(queries.search(wanted), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "register/search.html", {"form": form, "page": page})


@require_safe
def mark(request: HttpRequest, number: str) -> HttpResponse:
    """A published mark: sign, dates, goods and services, history, running periods with their reasons.

    Any printed form of the number leads to the canonical address.
    """
    canonical = numbers.parse(number)
    if canonical and canonical != number and queries.public_file(canonical):
        return redirect("register:mark", number=canonical)
    form = AsAtForm(request.GET or None)
    asked = form.is_bound and form.is_valid()
    times = {"effective_on": form.cleaned_data.get("effet"), "known_at": form.known_at()} if asked else {}
    record = queries.public_record(number, **times)
    if record is None and not (asked and queries.public_file(number)):
        raise Http404
    context = {"form": form, "number": number, "record": record, "as_at": asked and any(times.values())}
    return render(request, "register/mark.html", context | (_shown(record) if record else {}))


@require_safe
def image(request: HttpRequest, number: str) -> HttpResponse:
    """The sign of a published figurative mark, at the width of a page."""
    record = queries.public_record(number)
    sign = record and record.status.application.mark and record.status.application.mark.image
    if not sign:
        raise Http404
    content, media_type = images.preview(sign.sha256, WIDTH)
    return HttpResponse(content, content_type=media_type, headers={"Cache-Control": "public, max-age=3600"})


@require_safe
def rules_of_use(request: HttpRequest, number: str) -> HttpResponse:
    """The rules of use of a collective or guarantee mark, as published (R. 714-2 1°, R. 715-1, R. 715-2)."""
    record = queries.public_record(number)
    rules = record.status.application.rules_of_use if record else None
    if rules is None:
        raise Http404
    return serve(rules, inline=True)


@require_POST
def certificate(request: HttpRequest, number: str) -> HttpResponse:
    """The certificate of identity (R. 714-8 1°), sealed, as a PDF."""
    record = queries.public_record(number)
    if record is None:
        raise Http404
    if not CERTIFICATES.take(limits.caller(request)):
        messages.error(request, limits.too_many(CERTIFICATES))
        return redirect("register:mark", number=number)
    return serve(services.issue_identity_certificate(record))


def _shown(record: queries.Record) -> dict[str, object]:
    application = record.status.application
    return {
        "printed_number": numbers.printed(record.status.number),
        "kind": KINDS[application.kind],
        "feature": FEATURES.get(application.mark.feature, "") if application.mark else "",
        "holders": [public_identity(party) for party in application.applicants],
        "representative": public_identity(application.representative.party) if application.representative else "",
        "goods": goods_by_class(record.status.goods_services),
        "timeline": public_timeline(record.history),
        "rules_article": RULES_ARTICLES.get(application.kind, ""),
        "issue_is_out": queries.is_out(record.status.publication_issue),
        "registration_is_out": queries.is_out(record.status.registration_issue),
    }
