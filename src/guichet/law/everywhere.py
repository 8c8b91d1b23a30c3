"""The acts of every file: paying, refunding, serving a letter, letting time pass."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guichet.law.accounts import PERCEIVED, Account
from guichet.law.answers import Finding
from guichet.law.dates import euros
from guichet.law.dossier import Dossier
from guichet.law.rules import Rule
from guichet.law.saying import no
from guichet.law.sources import cite
from guichet.rights.events import FeePaid, FeeRefunded, NoticeServed

REFUND = cite("R. 411-17", "I", "En cas d'irrecevabilité, les redevances suivantes sont remboursées")
SERVED = cite("R. 718-4", "al. 2", "la remise de la lettre au destinataire, contre récépissé")
MIDNIGHT = cite("R. 718-2", "al. 4", "Tout délai expire le dernier jour à vingt-quatre heures")


def _payment(act: FeePaid, dossier: Dossier, on: date) -> Iterator[Finding]:
    if not act.heads:
        unknown = "rien n'est dû à ce jour, ou le barème de ce jour n'est pas connu"
        yield no(f"Indiquez les redevances payées et leur montant : {unknown}.", PERCEIVED, field="heads")
    if act.amount_cents <= 0:
        yield no("Le montant payé doit être positif.", PERCEIVED, field="amount_cents")
    if any(paid.payment == act.payment for paid in dossier.all(FeePaid)):
        yield no(f"Le paiement {act.payment} est déjà enregistré dans ce dossier.", PERCEIVED, field="payment")


def _service(act: NoticeServed, dossier: Dossier, on: date) -> Iterator[Finding]:
    if act.notice not in dossier.notices:
        yield no(f"Aucun courrier « {act.notice} » n'est parti de ce dossier.", SERVED, field="notice")
    elif act.notice in dossier.served:
        yield no(f"Le courrier « {act.notice} » est déjà remis.", SERVED, field="notice")


@dataclass(frozen=True)
class _RefundRule(Rule):
    """Refunding looks at the file's account, which the other checks need not know."""

    def findings(self, act: object, dossier: Dossier, on: date, account: Account) -> Iterator[Finding]:
        assert isinstance(act, FeeRefunded)
        paid = sum(each.amount_cents for each in dossier.all(FeePaid) if each.payment == act.payment)
        back = sum(each.amount_cents for each in dossier.all(FeeRefunded) if each.payment == act.payment)
        refundable = sum(fee.amount_cents for fee in account.refundable)
        if not paid:
            yield no(f"Le paiement {act.payment} n'est pas de ce dossier.", PERCEIVED, field="payment")
        elif not 0 < act.amount_cents <= min(paid - back, refundable):
            most = euros(max(0, min(paid - back, refundable)))
            yield no(f"Le remboursement ne peut pas dépasser {most} pour ce paiement.", REFUND, field="amount_cents")


EVERYWHERE_RULES = {
    "pay": Rule(PERCEIVED, "Un paiement est toujours enregistré : ce qu'il dépasse est remboursé.", checks=(_payment,)),
    "refund": _RefundRule(REFUND, "Un remboursement peut être fait dans la limite de ce qui est dû."),
    "serve_notice": Rule(SERVED, "Un courrier parti peut être remis.", checks=(_service,)),
    "let_time_pass": Rule(MIDNIGHT, "La conséquence d'un délai expiré peut être tirée."),
}
