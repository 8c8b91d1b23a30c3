"""The adversarial procedure before the office: what its configurations say, and a request as it stands.

One engine: ``adversarial_opening`` (admissibility), ``adversarial_rounds`` (written turns, hearing, end of the
instruction), ``adversarial_pauses`` (suspension, rights set aside, closure), ``adversarial_end`` (decision, appeal).
Every difference between an opposition and a request for nullity is a value of ``Configuration``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from guichet.law.answers import Deadline, FeeDue, Finding
from guichet.law.dossier import Dossier
from guichet.law.running import Happening, JointSuspension, course
from guichet.law.sources import Source
from guichet.law.time_limits import OfficePeriod, TimeLimit
from guichet.rights.events import FeePaid
from guichet.rights.general import adversarial as a
from guichet.rights.general.adversarial_cast import Cast
from guichet.rights.general.appeal import DecisionKind
from guichet.rights.parties import Representative
from guichet.rights.proceeding import Who

MARKS = ("mark", "reputed_mark", "well_known_mark", "agent_mark")
NAMES = ("company_name", "trade_name", "sign", "domain_name")


@dataclass(frozen=True)
class Step:
    """One turn of the written phase: whose, and how long from its notification."""

    label: str
    side: a.Side
    limit: TimeLimit


def turn(label: str, side: a.Side, months: int, source: Source) -> Step:
    """A turn of so many months from the notification to its party."""
    return Step(label, side, TimeLimit(source, "notice.served", months=months, since="de la notification"))


@dataclass(frozen=True)
class Words:
    """What each condition rests on."""

    identity: Source
    references: Source
    rights: Source
    items: Source
    statement: Source
    fee: Source
    power: Source
    agent: Source
    outside: Source
    several: Source
    frozen: Source
    mended: Source
    inadmissible: Source
    founded: Source
    one_owner: Source
    licensee: Source
    earlier: Source
    expressly: Source
    in_form: Source
    adversarial: Source
    last_word: Source
    use_asked: Source
    use_proved: Source
    hearing_asked: Source
    hearing_invited: Source
    pending_right: Source
    right_contested: Source
    name_action: Source
    joint: Source
    by_office: Source
    resumed_on_event: Source
    resumed_on_decision: Source
    resumed_on: Source
    standing_lost: Source
    settled: Source
    target_ended: Source
    rights_ceased: Source
    no_answer: Source
    partial: Source
    motivated: Source
    silence: Source


@dataclass(frozen=True)
class Defect:
    """Something that the request lacks. right: the earlier right concerned, or the request as a whole.

    until: last day to mend it; None when time does not mend it.
    """

    message: str
    source: Source
    field: str
    right: str = ""
    until: Deadline | None = None


@dataclass(frozen=True)
class Request:
    """The request as it stands: completed, narrowed, without the rights that have fallen.

    paid: by day, in cents. given_up: grounds renounced. invoked: how many rights were ever invoked.
    """

    filed: a.Filed
    filed_on: date
    rights: tuple[a.EarlierRight, ...] = ()
    items: a.Items = ()
    statement: str = ""
    representative: Representative | None = None
    paid: tuple[tuple[date, int], ...] = ()
    given_up: tuple[str, ...] = ()
    invoked: int = 0
    changed: a.HolderChanged | None = None

    @property
    def mark(self) -> a.MarkConcerned:
        """The mark attacked, with its present holders."""
        mark, now = self.filed.mark, self.changed
        return replace(mark, holders=now.holders, representative=now.representative) if now else mark

    def right(self, reference: str) -> a.EarlierRight | None:
        return next((each for each in self.rights if each.reference == reference), None)


Days = Callable[[Request], Deadline | None]


@dataclass(frozen=True, eq=False)
class Configuration:
    """One adversarial procedure.

    early, late: last day to give the request, and what may follow it. power_until: the agent's power. begins: day after
    which the holder is notified.
    who_may: capacities in which each right may be relied on. own_defects: conditions of this procedure alone.
    rights_only: whether nothing is left of the request once its rights have fallen.
    mends: whether an invitation lets the claimant complete. partial: whether some rights may fail without the others.
    mandatory: whether the grounds of suspension bind the office. silent_turn: whether the holder's second turn opens
    without a reply. use_steps: turns in which the holder may ask for proofs of use. deemed_received: when the holder of
    an international registration has received what the office notifies.
    """

    name: str
    events: Cast
    sources: Mapping[str, Source]
    words: Words
    steps: Mapping[str, Step]
    decision_due: TimeLimit
    joint: JointSuspension
    contest: OfficePeriod
    outcome: OfficePeriod
    appeal: DecisionKind
    claimant: Who
    holder: Who
    fees: Callable[[int, date], Sequence[FeeDue]]
    fee_heads: tuple[str, ...]
    early: Days
    late: Days
    power_until: Days
    begins: Days
    who_may: Mapping[a.RightKind, tuple[tuple[a.Capacity, ...], Source]]
    own_defects: Callable[[Request], Iterator[Defect]]
    needs_rights: Callable[[Request], bool]
    rights_only: Callable[[Request], bool]
    needs_statement: Callable[[Request], bool]
    use_rule: Callable[[Request, a.EarlierRight], bool]
    suspends: Callable[[Request, a.SuspensionGround], Finding | None]
    mends: bool
    partial: bool
    needs_evidence: bool
    mandatory: bool
    silent_turn: Callable[[Request], bool]
    deemed_received: TimeLimit | None
    use_steps: tuple[str, ...]
    new_use_barred: bool


_CONFIGURATIONS: dict[str, Configuration] = {}


def configured(configuration: Configuration) -> Configuration:
    """Remember the configuration: a file knows it by the name of its lifecycle."""
    _CONFIGURATIONS[configuration.name] = configuration
    return configuration


def of(dossier: Dossier) -> Configuration:
    return _CONFIGURATIONS[dossier.lifecycle.name]


def request(dossier: Dossier) -> Request | None:
    """What is asked now; None before anything is."""
    events = of(dossier).events
    filed, filed_on = dossier.first(events.filed), dossier.first_on(events.filed)
    if filed is None or filed_on is None:
        return None
    it = opened(filed, filed_on)
    for happened in dossier.in_order(events.supplemented, events.narrowed, events.right_fallen):
        it = _changed(it, happened.event)
    heads = set(of(dossier).fee_heads)
    return replace(it, paid=_paid(dossier, heads), changed=dossier.last(events.holder_changed))


def opened(filed: a.Filed, filed_on: date) -> Request:
    """The request as first filed."""
    count = len(filed.rights)
    return Request(filed, filed_on, filed.rights, filed.items, filed.statement, filed.representative, invoked=count)


def _paid(dossier: Dossier, heads: set[str]) -> tuple[tuple[date, int], ...]:
    return tuple((on, paid.amount_cents) for on, paid in dossier.dated(FeePaid) if heads & set(paid.heads))


def _changed(it: Request, change: object) -> Request:
    if isinstance(change, a.Supplemented):
        return supplemented(it, change)
    if isinstance(change, a.Narrowed):
        rights = tuple(_without(each, change.goods_services) for each in it.rights)
        kept = tuple(each for each in rights if each.reference not in change.rights)
        items = tuple(item for item in it.items if item not in change.items)
        grounds = getattr(change, "grounds", ())
        return replace(it, rights=kept, items=items, given_up=(*it.given_up, *grounds))
    assert isinstance(change, a.RightFallen)
    return replace(it, rights=tuple(each for each in it.rights if each.reference != change.reference))


def supplemented(it: Request, more: a.Supplemented) -> Request:
    """The request with what was missing."""
    known = {right.reference for right in it.rights}
    added = tuple(right for right in more.rights if right.reference not in known)
    rights = (*it.rights, *added)
    pieces = {each.reference: each.pieces for each in more.evidence}
    rights = tuple(replace(right, evidence=(*right.evidence, *pieces.get(right.reference, ()))) for right in rights)
    items = (*it.items, *(item for item in more.items if item not in it.items))
    agent = more.representative or it.representative
    statement, invoked = more.statement or it.statement, it.invoked + len(added)
    return replace(it, rights=rights, items=items, statement=statement, representative=agent, invoked=invoked)


def _without(right: a.EarlierRight, items: a.Items) -> a.EarlierRight:
    return replace(right, goods_services=tuple(item for item in right.goods_services if item not in items))


def pauses(dossier: Dossier) -> Sequence[Happening]:
    """Every suspension and resumption, in order."""
    events = of(dossier).events
    stops = [Happening("suspended", on) for on, _ in dossier.dated(events.suspended)]
    starts = [Happening("resumed", resumed.resumed_on) for resumed in dossier.all(events.resumed)]
    return [each for pair in zip(stops, starts, strict=False) for each in pair] + stops[len(starts) :]


def paused(limit: TimeLimit, started: date, dossier: Dossier) -> Deadline | None:
    """The last day, given the suspensions; None while the procedure is suspended."""
    since = [each if each.on >= started else replace(each, on=started) for each in pauses(dossier)]
    return course(limit, started, since).deadline


def parties(dossier: Dossier) -> set[str]:
    """The names of the parties."""
    it = request(dossier)
    return {each.full_name for each in (*it.filed.claimants, *it.mark.holders)} if it else set()
