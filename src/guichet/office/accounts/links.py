"""The links sent by e-mail: signed, each for one row and one use; how long they work is in the row."""

from __future__ import annotations

from typing import Literal

from django.core import signing

from guichet.office.accounts.models import EmailChange, SignUp

Side = Literal["old", "new", "undo"]
"""What a link about a change of address does: confirm from one of the two mailboxes, or take the change back."""

_ACTIVATION, _EMAIL_CHANGE = "guichet.accounts.activation", "guichet.accounts.email_change"


def activation_token(sign_up: SignUp) -> str:
    """For the activation link of this very sign-up."""
    return signing.Signer(salt=_ACTIVATION).sign_object(str(sign_up.public_id))


def read_activation(token: str) -> str:
    """The sign-up that a link names; empty when nobody here signed it."""
    return _read(_ACTIVATION, token) or ""


def email_change_token(change: EmailChange, side: Side) -> str:
    return signing.Signer(salt=f"{_EMAIL_CHANGE}.{side}").sign_object(str(change.public_id))


def read_email_change(token: str, side: Side) -> str:
    """The change that a link of this side names; empty for a link of another side, or made up."""
    return _read(f"{_EMAIL_CHANGE}.{side}", token) or ""


def _read(salt: str, token: str) -> str | None:
    try:
        found = signing.Signer(salt=salt).unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return found if isinstance(found, str) else None
