"""OpenID Connect: authorization code with PKCE (S256), state and nonce; every token is checked. Nothing is stored.

Tokens are dated by the world, not by the office's clock, which the demonstration moves.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from hmac import compare_digest
from typing import Any

import httpx
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri, prepare_token_request
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from authlib.oidc.core import CodeIDToken
from django.core.cache import cache
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet

from guichet.office.sign_in.providers import STRONG_ACR, Provider, is_safe
from guichet.office.toolbox import clock
from guichet.office.toolbox.hashing import sha256

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
"""Asymmetric ones only: neither ``none`` nor a secret that both sides know."""
TIMEOUT = 10
LEEWAY = 60
CACHED = 3600
LONGEST = 200_000
METHODS = json.dumps({"id_token": {"amr": {"essential": True}}})


class Failed(Exception):
    """The provider did not prove who the person is. Its text is for the log, never for the page."""


@dataclass(frozen=True)
class Asked:
    """What was asked of a provider, kept in the session until the answer."""

    provider: str
    state: str
    nonce: str
    verifier: str
    way_back: str = ""


@dataclass(frozen=True)
class Identity:
    """Who the person is, as the provider says. proved_twice: it asked for two factors, and may be believed."""

    provider: str
    subject: str
    email: str
    email_verified: bool
    first_name: str
    last_name: str
    proved_twice: bool


@dataclass(frozen=True)
class Answer:
    """An identity, and what leaving the provider will need."""

    identity: Identity
    id_token: str
    end_session: str


def ask(provider: Provider, *, redirect_uri: str, way_back: str = "") -> tuple[str, Asked]:
    """Where to send the person, and what to keep. Raises Failed when the provider does not answer."""
    asked = Asked(
        provider.name, secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48), way_back
    )
    address = prepare_grant_uri(
        _metadata(provider)["authorization_endpoint"],
        client_id=provider.client_id, response_type="code", redirect_uri=redirect_uri,
        scope=" ".join(provider.scopes), state=asked.state, nonce=asked.nonce,
        code_challenge=create_s256_code_challenge(asked.verifier), code_challenge_method="S256",
        acr_values=" ".join(provider.acr_values) or None,
        claims=METHODS if provider.asks_for_methods else None,
    )  # fmt: skip
    return address, asked


def hear(provider: Provider, asked: Asked, given: dict[str, str], *, redirect_uri: str) -> Answer:
    """Check the provider's answer and ask it who the person is. Raises Failed.

    given: the parameters with which the person came back.
    """
    if asked.provider != provider.name or not compare_digest(asked.state.encode(), given.get("state", "").encode()):
        raise Failed("state")
    if given.get("iss", provider.issuer) != provider.issuer:
        raise Failed("iss of the answer")
    if "code" not in given:
        raise Failed("no code")
    metadata = _metadata(provider)
    tokens = _exchange(provider, metadata, given["code"], asked.verifier, redirect_uri)
    claims = _id_token(provider, metadata, tokens, asked.nonce)
    person = {**claims, **_userinfo(provider, metadata, tokens, claims["sub"])}
    return Answer(_identity(provider, claims, person), tokens["id_token"], metadata.get("end_session_endpoint", ""))


def leaving(end_session: str, *, id_token: str, back_to: str) -> str:
    """Where to leave the provider too; empty when it has no such place."""
    if not end_session or not is_safe(end_session):
        return ""
    query = httpx.QueryParams({
        "id_token_hint": id_token, "post_logout_redirect_uri": back_to, "state": secrets.token_urlsafe(16)
    })  # fmt: skip
    return f"{end_session}{'&' if '?' in end_session else '?'}{query}"


def _metadata(provider: Provider) -> dict[str, Any]:
    """The provider's own description, read once an hour; it must be that of the issuer that was asked."""
    found = _cached(provider, "metadata")
    if found is None:
        address = f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration"
        found = _object(_send("GET", address))
        if found.get("issuer") != provider.issuer:
            raise Failed("issuer of the metadata")
        for key in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
            if not is_safe(str(found.get(key, ""))):
                raise Failed(f"metadata: {key}")
        _cache(provider, "metadata", found)
    return found


def _exchange(provider: Provider, metadata: dict[str, Any], code: str, verifier: str, back: str) -> dict[str, str]:
    credentials: dict[str, Any] = {"auth": httpx.BasicAuth(provider.client_id, provider.client_secret)}
    more = {}
    if provider.posts_its_secret:
        credentials, more = {}, {"client_id": provider.client_id, "client_secret": provider.client_secret}
    body = prepare_token_request("authorization_code", redirect_uri=back, code=code, code_verifier=verifier, **more)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    tokens = _object(_send("POST", metadata["token_endpoint"], content=body, headers=headers, **credentials))
    if not all(isinstance(tokens.get(key), str) for key in ("id_token", "access_token")):
        raise Failed("no token")
    return tokens


def _id_token(provider: Provider, metadata: dict[str, Any], tokens: dict[str, str], nonce: str) -> dict[str, Any]:
    """Its signature, issuer, audience, dates, nonce and level are those expected. Raises Failed."""
    token = _signed(provider, metadata, tokens["id_token"])
    options: dict[str, Any] = {
        "iss": {"essential": True, "value": provider.issuer},
        "aud": {"essential": True, "value": provider.client_id},
        "sub": {"essential": True}, "exp": {"essential": True}, "nonce": {"essential": True},
    }  # fmt: skip
    if provider.acr_values:
        options["acr"] = {"essential": True, "values": list(provider.acr_values)}
    params = {"nonce": nonce, "client_id": provider.client_id, "access_token": tokens["access_token"]}
    claims = CodeIDToken(token.claims, token.header, options, params)
    try:
        claims.validate(now=int(clock.of_the_world().timestamp()), leeway=LEEWAY)
    except (JoseError, ValueError, TypeError) as error:
        raise Failed(f"id token: {error}") from error
    if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= 255:
        raise Failed("id token: sub")
    return dict(claims)


def _userinfo(provider: Provider, metadata: dict[str, Any], tokens: dict[str, str], subject: str) -> dict[str, Any]:
    """More about the person, as JSON or as a signed token; it must be about the same person. Raises Failed."""
    address = str(metadata.get("userinfo_endpoint", ""))
    if not address:
        return {}
    if not is_safe(address):
        raise Failed("metadata: userinfo_endpoint")
    answer = _send("GET", address, headers={"Authorization": f"Bearer {tokens['access_token']}"})
    if "jwt" in answer.headers.get("Content-Type", ""):
        claims = _signed(provider, metadata, answer.text.strip()).claims
        audience = claims.get("aud", provider.client_id)
        if provider.client_id not in (audience if isinstance(audience, list) else [audience]):
            raise Failed("userinfo: aud")
        if claims.get("iss", provider.issuer) != provider.issuer:
            raise Failed("userinfo: iss")
    else:
        claims = _object(answer)
    if claims.get("sub") != subject:
        raise Failed("userinfo: sub")
    return claims


def _signed(provider: Provider, metadata: dict[str, Any], token: str) -> jwt.Token:
    """The token, its signature checked with the provider's keys; they are asked for again when one is unknown."""
    try:
        try:
            return jwt.decode(token, _keys(provider, metadata), algorithms=ALGORITHMS)
        except InvalidKeyIdError:
            return jwt.decode(token, _keys(provider, metadata, again=True), algorithms=ALGORITHMS)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Failed(f"signature: {type(error).__name__}") from error


def _keys(provider: Provider, metadata: dict[str, Any], *, again: bool = False) -> KeySet:
    found = None if again else _cached(provider, "keys")
    if found is None:
        found = _object(_send("GET", metadata["jwks_uri"]))
        _cache(provider, "keys", found)
    return KeySet.import_key_set(found)  # type: ignore[arg-type]  # checked by the call itself


def _identity(provider: Provider, claims: dict[str, Any], person: dict[str, Any]) -> Identity:
    def word(*names: str) -> str:
        found = next((person[name] for name in names if isinstance(person.get(name), str)), "")
        return " ".join(found.replace("\0", "").split())[:150]

    methods = claims.get("amr")
    strong = claims.get("acr") in STRONG_ACR or (isinstance(methods, list) and "mfa" in methods)
    return Identity(
        provider.name, claims["sub"], word("email").lower(),
        person.get("email_verified", provider.profile != "plain") is True,
        word("given_name"), word("usual_name", "preferred_username", "family_name")
        if provider.profile != "plain" else word("family_name"),
        provider.second_factor and strong,
    )  # fmt: skip


def _send(method: str, address: str, **options: Any) -> httpx.Response:
    """One request; redirections are not followed. Raises Failed for anything but a success."""
    try:
        with httpx.Client(timeout=TIMEOUT) as http:
            answer = http.request(method, address, **options)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise Failed(f"{type(error).__name__}") from error
    if answer.status_code != 200 or len(answer.content) > LONGEST:
        raise Failed(f"status {answer.status_code}")
    return answer


def _object(answer: httpx.Response) -> dict[str, Any]:
    try:
        found = answer.json()
    except ValueError as error:
        raise Failed("not JSON") from error
    if not isinstance(found, dict):
        raise Failed("not an object")
    return found


def _place(provider: Provider, what: str) -> str:
    return f"sign_in.openid.{what}.{sha256(provider.issuer.encode())}"


def _cached(provider: Provider, what: str) -> Any:
    return cache.get(_place(provider, what))


def _cache(provider: Provider, what: str, value: dict[str, Any]) -> None:
    cache.set(_place(provider, what), value, CACHED)
