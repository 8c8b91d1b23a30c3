"""Single sign-on: every lie of a provider, or of who comes back from it, is refused for its own reason."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from office.sign_in import lying_provider
from office.sign_in.conftest import is_inside, later
from office.sign_in.lying_provider import BACK, CLIENT_ID, START, linked

NOW = 1_700_000_000
LIES: dict[str, tuple[dict[str, Any], str]] = {
    "nonce": ({"claims": {"nonce": "another"}}, "Invalid claim: 'nonce'"),
    "no nonce": ({"claims": {"nonce": None}}, "Missing claim: 'nonce'"),
    "audience": ({"claims": {"aud": "someone-else"}}, "Invalid claim: 'aud'"),
    "no audience": ({"claims": {"aud": None}}, "Missing claim: 'aud'"),
    "audiences": ({"claims": {"aud": [CLIENT_ID, "someone-else"], "azp": "someone-else"}}, "'azp'"),
    "issuer": ({"claims": {"iss": "https://mechant.example"}}, "Invalid claim: 'iss'"),
    "expired": ({"claims": {"exp": NOW}}, "expired"),
    "no expiry": ({"claims": {"exp": None}}, "Missing claim: 'exp'"),
    "to come": ({"claims": {"iat": 4_000_000_000}}, "issued in the future"),
    "no subject": ({"claims": {"sub": None}}, "Missing claim: 'sub'"),
    "empty subject": ({"claims": {"sub": ""}}, "Invalid claim: 'sub'"),
    "long subject": ({"claims": {"sub": "x" * 300}}, "id token: sub"),
    "other hash": ({"claims": {"at_hash": "x"}}, "'at_hash'"),
    "unsigned": ({"algorithm": "none"}, "UnsupportedAlgorithmError"),
    "signed by another": ({"signs_with": lying_provider.another_key()}, "BadSignatureError"),
    "signed with the shared secret": (
        {"algorithm": "HS256", "signs_with": lying_provider.shared_secret()}, "UnsupportedAlgorithmError",
    ),
    "signed by an unknown key": (
        {"algorithm": "ES256", "signs_with": lying_provider.curve_key()}, "InvalidKeyIdError",
    ),
    "person of another": ({"person": {"sub": "someone-else"}, "claims": {"sub": "sub-claire"}}, "userinfo: sub"),
    "down": ({"is_down": True}, "status 503"),
}  # fmt: skip
"""Each lie, and the reason for which it is refused."""


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_opens_nothing(client, claire, provider, lie, caplog):
    linked(claire, provider)
    changes, reason = LIES[lie]
    back = provider.authorises(client.post(START).url)
    for name, value in changes.items():
        setattr(provider, name, value)
    answer = client.get(BACK, back)
    assert answer.url == reverse("sign_in:login")
    assert [record for record in caplog.records if reason in getattr(record, "how", "")]
    assert not is_inside(client)
    assert "pas pu confirmer votre identité" in client.get(answer.url).content.decode()


@pytest.mark.parametrize(
    "changes", [{"state": "another"}, {"state": ""}, {"code": "made-up"}, {"iss": "https://mechant.example"}]
)
def test_an_answer_to_another_question_opens_nothing(client, claire, provider, changes):
    linked(claire, provider)
    back = provider.authorises(client.post(START).url, **changes)
    assert client.get(BACK, back).url == reverse("sign_in:login")
    assert not is_inside(client)


def test_an_answer_brought_by_another_browser_opens_nothing(client, claire, provider):
    linked(claire, provider)
    back = provider.authorises(client.post(START).url)
    victim = Client()
    assert victim.get(BACK, back).url == reverse("sign_in:login")
    victim.post(START)
    assert victim.get(BACK, back).url == reverse("sign_in:login")
    assert not is_inside(victim)


def test_an_answer_serves_once_and_within_ten_minutes(client, claire, provider, office_clock):
    office_clock.on(2024, 3, 4)
    linked(claire, provider)
    back = provider.authorises(client.post(START).url)
    later(minutes=11)
    assert client.get(BACK, back).url == reverse("sign_in:login")
    back = provider.authorises(client.post(START).url)
    assert client.get(BACK, back).url == reverse("web:space")
    client.post(reverse("sign_in:logout"))
    assert client.get(BACK, back).url == reverse("sign_in:login")


def test_refusing_at_the_provider_is_no_fault(client, provider):
    back = provider.authorises(client.post(START).url)
    answer = client.get(BACK, {"error": "access_denied", "state": back["state"]})
    assert answer.url == reverse("sign_in:login")


@pytest.mark.parametrize(
    "metadata",
    [{"issuer": "https://mechant.example"}, {"token_endpoint": "http://mechant.example/token"}, {"jwks_uri": "x"}],
)
def test_a_description_that_lies_is_refused(client, provider, metadata):
    provider.metadata = metadata
    assert client.post(START).url == reverse("sign_in:login")


def test_a_provider_that_is_down_is_told_courteously(client, provider):
    provider.is_down = True
    assert client.post(START).url == reverse("sign_in:login")
