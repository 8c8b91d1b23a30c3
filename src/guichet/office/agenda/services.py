"""The secret address of a person's calendar, for each holder for whom he or she acts: made, replaced, revoked."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from guichet.office.accounts.models import User
from guichet.office.agenda.models import CalendarFeed

READ_NOTED_EVERY = timedelta(hours=1)


def create_address(*, user: User, holder: str, at: datetime) -> str:
    """A new secret; the former one stops working. The secret is not kept: it is shown once."""
    token = secrets.token_urlsafe(32)
    CalendarFeed.objects.update_or_create(
        user=user,
        holder=holder,
        defaults={"token_sha256": sha256(token.encode()).hexdigest(), "created_at": at, "last_read_at": None},
    )
    return token


def revoke_address(*, user: User, holder: str) -> None:
    CalendarFeed.objects.filter(user=user, holder=holder).delete()


def note_reading(address: CalendarFeed, *, at: datetime) -> None:
    """Remember when the calendar was last read, to the hour."""
    if address.last_read_at is None or at - address.last_read_at > READ_NOTED_EVERY:
        CalendarFeed.objects.filter(pk=address.pk).update(last_read_at=at)
