"""What a decision is made from, without database or clock: who belongs where, who holds what, who was given what.

Instants are aware. ``since`` None: from the beginning; ``until`` None: without end. What ends at an instant no longer
stands at that instant; a mandate's days are both included.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from guichet.law.answers import Because
from guichet.law.general.role_rules import Mention, RoleAct
from guichet.law.general.roles import AgentQuality

Level = Literal["see", "edit", "submit", "pay"]
"""What one may do with a file or a draft inside an organisation; an act of the law takes ``submit``."""
LEVELS: Mapping[Level, str] = {"see": "voir", "edit": "modifier", "submit": "déposer et répondre", "pay": "payer"}
GIVE_UP = "give_up"
"""The right that an act which ends a title takes inside an organisation, in place of ``submit``."""
RIGHTS: Mapping[str, str] = dict((*LEVELS.items(), (GIVE_UP, "mettre fin à un droit (retirer, renoncer, limiter)")))
"""All that a rule or a grant may give."""
ALL: frozenset[str] = frozenset(RIGHTS)
BY_DEFAULT: frozenset[str] = frozenset(LEVELS)
"""What collaborators may do while no rule says otherwise: what ends a title is left to the administrators."""
Ground = Literal["", "self", "administrator", "member", "grant", "mandate", "staff"]
"""On what an answer rests: oneself, a standing in the organisation, a right on this file, a mandate, an office."""


def stands(since: datetime | None, until: datetime | None, at: datetime) -> bool:
    """Whether a period that begins at ``since`` and ends just before ``until`` holds this instant."""
    return (since is None or since <= at) and (until is None or at < until)


@dataclass(frozen=True)
class Person:
    """key: ``account:<id>``."""

    key: str
    name: str = ""
    is_active: bool = True


@dataclass(frozen=True)
class Membership:
    """A person's time in an organisation (``organisation:<id>``) with one standing."""

    person: str
    organisation: str
    is_administrator: bool = False
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Tenure:
    """Who held a file from an instant to the next one."""

    holder: str
    contact: str
    since: datetime | None = None


@dataclass(frozen=True)
class Held:
    """A file or a draft as this app knows it. subject: its stream, or ``draft/<public_id>``.

    family: whose law of representation governs it (``trademark``), empty when it is not known.
    tenures: its holders from the first, when the past is asked; none: held as it is now, from the beginning.
    """

    subject: str
    holder: str
    contact: str
    family: str = ""
    tenures: tuple[Tenure, ...] = ()

    def when(self, at: datetime) -> Tenure | None:
        """Who held it at that instant; None before it was opened."""
        if not self.tenures:
            return Tenure(self.holder, self.contact)
        begun = [each for each in self.tenures if each.since is None or each.since <= at]
        return begun[-1] if begun else None


@dataclass(frozen=True)
class Rule:
    """What collaborators may do, in the whole organisation (subject empty) or with one file."""

    holder: str
    subject: str
    levels: frozenset[str]
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Grant:
    """What one named member may do with one file, besides what the rule gives."""

    holder: str
    subject: str
    person: str
    levels: frozenset[str]
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Listing:
    """What the office's own list says of a professional at that instant. label: in French."""

    label: str
    may_represent: bool
    mentions: tuple[Mention, ...] = ()
    banned: bool = False


@dataclass(frozen=True)
class Mandate:
    """Who represents whom. principal: a key, or empty with a name for who has no account.

    rights: families; acts: the law's, none for all ordinary ones; streams: particular files, none for all.
    procedure: the one in which this representative replaces another (R. 718-5). country: of the representative.
    listing: None when the office's list holds nothing under ``number``.
    """

    key: str
    reference: str
    principal: str
    representative: str
    quality: AgentQuality
    rights: frozenset[str]
    since: date
    until: date | None = None
    acts: frozenset[RoleAct] = frozenset()
    streams: frozenset[str] = frozenset()
    procedure: str = ""
    principal_name: str = ""
    principal_country: str = "FR"
    country: str = "FR"
    power: bool = False
    special_power: bool = False
    mentions: tuple[Mention, ...] = ()
    number: str = ""
    listing: Listing | None = None
    accepted_at: datetime | None = None
    revoked_at: datetime | None = None

    @property
    def particular(self) -> frozenset[str]:
        """The only files that it is about; empty for every file of its rights."""
        return frozenset({self.procedure}) if self.procedure else self.streams


@dataclass(frozen=True)
class StaffRole:
    """One thing that a member of the office's staff does. rights: kinds of file, none for all. label: in French."""

    role: str
    label: str
    rights: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Facts:
    """All that one question needs; more does not change the answer. names: of organisations and accounts, by key."""

    held: Held
    memberships: tuple[Membership, ...] = ()
    rules: tuple[Rule, ...] = ()
    grants: tuple[Grant, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    staff: tuple[StaffRole, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """May this person, acting for that holder, do this at that instant? on: the day it is then in Paris.

    act: the law's name of the act. you: whether the answer is read by the person it is about.
    """

    person: Person
    holder: str
    level: Level
    at: datetime
    on: date
    act: str = ""
    you: bool = True


@dataclass(frozen=True)
class Answer:
    """Whether one may, and why (not). under: what the ledger must record as the actor's authority; empty for oneself.

    because: the articles, where the law decides; inside an organisation its own rules do, and there are none.
    caution: what the office will ask to mend although it receives the act. ground: on what the answer rests.
    """

    allowed: bool
    message: str
    under: str = ""
    because: Because = ()
    caution: str = ""
    ground: Ground = ""
