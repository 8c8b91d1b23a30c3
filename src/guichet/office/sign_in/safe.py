"""Secrets that must be read again (those of authenticator applications), encrypted before they reach the database."""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_PURPOSE = b"guichet.sign_in.factors"


class Unreadable(ValueError):
    """The secret was encrypted with a key that this installation no longer has."""


def seal(secret: str) -> str:
    """Encrypt with a key drawn from SECRET_KEY."""
    return _box().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str:
    """The secret; keys of SECRET_KEY_FALLBACKS are tried too. Raises Unreadable."""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise Unreadable("secret illisible") from None


def _box() -> MultiFernet:
    return MultiFernet([_key(one) for one in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str | bytes) -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(str(secret).encode())
    return Fernet(base64.urlsafe_b64encode(derived))
