"""The sealed receipt of a payment: one for each, however often the news of it is read."""

from __future__ import annotations

from guichet.office.design import formats
from guichet.office.documents import queries as documents
from guichet.office.documents import sealed
from guichet.office.documents.models import SealedDocument
from guichet.office.ledger.recorded import Recorded
from guichet.office.organisations import queries as organisations
from guichet.office.payments import queries
from guichet.office.payments.models import Payment
from guichet.office.toolbox.failpoints import failpoint

TEMPLATE = "documents/receipts/payment_receipt.typ"


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


def _payer(payment: Payment) -> str:
    """« Camille Durand, pour Cabinet Durand »."""
    organisation = organisations.by_key(payment.authority)
    return f"{payment.account.full_name}, pour {organisation.name}" if organisation else payment.account.full_name


def _data(payment: Payment, entry: Recorded) -> dict[str, object]:
    reasons = [reason for fee in payment.fees_due for reason in fee.because]
    return {
        "number": formats.printed_number(payment.number),
        "subject": f"Dossier n° {formats.printed_number(payment.number)}",
        "paid": formats.long_instant(payment.captured_at or entry.recorded_at),
        "payer": _payer(payment),
        "method": f"carte, par le prestataire « {payment.provider} » ({payment.provider_reference})",
        "reference": str(payment.reference),
        "fees": [[fee.label, str(fee.quantity), formats.euros(fee.amount_cents)] for fee in payment.fees_due],
        "total": formats.euros(entry.payload["amount_cents"]),
        "because": list(dict.fromkeys((reason.text, reason.source.article) for reason in reasons)),
    }
