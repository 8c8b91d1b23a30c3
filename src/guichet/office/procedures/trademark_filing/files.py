"""A file as its owner sees it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from guichet.law import trademarks as law
from guichet.law.answers import Finding, OpenDeadline
from guichet.office.authority import following
from guichet.office.authority import queries as authority
from guichet.office.authority.facts import Mandate
from guichet.office.authority.queries import Answer, Held
from guichet.office.documents import queries as documents
from guichet.office.documents.models import SealedDocument
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.recorded import Recorded
from guichet.office.notices import replies
from guichet.office.organisations.acting import Acting
from guichet.office.procedures.trademark_filing import timeline
from guichet.office.toolbox import clock
from guichet.rights.parties import Document
from guichet.rights.trademarks.acts import ACTS

PAPERS = (SealedDocument.Kind.RECEIPT, SealedDocument.Kind.PAYMENT_RECEIPT, SealedDocument.Kind.CERTIFICATE)
"""Sealed papers shown on the file. Letters are read in the mail: opening one serves it (R. 718-4)."""
TITLES = {
    "complete": "Compléter le dépôt",
    "supply_priority_document": "Fournir la copie officielle d'un premier dépôt",
    "regularise": "Régulariser la demande",
    "contest_irregularity": "Contester l'irrégularité",
    "answer_objection": "Répondre à l'objection",
    "contest_draft_decision": "Contester le projet de décision",
    "withdraw": "Retirer la demande",
}
"""The acts that one asks for from the file's page, in the order of a file's life."""
ANSWERS = {
    "completion_invited": ("complete",),
    "irregularity_notified": ("regularise", "contest_irregularity"),
    "objection_notified": ("answer_objection",),
    "draft_decision_notified": ("contest_draft_decision",),
}
"""Which acts answer which letters."""


@dataclass(frozen=True)
class Possible:
    """An act of the applicant: whether the law allows it now, whether this person may do it, and why (not).

    answer: for the acts that the law allows.
    """

    name: str
    title: str
    finding: Finding
    answer: Answer | None = None

    @property
    def url_name(self) -> str:
        """Name of its page; takes the file's number."""
        return f"trademark_file:{self.name}"


@dataclass(frozen=True)
class Follower:
    """A representative by a mandate in force: its name, the mandate's reference and its first day."""

    name: str
    reference: str
    since: date


@dataclass(frozen=True)
class Holders:
    """Who holds the file and who follows it, by name; what this person may do about it.

    followers: by mandate; a representative reads its own. client: for a representative, whose file it is.
    can_take_over: whether he or she may become its contact. manages: whether its rights and trail are open.
    """

    holder: str
    contact: str
    followers: list[Follower]
    client: str
    can_take_over: bool
    manages: bool


@dataclass(frozen=True)
class OwnFile:
    """Everything that the page of a file shows."""

    number: str
    stream: str
    on: date
    history: list[Recorded]
    status: law.Status
    balance: law.Balance
    deadlines: list[OpenDeadline]
    acts: list[Possible]
    papers: list[SealedDocument]
    received: list[Document]
    paying: Answer
    holders: Holders
    people: timeline.People

    @property
    def running(self) -> list[OpenDeadline]:
        """The periods that still run on the day of the page."""
        return [one for one in self.deadlines if one.deadline.date >= self.on]

    @property
    def missed(self) -> list[OpenDeadline]:
        """The owner's periods that ended without the act, whose consequence is not drawn yet."""
        return [one for one in self.deadlines if one.deadline.date < self.on and one.who == "applicant"]

    @property
    def receipt_is_coming(self) -> bool:
        """Whether the filing is so recent that its receipt is being made."""
        return self.status.received_on == self.on

    @property
    def open_acts(self) -> list[Possible]:
        """What the law allows now, and this person may do."""
        return [act for act in self.acts if act.finding.allowed and (act.answer is None or act.answer.allowed)]

    @property
    def barred_acts(self) -> list[Possible]:
        """What the law allows now, but not to this person."""
        return [act for act in self.acts if act.finding.allowed and act.answer and not act.answer.allowed]

    @property
    def closed_acts(self) -> list[Possible]:
        """What it does not allow, each with its reason."""
        return [act for act in self.acts if not act.finding.allowed]

    @property
    def moments(self) -> list[timeline.Moment]:
        return timeline.moments(self.history, self.people)

    @property
    def sequence(self) -> int:
        return len(self.history)


def declare_replies() -> None:
    """Let the mail offer these acts below the letters that they answer."""
    for kind, names in ANSWERS.items():
        for name in names:
            replies.register(kind, f"trademark_file:{name}", act=name, label=TITLES[name])


def own_file(acting: Acting, number: str, *, on: date) -> OwnFile | None:
    """The file with this number, if this person may see it."""
    stream = f"trademark/{number}"
    history, held = ledger.history(stream), authority.held(stream)
    if not history or held is None or not authority.may(acting, "see", held).allowed:
        return None
    happened = [entry.happened() for entry in history]
    allowed = law.permitted(happened, on=on)
    mandates = following.covering(held, at=clock.now())
    people = _people(acting, held, history, mandates)
    papers = [paper for paper in documents.sealed(stream) if paper.kind in PAPERS]
    return OwnFile(
        number=number,
        stream=stream,
        on=on,
        history=history,
        status=law.status(happened),
        balance=law.balance(happened, on=on),
        deadlines=law.deadlines(happened, on=on),
        acts=[_possible(acting, held, name, allowed[name]) for name in TITLES if name in ACTS],
        paying=authority.may(acting, "pay", held, act="pay"),
        papers=papers,
        received=list(dict.fromkeys(_documents(history))),
        holders=_holders(acting, held, mandates, people.names),
        people=people,
    )


def _people(acting: Acting, held: Held, history: list[Recorded], mandates: list[Mandate]) -> timeline.People:
    """The names of everyone whom the page tells of. Two queries, three where somebody acted under a mandate."""
    principals = following.principals(entry.authority for entry in history)
    keys = {held.holder, held.contact, *principals.values(), *(each.representative for each in mandates)}
    keys |= {key for entry in history for key in (entry.actor, entry.authority)}
    named = authority.names(key for key in keys if key.startswith(("account:", "organisation:")))
    return timeline.People(acting.actor, named, principals)


def _holders(acting: Acting, held: Held, mandates: list[Mandate], names: Mapping[str, str]) -> Holders:
    is_ours = held.holder == acting.holder
    own = [each for each in mandates if each.representative == acting.holder]
    shown = own if own and not is_ours else mandates
    holder = names.get(held.holder, "un compte supprimé")
    return Holders(
        holder=holder,
        contact=names.get(held.contact, "un compte supprimé"),
        followers=[
            Follower(names.get(each.representative, "un compte supprimé"), each.reference, each.since) for each in shown
        ],
        client=(own[0].principal_name or holder) if own else "",
        can_take_over=is_ours and held.contact != acting.actor and authority.may(acting, "submit", held).allowed,
        manages=is_ours and (acting.organisation is None or acting.is_administrator),
    )


def _possible(acting: Acting, held: Held, name: str, finding: Finding) -> Possible:
    answer = authority.may(acting, "submit", held, act=name) if finding.allowed else None
    return Possible(name, TITLES[name], finding, answer)


def _documents(history: list[Recorded]) -> Iterator[Document]:
    """Every file that the applicant sent, in the order of its coming."""
    for entry in history:
        if entry.actor.startswith("account:"):
            yield from _within(vars(entry.event).values())


def _within(values: Any) -> Iterator[Document]:
    for value in values:
        if isinstance(value, Document):
            yield value
        elif isinstance(value, tuple):
            yield from _within(value)
        elif hasattr(value, "__dataclass_fields__"):
            yield from _within(vars(value).values())
