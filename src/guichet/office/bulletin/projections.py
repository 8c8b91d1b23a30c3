"""The issues, pulled from the ledger; and the policy that has each published issue laid out."""

from __future__ import annotations

from collections.abc import Sequence

from guichet.office.bulletin import tasks
from guichet.office.bulletin.models import Issue
from guichet.office.ledger.followers import Follower
from guichet.office.ledger.recorded import Recorded
from guichet.rights.bulletin import IssuePreparationsStarted, IssuePublished


def apply(entries: Sequence[Recorded]) -> None:
    """Keep one row per issue."""
    for entry in entries:
        if not entry.stream.startswith("bulletin/"):
            continue
        event = entry.event
        if isinstance(event, IssuePreparationsStarted):
            row: dict[str, object] = {"issue_date": event.issue_date, "preparations_started_on": entry.event_on}
            Issue.objects.update_or_create(number=event.issue, defaults=row)
        elif isinstance(event, IssuePublished):
            row = {
                "issue_date": event.issue_date,
                "published_on": entry.event_on,
                "first_position": event.first_position,
                "last_position": event.last_position,
                "content_hash": event.content_hash,
                "previous_issue": event.previous_issue,
                "previous_hash": event.previous_hash,
            }
            Issue.objects.update_or_create(number=event.issue, defaults=row)


def lay_out(entries: Sequence[Recorded]) -> None:
    """Have the PDF of each published issue made by the task queue."""
    for entry in entries:
        if entry.type == IssuePublished.type:
            tasks.ask_for(entry.payload["issue"])


ISSUES = Follower(
    "bulletin.issues", apply, tables=(Issue,), types=frozenset({IssuePreparationsStarted.type, IssuePublished.type})
)
LAY_OUT = Follower("bulletin.lay_out", lay_out, types=frozenset({IssuePublished.type}))
