"""The links sent by e-mail: signed, bound to the account as it then stood, and dated by the office's clock."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from guichet.office.accounts import queries
from guichet.office.accounts.models import User

ACTIVATION_PERIOD = timedelta(days=3)
"""User guide: « vous ne disposez que de 3 jours pour valider ce compte »."""

_SALT = "guichet.accounts.activation"


def activation_token(user: User) -> str:
    """For the activation link of this sign-up; a later sign-up with the same address makes it void."""
    return signing.Signer(salt=_SALT).sign_object([str(user.public_id), _fingerprint(user)])


def account_to_activate(token: str, *, at: datetime) -> User | None:
    """The account that this link activates at that instant; None when it is wrong, used, or over three days old."""
    try:
        public_id, fingerprint = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    user = queries.by_public_id(public_id)
    if user is None or user.is_active or user.activation_due_at is None or at > user.activation_due_at:
        return None
    return user if constant_time_compare(fingerprint, _fingerprint(user)) else None


def _fingerprint(user: User) -> str:
    return salted_hmac(_SALT, f"{user.pk}:{user.password}", algorithm="sha256").hexdigest()[:32]
