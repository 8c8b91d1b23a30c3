"""An identity provider on the loopback that tells the truth, or lies as it is told to."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.test import Client
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, OctKey, RSAKey

from guichet.office.accounts.models import User
from guichet.office.sign_in.models import IdentityLink
from guichet.office.toolbox import clock

CLIENT_ID, SECRET = "guichet", "the-secret-of-guichet"


class LyingProvider:
    """claims: what its tokens say, over the truth (None leaves a claim out). Its other lies are its attributes."""

    def __init__(self, port: int) -> None:
        self.issuer = f"http://127.0.0.1:{port}"
        self.key = RSAKey.generate_key(2048, {"kid": "one"}, auto_kid=True)
        self.published = self.key
        self.claims: dict[str, Any] = {}
        self.person: dict[str, Any] = {"sub": "sub-claire", "email": "Claire@Travail.exemple", "given_name": "Claire"}
        self.metadata: dict[str, Any] = {}
        self.userinfo_as = "json"
        self.algorithm = "RS256"
        self.signs_with: Any = None
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: list[tuple[str, dict[str, str], dict[str, str]]] = []
        self.is_down = False

    def authorises(self, address: str, **changes: str) -> dict[str, str]:
        """The person agrees: the parameters with which the provider sends him or her back."""
        parts = urlsplit(address)
        asked = {key: values[0] for key, values in parse_qs(parts.query).items()}
        code = hashlib.sha256(f"{len(self.codes)}".encode()).hexdigest()
        self.codes[code] = asked
        return {"code": code, "state": asked["state"], **changes}

    def answer(self, method: str, path: str, headers: dict[str, str], form: dict[str, str]) -> tuple[int, str, bytes]:
        self.asked.append((f"{method} {path}", headers, form))
        if self.is_down:
            return 503, "text/plain", b"down"
        if path == "/.well-known/openid-configuration":
            return 200, "application/json", json.dumps(self._metadata()).encode()
        if path == "/jwks":
            keys = KeySet([self.published]).as_dict(private=False)
            return 200, "application/json", json.dumps(keys).encode()
        if path == "/token":
            return self._token(headers, form)
        if path == "/userinfo":
            return self._userinfo()
        return 404, "text/plain", b""

    def _metadata(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token", "jwks_uri": f"{self.issuer}/jwks",
            "userinfo_endpoint": f"{self.issuer}/userinfo", "end_session_endpoint": f"{self.issuer}/end",
            **self.metadata,
        }  # fmt: skip

    def _token(self, headers: dict[str, str], form: dict[str, str]) -> tuple[int, str, bytes]:
        basic = "Basic " + base64.b64encode(f"{CLIENT_ID}:{SECRET}".encode()).decode()
        posted = (form.get("client_id"), form.get("client_secret")) == (CLIENT_ID, SECRET)
        asked = self.codes.pop(form.get("code", ""), None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if asked is None or challenge.decode().rstrip("=") != asked["code_challenge"]:
            return 400, "application/json", b'{"error": "invalid_grant"}'
        if not posted and headers.get("Authorization") != basic:
            return 401, "application/json", b'{"error": "invalid_client"}'
        now = int(clock.of_the_world().timestamp())
        truth = {
            "iss": self.issuer, "aud": CLIENT_ID, "sub": self.person["sub"], "iat": now, "exp": now + 60,
            "nonce": asked["nonce"],
        }  # fmt: skip
        token = self._signed({**truth, **self.claims})
        whole = {"access_token": "opaque", "token_type": "Bearer", "expires_in": 60, "id_token": token}
        return 200, "application/json", json.dumps(whole).encode()

    def _userinfo(self) -> tuple[int, str, bytes]:
        if self.userinfo_as == "json":
            return 200, "application/json", json.dumps(self.person).encode()
        claims = {"iss": self.issuer, "aud": CLIENT_ID, **self.person}
        return 200, "application/jwt", self._signed(claims).encode()

    def _signed(self, claims: dict[str, Any]) -> str:
        said = {key: value for key, value in claims.items() if value is not None}
        if self.algorithm == "none":
            head = base64.urlsafe_b64encode(b'{"alg":"none"}').rstrip(b"=").decode()
            return f"{head}.{base64.urlsafe_b64encode(json.dumps(said).encode()).rstrip(b'=').decode()}."
        key = self.signs_with or self.key
        return jwt.encode({"alg": self.algorithm, "kid": key.kid}, said, key, algorithms=[self.algorithm])


def another_key() -> RSAKey:
    """One that the provider never published, under the name of the one that it did."""
    return RSAKey.generate_key(2048, {"kid": "one"})


def curve_key() -> ECKey:
    return ECKey.generate_key("P-256", {"kid": "curve"})


def shared_secret() -> OctKey:
    """The client's own secret, as if it could sign."""
    return OctKey.import_key(SECRET, {"kid": "one"})


@contextmanager
def provider_running() -> Iterator[LyingProvider]:
    """On a free port of the loopback, until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._do("GET", {})

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            self._do("POST", {key: values[0] for key, values in parse_qs(raw).items()})

        def _do(self, method: str, form: dict[str, str]) -> None:
            status, kind, body = one.answer(method, urlsplit(self.path).path, dict(self.headers), form)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: Any) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    one = LyingProvider(server.server_port)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield one
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


START = "/compte/connexion/avec/essai/"
BACK = f"{START}retour/"


def through(client: Client, provider: LyingProvider, **more: str) -> Any:
    """Leave for the provider, agree there, come back."""
    away = client.post(START, more)
    assert away.status_code == 302 and away.url.startswith(f"{provider.issuer}/authorize?"), away.url
    return client.get(BACK, provider.authorises(away.url))


def linked(user: User, provider: LyingProvider) -> None:
    """The person of this provider is that of this account."""
    IdentityLink.objects.create(user=user, provider="essai", subject=provider.person["sub"], linked_at=clock.now())
