"""A procedure in which two parties answer one another before the office: what may happen in it, said once.

The opposition to a mark and the request for its nullity or revocation are two of them: ``adversarial_cast`` makes the
events of one, ``adversarial_table`` its table; their articles are data (``Source`` by role).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from guichet.rights.events import Event
from guichet.rights.parties import Party, Representative
from guichet.rights.trademarks.application import GoodsServicesItem

Items = tuple[GoodsServicesItem, ...]
RightKind = Literal[
    "mark",
    "reputed_mark",
    "well_known_mark",
    "company_name",
    "trade_name",
    "sign",
    "domain_name",
    "geographical_indication",
    "local_authority",
    "public_entity",
    "agent_mark",  # filed by an agent without authorisation
    "copyright",
    "design",
    "personality",
]
Capacity = Literal[
    "owner",
    "exclusive_licensee",
    "user",  # who trades under the name or the sign
    "authorised",  # to defend a geographical indication
    "authority",  # whose name the geographical indication contains
]
Side = Literal["holder", "claimant"]
Outcome = Literal["upheld", "partly_upheld", "rejected"]
SuspensionGround = Literal["pending_right", "right_contested", "name_action", "joint", "office"]
ClosureGround = Literal["withdrawn", "standing_lost", "settled", "target_ended", "rights_ceased", "no_answer"]
Mention = Literal["appeal_period", "appeal_manner", "parties"]


@dataclass(frozen=True)
class MarkConcerned:
    """The mark attacked, as the register has it. examiners: who examined it or an opposition to it.

    effect_date: of filing or of priority, from which earlier rights are earlier. published_on: of the application, in
    the WIPO Gazette for an ``international`` registration extended to France.
    """

    number: str
    holders: tuple[Party, ...] = ()
    goods_services: Items = ()
    effect_date: date | None = None
    published_on: date | None = None
    registration_date: date | None = None
    representative: Representative | None = None
    examiners: tuple[str, ...] = ()
    international: bool = False


@dataclass(frozen=True)
class EarlierRight:
    """A right relied on. owner: its owner's name; goods_services: those relied on.

    since: the day from which it counts (of filing or of priority, for a mark). evidence: pieces that establish it.
    pending: still an application. specification_changing: the specification of the geographical indication is being
    amended, which matters here.
    """

    reference: str
    kind: RightKind = "mark"
    owner: str = ""
    capacity: Capacity = "owner"
    since: date | None = None
    registered_on: date | None = None
    pending: bool = False
    specification_changing: bool = False
    goods_services: Items = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """Pieces about one of the rights. just_reason: why the mark was not used, instead of proofs of use."""

    reference: str
    pieces: tuple[str, ...] = ()
    just_reason: str = ""


@dataclass(frozen=True)
class Filed(Event):
    """items: the goods and services attacked. statement: the grounds of fact and law (exposé des moyens)."""

    number: str
    mark: MarkConcerned
    claimants: tuple[Party, ...]
    rights: tuple[EarlierRight, ...] = ()
    items: Items = ()
    statement: str = ""
    representative: Representative | None = None


@dataclass(frozen=True)
class Supplemented(Event):
    """What was missing: what is given here is added, or takes the place of the former statement or agent."""

    statement: str = ""
    rights: tuple[EarlierRight, ...] = ()
    items: Items = ()
    evidence: tuple[Evidence, ...] = ()
    representative: Representative | None = None


@dataclass(frozen=True)
class DefectsNotified(Event):
    reasons: tuple[str, ...]
    months: int
    notice: str


@dataclass(frozen=True)
class DefectsAnswered(Event):
    statement: str


@dataclass(frozen=True)
class FoundInadmissible(Event):
    reasons: tuple[str, ...]
    notice: str


@dataclass(frozen=True)
class Admitted(Event):
    """unfounded: the rights set aside. observations: why the office holds founded what the claimant said."""

    unfounded: tuple[str, ...] = ()
    observations: str = ""


@dataclass(frozen=True)
class ExaminerAssigned(Event):
    examiner: str


@dataclass(frozen=True)
class HolderChanged(Event):
    """The holders entered in the register, or declared for an application, from now on."""

    holders: tuple[Party, ...]
    representative: Representative | None = None


@dataclass(frozen=True)
class HolderNotified(Event):
    """The first step opens."""

    notice: str


@dataclass(frozen=True)
class PaperFiled(Event):
    """Written observations. use_required_of: the earlier marks whose use the holder asks to be proved.

    new_grounds, new_use_evidence: whether it raises grounds, or brings proofs of use, not in the file before.
    in_form: sent in the form that the director general prescribes.
    """

    number: str
    by: Side
    statement: str = ""
    exhibits: tuple[str, ...] = ()
    asks_hearing: bool = False
    use_required_of: tuple[str, ...] = ()
    use_evidence: tuple[Evidence, ...] = ()
    new_grounds: bool = False
    new_use_evidence: bool = False
    in_form: bool = True
    representative: Representative | None = None


@dataclass(frozen=True)
class PapersForwarded(Event):
    numbers: tuple[str, ...]
    notice: str


@dataclass(frozen=True)
class StepOpened(Event):
    """The other party's turn: ``numbers`` are forwarded to it, none when it may speak without having been answered."""

    numbers: tuple[str, ...]
    notice: str


@dataclass(frozen=True)
class HearingCalled(Event):
    held_on: date
    notice: str
    own_motion: bool = False


@dataclass(frozen=True)
class HearingHeld(Event):
    pass


@dataclass(frozen=True)
class InstructionEnded(Event):
    """ended_on: the day from which the time to decide runs."""

    ended_on: date
    notice: str


@dataclass(frozen=True)
class Decided(Event):
    """items: those for which a partial decision upholds. mentions: what the letter tells of the appeal.

    effective_on: day from which a revocation takes effect, when a party asked for an earlier one.
    costs_for: the winning party that asked for its costs.
    """

    outcome: Outcome
    reasons: str
    examiner: str
    notice: str
    items: Items = ()
    mentions: tuple[Mention, ...] = ("appeal_period", "appeal_manner", "parties")
    effective_on: date | None = None
    costs_cents: int = 0
    costs_for: str = ""


@dataclass(frozen=True)
class DeemedRejected(Event):
    pass


@dataclass(frozen=True)
class Narrowed(Event):
    """rights, items: given up. goods_services: given up among those relied on, for every right."""

    rights: tuple[str, ...] = ()
    items: Items = ()
    goods_services: Items = ()


@dataclass(frozen=True)
class Withdrawn(Event):
    pass


@dataclass(frozen=True)
class Suspended(Event):
    """rights: those that the ground concerns. requested_by: names. reason: what is awaited."""

    ground: SuspensionGround
    notice: str
    rights: tuple[str, ...] = ()
    requested_by: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class SuspensionRenewed(Event):
    requested_by: tuple[str, ...]
    notice: str


@dataclass(frozen=True)
class OutcomeAsked(Event):
    """The office asks the claimant what became of the actions against his rights."""

    months: int
    notice: str


@dataclass(frozen=True)
class OutcomeTold(Event):
    statement: str


@dataclass(frozen=True)
class Resumed(Event):
    """event: what was awaited and is now recorded. decision: the one no longer open to appeal."""

    resumed_on: date
    notice: str
    requested_by: tuple[str, ...] = ()
    event: str = ""
    decision: str = ""


@dataclass(frozen=True)
class RightFallen(Event):
    """One of several rights ceased to have effect, or nothing was said of the action against it."""

    reference: str
    reason: Literal["ceased", "no_answer"] = "ceased"


@dataclass(frozen=True)
class Closed(Event):
    """since: day on which the ground arose."""

    ground: ClosureGround
    notice: str
    reason: str = ""
    since: date | None = None


@dataclass(frozen=True)
class AppealRecorded(Event):
    appeal: str


@dataclass(frozen=True)
class DecisionAnnulled(Event):
    judgment: str


@dataclass(frozen=True)
class DecisionReplaced(Event):
    """The court decided in the office's place."""

    judgment: str
    outcome: Outcome
    items: Items = ()


@dataclass(frozen=True)
class DecisionUpheld(Event):
    """appeal: the one dismissed; it may be left out when no other is pending."""

    judgment: str
    appeal: str = ""


@dataclass(frozen=True)
class AppealDismissed(Event):
    """One of several appeals is dismissed: the others go on."""

    judgment: str
    appeal: str = ""


@dataclass(frozen=True)
class DecisionFinal(Event):
    """judgment: the final one, when there was an appeal; or the registry's certificate that there was none."""

    judgment: str = ""


@dataclass(frozen=True)
class ForwardPapers:
    """Send the other party what was received; the law opens its turn when it is its turn."""

    numbers: tuple[str, ...]
    notice: str


@dataclass(frozen=True)
class OpenStep:
    """Open the next turn although nothing was received."""

    notice: str


@dataclass(frozen=True)
class EndInstruction:
    """Tell the parties that the instruction is over; the law says on which day it ended."""

    notice: str
