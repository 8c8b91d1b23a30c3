"""A security key made of software: it signs what a browser would, or what a thief would."""

from __future__ import annotations

import hashlib
import html
import json
import os
import re
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

ORIGIN = "http://localhost:8000"
FLAG = AuthenticatorData.FLAG


def options_in(page: str) -> dict[str, Any]:
    """What the page asks of the browser."""
    found = re.search(r'data-options="([^"]+)"', page)
    assert found, "the page asks nothing of a key"
    return dict(json.loads(html.unescape(found[1])))


class SoftwareKey:
    """One credential. origin, counter: what it says, right or wrong."""

    def __init__(self) -> None:
        self.credential_id = os.urandom(32)
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.counter = 0
        self.origin = ORIGIN

    def register(self, page: str) -> str:
        """The answer to a page that adds a key."""
        asked = options_in(page)
        public = ES256.from_cryptography_key(self.private.public_key())
        credential = AttestedCredentialData.create(b"\0" * 16, self.credential_id, public)
        data = AuthenticatorData.create(self._site(asked["rp"]["id"]), FLAG.UP | FLAG.AT, self.counter, credential)
        client = CollectedClientData.create("webauthn.create", websafe_decode(asked["challenge"]), self.origin)
        attestation = AttestationObject.create("none", data, {})
        return self._answer(clientDataJSON=bytes(client), attestationObject=bytes(attestation))

    def sign(self, page: str, **changes: Any) -> str:
        """The answer to a page that asks for a key; changes: ``challenge``, ``type``, ``site``, ``flags``."""
        asked = options_in(page)
        self.counter += 1
        challenge = changes.get("challenge", websafe_decode(asked["challenge"]))
        client = CollectedClientData.create(changes.get("type", "webauthn.get"), challenge, self.origin)
        place = self._site(changes.get("site", asked["rpId"]))
        data = AuthenticatorData.create(place, changes.get("flags", FLAG.UP), self.counter)
        signature = self.private.sign(bytes(data) + client.hash, ec.ECDSA(SHA256()))
        return self._answer(clientDataJSON=bytes(client), authenticatorData=bytes(data), signature=signature)

    def _answer(self, **response: bytes) -> str:
        name = websafe_encode(self.credential_id)
        written = {key: websafe_encode(value) for key, value in response.items()}
        whole = {"id": name, "rawId": name, "type": "public-key", "response": written, "clientExtensionResults": {}}
        return json.dumps(whole)

    @staticmethod
    def _site(domain: str) -> bytes:
        return hashlib.sha256(domain.encode()).digest()
