"""What is known of a person's proofs: second factors, the session's own proofs, sessions, sign-ins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from guichet.office.accounts.models import User
from guichet.office.sign_in.models import Authenticator, RecoveryCode, SecurityKey

PASSWORD_AT = "sign_in.password_at"
"""In the session: when the password was last proved, ISO instant."""
SECOND_AT = "sign_in.second_at"
"""In the session: when a second factor was last proved, ISO instant."""


def proved_twice(session: Mapping[str, Any]) -> bool:
    """Whether this session was proved by a second factor: one's own, or a provider's strong enough level."""
    return bool(session.get(SECOND_AT))


def has_second_factor(user: User) -> bool:
    """Whether this person has an authenticator application or a security key. At most two queries."""
    return Authenticator.objects.filter(user=user).exists() or SecurityKey.objects.filter(user=user).exists()


def recovery_codes_left(user: User) -> int:
    return RecoveryCode.objects.filter(user=user, used_at=None).count()


def instant(session: Mapping[str, Any], key: str) -> datetime | None:
    """An instant that the session remembers; None when it remembers none."""
    try:
        return datetime.fromisoformat(session[key])
    except (KeyError, TypeError, ValueError):
        return None
