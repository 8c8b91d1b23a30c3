"""The official bulletin as a stream of its own: ``bulletin/<issue>``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guichet.rights.events import Event, event


@event("bulletin.preparations_started")
@dataclass(frozen=True)
class IssuePreparationsStarted(Event):
    """Technical preparations of an issue: the registrations that it carries are closed (R. 712-20, R. 712-21)."""

    issue: str
    issue_date: date


@event("bulletin.issue_published")
@dataclass(frozen=True)
class IssuePublished(Event):
    """An issue is out. Its content is what the ledger holds in ``first_position``..``last_position``.

    content_hash: SHA-256 of the issue's canonical file, which carries ``previous_hash``.
    """

    issue: str
    issue_date: date
    first_position: int
    last_position: int
    content_hash: str
    previous_issue: str
    previous_hash: str
