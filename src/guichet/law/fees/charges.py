"""What a file owes where the amount is known, and what it paid where only the office knows the amount."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from guichet.law import fees
from guichet.law.answers import FeeDue, Finding, Reason
from guichet.law.dossier import Dossier
from guichet.law.rules import Guard
from guichet.law.saying import no
from guichet.law.sources import Source
from guichet.rights.events import FeePaid


def known(head: str, on: date) -> bool:
    """Whether the tables have an amount for this fee on that day."""
    return fees.fee(head).known_on(on)


def owed(dossier: Dossier, called: Iterable[tuple[str, date, int]]) -> Iterator[FeeDue]:
    """The fees called for: head, day of its rate, how many. Of an unknown amount, what was paid is what was due."""
    wanted = list(called)
    unknown = [head for head, on, _ in wanted if not known(head, on)]
    for head, on, quantity in wanted:
        if head not in unknown:
            yield fees.due(head, on=on, quantity=quantity)
        elif cents := _paid_for(dossier, head, unknown):
            found = fees.fee(head)
            text = f"{found.label} : montant fixé par {found.authority.act}, tel qu'il a été payé."
            yield FeeDue(head, found.label, quantity, cents, (Reason(text, found.source),))


def _paid_for(dossier: Dossier, head: str, unknown: list[str]) -> int:
    """A payment of several unknown fees goes to the first of them."""
    return sum(
        paid.amount_cents
        for paid in dossier.all(FeePaid)
        if head == next((each for each in paid.heads if each in unknown), "")
    )


def times_paid(dossier: Dossier, head: str, until: date | None = None) -> int:
    """How often this fee was paid, by that day."""
    return sum(head in paid.heads for on, paid in dossier.dated(FeePaid) if until is None or on <= until)


def needs_payment(head: str, source: Source) -> Guard:
    """Only once this fee was paid."""

    def guard(dossier: Dossier, on: date) -> Finding | None:
        if dossier.paid_on(head):
            return None
        return no(f"Payez d'abord la redevance « {fees.fee(head).label} ».", source, fees.fee(head).source)

    return guard
