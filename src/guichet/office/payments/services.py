"""The saga of a payment: each step is one transaction or one question to the provider, never both.

1. ``start``: the debt is asked of the law and a payment is written (``created``). Commit.
2. ``send``: the provider opens a page for the payment's key. A second call with the key finds the same page.
3. ``send``: its address and reference are written (``sent``). Commit. The payer goes there.
4. The provider debits, and says so: by a notification, or when ``ask`` asks.
5. ``capture``: the payment is ``captured`` and the ledger says that the fees are paid, both or neither. Commit.
   When the law refuses (already paid, file ended), the payment is ``refund_due`` instead: no orphan.
6. ``refund``: the provider gives back, under a key made of the payment's reference.
7. ``refund``: the payment is ``refunded``, and the ledger says so when the law had decided it. Commit.

A crash between two steps leaves a state from which ``reconciliation.run`` goes on; every step may be done again.
The legal date of a payment is the day, in Paris, on which the provider debited: not when the office heard of it.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable, Sequence

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from guichet.law import registry
from guichet.law.answers import FeeDue, Refused
from guichet.office.accounts.models import User
from guichet.office.ledger import acts, followers
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.recorded import Stale
from guichet.office.ledger.services import record
from guichet.office.payments import providers, queries
from guichet.office.payments.models import DEBITED, OPEN, Payment, State
from guichet.office.payments.providers.base import ProviderStatus
from guichet.office.toolbox import clock
from guichet.office.toolbox.failpoints import failpoint
from guichet.rights.codec import to_plain
from guichet.rights.events import Event, FeePaid, FeeRefunded, Happened, payload, read_event
from guichet.rights.trademarks.acts import Pay, Refund

log = logging.getLogger(__name__)
ATTEMPTS = 5
"""How many times an act is tried on a file on which others act at the same moment."""


class NothingDue(Exception):
    """The file owes nothing, or not what was shown."""

    message = "Ce dossier n'a plus de redevance à payer."


def start(*, stream: str, account: User, key: str, fees: Sequence[FeeDue] | None = None, under: str = "") -> Payment:
    """The payment of what this file owes, with a page of the provider to go to (``checkout_url``).

    The amount is the law's. ``fees``: what the payer was shown; refused when the law now says otherwise.
    under: what empowers the payer, for the payment and for the ledger; empty for oneself.
    key: identifies the payer's wish; twice the same key, or two keys for one debt, are one payment.
    Not to be called inside a transaction. Raises NothingDue, or ProviderSilent: then nothing is lost, start again.
    """
    payment = _create(stream=stream, account=account, key=key, fees=fees, under=under)
    failpoint("payments.after_create")
    return send(payment) if payment.state == State.CREATED else payment


def send(payment: Payment) -> Payment:
    """Have the provider open its page, and keep its address. Raises ProviderSilent: the payment waits as it was."""
    checkout = providers.named(payment.provider).create(
        reference=str(payment.reference),
        amount_cents=payment.amount_cents,
        idempotency_key=payment.idempotency_key,
        return_url=_address("payments:return", payment.reference),
        notify_url=_address("payments:webhook", payment.provider),
        description=f"Dossier {payment.number}",
    )
    failpoint("payments.after_send")
    with transaction.atomic():
        payment = queries.locked(payment)
        if payment.state == State.CREATED:
            payment.state = State.SENT
            payment.provider_reference, payment.checkout_url = checkout.provider_reference, checkout.url
            payment.save()
    return payment


def ask(payment: Payment) -> Payment:
    """Ask the provider what became of a payment, and act upon the answer. Raises ProviderSilent."""
    status = providers.named(payment.provider).fetch(
        provider_reference=payment.provider_reference, idempotency_key=payment.idempotency_key
    )
    return settle(payment, status)


def settle(payment: Payment, status: ProviderStatus) -> Payment:
    """Act upon what the provider says, once, however often it says it."""
    if status.status == "captured":
        return capture(payment, status)
    ends = {"refused": State.FAILED, "cancelled": State.ABANDONED}
    if status.status not in ends:
        return payment
    with transaction.atomic():
        payment = queries.locked(payment)
        payment.closed_by_provider = True
        if payment.state in OPEN:
            payment.state = ends[status.status]
        payment.save(update_fields=["state", "closed_by_provider"])
    return payment


def capture(payment: Payment, status: ProviderStatus) -> Payment:
    """Take note of a debit: the payment and the ledger together. Done again, it changes nothing.

    1. Lock the payments of the file. 2. A debit already noted: stop. 3. Close the twin that is open for the same debt.
    4. Ask the law to record the fees as paid on the day of the debit. 5. If it refuses, the money must go back.
    """
    with transaction.atomic():
        payment = queries.locked(payment)
        if payment.state in DEBITED:
            return payment
        transaction.on_commit(lambda: failpoint("payments.after_capture"))
        payment.captured_at = status.captured_at or clock.now()
        payment.debited_cents = status.amount_cents
        payment.provider_reference = status.provider_reference or payment.provider_reference
        payment.closed_by_provider = True
        _close_twin(payment)
        payment.state = State.CAPTURED
        payment.save()
        refusal = _record_as_paid(payment)
        if refusal:
            _owe_refund(payment, status.amount_cents, refusal)
        failpoint("payments.before_capture_commit")
    return payment


def owe_refunds(stream: str) -> None:
    """Mark the payments of a file that the law now gives back (R. 411-17); the money follows in ``refund``.

    The latest payment first, since a surplus is the last one's; what is already on its way back counts as gone.
    """
    with transaction.atomic():
        rows = list(Payment.objects.select_for_update().filter(stream=stream).order_by("created_at", "reference"))
        history = ledger.happenings(stream)
        on_their_way = [row.refund_decision for row in rows if row.state == State.REFUND_DUE and row.refund_decision]
        history += [Happened(read_event(FeeRefunded.type, plain), on=clock.today()) for plain in on_their_way]
        captured = [row for row in rows if row.state == State.CAPTURED]
        for payment in sorted(captured, key=lambda row: (row.captured_at, row.created_at), reverse=True):
            decision = _given_back(payment, history)
            if decision is not None:
                history.append(Happened(decision, on=clock.today()))
                payment.refund_decision = payload(decision)
                _owe_refund(payment, decision.amount_cents, _reason(stream, history[:-1]))


def refund(payment: Payment) -> Payment:
    """Give back what is due, once. Raises ProviderSilent: the refund stays due and is tried again."""
    if payment.state != State.REFUND_DUE:
        return payment
    failpoint("payments.before_refund")
    providers.named(payment.provider).refund(
        provider_reference=payment.provider_reference,
        amount_cents=payment.refund_cents or 0,
        idempotency_key=_refund_key(payment),
    )
    failpoint("payments.after_refund")
    asked = _refund_key(payment)
    with transaction.atomic():
        payment = queries.locked(payment)
        if payment.state == State.REFUND_DUE and _refund_key(payment) == asked:
            _note_refund(payment)
        failpoint("payments.before_refund_commit")
    return payment


def abandon(payment: Payment) -> Payment:
    """Give up a payment that never reached the provider."""
    with transaction.atomic():
        payment = queries.locked(payment)
        if payment.state == State.CREATED:
            payment.state = State.ABANDONED
            payment.save(update_fields=["state"])
    return payment


def _create(*, stream: str, account: User, key: str, fees: Sequence[FeeDue] | None, under: str) -> Payment:
    """Write the payment, or find the one that this key or this debt has already; the database decides a race.

    A key whose payment ended without a debit (refused, abandoned) gives way to a new one.
    """
    wish = str(uuid.uuid5(account.public_id, f"{stream}:{key}"))
    for _ in range(ATTEMPTS):
        known = Payment.objects.filter(idempotency_key=wish).first()
        if known and (known.is_open or known.was_debited):
            return known
        due = queries.due(stream)
        if not due or (fees is not None and tuple(fees) != due):
            raise NothingDue
        debt = _debt(stream, due)
        try:
            with transaction.atomic():
                return Payment.objects.create(
                    stream=stream,
                    account=account,
                    authority=under,
                    debt=debt,
                    fees=to_plain(due),
                    amount_cents=sum(fee.amount_cents for fee in due),
                    idempotency_key=wish if known is None else str(uuid.uuid4()),
                    provider=settings.PAYMENT_PROVIDER,
                    created_at=clock.now(),
                )
        except IntegrityError:
            twin = queries.open_for(stream, debt)
            if twin:
                return twin
    raise Stale(Stale.message)


def _debt(stream: str, due: Sequence[FeeDue]) -> str:
    """Names a debt: its fees, and how many payments the file had had before it arose."""
    rank = sum(entry.type == FeePaid.type for entry in ledger.history(stream))
    return f"{rank}:" + "+".join(sorted(f"{fee.head}*{fee.quantity}" for fee in due))


def _close_twin(payment: Payment) -> None:
    """The other payment open for the same debt, if any, gives way; beside one that is made, this one is a surplus.

    A surplus is recorded like any payment, under a debt of its own; the law gives it back.
    """
    twins = Payment.objects.filter(stream=payment.stream, debt=payment.debt).exclude(pk=payment.pk)
    twins.filter(state__in=OPEN).update(state=State.ABANDONED)
    if twins.filter(state=State.CAPTURED).exists():
        payment.debt = f"{payment.debt}/{payment.reference}"


def _record_as_paid(payment: Payment) -> str:
    """Have the ledger say that the fees are paid; returns the reason when that must not be, or nothing."""
    if payment.debited_cents != payment.amount_cents:
        return "Le montant débité par le prestataire n'est pas celui qui était dû : il est rendu en entier."
    day = (payment.captured_at or clock.now()).astimezone(clock.PARIS).date()
    act = Pay(heads=payment.heads, amount_cents=payment.amount_cents, payment=str(payment.reference))
    by, under = f"provider:{payment.provider}", payment.authority
    try:
        _again_when_stale(lambda: acts.perform(act, stream=payment.stream, by=by, on=day, under=under))
    except Refused as refusal:
        return refusal.finding.message
    return ""


def _owe_refund(payment: Payment, amount_cents: int, reason: str) -> None:
    payment.state, payment.refund_cents, payment.refund_reason = State.REFUND_DUE, amount_cents, reason
    payment.save()
    log.warning("refund due", extra={"payment": str(payment.reference)})


def _given_back(payment: Payment, history: Sequence[Happened]) -> FeeRefunded | None:
    """What the law gives back of a payment, after this history; None when it gives nothing back."""
    try:
        act = Refund(payment=str(payment.reference))
        events = registry.for_stream(payment.stream).decide(act, history, on=clock.today())
    except Refused:
        return None
    return next((event for event in events if isinstance(event, FeeRefunded)), None)


def _reason(stream: str, history: Sequence[Happened]) -> str:
    refundable = registry.for_stream(stream).balance(history, on=clock.today()).refundable
    return " ".join(dict.fromkeys(reason.text for fee in refundable for reason in fee.because))


def _refund_key(payment: Payment) -> str:
    """The provider's key of the refund that is due; a later refund of the same payment has another."""
    return f"{payment.reference}:refund:{payment.refunded_cents}"


def _note_refund(payment: Payment) -> None:
    """The money has gone back: say so here, and in the ledger when the law had decided it."""
    payment.refunded_cents += payment.refund_cents or 0
    payment.refunded_at = clock.now()
    payment.state = State.REFUNDED if payment.refunded_cents == payment.debited_cents else State.CAPTURED
    decision, payment.refund_decision, payment.refund_cents = payment.refund_decision, None, None
    payment.save()
    if decision:
        _again_when_stale(lambda: _record_refund(payment, read_event(FeeRefunded.type, decision)))


def _record_refund(payment: Payment, decision: Event) -> None:
    record(
        [decision],
        stream=payment.stream,
        expected=ledger.last_sequence(payment.stream),
        by=f"provider:{payment.provider}",
        act=Refund.name,
    )
    followers.catch_up_after_commit()


def _again_when_stale(step: Callable[[], object]) -> None:
    """Do a step again when someone else acted on the file at the same moment."""
    for attempt in range(ATTEMPTS):
        try:
            step()
            return
        except Stale:
            if attempt == ATTEMPTS - 1:
                raise


def _address(name: str, argument: object) -> str:
    return f"{settings.SITE_URL.rstrip('/')}{reverse(name, args=[argument])}"
