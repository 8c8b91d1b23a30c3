"""What payments draw from the ledger: fees given back, the receipt of each payment, the contact of a file paid."""

from __future__ import annotations

from collections.abc import Sequence

from guichet.office.ledger.followers import Follower, register
from guichet.office.ledger.recorded import Recorded
from guichet.office.payments import contacts, receipts, services
from guichet.rights.events import FeePaid
from guichet.rights.trademarks.events import FoundInadmissible

RECORDED = frozenset({FeePaid.type})
GIVES_BACK = frozenset({FoundInadmissible.type, FeePaid.type})
"""Inadmissible: deposit and class fees go back (R. 411-17). Paid too much: so does the surplus."""


def owe_refunds(entries: Sequence[Recorded]) -> None:
    """Ask the law what these files give back."""
    for stream in dict.fromkeys(entry.stream for entry in entries):
        services.owe_refunds(stream)


def issue_receipts(entries: Sequence[Recorded]) -> None:
    """A sealed receipt for each payment recorded, once."""
    for entry in entries:
        receipts.issue(entry)


def name_contacts(entries: Sequence[Recorded]) -> None:
    """Whoever paid for the request becomes its contact."""
    for entry in entries:
        contacts.name(entry)


def follow() -> None:
    register(Follower("payments.refunds", owe_refunds, types=GIVES_BACK))
    register(Follower("payments.receipts", issue_receipts, types=RECORDED))
    register(Follower("payments.contacts", name_contacts, types=RECORDED))
