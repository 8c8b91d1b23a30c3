"""What proceedings, courts and entries have made of a mark: the part of its facts that follows the application."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from guichet.rights.events import Event
from guichet.rights.general import effects as g
from guichet.rights.parties import Document, Party, Representative
from guichet.rights.trademarks import outcomes as o
from guichet.rights.trademarks.application import GoodsServicesItem

if TYPE_CHECKING:
    from guichet.law.trademarks.facts import Facts

RUNS_IN = ("none", "under_examination", "cleared", "regularised")
"""Examination states that do not themselves interrupt the six months of R. 712-23-1."""


@dataclass(slots=True)
class Life:
    """oppositions, contestations: pending ones by reference. holders: entered since the filing, None while none were.

    rights: licences, pledges, seizures and claims entered, by reference. restored: time limits of which the holder is
    relieved. decision_notice: letter of the last decision against the applicant. ended_from: day from which a null,
    revoked or renounced mark has no effect. parent: number of the mark divided. refused_by: the opposition for which
    the application is refused.
    """

    publication_bar: o.PublicationBarred | None = None
    oppositions: dict[str, o.OppositionRecorded] = field(default_factory=dict)
    opposition_decisions: list[o.OppositionEnded] = field(default_factory=list)
    oppositions_ended: dict[str, o.OppositionRecorded] = field(default_factory=dict)
    refused_by: str = ""
    early_registration: bool = False
    decision_notice: str = ""
    contestations: dict[str, o.Contested] = field(default_factory=dict)
    renewals: list[o.Renewed] = field(default_factory=list)
    expiry_announced_on: date | None = None
    ended_from: date | None = None
    parent: str = ""
    converted_from: str = ""
    pieces_on: date | None = None
    seniority_claimed: bool = False
    divisionals: list[str] = field(default_factory=list)
    holders: tuple[Party, ...] | None = None
    representative: Representative | None = None
    representative_entered: bool = False
    rights: dict[str, Event] = field(default_factory=dict)
    rules_of_use: Document | None = None
    restored: set[str] = field(default_factory=set)


def holders(facts: Facts) -> tuple[Party, ...]:
    """Who owns the mark as entered in the register: the applicants until a transfer is entered."""
    entered = facts.life.holders
    return facts.application.applicants if entered is None else entered


def representative(facts: Facts) -> Representative | None:
    return facts.life.representative if facts.life.representative_entered else facts.application.representative


def held_items(facts: Facts) -> set[GoodsServicesItem]:
    """Goods and services under a pending opposition or request: they stay where they are (R. 712-27 al. 3)."""
    pending: list[o.OppositionRecorded | o.Contested] = [
        *facts.life.oppositions.values(),
        *facts.life.contestations.values(),
    ]
    return {item for each in pending for item in (each.items or facts.goods_services)}


def restart_clock(facts: Facts, on: date) -> None:
    """The six months of R. 712-23-1 run anew, unless an opposition still interrupts them."""
    if not facts.decision_clock_runs and not facts.life.oppositions:
        facts.decision_clock_on, facts.decision_clock_runs = on, True


def _barred(facts: Facts, event: o.PublicationBarred, on: date) -> None:
    facts.life.publication_bar, facts.publication_planned_on = event, None


def _unbarred(facts: Facts, event: o.PublicationBarLifted, on: date) -> None:
    facts.life.publication_bar = None


def _opposed(facts: Facts, event: o.OppositionRecorded, on: date) -> None:
    facts.life.oppositions[event.opposition] = event
    facts.decision_clock_runs = False


def _opposition_ended(facts: Facts, event: o.OppositionEnded, on: date) -> None:
    ended = facts.life.oppositions.pop(event.opposition, None)
    if ended is not None:
        facts.life.oppositions_ended[event.opposition] = ended
    facts.life.opposition_decisions.append(event)
    facts.removed.update(event.items)
    if facts.examination_state in RUNS_IN:
        restart_clock(facts, on)


def _opposition_updated(facts: Facts, event: o.OppositionUpdated, on: date) -> None:
    facts.life.oppositions[event.opposition] = o.OppositionRecorded(event.opposition, event.items)


def _opposition_reopened(facts: Facts, event: o.OppositionReopened, on: date) -> None:
    """Pending as before; the goods that its decision refused stand again, unless another one refused them."""
    life, reference = facts.life, event.opposition
    undone = [each for each in life.opposition_decisions if each.opposition == reference]
    life.opposition_decisions = [each for each in life.opposition_decisions if each.opposition != reference]
    others = {item for each in life.opposition_decisions for item in each.items}
    facts.removed.difference_update({item for each in undone for item in each.items} - others)
    life.oppositions[reference] = life.oppositions_ended.pop(reference)
    facts.decision_clock_runs = False


def _withdrawn(facts: Facts, event: o.RegistrationWithdrawn, on: date) -> None:
    facts.life.refused_by = event.opposition


def _reinstated(facts: Facts, event: o.RegistrationReinstated, on: date) -> None:
    facts.life.refused_by = ""


def _early(facts: Facts, event: o.EarlyRegistrationGranted, on: date) -> None:
    facts.life.early_registration = True


def _contested(facts: Facts, event: o.Contested, on: date) -> None:
    facts.life.contestations[event.request] = event


def _uncontested(facts: Facts, event: o.ContestationEnded, on: date) -> None:
    facts.life.contestations.pop(event.request, None)


def _ended(facts: Facts, event: o.DeclaredNull | o.Revoked | o.Renounced, on: date) -> None:
    facts.life.ended_from = event.effective_date


def _lost(facts: Facts, event: o.PartlyDeclaredNull | o.PartlyRevoked | o.PartlyRenounced, on: date) -> None:
    facts.removed.update(event.items)


def _announced(facts: Facts, event: o.ExpiryAnnounced, on: date) -> None:
    facts.life.expiry_announced_on = on
    facts.notices.add(event.notice)


def _renewed(facts: Facts, event: o.Renewed, on: date) -> None:
    facts.expiry_date = event.expiry_date
    facts.removed.update(event.not_renewed)
    facts.life.renewals.append(event)
    facts.life.expiry_announced_on = None


def _divided(facts: Facts, event: o.Divided, on: date) -> None:
    facts.removed.update(event.items)
    facts.life.divisionals.append(event.number)


def _carved(facts: Facts, event: o.DivisionalApplicationCreated | o.DivisionalRegistrationCreated, on: date) -> None:
    facts.number, facts.life.parent = event.number, event.parent
    facts.received_on, facts.filing_date = event.received_on, event.filing_date
    facts.published_on, facts.publication_issue = event.published_on, event.publication_issue
    facts.application = event.application
    facts.versions.append((on, event.application))
    if isinstance(event, o.DivisionalRegistrationCreated):
        facts.registration_date, facts.registration_issue = event.registration_date, event.registration_issue
        facts.expiry_date = event.expiry_date
    else:
        facts.decision_clock_on, facts.decision_clock_runs = on, True


def _converted(facts: Facts, event: o.ConvertedApplicationCreated, on: date) -> None:
    facts.number, facts.life.converted_from = event.number, event.european_number
    facts.received_on, facts.filing_date, facts.life.pieces_on = event.received_on, event.filing_date, event.pieces_on
    facts.life.seniority_claimed = event.seniority_claimed
    facts.application = event.application
    facts.versions.append((on, event.application))
    facts.decision_clock_on, facts.decision_clock_runs = event.received_on, True


def _rectified(facts: Facts, event: o.Rectified, on: date) -> None:
    facts.application = event.application
    facts.versions.append((on, event.application))


def _restored(facts: Facts, event: g.Restored, on: date) -> None:
    facts.life.restored.add(event.missed)


def _priority_restored(facts: Facts, event: o.PriorityRestored, on: date) -> None:
    facts.priorities_lost.discard(event.claim)


def _admissible_again(facts: Facts, event: o.InadmissibilitySetAside, on: date) -> None:
    facts.life.decision_notice = ""


def _refusal_gone(facts: Facts, event: Event, on: date) -> None:
    facts.life.refused_by = ""
    facts.life.decision_notice = ""
    facts.decision_clock_runs = False
    restart_clock(facts, on)


def _transferred(facts: Facts, event: g.TransferRecorded, on: date) -> None:
    if not event.items:
        facts.life.holders = event.holders


def _renamed(facts: Facts, event: g.NameChanged, on: date) -> None:
    facts.life.holders = tuple(event.party if each.full_name == event.before else each for each in holders(facts))


def _moved(facts: Facts, event: g.AddressChanged, on: date) -> None:
    facts.life.holders = tuple(
        replace(each, address=event.address) if each.full_name == event.party else each for each in holders(facts)
    )


def _right(facts: Facts, event: Any, on: date) -> None:
    facts.life.rights[event.entry] = event


def _licence_ended(facts: Facts, event: g.LicenceEnded, on: date) -> None:
    facts.life.rights.pop(event.ended, None)


def _pledge_released(facts: Facts, event: g.PledgeReleased, on: date) -> None:
    facts.life.rights.pop(event.pledge, None)


def _seizure_lifted(facts: Facts, event: g.SeizureLifted, on: date) -> None:
    facts.life.rights.pop(event.seizure, None)


def _represented(facts: Facts, event: g.RepresentativeRecorded, on: date) -> None:
    facts.life.representative, facts.life.representative_entered = event.representative, True


def _rules(facts: Facts, event: g.RulesOfUseRecorded, on: date) -> None:
    facts.life.rules_of_use = event.rules


LIFE_READERS: dict[type[Event], Callable[[Facts, Any, date], None]] = {
    o.PublicationBarred: _barred,
    o.PublicationBarLifted: _unbarred,
    o.OppositionRecorded: _opposed,
    o.OppositionEnded: _opposition_ended,
    o.OppositionUpdated: _opposition_updated,
    o.OppositionReopened: _opposition_reopened,
    o.RegistrationWithdrawn: _withdrawn,
    o.RegistrationReinstated: _reinstated,
    o.EarlyRegistrationGranted: _early,
    o.Contested: _contested,
    o.ContestationEnded: _uncontested,
    o.DeclaredNull: _ended,
    o.PartlyDeclaredNull: _lost,
    o.Revoked: _ended,
    o.PartlyRevoked: _lost,
    o.ExpiryAnnounced: _announced,
    o.Renewed: _renewed,
    o.Renounced: _ended,
    o.PartlyRenounced: _lost,
    o.Divided: _divided,
    o.DivisionalApplicationCreated: _carved,
    o.DivisionalRegistrationCreated: _carved,
    o.ConvertedApplicationCreated: _converted,
    o.Rectified: _rectified,
    o.PriorityRestored: _priority_restored,
    g.Restored: _restored,
    g.TransferRecorded: _transferred,
    g.NameChanged: _renamed,
    g.AddressChanged: _moved,
    g.LicenceRecorded: _right,
    g.LicenceEnded: _licence_ended,
    g.PledgeRecorded: _right,
    g.PledgeReleased: _pledge_released,
    g.SeizureRecorded: _right,
    g.SeizureLifted: _seizure_lifted,
    g.OwnershipClaimRecorded: _right,
    g.RepresentativeRecorded: _represented,
    g.RulesOfUseRecorded: _rules,
    o.InadmissibilitySetAside: _admissible_again,
    o.RefusalSetAside: _refusal_gone,
    o.UnpublishedRefusalSetAside: _refusal_gone,
}
