"""Codes that a person types: the six digits of an authenticator application, and recovery codes."""

from __future__ import annotations

import re
import secrets
from datetime import datetime
from hmac import compare_digest

import pyotp

from guichet.office.toolbox.hashing import sha256

STEP_SECONDS = 30
RECOVERY_CODES = 10
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs, five bits each: neither 0 nor 1, neither I nor O."""
_GROUPS, _GROUP = 6, 4
_DIGITS = re.compile(r"[0-9]{6}")


def new_secret() -> str:
    """160 bits in base 32, as RFC 4226 asks."""
    return pyotp.random_base32(32)


def address(secret: str, *, account: str, issuer: str) -> str:
    """``otpauth://…``, which the QR code carries to the application."""
    return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=issuer)


def accepted_step(secret: str, typed: str, *, at: datetime, after: int) -> int | None:
    """The interval of 30 seconds whose code was typed: this one, the last or the next; None when there is none.

    after: the last interval already accepted; its code, and those before, are refused.
    """
    code = re.sub(r"\s", "", typed)
    if not _DIGITS.fullmatch(code):
        return None
    clock, now = pyotp.TOTP(secret), int(at.timestamp()) // STEP_SECONDS
    steps = [step for step in (now - 1, now, now + 1) if step > after]
    return next((step for step in steps if compare_digest(clock.generate_otp(step), code)), None)


def new_recovery_codes() -> list[str]:
    """Ten codes of six groups, « ABCD-EFGH-… », 120 random bits each."""
    return [
        "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
        for _ in range(RECOVERY_CODES)
    ]


def digest(recovery_code: str) -> str:
    """What is kept of a code, written with or without its dashes. 120 random bits need no slow hash."""
    return sha256(re.sub(r"[\s-]", "", recovery_code).upper().encode())


def is_six_digits(typed: str) -> bool:
    return _DIGITS.fullmatch(re.sub(r"\s", "", typed)) is not None
