"""« Contact principal »: who paid for and submitted the request."""

from __future__ import annotations

from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.authority import queries as authority
from guichet.office.authority import services
from guichet.office.authority.models import Transfer
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.recorded import Recorded
from guichet.office.organisations import queries as organisations
from guichet.office.payments import queries
from guichet.rights.events import FeePaid

WHY = "paiement"


def name(entry: Recorded) -> None:
    """Make the payer the contact of a file by its first payment, once; its holder stays.

    Later fees change nothing: whoever took the file over since stays its contact. Nor does a payment by someone outside
    whom the file belongs to: a representative, or a member who has left.
    """
    payment = queries.by_reference(entry.payload["payment"])
    held = authority.held(entry.stream)
    if payment is None or held is None or not _is_first(entry) or _is_done(entry.stream):
        return
    payer = account_actor(payment.account)
    if payer == held.contact or not _belongs(payment.account, held.holder):
        return
    services.transfer(stream=entry.stream, holder=held.holder, contact=payer, by=payer, at=entry.recorded_at, why=WHY)


def _is_first(entry: Recorded) -> bool:
    paid = [each.position for each in ledger.history(entry.stream) if each.type == FeePaid.type]
    return paid[0] == entry.position


def _is_done(stream: str) -> bool:
    return Transfer.objects.filter(stream=stream, why=WHY).exists()


def _belongs(payer: User, holder: str) -> bool:
    rows = organisations.of_user(payer)
    return holder == account_actor(payer) or holder in {organisations.key(row.organisation) for row in rows}
