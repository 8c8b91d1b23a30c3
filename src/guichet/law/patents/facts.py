"""What the history of an application says today: its dates, its priorities, its claims, its holders."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from guichet.law.dossier import Dossier, remembered
from guichet.rights.events import Event
from guichet.rights.general import effects as entered
from guichet.rights.parties import Party, Representative
from guichet.rights.patents import amendment as am
from guichet.rights.patents import cultures as cu
from guichet.rights.patents import examination as ex
from guichet.rights.patents import filing as f
from guichet.rights.patents import grant as g
from guichet.rights.patents import ownership as ow
from guichet.rights.patents import priority as pr
from guichet.rights.patents import search as s
from guichet.rights.patents import title as t
from guichet.rights.patents.application import Application, CultureDeposit, EarlierFiling, PriorityClaim

NOTHING = Application()
Started = Callable[[Dossier], date | None]


OPEN = ("received", "to_complete", "pending", "grant_fee_due", "refused", "deemed_granted")
"""States of an application that may still lead to a title."""


@remembered
def application(dossier: Dossier) -> Application:
    """As it was filed."""
    filed = dossier.first(f.Filed)
    return filed.application if filed else NOTHING


def title(dossier: Dossier) -> str:
    """``patent``, ``provisional`` or ``utility_certificate``."""
    return dossier.states["title"]


def right(dossier: Dossier) -> str:
    """The first word of the fee heads."""
    return "utility_certificate" if title(dossier) == "utility_certificate" else "patent"


def free(dossier: Dossier) -> bool:
    """Whether the file says that the invention may be disclosed."""
    return dossier.states["secrecy"] == "free"


def suspended(dossier: Dossier) -> bool:
    return dossier.states["ownership"] == "suspended"


@remembered
def deposited_on(dossier: Dossier) -> date | None:
    """The deposit that earned the filing date: reception, or the last completion before it."""
    return dossier.on(f.ApplicationCompleted) or dossier.first_on(f.Filed)


@remembered
def filing_date(dossier: Dossier) -> date | None:
    """The date accorded, or the last one after missing parts; None while none is."""
    changed = dossier.last(f.FilingDateChanged)
    if changed is not None:
        return changed.filing_date
    accorded = dossier.last(f.FilingDateAccorded)
    return accorded.filing_date if accorded else None


@remembered
def first_filing_date(dossier: Dossier) -> date | None:
    """The date accorded before any missing part came."""
    accorded = dossier.first(f.FilingDateAccorded)
    return accorded.filing_date if accorded else None


@remembered
def priorities(dossier: Dossier) -> dict[int, PriorityClaim]:
    """Every declaration by its number, from 1, as corrected and completed."""
    declared = [*application(dossier).priority_claims, *(each.claim for each in dossier.all(pr.PriorityDeclared))]
    found = dict(enumerate(declared, 1))
    for change in dossier.all(pr.PriorityCorrected):
        if change.claim in found:
            old = found[change.claim]
            found[change.claim] = replace(
                old,
                filed_on=change.filed_on or old.filed_on,
                state=change.state or old.state,
                number=change.number or old.number,
            )
    for paper in dossier.all(pr.PriorityCopyFiled):
        if paper.claim in found:
            old = found[paper.claim]
            found[paper.claim] = replace(old, copy=paper.copy, authorisation=paper.authorisation or old.authorisation)
    return found


@remembered
def priorities_lost(dossier: Dossier) -> set[int]:
    """Numbers of those that are inadmissible, or denied and neither corrected since nor restored."""
    lost = {each.claim for each in dossier.all(pr.PriorityDeclaredInadmissible)}
    for denied_on, denied in dossier.dated(pr.PriorityDenied):
        corrected = any(on >= denied_on and each.claim == denied.claim and each.filed_on
                        for on, each in dossier.dated(pr.PriorityCorrected))  # fmt: skip
        if not corrected:
            lost.add(denied.claim)
    return lost - {each.claim for each in dossier.all(pr.PriorityRestored)} - _restored_elsewhere(dossier)


def _restored_elsewhere(dossier: Dossier) -> set[int]:
    """Claims restored by a request of their own, whose effect names the period missed ``priority:<n>``."""
    named = [each.missed.partition(":") for each in dossier.all(entered.Restored)]
    return {int(number) for missed, _, number in named if missed == "priority" and number.isdecimal()}


@remembered
def live_priorities(dossier: Dossier) -> dict[int, PriorityClaim]:
    lost = priorities_lost(dossier)
    return {number: claim for number, claim in priorities(dossier).items() if number not in lost}


@remembered
def priority_date(dossier: Dossier) -> date | None:
    """The earliest priority that stands; that of the application divided, or converted, for one born of it."""
    days = [claim.filed_on for claim in live_priorities(dossier).values()]
    division, conversion = application(dossier).division, application(dossier).conversion
    if conversion is not None and conversion.priority_on is not None:
        days.append(conversion.priority_on)
    return min([*days, *(division.priority_dates if division else ())], default=None)


@remembered
def benefits(dossier: Dossier) -> tuple[EarlierFiling, ...]:
    """The earlier French filings whose date is still asked for and was not declared inadmissible."""
    asked = application(dossier).earlier_filings
    if not asked:
        return ()
    gone = {each.earlier for each in dossier.all(pr.EarlierBenefitDeclaredInadmissible)}
    gone |= {each.earlier for each in dossier.all(pr.EarlierBenefitRenounced)}
    return tuple(each for each in asked if each.number not in gone)


@remembered
def earliest_date(dossier: Dossier) -> date | None:
    """The filing date, or the earliest date from which the application benefits, priority included."""
    filed = filing_date(dossier)
    if filed is None:
        return None
    earlier = [day for each in benefits(dossier) for day in (each.filed_on, *each.earlier_dates)]
    priority = priority_date(dossier)
    return min([filed, *earlier, *([priority] if priority else [])])


def filing_or_priority(dossier: Dossier) -> date | None:
    """The priority date if one is claimed, otherwise the filing date."""
    return priority_date(dossier) or filing_date(dossier)


@remembered
def applicants(dossier: Dossier) -> tuple[Party, ...]:
    """Who files, with those named when the application was completed."""
    completed = [each.applicants for each in dossier.all(f.ApplicationCompleted) if each.applicants]
    return completed[-1] if completed else application(dossier).applicants


def holders(dossier: Dossier, until: date | None = None) -> tuple[Party, ...]:
    """Who owns it for the office: the last assignees entered (until that day), otherwise the applicants."""
    found = applicants(dossier)
    for on, moved in dossier.dated(entered.TransferRecorded):
        if until is None or on <= until:
            found = moved.holders
    settled = dossier.last(ow.OwnershipSettled)
    return settled.holders if settled and settled.won and settled.holders else found


def representative(dossier: Dossier) -> Representative | None:
    appointed = dossier.last(f.RepresentativeAppointed)
    return appointed.representative if appointed else application(dossier).representative


_COUNTS: tuple[tuple[type[Event], str], ...] = (
    (f.RemainingPartsFiled, "claims"),
    (t.ConformityAsked, "claims"),
    (am.ClaimsAmended, "count"),
    (s.ReportAnswered, "new_claims"),
    (s.ObservationsAnswered, "new_claims"),
)


def claims_count(dossier: Dossier) -> int:
    """How many claims there are now; those refused for exceeding the search do not count."""
    return claims_filed(dossier)[1]


@remembered
def claims_filed(dossier: Dossier) -> tuple[date | None, int]:
    """The day on which the claims of today were filed, None for those of the filing itself, and how many they are."""
    dated = [
        (happened.on, getattr(happened.event, field))
        for kind, field in _COUNTS
        for happened in dossier.events.get(kind, ())
        if getattr(happened.event, field)
    ]
    if dossier.has(s.NewClaimsInadmissible):
        asked = dossier.on(s.SupplementarySearchAsked)
        dated = [(on, count) for on, count in dated if asked is None or on > asked]
    return max(dated) if dated else (None, len(application(dossier).claims))


def has_claims(dossier: Dossier) -> bool:
    return claims_count(dossier) > 0


@remembered
def cultures(dossier: Dossier) -> tuple[CultureDeposit, ...]:
    """The deposits of micro-organisms, with the body and number given later."""
    asked = list(application(dossier).cultures)
    for told in dossier.all(cu.CultureIndicated):
        for i, each in enumerate(asked):
            if not each.number:
                asked[i] = replace(each, body=told.body, number=told.number)
                break
    return tuple(asked)


@remembered
def inventors_designated(dossier: Dossier) -> bool:
    """Whether R. 612-10 3° is satisfied: in the request, or in a separate signed document."""
    asked = application(dossier)
    if asked.applicant_is_inventor and len(applicants(dossier)) == 1:
        return True
    told = dossier.last(f.InventorsDesignated)
    inventors, signed = (told.inventors, told.signed) if told else (asked.inventors, asked.inventors_document_signed)
    return bool(inventors) and signed and all(each.name and each.first_names and each.domicile for each in inventors)


def grant_fee_paid_on(dossier: Dossier) -> date | None:
    """The payment that closes withdrawal, division and rectification; None before the invitation."""
    if not dossier.has(g.GrantFeeInvited):
        return None
    return dossier.paid_on("patent.grant") or dossier.paid_on("utility_certificate.grant")


def ninth_point_settled(dossier: Dossier) -> bool:
    """Whether a formal demand to answer the report (L. 612-12 9°) was itself answered and lifted, or continued."""
    demands = {each.objection for each in dossier.all(ex.ObjectionNotified) if "9°" in each.points}
    settled = {each.objection for each in dossier.all(ex.ObjectionLifted)}
    settled |= {each.objection for each in dossier.all(ex.ProcedureContinued)}
    return bool(demands & settled)


def settled(dossier: Dossier, clock: str) -> bool:
    """Whether a period of the filing no longer counts: restored, or its refusal set aside (R. 612-45, L. 612-16)."""
    if any(each.missed == clock for each in dossier.all(entered.Restored)):
        return True
    refused, undone = dossier.last(ex.Refused), dossier.on(ex.RefusalSetAside)
    refused_on = dossier.on(ex.Refused)
    return (
        refused is not None and refused.ground == "incomplete" and bool(undone and refused_on and undone >= refused_on)
    )


def named(dossier: Dossier) -> Iterator[tuple[str, Any]]:
    """What ``status`` shows of a file that is open."""
    yield "title", title(dossier)
    yield "received_on", dossier.first_on(f.Filed)
    number = dossier.last(f.NumberAllocated)
    yield "number", number.number if number else ""
    yield "filing_date", filing_date(dossier)
    yield "priority_date", priority_date(dossier)
    yield "earliest_date", earliest_date(dossier)
    yield "claims", claims_count(dossier)
    yield "holders", [party.full_name for party in holders(dossier)]
    yield "grant_fee_paid_on", grant_fee_paid_on(dossier)
    yield "granted_on", dossier.on(g.Granted)


def while_open(starts: Started) -> Started:
    """This starting day, but only while the application may still lead to a title."""
    return lambda dossier: starts(dossier) if dossier.state in OPEN else None


def facts(dossier: Dossier) -> Mapping[str, Any]:
    return dict(named(dossier)) if dossier.has(f.Filed) else {}
