"""Sessions: opened at a log-in, seen at each page, ended from anywhere."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from guichet.office.accounts.models import User
from guichet.office.sign_in.models import SessionRecord
from guichet.office.sign_in.queries import TOUCHED_EVERY
from guichet.office.sign_in.visits import Visit

ENDED_KEPT = timedelta(days=30)
OPEN_KEPT = timedelta(days=395)


def open_session(*, user: User, visit: Visit, at: datetime) -> str:
    """Record a session that begins; the name by which the session knows its record."""
    record = SessionRecord.objects.create(
        user=user, browser=visit.browser, place=visit.place, first_seen_at=at, last_seen_at=at
    )
    return str(record.public_id)


def see(*, record: str, user: User, at: datetime) -> bool:
    """Whether the session may go on; notes that it was seen, at most every five minutes. One query, sometimes two."""
    found = _records(user, record).filter(ended_at=None).values_list("last_seen_at", flat=True).first()
    if found is None:
        return False
    if abs(at - found) >= TOUCHED_EVERY:
        _records(user, record).filter(ended_at=None).update(last_seen_at=at)
    return True


def end_session(*, user: User, record: str, at: datetime) -> bool:
    """End one session of this person, effective at its next page, in every process; whether there was one."""
    return bool(_records(user, record).filter(ended_at=None).update(ended_at=at))


def end_sessions(*, user: User, at: datetime, keep: str = "") -> int:
    """End every session of this person but the one whose record is kept; how many."""
    others = SessionRecord.objects.filter(user=user, ended_at=None)
    return (others.exclude(public_id=keep) if keep else others).update(ended_at=at)


def end_all(*, at: datetime) -> int:
    """End every session of everyone; how many."""
    return SessionRecord.objects.filter(ended_at=None).update(ended_at=at)


def forget_past_sessions(now: datetime) -> int:
    """Delete the records that no session needs any more; how many. A session without its record is ended. A chore."""
    ended = SessionRecord.objects.filter(ended_at__lt=now - ENDED_KEPT)
    unseen = SessionRecord.objects.filter(last_seen_at__lt=now - OPEN_KEPT)
    return (ended | unseen).delete()[0]


def _records(user: User, record: str):
    try:
        return SessionRecord.objects.filter(user=user, public_id=UUID(record))
    except ValueError:
        return SessionRecord.objects.none()
