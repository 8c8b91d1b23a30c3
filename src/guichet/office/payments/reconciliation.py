"""What was left between two steps is taken up again: nothing is paid twice, nothing stays an orphan.

1. Every payment whose end is unknown: ask the provider, by its reference or by our key, and act upon the answer.
2. A payment that the provider never heard of: leave it an hour to its payer, who may press the button again, then
   give it up. Its key stays: if the provider opens it late, it is asked about it for three days more.
3. Every refund due: carry it out, under the same key as before.

The provider's silence stops nothing: the next payment is taken, and this one at the next run.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from guichet.office.payments import queries, services
from guichet.office.payments.models import Payment, State
from guichet.office.payments.providers.base import ProviderSilent
from guichet.office.toolbox import clock

log = logging.getLogger(__name__)
LEFT_TO_ITS_PAYER = timedelta(hours=1)


def run(now: datetime | None = None) -> Counter[str]:
    """Take up every unsettled payment and every refund due; how many came to each state, or stayed ``silent``."""
    now = now or clock.now()
    outcome: Counter[str] = Counter()
    for payment in queries.unsettled(now):
        outcome[_safely(payment, lambda one: _settle(one, now))] += 1
    for payment in queries.refunds_due():
        outcome[_safely(payment, services.refund)] += 1
    return outcome


def _settle(payment: Payment, now: datetime) -> Payment:
    payment = services.ask(payment)
    if payment.state == State.CREATED and payment.created_at < now - LEFT_TO_ITS_PAYER:
        return services.abandon(payment)
    return payment


def _safely(payment: Payment, step: Callable[[Payment], Payment]) -> str:
    try:
        return step(payment).state
    except ProviderSilent:
        return "silent"
    except Exception:
        log.exception("payment not reconciled", extra={"payment": str(payment.reference)})
        return "failed"
