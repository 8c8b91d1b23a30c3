"""What one may ask to be done to a trademark. The law decides (``guichet.law.trademarks.decide``).

Here, the application, from filing to registration. What proceedings, courts and entries ask for stands in
``effects.py``, whose classes are acts like these and contents of ``Effect("trademark", ...)``:
opposition: RecordOpposition, RecordOppositionDecision (all outcomes), GrantEarlyRegistration;
nullity and revocation: RecordContestation, EndContestation, DeclareNull, Revoke (by the office or a court);
life of the mark: AnnounceExpiry, Renew, Renounce, Divide, CreateDivisional, CreateConverted, Rectify;
appeals: SetAsideRefusal.
The file ``trademark_designation`` takes RecordOpposition, RecordOppositionDecision, DeclareNull and Revoke too.
Entries of the register and restorations are taken as they are: events of ``guichet.rights.general.effects``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeVar

from guichet.rights.parties import Document
from guichet.rights.proceeding import Who
from guichet.rights.trademarks.application import Application, GoodsServicesItem


@dataclass(frozen=True)
class Act:
    """Base of every act. ``name`` is its glossary name; ``who`` may do it; label, article: see ``words.ACTS``."""

    name: ClassVar[str] = ""
    who: ClassVar[Who] = "office"
    label: ClassVar[str] = ""
    article: ClassVar[str] = ""


A = TypeVar("A", bound=type[Act])
ACTS: dict[str, type[Act]] = {}


def act(name: str, who: Who, label: str = "", article: str = "") -> Callable[[A], A]:
    """Register an act class under its glossary name."""

    def register(cls: A) -> A:
        cls.name, cls.who, cls.label, cls.article = name, who, label, article
        ACTS[name] = cls
        return cls

    return register


@act("file", "applicant")
@dataclass(frozen=True)
class File(Act):
    """The filing reaches the office (R. 712-1)."""

    number: str
    application: Application


@act("pay", "applicant")
@dataclass(frozen=True)
class Pay(Act):
    """Fees are paid. ``heads``: e.g. ``("trademark.deposit", "trademark.class")``."""

    heads: tuple[str, ...]
    amount_cents: int
    payment: str


@act("refund", "office")
@dataclass(frozen=True)
class Refund(Act):
    """Fees go back where R. 411-17 says so."""

    payment: str


@act("serve_notice", "time")
@dataclass(frozen=True)
class ServeNotice(Act):
    """A letter reaches its addressee (R. 718-4)."""

    notice: str
    how: Literal["opened", "deemed", "handed"]


@act("accord_filing_date", "office")
@dataclass(frozen=True)
class AccordFilingDate(Act):
    """Recognise the filing as admissible; the law says from which date (R. 712-7, L. 712-2)."""


@act("invite_to_complete", "office")
@dataclass(frozen=True)
class InviteToComplete(Act):
    """Invite the applicant to supply what is missing (R. 712-7)."""

    notice: str
    months: int = 1


@act("complete", "applicant")
@dataclass(frozen=True)
class Complete(Act):
    """Supply what is missing: the whole application as completed (R. 712-7)."""

    application: Application


@act("find_inadmissible", "office")
@dataclass(frozen=True)
class FindInadmissible(Act):
    """Declare the filing inadmissible (R. 712-7)."""

    notice: str


@act("supply_priority_document", "applicant")
@dataclass(frozen=True)
class SupplyPriorityDocument(Act):
    """Send the official copy of an earlier filing (R. 712-4)."""

    claim: int
    document: Document


@act("plan_publication", "office")
@dataclass(frozen=True)
class PlanPublication(Act):
    """Put the application in a coming issue of the bulletin (R. 712-8)."""

    issue_date: date


@act("publish", "office")
@dataclass(frozen=True)
class Publish(Act):
    """Publish the application in the bulletin (R. 712-8)."""

    issue: str


@act("observe", "public")
@dataclass(frozen=True)
class Observe(Act):
    """File observations on a published application (L. 712-3, R. 712-9)."""

    observation: str
    author: str
    grounds: tuple[str, ...]
    statement: str = ""


@act("communicate_observation", "office")
@dataclass(frozen=True)
class CommunicateObservation(Act):
    """Pass an observation to the applicant (R. 712-9)."""

    observation: str
    notice: str


@act("set_aside_observation", "office")
@dataclass(frozen=True)
class SetAsideObservation(Act):
    """File an observation without action (R. 712-9)."""

    observation: str
    reason: Literal["late", "outside_the_law"]


@act("notify_irregularity", "office")
@dataclass(frozen=True)
class NotifyIrregularity(Act):
    """Notify that the application does not comply (R. 712-11 1°)."""

    notice: str
    grounds: tuple[str, ...]
    reasons: str = ""
    months: int = 1
    proposal: Application | None = None


@act("regularise", "applicant")
@dataclass(frozen=True)
class Regularise(Act):
    """Answer an irregularity by regularising (R. 712-11 1°)."""

    application: Application


@act("contest_irregularity", "applicant")
@dataclass(frozen=True)
class ContestIrregularity(Act):
    """Answer an irregularity by contesting it (R. 712-11 1°)."""

    statement: str
    documents: tuple[Document, ...] = ()


@act("lift_irregularity", "office")
@dataclass(frozen=True)
class LiftIrregularity(Act):
    """Lift the irregularity (R. 712-11 1°)."""

    because: str = ""


@act("notify_objection", "office")
@dataclass(frozen=True)
class NotifyObjection(Act):
    """Notify an objection on absolute grounds (R. 712-11 2°)."""

    notice: str
    grounds: tuple[str, ...]
    reasons: str = ""
    months: int = 1
    items: tuple[GoodsServicesItem, ...] = ()


@act("answer_objection", "applicant")
@dataclass(frozen=True)
class AnswerObjection(Act):
    """File observations on the objection (R. 712-11 2°)."""

    statement: str
    documents: tuple[Document, ...] = ()


@act("lift_objection", "office")
@dataclass(frozen=True)
class LiftObjection(Act):
    """Lift the objection (R. 712-11 2°)."""

    because: str = ""


@act("notify_draft_decision", "office")
@dataclass(frozen=True)
class NotifyDraftDecision(Act):
    """Notify a draft decision of refusal (R. 712-11 2°)."""

    notice: str
    reasons: str = ""
    months: int = 1
    items: tuple[GoodsServicesItem, ...] = ()


@act("contest_draft_decision", "applicant")
@dataclass(frozen=True)
class ContestDraftDecision(Act):
    """Contest the draft decision (R. 712-11 2°)."""

    statement: str
    documents: tuple[Document, ...] = ()


@act("refuse", "office")
@dataclass(frozen=True)
class Refuse(Act):
    """Refuse the application, wholly or for ``items`` (L. 712-7, R. 712-11)."""

    notice: str
    grounds: tuple[str, ...] = ()
    reasons: str = ""
    items: tuple[GoodsServicesItem, ...] = ()


@act("clear_examination", "office")
@dataclass(frozen=True)
class ClearExamination(Act):
    """Find nothing against registration (R. 712-10)."""


@act("withdraw", "applicant")
@dataclass(frozen=True)
class Withdraw(Act):
    """Withdraw the application, wholly or for ``items`` (R. 712-21)."""

    requested_by_all_applicants: bool
    rights_granted: bool
    """Whether exploitation rights or a pledge were granted: their beneficiaries must consent."""
    items: tuple[GoodsServicesItem, ...] = ()
    consents: tuple[Document, ...] = ()
    special_power: Document | None = None


@act("start_registration_preparations", "office")
@dataclass(frozen=True)
class StartRegistrationPreparations(Act):
    """Start the technical preparations for registration (R. 712-20, R. 712-21, R. 712-23)."""

    issue_date: date


@act("register", "office")
@dataclass(frozen=True)
class Register(Act):
    """Publish the registration in the bulletin (R. 712-23)."""

    issue: str


@act("correct", "office")
@dataclass(frozen=True)
class Correct(Act):
    """Correct what the office recorded wrongly (ST.27 Y10)."""

    application: Application
    reason: str


@act("let_time_pass", "time")
@dataclass(frozen=True)
class LetTimePass(Act):
    """Draw the consequence of a deadline that expired. ``deadline`` is its id, e.g. ``"completion"``."""

    deadline: str
    notice: str = ""
    """Reference for the letter that the consequence calls for, when it does."""
