"""The account of a file: what it owes, what was paid for which fee, what goes back (R. 411-17)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guichet.law import fees
from guichet.law.answers import FeeDue, Reason
from guichet.law.dossier import Dossier
from guichet.law.sources import cite
from guichet.rights.events import FeePaid, FeeRefunded

PERCEIVED = cite(
    "R. 411-17", "I", "perçoit des redevances, dont le montant et les modalités d'application sont fixés par arrêté"
)


@dataclass(frozen=True)
class Account:
    """What is still due, what the office holds in cents, and what it must give back."""

    due: tuple[FeeDue, ...]
    paid_cents: int
    refundable: tuple[FeeDue, ...]


def account(dossier: Dossier, owed: Sequence[FeeDue], refunds: Sequence[FeeDue]) -> Account:
    """Payments cover the fees of their own heads, in the order in which they fell due; what is over goes back."""
    due, over = _covered(dossier, owed)
    return Account(due, dossier.paid_cents, _refundable(dossier, refunds, over))


def still_due(dossier: Dossier, owed: Sequence[FeeDue]) -> tuple[FeeDue, ...]:
    """Of these fees, what the payments do not cover."""
    return _covered(dossier, owed)[0]


def _covered(dossier: Dossier, owed: Sequence[FeeDue]) -> tuple[tuple[FeeDue, ...], int]:
    """What is still due, and the cents that nothing called for."""
    left = [fee.amount_cents for fee in owed]
    over = sum(_over(paid, on, owed, left) for on, paid in dossier.dated(FeePaid))
    due = tuple(
        fee if rest == fee.amount_cents else FeeDue(fee.head, fee.label, fee.quantity, rest, fee.because)
        for fee, rest in zip(owed, left, strict=True)
        if rest
    )
    return due, over


def _over(paid: FeePaid, on: date, owed: Sequence[FeeDue], left: list[int]) -> int:
    """What a payment leaves over; nothing when it was for a fee whose amount only the office knows."""
    over = _cover(paid, owed, left)
    asked = {fee.head for fee in owed}
    return 0 if any(head not in asked and _has_unknown_amount(head, on) for head in paid.heads) else over


def _has_unknown_amount(head: str, on: date) -> bool:
    """Whether this fee is in the tables without an amount for that day."""
    try:
        return not fees.fee(head).known_on(on)
    except fees.FeeUnknown:
        return False


def _cover(paid: FeePaid, owed: Sequence[FeeDue], left: list[int]) -> int:
    """Take a payment off what is left of each fee; the cents that nothing called for."""
    cents = paid.amount_cents
    for i, fee in enumerate(owed):
        if fee.head in paid.heads:
            covered = min(cents, left[i])
            left[i] -= covered
            cents -= covered
    return cents


def _refundable(dossier: Dossier, refunds: Sequence[FeeDue], over: int) -> tuple[FeeDue, ...]:
    """What goes back and has not gone back yet, never more than the office holds."""
    wanted = list(refunds)
    if over:
        reason = Reason("Le paiement dépasse ce que la procédure appelle : l'excédent est remboursé.", PERCEIVED)
        wanted.append(FeeDue("surplus", "Trop-perçu", 1, over, (reason,)))
    gone = sum(refund.amount_cents for refund in dossier.all(FeeRefunded))
    held, found = dossier.paid_cents, []
    for fee in wanted:
        skipped = min(gone, fee.amount_cents)
        gone -= skipped
        cents = min(fee.amount_cents - skipped, held)
        held -= cents
        if cents:
            found.append(FeeDue(fee.head, fee.label, fee.quantity, cents, fee.because))
    return tuple(found)
