"""What the next issues will carry, and what the past ones did."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from guichet.office.bulletin import content
from guichet.office.bulletin.models import Issue
from guichet.office.ledger import queries as ledger
from guichet.office.register.models import TrademarkFile
from guichet.office.staff import queries as staff
from guichet.office.toolbox import clock, storage
from guichet.office.toolbox.hashing import sha256
from guichet.rights.bulletin import IssuePreparationsStarted, IssuePublished

FRIDAY = 4
_ISSUES_LOCK = 7_120_008
_NUMBER = re.compile(r"\d{4}-\d{2}", re.ASCII)
_KEPT_ISSUES = 8
_proved: dict[str, dict[str, Any]] = {}
"""Contents by their own hash: what is found here is what the ledger recorded, in any process, on any day."""


def issue_number(issue_date: date) -> str:
    """The issue of a date: its ISO year and week, e.g. ``2024-14``."""
    year, week, _ = issue_date.isocalendar()
    return f"{year}-{week:02d}"


def stream(issue: str) -> str:
    return f"bulletin/{issue}"


def next_issue_dates(count: int = 8) -> list[date]:
    """The coming Fridays, today included, whose issue is not out yet."""
    today = clock.today()
    first = today + timedelta(days=(FRIDAY - today.weekday()) % 7)
    out = set(Issue.objects.filter(published_on__isnull=False).values_list("issue_date", flat=True))
    fridays = [first + timedelta(weeks=n) for n in range(count + 1)]
    return [friday for friday in fridays if friday not in out][:count]


def planned_publications(issue_date: date) -> QuerySet[TrademarkFile]:
    """Applications planned for the issue, or for one that did not come out; withdrawal does not stop it (R. 712-21)."""
    planned = TrademarkFile.objects.filter(publication_planned_on__lte=issue_date, published_on__isnull=True)
    planned = planned.filter(publication_planned_on__gt=_sooner(issue_date))
    return planned.exclude(application_state="inadmissible").order_by("number")


def registrable(issue_date: date) -> QuerySet[TrademarkFile]:
    """Published applications whose examination is clear; the law says of each whether its time has come."""
    cleared = TrademarkFile.objects.filter(application_state="published", examination_state="cleared")
    return cleared.filter(published_on__lt=issue_date).order_by("number")


def prepared_registrations(issue_date: date) -> QuerySet[TrademarkFile]:
    """Applications whose registration is in preparation for the issue, or for one that did not come out."""
    prepared = TrademarkFile.objects.filter(application_state="registration_in_preparation")
    prepared = prepared.filter(registration_planned_on__gt=_sooner(issue_date))
    return prepared.filter(registration_planned_on__lte=issue_date).order_by("number")


def _sooner(issue_date: date) -> date:
    """The coming issue before this one: what is planned until then is not for this one."""
    return max((friday for friday in next_issue_dates() if friday < issue_date), default=date.min)


def issues() -> QuerySet[Issue]:
    """Published issues, the last first."""
    return Issue.objects.filter(published_on__isnull=False)


def issue(number: str) -> Issue | None:
    """The published issue of this number; None for anything else that may stand in an address."""
    return issues().filter(number=number).first() if _NUMBER.fullmatch(number) else None


def issue_content(row: Issue) -> dict[str, Any]:
    """The issue's content. A past issue never changes: once proved equal to its hash, it is kept for a while."""
    kept = _proved.get(row.content_hash)
    if kept is None:
        kept = rebuilt(row)
        if content.content_hash(kept) == row.content_hash:
            while len(_proved) >= _KEPT_ISSUES:
                _proved.pop(next(iter(_proved)), None)
            _proved[row.content_hash] = kept
    return kept


def rebuilt(row: Issue) -> dict[str, Any]:
    """The issue's content, built again from the ledger."""
    return content.build(
        issue=row.number,
        issue_date=row.issue_date,
        first_position=row.first_position or 0,
        last_position=row.last_position or 0,
        previous_issue=row.previous_issue,
        previous_hash=row.previous_hash,
    )


def issue_file(row: Issue) -> bytes:
    """The issue's canonical file: the copy kept under its own hash, built again from the ledger when there is none."""
    try:
        return storage.get(row.content_hash)
    except (storage.Missing, storage.Corrupted):
        file = content.canonical(issue_content(row))
    if sha256(file) == row.content_hash:
        storage.put(file)
    return file


def preparations_started(issue: str) -> bool:
    """From the ledger itself: a projection may lag."""
    return any(entry.type == IssuePreparationsStarted.type for entry in ledger.history(stream(issue)))


def is_published(issue: str) -> bool:
    return any(entry.type == IssuePublished.type for entry in ledger.history(stream(issue)))


def signature(issue: str) -> list[str]:
    """The lines of who signed the issue, from the ledger; empty when the office's clockwork published it."""
    entry = next((one for one in ledger.history(stream(issue)) if one.type == IssuePublished.type), None)
    signatory = staff.signatory(entry.actor, entry.authority, entry.recorded_at) if entry else None
    return signatory.lines if signatory else []


def last_published() -> IssuePublished | None:
    """The last issue out, from the ledger itself."""
    entry = ledger.last_of_type(IssuePublished.type)
    event = entry.event if entry else None
    return event if isinstance(event, IssuePublished) else None


def lock_issues() -> None:
    """One issue is published at a time: each carries the hash of the one before."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_ISSUES_LOCK])
