"""What a session remembers of its proofs, and of a log-in under way. Every key of the session is written here."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

PASSWORD_AT = "sign_in.password_at"
SECOND_AT = "sign_in.second_at"
RECORD = "sign_in.record"
PENDING = "sign_in.pending"
NEW_SECRET = "sign_in.new_secret"
CEREMONY = "sign_in.ceremony"
ASKED = "sign_in.asked_provider"
IDENTITY = "sign_in.identity"
PROVIDER = "sign_in.provider"

PENDING_PERIOD = timedelta(minutes=10)
RECENT = timedelta(minutes=15)
IDENTITY_PERIOD = timedelta(minutes=30)

Session = MutableMapping[str, Any]


@dataclass(frozen=True)
class Pending:
    """A proof begun: the first step is done, the second is due. Nobody is logged in by it.

    proof: fingerprint of the password as it stood; changing it ends what was begun. how: word of ``SignIn``.
    purpose: ``enter``, or ``confirm`` for someone who is inside already. password_at: empty when no password was given.
    """

    user: int
    proof: str
    at: str
    how: str
    door: str
    way_back: str = ""
    purpose: str = "enter"
    password_at: str = ""


def instant(session: Mapping[str, Any], key: str) -> datetime | None:
    """An instant that the session remembers; None when it remembers none."""
    try:
        return datetime.fromisoformat(session[key])
    except (KeyError, TypeError, ValueError):
        return None


def is_fresh(when: datetime | None, period: timedelta, *, at: datetime) -> bool:
    """Whether this instant is at most ``period`` ago; one to come is not (a clock moved back)."""
    return when is not None and timedelta(0) <= at - when <= period


def keep_pending(session: Session, pending: Pending) -> None:
    session[PENDING] = asdict(pending)


def pending(session: Mapping[str, Any], *, at: datetime) -> Pending | None:
    """The proof under way; None when there is none, or when its ten minutes have passed."""
    kept = session.get(PENDING)
    if not isinstance(kept, dict) or not is_fresh(instant(kept, "at"), PENDING_PERIOD, at=at):
        return None
    return Pending(**kept)


def has_recent_password(session: Mapping[str, Any], *, at: datetime) -> bool:
    """Whether the password was proved in this session within fifteen minutes."""
    return is_fresh(instant(session, PASSWORD_AT), RECENT, at=at)


def keep_timed(session: Session, key: str, value: Any, *, at: datetime) -> None:
    """Keep something that is good for a few minutes."""
    session[key] = {"value": value, "at": at.isoformat()}


def timed(session: Mapping[str, Any], key: str, *, at: datetime, period: timedelta = PENDING_PERIOD) -> Any:
    """What was kept, while it is fresh; else None."""
    kept = session.get(key)
    if not isinstance(kept, dict) or not is_fresh(instant(kept, "at"), period, at=at):
        return None
    return kept.get("value")


def take_timed(session: Session, key: str, *, at: datetime) -> Any:
    """The same, once: it is forgotten, fresh or not."""
    value = timed(session, key, at=at)
    session.pop(key, None)
    return value


def set_entered(session: Session, *, record: str, password_at: str, second_at: str) -> None:
    """The marks of a log-in that is complete; those of an earlier one do not survive it."""
    for key in (PENDING, CEREMONY, NEW_SECRET, PASSWORD_AT, SECOND_AT):
        session.pop(key, None)
    session[RECORD] = record
    if password_at:
        session[PASSWORD_AT] = password_at
    if second_at:
        session[SECOND_AT] = second_at
