"""What a filing of designs owes as it goes, and what goes back when it is inadmissible (R. 411-17, R. 512-3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from guichet.law import fees
from guichet.law.accounts import account
from guichet.law.answers import FeeDue
from guichet.law.designs import reading
from guichet.law.dossier import Dossier
from guichet.law.fees.charges import known, owed
from guichet.law.sources import Undecided
from guichet.rights.designs import filing as f
from guichet.rights.designs import life as v
from guichet.rights.designs.filing import Reproduction
from guichet.rights.events import FeePaid

REPRODUCTIONS = ("design.reproduction_black_white", "design.reproduction_colour")
Called = tuple[str, date, int]

REGULARISATION_FEE = Undecided(
    "Quand la redevance de régularisation d'un dépôt de dessins ou modèles est-elle due ?",
    "Une fois pour chaque objection à laquelle le déposant répond en régularisant ; jamais s'il la conteste seulement.",
    "R. 411-17 nomme la redevance ; son fait générateur est dans l'arrêté, qui n'est pas dans le recueil.",
    ("R. 411-17", "R. 512-9"),
)
FIRST_RENEWAL_FEE = Undecided(
    "La redevance de la première prorogation demandée au dépôt est-elle due avec celles du dépôt ?",
    "Oui, au tarif du jour du dépôt.",
    "R. 513-1 permet de la demander lors du dépôt ; il veut la justification du paiement avec la déclaration.",
    ("R. 513-1", "R. 411-17"),
)


def _reproductions(views: Iterable[Reproduction], on: date) -> Iterator[Called]:
    colours = [view.colour for view in views]
    for head, colour in zip(REPRODUCTIONS, (False, True), strict=True):
        if colours.count(colour):
            yield head, on, colours.count(colour)


def of_filing(filed: f.DesignFiled, on: date) -> list[Called]:
    """The fees that a filing received on that day calls for."""
    head = "design.filing_simplified" if filed.simplified else "design.filing"
    called: list[Called] = [(head, on, 1)]
    if not filed.simplified:
        called += _reproductions((view for each in filed.designs for view in each.reproductions), on)
    if filed.first_renewal:
        called.append(("design.renewal", on, 1))
    return called


def _of_events(dossier: Dossier, filed: f.DesignFiled) -> Iterator[Called]:
    asked = False
    for happened in dossier.timeline:
        it, on = happened.event, happened.on
        if isinstance(it, f.ObjectionNotified):
            asked = True
        elif isinstance(it, f.DesignRegularised) and asked:
            asked = False
            yield "design.regularisation", on, 1
        elif isinstance(it, f.RectificationRequested):
            yield "design.rectification", on, 1
        elif isinstance(it, v.DeferralRenounced) and filed.simplified:
            yield from _reproductions((view for each in it.designs for view in each.reproductions), on)


def due(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """All that the filing has come to owe, at the rates of each day; unknown amounts as they were paid."""
    filed, received = dossier.first(f.DesignFiled), dossier.first_on(f.DesignFiled)
    if filed is not None and received is not None:
        yield from owed(dossier, [*of_filing(filed, received), *_of_events(dossier, filed)])


def unpaid(dossier: Dossier, on: date) -> tuple[FeeDue, ...]:
    return account(dossier, tuple(due(dossier, on)), ()).due


def refunds(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """An inadmissible filing is paid back; nothing else is, whatever becomes of it."""
    if not dossier.has(f.DesignFoundInadmissible):
        return
    paid_for = {head for paid in dossier.all(FeePaid) for head in paid.heads}
    cents = sum(paid.amount_cents for paid in dossier.all(FeePaid))
    for fee in due(dossier, on):
        answer = fees.refundable(fee.head, "inadmissible")
        back = min(cents, fee.amount_cents)
        if fee.head in paid_for and answer.allowed and back:
            cents -= back
            yield FeeDue(fee.head, fee.label, fee.quantity, back, answer.because)


def filing_fee_paid(dossier: Dossier) -> bool:
    """Whether the filing fee came with the filing, the day of its receipt at the latest (R. 512-8)."""
    filed, received = dossier.first(f.DesignFiled), dossier.first_on(f.DesignFiled)
    if filed is None or received is None:
        return False
    head = "design.filing_simplified" if filed.simplified else "design.filing"
    by_then = [paid for on, paid in dossier.dated(FeePaid) if on <= received and head in paid.heads]
    wanted = fees.price(head, on=received) if known(head, received) else 1
    return sum(paid.amount_cents for paid in by_then) >= wanted


def unpaid_publication(dossier: Dossier, until: date) -> tuple[str, ...]:
    """Designs whose deferral was renounced without paying for their reproductions by that day (R. 512-11, 2°)."""
    filed = dossier.first(f.DesignFiled)
    if filed is None or not filed.simplified:
        return ()
    held = sum(
        paid.amount_cents
        for on, paid in dossier.dated(FeePaid)
        if on <= until and any(head in paid.heads for head in REPRODUCTIONS)
    )
    found: list[str] = []
    for on, renounced in dossier.dated(v.DeferralRenounced):
        for each in renounced.designs:
            lines = list(_reproductions(each.reproductions, on))
            cents = sum(_price(head, day) * count for head, day, count in lines)
            if lines and held < cents:
                found.append(each.number)
            held = max(0, held - cents)
    return tuple(found)


def _price(head: str, on: date) -> int:
    """One cent where the amount is not known: that something was paid is all that can be asked."""
    return fees.price(head, on=on) if known(head, on) else 1


def unknown_number(dossier: Dossier, numbers: Iterable[str]) -> str | None:
    """The first of these that is no design of the filing still alive."""
    alive = reading.living(dossier)
    return next((number for number in numbers if number not in alive), None)
