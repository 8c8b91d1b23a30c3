"""Security keys (WebAuthn): what the browser is asked, and whether its answer is right. Nothing here is stored."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

LONGEST_ANSWER = 20_000


class Refused(Exception):
    """The answer of the key does not hold."""


@dataclass(frozen=True)
class Site:
    """Where keys work. domain: empty when the site has none (an IP address), so that no key can work."""

    domain: str
    origin: str


@dataclass(frozen=True)
class Proof:
    """What a key proved. credential: the attested data, to be kept; sign_count: the key's own counter."""

    credential_id: bytes
    credential: bytes
    sign_count: int


def site() -> Site:
    """The domain of SITE_URL. This very machine is ``localhost``: browsers give keys to no IP address."""
    parts = urlsplit(settings.SITE_URL)
    domain = parts.hostname or ""
    with suppress(ValueError):
        domain = "localhost" if ipaddress.ip_address(domain).is_loopback else ""
    port = f":{parts.port}" if parts.port else ""
    return Site(domain, f"{parts.scheme}://{domain}{port}")


def ask_for_new_key(*, user_handle: bytes, email: str, name: str, held: Iterable[bytes]) -> tuple[str, dict[str, Any]]:
    """What the browser's ``create`` is given, as JSON, and the state that checks the answer.

    held: attested data of the keys that the person has already: the browser refuses to add one twice.
    """
    options, state = _server().register_begin(
        PublicKeyCredentialUserEntity(id=user_handle, name=email, display_name=name),
        credentials=[AttestedCredentialData(one) for one in held],
        resident_key_requirement=ResidentKeyRequirement.DISCOURAGED,
        user_verification=UserVerificationRequirement.DISCOURAGED,
    )
    return json.dumps(dict(options)["publicKey"]), _plain(state)


def new_key(state: Mapping[str, Any], answer: str) -> Proof:
    """The key that this answer registers. Raises Refused."""
    try:
        data = _server().register_complete(dict(state), RegistrationResponse.from_dict(_read(answer)))
        credential = data.credential_data
    except Exception as error:  # whatever the library finds wrong in a stranger's bytes
        raise Refused(str(error)) from error
    if credential is None:
        raise Refused("no credential")
    return Proof(bytes(credential.credential_id), bytes(credential), int(data.counter))


def ask_for_key(held: Iterable[bytes]) -> tuple[str, dict[str, Any]]:
    """What the browser's ``get`` is given, as JSON, and the state that checks the answer."""
    options, state = _server().authenticate_begin(
        [AttestedCredentialData(one) for one in held], user_verification=UserVerificationRequirement.DISCOURAGED
    )
    return json.dumps(dict(options)["publicKey"]), _plain(state)


def key_shown(state: Mapping[str, Any], answer: str, held: Iterable[bytes]) -> Proof:
    """The key of the person that signed this answer. Raises Refused."""
    try:
        response = AuthenticationResponse.from_dict(_read(answer))
        found = _server().authenticate_complete(dict(state), [AttestedCredentialData(one) for one in held], response)
        count = int(response.response.authenticator_data.counter)
    except Exception as error:  # whatever the library finds wrong in a stranger's bytes
        raise Refused(str(error)) from error
    return Proof(bytes(found.credential_id), bytes(found), count)


def _server() -> Fido2Server:
    here = site()
    return Fido2Server(
        PublicKeyCredentialRpEntity(name=settings.OPERATOR_NAME, id=here.domain),
        verify_origin=lambda origin: bool(here.domain) and origin == here.origin,
    )


def _read(answer: str) -> dict[str, Any]:
    if len(answer) > LONGEST_ANSWER:
        raise Refused("too long")
    read = json.loads(answer)
    if not isinstance(read, dict):
        raise Refused("not an object")
    return read


def _plain(state: Mapping[str, Any]) -> dict[str, Any]:
    """As a session can keep it."""
    return {key: None if value is None else str(getattr(value, "value", value)) for key, value in state.items()}
