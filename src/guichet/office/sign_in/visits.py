"""From where someone comes to a door: the network, the browser in words, the cookie of a browser seen before."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from django.core import signing

from guichet.office.sign_in import browsers
from guichet.office.toolbox.hashing import sha256

COOKIE_SECONDS = 395 * 24 * 3600
"""Thirteen months, the longest that the CNIL admits for a cookie."""
_SALT = "guichet.sign_in.browser"


@dataclass(frozen=True)
class Visit:
    """One visit at a door. token: the secret of this browser's cookie, drawn now when it has none (is_new)."""

    ip: str
    user_agent: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    is_new: bool = True

    @classmethod
    def with_cookie(cls, *, ip: str, user_agent: str, cookie: str) -> Visit:
        """cookie: as the browser sent it; one that we did not sign counts for nothing."""
        try:
            token = signing.Signer(salt=_SALT).unsign(cookie)
        except signing.BadSignature:
            return cls(ip, user_agent)
        return cls(ip, user_agent, token, is_new=False)

    @property
    def cookie(self) -> str:
        return signing.Signer(salt=_SALT).sign(self.token)

    @property
    def digest(self) -> str:
        """Under which the browser is known."""
        return sha256(self.token.encode())

    @property
    def browser(self) -> str:
        return browsers.in_words(self.user_agent)

    @property
    def place(self) -> str:
        return browsers.shortened(self.ip)
