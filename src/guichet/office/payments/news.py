"""What payments draw from the ledger: fees that the law gives back, and the receipt of each payment."""

from __future__ import annotations

from collections.abc import Sequence

from guichet.office.ledger.followers import Follower, register
from guichet.office.ledger.recorded import Recorded
from guichet.office.payments import receipts, services
from guichet.rights.events import FeePaid
from guichet.rights.trademarks.events import FoundInadmissible


def owe_refunds(entries: Sequence[Recorded]) -> None:
    """Inadmissible: deposit and class fees go back (R. 411-17). Paid too much: so does the surplus."""
    concerned = [entry.stream for entry in entries if entry.type in (FoundInadmissible.type, FeePaid.type)]
    for stream in dict.fromkeys(concerned):
        services.owe_refunds(stream)


def issue_receipts(entries: Sequence[Recorded]) -> None:
    """A sealed receipt for each payment recorded, once."""
    for entry in entries:
        if entry.type == FeePaid.type:
            receipts.issue(entry)


def follow() -> None:
    register(Follower("payments.refunds", owe_refunds))
    register(Follower("payments.receipts", issue_receipts))
