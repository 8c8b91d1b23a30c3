"""Finding payments, and what a file still owes."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from guichet.law import registry
from guichet.law.answers import FeeDue
from guichet.office.authority import queries as authority
from guichet.office.ledger import queries as ledger
from guichet.office.organisations.acting import Acting
from guichet.office.payments.models import OPEN, Payment, State
from guichet.office.toolbox import clock

ASKED_AGAIN_FOR = timedelta(days=3)
"""How long the provider is still asked about an abandoned payment: its page may have stayed open somewhere."""


def due(stream: str) -> tuple[FeeDue, ...]:
    """What the law says this file still owes today, with its reasons."""
    fees: tuple[FeeDue, ...] = registry.for_stream(stream).balance(ledger.happenings(stream), on=clock.today()).due
    return tuple(fees)


def visible(acting: Acting) -> QuerySet[Payment]:
    """The payments of the files that this person sees, and those made for oneself, latest first.

    What was paid for an organisation stays with it when its payer leaves.
    """
    seen = Q(stream__in=authority.streams(acting))
    if acting.organisation is None:
        seen |= Q(account=acting.user) & ~Q(authority__startswith="organisation:")
    return Payment.objects.filter(seen).select_related("account")


def of_stream(stream: str) -> QuerySet[Payment]:
    """The payments of a file, latest first."""
    return Payment.objects.filter(stream=stream).select_related("account")


def by_reference(reference: UUID | str) -> Payment | None:
    try:
        return Payment.objects.filter(reference=UUID(str(reference))).first()
    except ValueError:
        return None


def open_for(stream: str, debt: str) -> Payment | None:
    """The payment that is open, or made, for this debt."""
    return Payment.objects.filter(stream=stream, debt=debt, state__in=[*OPEN, State.CAPTURED]).first()


def locked(payment: Payment) -> Payment:
    """The payment, with every payment of its file locked in one order: two debits of a file queue."""
    rows = Payment.objects.select_for_update().filter(stream=payment.stream).order_by("created_at", "reference")
    return next(row for row in rows if row.pk == payment.pk)


def unsettled(now: datetime) -> QuerySet[Payment]:
    """Payments of which the provider has not said the end, oldest first."""
    stray = Q(state=State.ABANDONED, closed_by_provider=False, created_at__gt=now - ASKED_AGAIN_FOR)
    return Payment.objects.filter(Q(state__in=OPEN) | stray).order_by("created_at")


def refunds_due() -> QuerySet[Payment]:
    return Payment.objects.filter(state=State.REFUND_DUE).order_by("created_at")
