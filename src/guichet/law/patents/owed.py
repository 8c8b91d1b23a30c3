"""Fees of the proceedings about patents: charged where the tables know the amount on that day, never invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from guichet.law import fees
from guichet.law.answers import FeeDue
from guichet.law.dossier import Dossier
from guichet.law.saying import because
from guichet.rights.events import FeePaid


def owed(head: str, dossier: Dossier, *, on: date, quantity: int = 1) -> Iterator[FeeDue]:
    """The fee due. Where nobody knows its amount on that day: what was paid for it, so that it is not given back."""
    try:
        yield fees.due(head, on=on, quantity=quantity)
    except fees.FeeUnknown:
        paid = sum(each.amount_cents for each in dossier.all(FeePaid) if each.heads[:1] == (head,))
        if paid:
            found = fees.fee(head)
            text = "Le barème de ce jour n'est pas connu : le montant payé est tenu pour dû."
            yield FeeDue(head, found.label, 1, paid, because(text, found.source))
