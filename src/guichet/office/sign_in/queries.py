"""What is known of a person's proofs: second factors, the session's own proofs, sessions, sign-ins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from guichet.office.accounts.models import User
from guichet.office.sign_in import marks
from guichet.office.sign_in.models import (
    Authenticator,
    IdentityLink,
    KnownBrowser,
    RecoveryCode,
    SecurityKey,
    SessionRecord,
    SignIn,
)

TOUCHED_EVERY = timedelta(minutes=5)


def proved_twice(session: Mapping[str, Any]) -> bool:
    """Whether this session was proved by a second factor: one's own, or a provider's strong enough level."""
    return bool(session.get(marks.SECOND_AT))


def has_second_factor(user: User) -> bool:
    """Whether this person has an authenticator application or a security key. At most two queries."""
    return Authenticator.objects.filter(user=user).exists() or SecurityKey.objects.filter(user=user).exists()


def authenticators(user: User) -> QuerySet[Authenticator]:
    return Authenticator.objects.filter(user=user).order_by("added_at")


def security_keys(user: User) -> QuerySet[SecurityKey]:
    return SecurityKey.objects.filter(user=user).order_by("added_at")


def credentials(user: User) -> list[bytes]:
    """The attested data of this person's security keys."""
    return [bytes(one) for one in security_keys(user).values_list("credential", flat=True)]


def factor(user: User, public_id: UUID | str) -> Authenticator | SecurityKey | None:
    """This person's factor of that name; None for someone else's."""
    return (
        Authenticator.objects.filter(user=user, public_id=public_id).first()
        or SecurityKey.objects.filter(user=user, public_id=public_id).first()
    )  # fmt: skip


def recovery_codes_left(user: User) -> int:
    return RecoveryCode.objects.filter(user=user, used_at=None).count()


def is_known_browser(*, email: str, digest: str) -> bool:
    """Whether the account of this address was opened in this browser. One query, be the address known or not."""
    return KnownBrowser.objects.filter(user__email=email, user__is_active=True, digest=digest).exists()


def open_sessions(user: User, *, at: datetime) -> QuerySet[SessionRecord]:
    """Sessions that can still be used, the last seen first."""
    since = at - timedelta(seconds=settings.SESSION_COOKIE_AGE) - TOUCHED_EVERY
    return SessionRecord.objects.filter(user=user, ended_at=None, last_seen_at__gt=since).order_by("-last_seen_at")


def last_sign_ins(user: User, most: int = 20) -> QuerySet[SignIn]:
    return SignIn.objects.filter(user=user).order_by("-at")[:most]


def identity_links(user: User) -> QuerySet[IdentityLink]:
    return IdentityLink.objects.filter(user=user).order_by("linked_at")


def linked_account(*, provider: str, subject: str) -> User | None:
    """The activated account to which this identity was linked."""
    found = IdentityLink.objects.select_related("user").filter(provider=provider, subject=subject).first()
    return found.user if found and found.user.is_active else None


def prefill(session: Mapping[str, Any], *, at: datetime) -> dict[str, str]:
    """What a provider said of the person who is about to sign up: address and names; empty without a provider."""
    waiting = marks.timed(session, marks.IDENTITY, at=at, period=marks.IDENTITY_PERIOD)
    return {name: waiting[name] for name in ("email", "last_name", "first_name")} if waiting else {}
