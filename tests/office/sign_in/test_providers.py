"""Profiles of providers (ProConnect, FranceConnect), what the settings may say, and a real local provider."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse

from guichet.office.settings import readers, security
from guichet.office.sign_in import openid, providers
from guichet.office.sign_in.models import IdentityLink
from guichet.office.toolbox import clock
from office.sign_in.conftest import is_inside, log_in
from office.sign_in.lying_provider import CLIENT_ID, SECRET, LyingProvider, curve_key, provider_running

BACK = "http://127.0.0.1:8000/compte/connexion/avec/essai/retour/"


def provider_of(issuer: str, **changes: Any) -> dict[str, Any]:
    return {
        "name": "essai", "label": "Essai", "issuer": issuer, "client_id": CLIENT_ID, "client_secret": SECRET, **changes
    }  # fmt: skip


@pytest.fixture
def server() -> Iterator[LyingProvider]:
    cache.clear()
    with provider_running() as one:
        yield one


def answered(server: LyingProvider, settings: Any, **changes: Any) -> openid.Answer:
    settings.OIDC_PROVIDERS = [provider_of(server.issuer, **changes)]
    (chosen,) = providers.configured()
    address, asked = openid.ask(chosen, redirect_uri=BACK)
    return openid.hear(chosen, asked, server.authorises(address), redirect_uri=BACK)


def test_proconnect_signs_what_it_says_of_the_person(server, settings):
    server.userinfo_as = "jwt"
    server.person = {"sub": "s", "email": "Agathe@Cabinet.exemple", "given_name": "Agathe", "usual_name": "Morel"}
    server.claims = {"amr": ["pwd", "mfa"]}
    found = answered(server, settings, profile="proconnect", second_factor=True).identity
    assert (found.first_name, found.last_name, found.email) == ("Agathe", "Morel", "agathe@cabinet.exemple")
    assert found.proved_twice
    token = next(form for what, _, form in server.asked if what == "POST /token")
    assert token["client_secret"] == SECRET, "ProConnect takes it in the body"


def test_franceconnect_wants_a_level(server, settings):
    server.userinfo_as = "jwt"
    server.person = {"sub": "s", "given_name": "Jeanne", "family_name": "Dupont", "preferred_username": ""}
    with pytest.raises(openid.Failed, match="acr"):
        answered(server, settings, profile="franceconnect")
    server.claims = {"acr": "eidas1"}
    found = answered(server, settings, profile="franceconnect").identity
    assert not found.proved_twice
    with pytest.raises(openid.Failed, match="acr"):
        answered(server, settings, profile="franceconnect", acr_values=["eidas2"])


def test_the_level_and_the_methods_are_asked_for(server, settings):
    settings.OIDC_PROVIDERS = [provider_of(server.issuer, profile="franceconnect")]
    address, _ = openid.ask(providers.configured()[0], redirect_uri=BACK)
    assert "acr_values=eidas1+eidas2+eidas3" in address or "acr_values=eidas1%20eidas2%20eidas3" in address
    assert "claims=" in address


@pytest.mark.parametrize("lie", [{"aud": "someone-else"}, {"iss": "https://mechant.example"}, {"sub": "other"}])
def test_a_signed_description_of_someone_else_is_refused(server, settings, lie):
    server.userinfo_as = "jwt"
    server.claims = {"sub": "s"}
    server.person = {"sub": "s", **lie}
    with pytest.raises(openid.Failed, match="userinfo"):
        answered(server, settings)


def test_keys_may_change(server, settings):
    """A token signed with a new key makes the keys be read again; curves are admitted too."""
    assert answered(server, settings)
    server.key = server.published = curve_key()
    server.algorithm = "ES256"
    assert answered(server, settings)


@pytest.mark.parametrize("keys", [{}, {"keys": "x"}, {"keys": [1]}, {"keys": [{"kty": "x"}]}])
def test_keys_that_are_none_are_refused(server, settings, monkeypatch, keys):
    monkeypatch.setattr(openid, "_cached", lambda provider, what: keys if what == "keys" else None)
    with pytest.raises(openid.Failed, match="signature"):
        answered(server, settings)


def test_the_provider_s_words_are_read_with_care(server, settings):
    server.person = {"sub": "sub-claire", "email": ["x"], "given_name": "A" * 900, "family_name": "B\0\n C"}
    found = answered(server, settings).identity
    assert (found.email, len(found.first_name), found.last_name) == ("", 150, "B C")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"name": ""}, "« name »"), ({"client_secret": None}, "« client_secret »"), ({"profile": "other"}, "profil"),
        ({"issuer": "http://mechant.example"}, "https://"), ({"issuer": "ftp://127.0.0.1"}, "https://"),
    ],
)  # fmt: skip
def test_wrong_settings_are_refused_without_their_secrets(settings, row, said):
    settings.OIDC_PROVIDERS = [{**provider_of("https://id.exemple.fr"), **row}]
    with pytest.raises(ImproperlyConfigured, match=said) as refusal:
        providers.configured()
    assert SECRET not in str(refusal.value)


@pytest.mark.parametrize("raw", ["x", "{}", '["x"]', f'[{{"client_secret": "{SECRET}"}}'])
def test_settings_that_are_no_list_are_refused_without_their_secrets(monkeypatch, raw):
    monkeypatch.setenv("OIDC_PROVIDERS", raw)
    with pytest.raises(ImproperlyConfigured) as refusal:
        readers.records("OIDC_PROVIDERS")
    assert SECRET not in str(refusal.value)


def test_forms_may_lead_to_the_providers_only():
    policy = security.content_security_policy(
        payment_provider="https://pay.exemple", identity_providers=["https://id.exemple/realm"]
    )
    assert policy["DIRECTIVES"]["form-action"] == ["'self'", "https://pay.exemple", "https://id.exemple"]


@pytest.fixture(scope="module")
def real_provider() -> Iterator[str]:
    """oidc-provider-mock, another team's provider, as a process of its own; its address."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    claims = {"sub": "ines", "email": "ines@exemple.fr", "given_name": "Inès", "family_name": "Nouvelle"}
    command = ["-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), "--user-claims", json.dumps(claims)]
    program = subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ)
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address)
        yield address
    finally:
        program.terminate()
        program.wait(20)


def wait_for(address: str) -> None:
    last = time.monotonic() + 60
    while time.monotonic() < last:
        try:
            if httpx.get(f"{address}/.well-known/openid-configuration", timeout=5).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    raise AssertionError("the provider does not answer")


def agree(address: str) -> dict[str, str]:
    """What a person does at the provider's page: gives a name, agrees."""
    answer = httpx.post(address, data={"sub": "ines"}, follow_redirects=False, timeout=10)
    assert answer.status_code == 302, answer.text
    return dict(httpx.URL(answer.headers["Location"]).params)


def test_the_whole_way_with_a_real_provider(client, claire, real_provider, settings, mailbox):
    """Unknown at first; linked after the password; then it opens the account; leaving leaves both."""
    cache.clear()
    settings.OIDC_PROVIDERS = [provider_of(real_provider)]
    start, back = reverse("sign_in:provider", args=["essai"]), reverse("sign_in:provider_answer", args=["essai"])
    assert client.get(back, agree(client.post(start).url)).url == reverse("sign_in:identity")
    assert "ines@exemple.fr" in client.get(reverse("sign_in:identity")).content.decode()
    log_in(client, claire.email)
    client.post(reverse("sign_in:identity_link"))
    assert IdentityLink.objects.get().subject == "ines"
    left = client.post(reverse("sign_in:logout")).url
    assert httpx.get(left, timeout=10).status_code == 200
    assert client.get(back, agree(client.post(start).url)).url == reverse("web:space")
    assert is_inside(client)
    assert IdentityLink.objects.get().last_used_at <= clock.now()
    denied = httpx.post(client.post(start).url, data={"action": "deny"}, follow_redirects=False, timeout=10)
    assert "error=access_denied" in denied.headers["Location"]
