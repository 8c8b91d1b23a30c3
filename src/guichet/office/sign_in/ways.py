"""How a person entered, in words."""

from __future__ import annotations

from guichet.office.sign_in.models import SignIn
from guichet.office.sign_in.providers import label_of

SSO = "sso:"


def in_words(how: str) -> str:
    """« Mot de passe et clé de sécurité », « ProConnect »."""
    if how.startswith(SSO):
        return label_of(how.removeprefix(SSO))
    label = dict(SignIn.Way.choices).get(how, how)
    return f"{label[:1].upper()}{label[1:]}"
