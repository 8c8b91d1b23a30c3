"""What the office does by itself when news of a filing reaches it: the receipt, and the filing date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guichet.law import trademarks as law
from guichet.office.design import formats
from guichet.office.documents import queries as documents
from guichet.office.documents import sealed
from guichet.office.documents.models import SealedDocument
from guichet.office.ledger.acts import perform, permitted
from guichet.office.ledger.followers import Follower, register
from guichet.office.ledger.recorded import Recorded
from guichet.office.procedures.trademark_filing import wording
from guichet.office.toolbox import clock, storage
from guichet.office.toolbox.failpoints import failpoint
from guichet.rights.events import FeePaid
from guichet.rights.parties import Document
from guichet.rights.trademarks.acts import AccordFilingDate
from guichet.rights.trademarks.application import Application
from guichet.rights.trademarks.events import ApplicationReceived, Completed

OFFICE = "office:trademark_filing"
RECEIPT = "documents/receipts/receipt.typ"
PREFIX = "trademark/"


def issue_receipts(entries: Sequence[Recorded]) -> None:
    """A sealed receipt for each filing, once: reading the news twice gives the same one."""
    for entry in entries:
        if entry.type == ApplicationReceived.type:
            _issue_receipt(entry)


def accord_filing_dates(entries: Sequence[Recorded]) -> None:
    """As soon as nothing is missing, the filing date is accorded (R. 712-7, L. 712-2); the law says which one."""
    for entry in entries:
        if entry.type in (FeePaid.type, Completed.type) and entry.stream.startswith(PREFIX):
            on = max(clock.today(), entry.event_on)
            if permitted(entry.stream, on=on)[AccordFilingDate.name].allowed:
                perform(AccordFilingDate(), stream=entry.stream, by=OFFICE, on=on, at=clock.now())


def follow() -> None:
    register(Follower("trademark_filing.receipts", issue_receipts, types=frozenset({ApplicationReceived.type})))
    register(Follower("trademark_filing.dates", accord_filing_dates, types=frozenset({FeePaid.type, Completed.type})))


def _issue_receipt(entry: Recorded) -> None:
    received = entry.event
    assert isinstance(received, ApplicationReceived)
    number = formats.printed_number(received.number)
    mark = received.application.mark
    picture = _bytes(mark.image) if mark and mark.image else None
    sealed.issue(
        kind=SealedDocument.Kind.RECEIPT,
        template=RECEIPT,
        data=_receipt(entry, received.application, number),
        at=entry.recorded_at,
        stream=entry.stream,
        title=f"Récépissé de dépôt, marque {number}",
        key=f"{entry.stream}/receipt",
        pictures={"mark": picture} if picture else None,
    )
    failpoint("filing.during_receipt")


def _bytes(document: Document) -> bytes | None:
    try:
        return documents.read(document.sha256)
    except storage.Missing:
        return None


def _receipt(entry: Recorded, application: Application, number: str) -> dict[str, Any]:
    """What the receipt shows; the act itself is in it as recorded, with its place in the ledger."""
    fees = law.fees_due(application, on=entry.event_on)
    return {
        "number": number,
        "subject": "Demande d'enregistrement de marque",
        "received": f"{formats.long_instant(entry.recorded_at.astimezone(clock.PARIS))} (heure de Paris)",
        "by": wording.signed_by(application),
        "facts": wording.facts(application),
        "items": [
            [f"Classe {nice_class}", terms] for nice_class, terms in wording.by_class(application.goods_services)
        ],
        "fees": [[fee.label, fee.quantity, formats.euros(fee.amount_cents)] for fee in fees],
        "total": formats.euros(sum(fee.amount_cents for fee in fees)),
        "files": [
            {"name": one.name, "media_type": one.media_type, "size": wording.size(one.size), "sha256": one.sha256}
            for one in application.documents()
        ],
        "because": [
            ["Le dépôt est daté du jour de sa réception par l'office.", "R. 712-1"],
            ["Le numéro national est attribué dès la réception.", "R. 712-6"],
            [
                "La date de dépôt n'est acquise que si rien ne manque : déposant, signe, produits et services, "
                "redevance de dépôt.",
                "L. 712-2",
            ],
        ],
        "next": [
            "Payez les redevances depuis votre espace, si ce n'est pas déjà fait.",
            "La demande recevable est publiée au Bulletin officiel dans les six semaines de sa réception (R. 712-8).",
        ],
        "act": {
            "name": entry.act,
            "type": entry.type,
            "payload": entry.payload,
            "recorded_at": entry.recorded_at.isoformat(),
        },
        "ledger": {"position": entry.position, "sequence": entry.sequence, "hash": entry.hash},
    }
