"""What an application owes, with or without the reduction, what a late payment adds, and what goes back (R. 612-5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from guichet.law import fees
from guichet.law.accounts import still_due
from guichet.law.answers import FeeDue, Finding
from guichet.law.dossier import Dossier, remembered
from guichet.law.fees import Applicant, Category, Cause, FeeUnknown, ReductionClaim, reduction_granted
from guichet.law.fees.procedures import for_count, late_surcharge
from guichet.law.patents import facts
from guichet.law.saying import because
from guichet.law.sources import Undecided, cite, rule
from guichet.rights.events import FeePaid, FeeRefunded
from guichet.rights.patents import amendment as am
from guichet.rights.patents import examination as ex
from guichet.rights.patents import filing as f
from guichet.rights.patents import grant as g
from guichet.rights.patents import search as s
from guichet.rights.patents import title as t
from guichet.rights.patents.filing import ReductionAsked
from guichet.rights.patents.priority import PriorityDeclared

ALL_BACK = cite("R. 612-8", "al. 3", "les redevances éventuellement acquittées lui sont remboursées")
DUE = cite("R. 612-5", "al. 1", "dans le mois à compter de la remise des pièces, être suivie du paiement")
CLAIM_FEE_DUE = Undecided(
    "Quand la redevance des revendications à partir de la onzième est-elle due ?",
    "Dans le mois du dépôt, avec les autres ; impayée, elle suit la régularisation de R. 612-46, sans supplément.",
    "R. 411-17 la perçoit, mais R. 612-5 et R. 612-45 ne visent que le dépôt et le rapport de recherche.",
    ("R. 411-17", "R. 612-5", "R. 612-46"),
)
REMITTED = Undecided(
    "Quand la demande a été complétée, de quelle remise court le mois de R. 612-5 ?",
    "De la remise qui a donné la date de dépôt.",
    "L'article dit « la remise des pièces » sans distinguer ; une demande incomplète n'a pas encore de date.",
    ("R. 612-5", "R. 612-8"),
)


@rule("R. 612-11", "1°", "A la réduction du taux des redevances accordée au demandeur ou requise par lui")
@remembered
def category(dossier: Dossier) -> Category | None:
    """The category of R. 613-63 that opens the reduced rate, or None."""
    asked = facts.application(dossier)
    people = facts.applicants(dossier)
    if not people:
        return None
    persons = all(party.kind == "person" for party in people)
    if not persons and asked.reduction == "none" and not dossier.has(ReductionAsked):
        return None
    granted = reduction_granted(_claim(dossier))
    if not granted.allowed:
        return None
    return "natural_person" if persons else _category_asked(dossier)


def _category_asked(dossier: Dossier) -> Category:
    later = dossier.last(ReductionAsked)
    asked = later.category if later else facts.application(dossier).reduction
    return "natural_person" if asked == "none" else asked


def _claim(dossier: Dossier) -> ReductionClaim:
    asked, later = facts.application(dossier), dossier.last(ReductionAsked)
    filed_on = facts.deposited_on(dossier) or date.min
    wanted = later.category if later else asked.reduction
    each = tuple(
        Applicant("natural_person" if party.kind == "person" else "other" if wanted == "none" else wanted)
        for party in facts.applicants(dossier)
    )
    asked_on = dossier.on(ReductionAsked) if later else filed_on if wanted != "none" else None
    declared = later.declared if later else asked.reduction_declared
    return ReductionClaim(each, filed_on, asked_on, asked_on if declared else None)


def one(head: str, dossier: Dossier, on: date, quantity: int = 1) -> tuple[FeeDue, ...]:
    """This fee for this applicant on that day; nothing while its amount is in no table."""
    return _one(head, on, quantity, category(dossier))


@lru_cache(maxsize=8192)
def _one(head: str, on: date, quantity: int, reduced: Category | None) -> tuple[FeeDue, ...]:
    try:
        return for_count(head, quantity, on=on, category=reduced)
    except FeeUnknown:
        return ()


def _search_asked_on(dossier: Dossier) -> date | None:
    """The day from which the search fee is due, None for what needs no search."""
    if facts.title(dossier) != "patent":
        return None
    conversions = (t.ConformityAsked, t.ChangedToPatent)
    asked = dossier.on(*conversions)
    if asked is None and facts.application(dossier).provisional:
        asked = dossier.first_on(PriorityDeclared)
    return asked or facts.deposited_on(dossier)


def search_head(dossier: Dossier) -> str:
    recognised = facts.application(dossier).recognised_foreign_report and facts.priorities(dossier)
    return "patent.search_report_recognised" if recognised else "patent.search_report"


@remembered
def _first(dossier: Dossier) -> tuple[FeeDue, ...]:
    """What filing itself costs: filing, search, claims from the eleventh."""
    return tuple(_filing(dossier))


def _filing(dossier: Dossier) -> Iterator[FeeDue]:
    deposited, right = facts.deposited_on(dossier), _first_right(dossier)
    if deposited is None or facts.application(dossier).conversion is not None:
        return  # R. 614-17: paid in the file of the European application
    yield from one(f"{right}.filing", dossier, deposited)
    searched = _search_asked_on(dossier)
    head = search_head(dossier)
    if searched is not None:
        yield from one(head, dossier, searched)
    elif dossier.paid_on(head):
        yield from one(head, dossier, deposited)
    filed, count = facts.claims_filed(dossier)
    yield from one(f"{right}.claim_over_ten", dossier, filed or deposited, count)


def _first_right(dossier: Dossier) -> str:
    return "utility_certificate" if facts.application(dossier).kind == "utility_certificate" else "patent"


@rule("R. 612-45", "al. 4", "en acquittant la redevance correspondante majorée du supplément prescrit")
def late_fees(dossier: Dossier) -> tuple[FeeDue, ...]:
    """The filing and search fees that were not paid when the application was refused for it, surcharge included."""
    refused = dossier.last(ex.Refused)
    if refused is None or refused.ground != "fees_unpaid":
        return ()
    refused_on = dossier.on(ex.Refused)
    assert refused_on is not None
    unpaid = [fee for fee in _first(dossier) if fee.head in R612_45 and not _paid_before(fee, dossier, refused_on)]
    head = f"{_first_right(dossier)}.late_surcharge"
    try:
        return (late_surcharge(head, unpaid, on=refused_on),) if unpaid else ()
    except FeeUnknown:
        return ()


R612_45 = frozenset(
    {"patent.filing", "patent.search_report", "patent.search_report_recognised", "utility_certificate.filing"}
)
"""Heads whose non-payment is refused at once, and paid late with a surcharge (R. 612-45 2°)."""


def _paid_before(fee: FeeDue, dossier: Dossier, refused_on: date) -> bool:
    paid = dossier.paid_on(fee.head)
    return paid is not None and paid < refused_on


def owed(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """Everything that the application has come to owe by that day."""
    if dossier.has(f.DeclaredInadmissible):
        return
    right = facts.right(dossier)
    yield from _first(dossier)
    yield from late_fees(dossier)
    for continued_on, _ in dossier.dated(ex.ProcedureContinued):
        yield from one(f"{right}.further_processing", dossier, continued_on)
    for asked_on, _ in dossier.dated(am.RectificationAsked):
        yield from one(f"{right}.rectification", dossier, asked_on)
    requested = dossier.on(s.SearchRequested)
    if requested and any(search_head(dossier) in back.heads for back in dossier.all(FeeRefunded)):
        yield from one(search_head(dossier), dossier, requested)
    supplementary = dossier.on(s.SupplementarySearchAsked)
    if supplementary and not dossier.has(s.NewClaimsInadmissible):
        yield from one("patent.supplementary_search_report", dossier, supplementary)
    invited = dossier.on(g.GrantFeeInvited)
    if invited:
        yield from one(f"{right}.grant", dossier, invited)


def unpaid(dossier: Dossier, on: date, heads: Iterable[str]) -> tuple[FeeDue, ...]:
    """Of these heads, what is still due; a fee without known amount counts as paid once something was paid for it."""
    wanted = frozenset(heads)
    return tuple(fee for fee in still_due(dossier, tuple(owed(dossier, on))) if fee.head in wanted)


def covers(dossier: Dossier, on: date, more: Sequence[FeeDue]) -> bool:
    """Whether what was paid covers these fees too, on top of all that was owed for the same heads."""
    heads = {fee.head for fee in more}
    return not [fee for fee in still_due(dossier, (*owed(dossier, on), *more)) if fee.head in heads]


_ENDS: tuple[tuple[str, Cause], ...] = (
    ("withdrawn", "withdrawn"),
    ("refused_finally", "refused"),
    ("deemed_withdrawn", "withdrawn"),
    ("ended_by_lapse", "lapsed"),
    ("utility_certificate", "converted_to_utility_certificate"),
    ("prohibited", "secrecy_extended"),
)
"""States in which no search will be made."""


def refunds(dossier: Dossier, on: date) -> Iterator[FeeDue]:
    """All of it when the application is inadmissible; the search fee when the search will not be made (R. 411-17)."""
    if dossier.has(f.DeclaredInadmissible):
        yield from _everything(dossier)
        return
    cause = next((cause for state, cause in _ENDS if dossier.in_state(state)), None)
    head = search_head(dossier)
    if cause is None or not dossier.paid_on(head):
        return
    going = fees.refundable(head, cause, search_begun=dossier.has(s.SearchBegun))
    if going.allowed:
        yield from _held(head, dossier, going)


def _everything(dossier: Dossier) -> Iterator[FeeDue]:
    received = sum(paid.amount_cents for paid in dossier.all(FeePaid))
    if received:
        reason = because("La demande est irrecevable : toutes les redevances acquittées sont remboursées.", ALL_BACK)
        yield FeeDue(f"{_first_right(dossier)}.filing", "Redevances acquittées", 1, received, reason)


def _held(head: str, dossier: Dossier, going: Finding) -> Iterator[FeeDue]:
    paid = facts.deposited_on(dossier)
    for fee in one(head, dossier, _search_asked_on(dossier) or paid or date.min):
        yield FeeDue(fee.head, fee.label, fee.quantity, fee.amount_cents, going.because)
