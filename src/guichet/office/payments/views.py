"""Pages of the payer, and the address at which providers tell their news."""

from __future__ import annotations

import logging
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from guichet.office.accounts.permissions import account_required
from guichet.office.authority import queries as authority
from guichet.office.authority.responses import refused
from guichet.office.documents.responses import serve
from guichet.office.payments import providers, queries, receipts, services
from guichet.office.payments.forms import PayForm
from guichet.office.payments.models import Payment
from guichet.office.payments.providers.base import BadNotification, ProviderRefuses, ProviderSilent

log = logging.getLogger(__name__)
PER_PAGE = 25


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@account_required
def pay(request: HttpRequest, number: str) -> HttpResponse:
    """What a file owes, why, and the button that pays it, for who may pay."""
    stream = _seen_stream(request, number)
    answer = authority.may(request.acting, "pay", stream)
    fees = queries.due(stream)
    total = sum(fee.amount_cents for fee in fees)
    if request.method != "POST":
        return _pay_page(request, stream, PayForm(initial={"shown_cents": total}))
    if not answer.allowed:
        return refused(request, answer)
    form = PayForm(request.POST)
    if not form.is_valid() or (fees and form.cleaned_data["shown_cents"] != total):
        messages.warning(request, "Le montant dû a changé, ou la page était incomplète : vérifiez-le avant de payer.")
        return redirect("payments:pay", number)
    key = str(form.cleaned_data["token"])
    try:
        payment = services.start(stream=stream, account=request.user, key=key, under=answer.under)
    except services.NothingDue:
        return redirect("payments:pay", number)
    except ProviderSilent:
        return _pay_page(request, stream, form, problem="silent", status=503)
    except ProviderRefuses:
        log.exception("the provider refused a payment")
        return _pay_page(request, stream, form, problem="refused", status=502)
    return _see_other(payment.checkout_url) if payment.is_open else redirect("payments:return", payment.reference)


@require_safe
@never_cache
@account_required
def back(request: HttpRequest, reference: UUID) -> HttpResponse:
    """Where the payer comes back to: what became of the payment. htmx asks for the state alone, when it has changed."""
    payment = _own_payment(request, reference)
    paper = receipts.of(payment)
    shown = payment.state + (".receipt" if paper else "")
    may_pay = authority.may(request.acting, "pay", payment.stream)
    context = {"payment": payment, "receipt": paper, "shown": shown, "may_pay": may_pay}
    if not request.htmx:
        return render(request, "payments/return.html", context)
    if request.GET.get("shown") == shown:
        return HttpResponse(status=204)
    return render(request, "payments/_state.html", context)


@require_POST
@account_required
def check(request: HttpRequest, reference: UUID) -> HttpResponse:
    """Ask the provider now instead of waiting for its news."""
    payment = _own_payment(request, reference)
    try:
        payment = services.ask(payment)
    except (ProviderSilent, ProviderRefuses):
        text = "Le prestataire de paiement ne répond pas pour l'instant. Rien n'est perdu : nous le lui redemanderons."
        messages.warning(request, text)
    else:
        if payment.is_open:
            messages.info(request, "Le prestataire de paiement n'a pas encore enregistré de paiement.")
    return redirect("payments:return", reference)


@require_safe
@never_cache
@account_required
def receipt(request: HttpRequest, reference: UUID) -> HttpResponse:
    """The sealed receipt of a payment."""
    payment = _own_payment(request, reference)
    found = receipts.of(payment)
    if found is None:
        raise Http404
    return serve(found, inline=True)


@require_safe
@never_cache
@account_required
def payments(request: HttpRequest) -> HttpResponse:
    """The payments of whom one acts for, latest first."""
    page = Paginator(queries.visible(request.acting), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "payments/list.html", {"payments": page})


@csrf_exempt
@require_POST
def webhook(request: HttpRequest, provider: str) -> HttpResponse:
    """News from a provider, signed; what cannot be verified or found gets the same bare answer."""
    try:
        notification = providers.named(provider).read_notification(request.body, request.headers)
    except (BadNotification, ImproperlyConfigured):
        return _not_understood()
    payment = queries.by_reference(notification.reference)
    if payment is None or payment.provider != provider:
        return _not_understood()
    services.settle(payment, notification.status)
    return HttpResponse(status=204)


def _not_understood() -> HttpResponse:
    return HttpResponse("Avis refusé.", status=400, content_type="text/plain; charset=utf-8")


def _seen_stream(request: HttpRequest, number: str) -> str:
    stream = f"trademark/{number}"
    if not authority.may(request.acting, "see", stream).allowed:
        raise Http404
    return stream


def _own_payment(request: HttpRequest, reference: UUID) -> Payment:
    payment = queries.visible(request.acting).filter(pk=reference).first()
    if payment is None:
        raise Http404
    return payment


def _pay_page(request: HttpRequest, stream: str, form: PayForm, problem: str = "", status: int = 200) -> HttpResponse:
    fees = queries.due(stream)
    context = {
        "number": stream.rsplit("/", 1)[-1],
        "fees": fees,
        "total_cents": sum(fee.amount_cents for fee in fees),
        "payments": queries.of_stream(stream),
        "may_pay": authority.may(request.acting, "pay", stream),
        "form": form,
        "problem": problem,
    }
    return render(request, "payments/pay.html", context, status=status)


def _see_other(url: str) -> HttpResponse:
    return HttpResponse(status=303, headers={"Location": url})
