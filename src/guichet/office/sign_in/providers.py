"""The identity providers of this installation, read from the settings and checked."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

PROFILES = ("proconnect", "franceconnect", "plain")
_SCOPES = {
    "proconnect": ("openid", "given_name", "usual_name", "email"),
    "franceconnect": ("openid", "given_name", "family_name", "email"),
    "plain": ("openid", "profile", "email"),
}
_ACR = {"proconnect": (), "franceconnect": ("eidas1", "eidas2", "eidas3"), "plain": ()}
STRONG_ACR = ("eidas2", "eidas3")
"""Levels of guarantee that take two factors (eIDAS: substantial, high)."""


@dataclass(frozen=True)
class Provider:
    """One provider. name: in our addresses and in the links kept; second_factor: whether its two factors count as ours.

    The office says so in its settings; by default no provider's word stands for our own second factor.
    """

    name: str
    label: str
    issuer: str
    client_id: str
    client_secret: str
    profile: str = "plain"
    scopes: tuple[str, ...] = ()
    acr_values: tuple[str, ...] = ()
    second_factor: bool = False

    @property
    def posts_its_secret(self) -> bool:
        """ProConnect and FranceConnect want the secret in the body of the request, the others in its header."""
        return self.profile != "plain"

    @property
    def asks_for_methods(self) -> bool:
        """Both French providers give ``amr`` only to those who ask for it."""
        return self.profile != "plain"


def configured() -> list[Provider]:
    """In the order of the settings. Raises ImproperlyConfigured, without repeating a value."""
    return [_read(row) for row in settings.OIDC_PROVIDERS]


def named(name: str) -> Provider | None:
    return next((one for one in configured() if one.name == name), None)


def label_of(name: str) -> str:
    """For the person, even when the provider is configured no more."""
    found = named(name)
    return found.label if found else name


def is_safe(address: str) -> bool:
    """Whether it is encrypted, or on this very machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and _is_this_machine(parts.hostname or ""))


def _read(row: dict[str, Any]) -> Provider:
    for key in ("name", "label", "issuer", "client_id", "client_secret"):
        if not isinstance(row.get(key), str) or not row[key]:
            raise ImproperlyConfigured(f"OIDC_PROVIDERS : « {key} » manque à un fournisseur.")
    profile = row.get("profile", "plain")
    if profile not in PROFILES:
        raise ImproperlyConfigured(f"OIDC_PROVIDERS : le profil est un mot parmi {', '.join(PROFILES)}.")
    if not is_safe(row["issuer"]):
        raise ImproperlyConfigured("OIDC_PROVIDERS : « issuer » doit être une adresse https://.")
    return Provider(
        row["name"], row["label"], row["issuer"], row["client_id"], row["client_secret"], profile,
        tuple(row.get("scopes", _SCOPES[profile])), tuple(row.get("acr_values", _ACR[profile])),
        row.get("second_factor") is True,
    )  # fmt: skip


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
