"""The sealed receipt of a payment: one for each, however often the news of it is read."""

from __future__ import annotations

from guichet.office.design import formats
from guichet.office.documents import queries as documents
from guichet.office.documents import sealed
from guichet.office.documents.models import SealedDocument
from guichet.office.ledger.recorded import Recorded
from guichet.office.payments import queries
from guichet.office.payments.models import Payment
from guichet.office.toolbox.failpoints import failpoint

TEMPLATE = "payments/papers/receipt.typ"


def issue(entry: Recorded) -> None:
    """Issue the receipt of the payment that this entry records; a payment made elsewhere has none."""
    payment = queries.by_reference(entry.payload["payment"])
    if payment is None:
        return
    number = formats.printed_number(payment.number)
    sealed.issue(
        kind=SealedDocument.Kind.PAYMENT_RECEIPT,
        template=TEMPLATE,
        data=_data(payment, entry),
        at=entry.recorded_at,
        stream=payment.stream,
        title=f"Reçu de paiement, dossier {number}",
        key=_key(payment),
    )
    failpoint("payments.during_receipt")


def of(payment: Payment) -> SealedDocument | None:
    """The receipt, once it is issued."""
    return documents.sealed_by_key(_key(payment))


def _key(payment: Payment) -> str:
    return f"payment/{payment.reference}"


def _data(payment: Payment, entry: Recorded) -> dict[str, object]:
    return {
        "number": formats.printed_number(payment.number),
        "paid_on": formats.long_date(entry.event_on),
        "amount": formats.euros(entry.payload["amount_cents"]),
        "payer": payment.account.full_name,
        "provider": payment.provider,
        "reference": str(payment.reference),
        "provider_reference": payment.provider_reference,
        "fees": [
            {
                "label": fee.label,
                "quantity": fee.quantity,
                "amount": formats.euros(fee.amount_cents),
                "because": [{"text": reason.text, "article": reason.source.article} for reason in fee.because],
            }
            for fee in payment.fees_due
        ],
    }
