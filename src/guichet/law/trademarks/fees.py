"""R. 411-17: what a filing owes, what was paid, and what goes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.law import fees as table
from guichet.law.answers import Because, FeeDue, Finding, Reason
from guichet.law.fees import FeeUnknown
from guichet.law.sources import Undecided, cite, rule
from guichet.law.trademarks.answering import Doing, Doings, Events, no, refuse, yes
from guichet.law.trademarks.facts import Facts
from guichet.rights.events import FeePaid, FeeRefunded
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import Application

PAYABLE = cite("R. 712-3", "2° a", "La justification du paiement des redevances prescrites")
PERCEIVED = cite(
    "R. 411-17", "I", "perçoit des redevances, dont le montant et les modalités d'application sont fixés par arrêté"
)
REFUND = cite("R. 411-17", "I", "En cas d'irrecevabilité, les redevances suivantes sont remboursées")
REFUNDED_HEADS = cite(
    "R. 411-17",
    "I",
    "pour les marques de produits ou de services : dépôt, classe de produit ou service, renouvellement",
)

DIVIDED = cite("R. 712-28", "al. 1", "est accompagnée de la justification du paiement de la redevance prescrite")

CONVERTED = cite("R. 717-9", "1° b", "La justification du paiement des redevances prévue au a du 2°")

HEADS = ("trademark.deposit", "trademark.deposit_collective_guarantee", "trademark.class")

ORDER_OF_PAYMENTS = Undecided(
    "Un paiement partiel s'impute-t-il d'abord sur la redevance de dépôt ?",
    "Oui : le dépôt d'abord, puis les classes.",
    "Le code ne le dit pas ; cette imputation conserve au déposant sa date de dépôt.",
    ("R. 712-7", "R. 411-17"),
)
REGULARISATION_CHARGED = Undecided(
    "La réponse à une notification de R. 712-11 est-elle payante ?",
    "Non : seule la rectification d'erreur matérielle de R. 712-20 et R. 714-6 est taxée ici.",
    "R. 411-17 nomme une redevance de régularisation ; R. 712-11 ne l'exige pas, l'arrêté dit quand elle est due.",
    ("R. 411-17", "R. 712-11", "R. 712-20"),
)
OLD_RATES = Undecided(
    "Que doit une demande reçue un jour dont le barème n'est pas connu de ce guichet ?",
    "Rien n'est réclamé ni remboursé : le paiement d'alors est tenu pour fait.",
    "R. 411-17 renvoie les montants à des arrêtés ; ceux d'avant décembre 2019 ne sont pas au barème.",
    ("R. 411-17",),
)
OVERPAYMENT = Undecided(
    "Que devient un paiement qui dépasse ce que la procédure appelle ?",
    "L'excédent est remboursé au payeur.",
    "R. 411-17 ne prévoit que l'irrecevabilité, mais une redevance n'est perçue qu'à l'occasion d'une procédure.",
    ("R. 411-17",),
)


@dataclass(frozen=True)
class Balance:
    """What is still due, what the office holds, and what it must give back."""

    due: tuple[FeeDue, ...]
    paid_cents: int
    refundable: tuple[FeeDue, ...]
    because: Because = ()


@rule("R. 712-3", "2° a", "La justification du paiement des redevances prescrites")
def fees_due(application: Application, *, on: date) -> list[FeeDue]:
    """The fees of this filing: the deposit with one class, and each further class. Raises FeeUnknown."""
    return table.filing_fees(application.kind, len(application.classes), on=on)


def deposit_cents(facts: Facts) -> int:
    """What a filing date needs to be paid: the deposit fee alone, at the rate of the day of reception; 0 if unknown."""
    assert facts.received_on is not None
    if not _rates_known(facts):
        return 0
    return table.filing_fees(facts.application.kind, 1, on=facts.received_on)[0].amount_cents


def _owed(facts: Facts) -> int:
    """The most that any version of the application has called for: a class withdrawn is not paid back."""
    assert facts.received_on is not None
    return max(_total(application, facts.received_on) for _, application in facts.versions)


def _total(application: Application, on: date) -> int:
    return sum(fee.amount_cents for fee in fees_due(application, on=on))


def balance(facts: Facts) -> Balance:
    """The account of a file as it stands."""
    paid = facts.paid_cents
    if facts.received_on is None:
        return Balance((), paid, ())
    if facts.life.parent or facts.life.converted_from:
        divided = "Une marque divisionnaire ne doit que la redevance de division, payée à la division."
        converted = "Une demande issue d'une transformation a été payée avec la requête."
        reason = Reason(divided, DIVIDED) if facts.life.parent else Reason(converted, CONVERTED)
        return Balance((), paid, _surplus(paid, reason), (reason,))
    if not _rates_known(facts):
        reason = Reason("Le barème applicable à la date de réception n'est pas connu de ce guichet.", PERCEIVED)
        return Balance((), paid, (), (reason,))
    if facts.application_state == "inadmissible":
        reason = Reason("Le dépôt est irrecevable : les redevances de dépôt et de classe sont remboursées.", REFUND)
        return Balance((), paid, _refundable(facts, paid, (reason, Reason(reason.text, REFUNDED_HEADS))), (reason,))
    over = paid - _owed(facts)
    if over > 0:
        reason = Reason("Le paiement dépasse les redevances de ce dépôt : l'excédent est remboursé.", PERCEIVED)
        return Balance((), paid, _refundable(facts, over, (reason,)), (reason,))
    if facts.application_state in ("refused", "withdrawn"):
        reason = Reason("Le rejet ou le retrait n'ouvre pas de remboursement : seule l'irrecevabilité le fait.", REFUND)
        return Balance((), paid, (), (reason,))
    return Balance(_unpaid(facts, paid), paid, (), (Reason("Les redevances sont dues au dépôt.", PAYABLE),))


def _rates_known(facts: Facts) -> bool:
    """Whether the table knows the fees of the day of reception: an old mark was paid for long ago."""
    assert facts.received_on is not None
    try:
        _owed(facts)
    except FeeUnknown:
        return False
    return True


def _surplus(cents: int, reason: Reason) -> tuple[FeeDue, ...]:
    return (FeeDue("surplus", "Trop-perçu", 1, cents, (reason,)),) if cents > 0 else ()


def _unpaid(facts: Facts, paid: int) -> tuple[FeeDue, ...]:
    """The fees that the payments do not cover yet, the deposit being covered first."""
    assert facts.received_on is not None
    left, found = paid, []
    for fee in fees_due(facts.application, on=facts.received_on):
        unit = fee.amount_cents // fee.quantity
        covered = min(fee.quantity, left // unit)
        left -= covered * unit
        if covered < fee.quantity:
            quantity = fee.quantity - covered
            found.append(FeeDue(fee.head, fee.label, quantity, quantity * unit - left, fee.because))
            left = 0
    return tuple(found)


def _refundable(facts: Facts, cents: int, because: Because) -> tuple[FeeDue, ...]:
    """What goes back: a surplus as such; of an inadmissible filing, the deposit, then the rest as class fees."""
    if cents <= 0 or facts.received_on is None:
        return ()
    deposit = table.filing_fees(facts.application.kind, 1, on=facts.received_on)[0]
    if facts.application_state != "inadmissible":
        return (FeeDue(deposit.head, "Trop-perçu", 1, cents, because),)
    if cents < deposit.amount_cents:
        return (FeeDue(deposit.head, deposit.label, 1, cents, because),)
    found = [FeeDue(deposit.head, deposit.label, 1, deposit.amount_cents, because)]
    rest = cents - deposit.amount_cents
    if rest:
        unit = table.price("trademark.class", on=facts.received_on)
        found.append(FeeDue("trademark.class", table.fee("trademark.class").label, max(1, rest // unit), rest, because))
    return tuple(found)


def may_pay(facts: Facts, on: date) -> Finding:
    """A payment that reached the office is always recorded: what it does not cover goes back."""
    if facts.application_state == "none":
        return no("Aucun dépôt n'est encore reçu dans ce dossier : déposez d'abord.", PAYABLE)
    if not balance(facts).due:
        return yes("Rien n'est dû : un paiement reçu serait remboursé.", PERCEIVED)
    return yes("Des redevances restent dues.", PAYABLE)


def pay(act: a.Pay, facts: Facts, on: date) -> Events:
    unknown = [head for head in act.heads if head not in HEADS]
    if unknown or not act.heads:
        refuse(
            f"Redevance inconnue : {', '.join(unknown) or '(aucune)'}. Redevances d'un dépôt : {', '.join(HEADS)}.",
            PERCEIVED,
            field="heads",
        )
    if act.amount_cents <= 0:
        refuse("Le montant payé doit être positif.", PERCEIVED, field="amount_cents")
    if any(payment.payment == act.payment for _, payment in facts.payments):
        refuse(f"Le paiement {act.payment} est déjà enregistré dans ce dossier.", PERCEIVED, field="payment")
    return (FeePaid(act.heads, act.amount_cents, act.payment),)


def may_refund(facts: Facts, on: date) -> Finding:
    account = balance(facts)
    if account.refundable:
        return Finding(True, "Un remboursement est dû.", account.refundable[0].because)
    if facts.application_state in ("refused", "withdrawn"):
        return no("Rien à rembourser : le rejet et le retrait n'ouvrent pas de remboursement.", REFUND)
    return no("Rien à rembourser : le dépôt n'est pas irrecevable et aucun paiement n'est en trop.", REFUND)


def refund(act: a.Refund, facts: Facts, on: date) -> Events:
    paid = next((payment for _, payment in facts.payments if payment.payment == act.payment), None)
    if paid is None:
        refuse(f"Le paiement {act.payment} n'est pas de ce dossier.", PERCEIVED, field="payment")
    back = sum(done.amount_cents for done in facts.refunds if done.payment == act.payment)
    refundable = sum(fee.amount_cents for fee in balance(facts).refundable)
    amount = min(paid.amount_cents - back, refundable)
    if amount <= 0:
        refuse(f"Le paiement {act.payment} est déjà remboursé.", REFUND, field="payment")
    cause = e.FoundInadmissible.type if facts.application_state == "inadmissible" else FeePaid.type
    return (FeeRefunded(paid.heads, amount, act.payment, because=cause),)


DOINGS: Doings = {a.Pay: Doing(may_pay, pay), a.Refund: Doing(may_refund, refund)}
