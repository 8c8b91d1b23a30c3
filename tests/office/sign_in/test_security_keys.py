"""Security keys: added, shown, and every forged answer refused."""

from __future__ import annotations

import os
from typing import Any

import pytest
from django.test import Client

from guichet.office.sign_in import queries, webauthn
from guichet.office.sign_in.models import RecoveryCode, SecurityKey, SignIn
from office.sign_in.conftest import give, inside, is_inside, later, log_in
from office.sign_in.software_key import FLAG, SoftwareKey

ADD = "/compte/securite/cle/"
STEP = "/compte/connexion/verification/"


@pytest.fixture
def key(claire: Any, settings: Any) -> SoftwareKey:
    """A key that Claire has added."""
    settings.SITE_URL = "http://localhost:8000"
    one, here = SoftwareKey(), inside(claire)
    answer = one.register(here.get(ADD).content.decode())
    assert here.post(ADD, {"name": "clé bleue", "answer": answer}).status_code == 200, "the codes are shown"
    return one


def at_second_step(claire: Any) -> tuple[Client, str]:
    client = Client()
    assert log_in(client, claire.email).url == STEP
    return client, client.get(STEP).content.decode()


def test_a_key_is_added_and_the_person_told(claire, key, mailbox):
    kept = SecurityKey.objects.get(user=claire)
    assert (kept.name, bytes(kept.credential_id)) == ("clé bleue", key.credential_id)
    assert queries.has_second_factor(claire)
    assert RecoveryCode.objects.filter(user=claire).count() == 10
    assert any("une clé de sécurité (« clé bleue »)" in text for text in mailbox())


def test_a_key_opens_the_session(claire, key):
    client, page = at_second_step(claire)
    assert client.post(STEP, {"answer": key.sign(page)}).status_code == 302
    assert is_inside(client)
    assert queries.proved_twice(client.session)
    assert SignIn.objects.filter(how=SignIn.Way.SECURITY_KEY, succeeded=True).exists()


def test_the_page_says_what_it_needs_and_offers_a_code(claire, key):
    client, page = at_second_step(claire)
    assert "a besoin de JavaScript" in page
    assert "code de secours" in page
    assert 'name="code"' in page


@pytest.mark.parametrize(
    "changes",
    [{"challenge": b"x" * 32}, {"type": "webauthn.create"}, {"site": "mechant.example"}, {"flags": FLAG(0)}],
    ids=["challenge", "ceremony", "domain", "nobody present"],
)
def test_a_forged_answer_is_refused(claire, key, changes):
    client, page = at_second_step(claire)
    assert client.post(STEP, {"answer": key.sign(page, **changes)}).status_code == 422
    assert not is_inside(client)


@pytest.mark.parametrize("origin", ["https://mechant.example", "http://localhost:8001", "https://localhost:8000", ""])
def test_an_answer_given_to_another_site_is_refused(claire, key, origin):
    client, page = at_second_step(claire)
    key.origin = origin
    assert client.post(STEP, {"answer": key.sign(page)}).status_code == 422


def test_another_key_is_refused(claire, key):
    client, page = at_second_step(claire)
    thief = SoftwareKey()
    assert client.post(STEP, {"answer": thief.sign(page)}).status_code == 422
    thief.credential_id = key.credential_id
    page = client.get(STEP).content.decode()
    assert client.post(STEP, {"answer": thief.sign(page)}).status_code == 422


def test_an_answer_serves_once(claire, key):
    client, page = at_second_step(claire)
    answer = key.sign(page)
    assert client.post(STEP, {"answer": answer}).status_code == 302
    again, _ = at_second_step(claire)
    assert again.post(STEP, {"answer": answer}).status_code == 422


def test_a_copied_key_betrays_itself(claire, key):
    client, page = at_second_step(claire)
    assert client.post(STEP, {"answer": key.sign(page)}).status_code == 302
    key.counter -= 1
    client, page = at_second_step(claire)
    assert client.post(STEP, {"answer": key.sign(page)}).status_code == 422


def test_a_key_without_a_counter_is_admitted(claire, key):
    """Those kept by telephones always say zero."""
    for _ in range(2):
        key.counter = -1
        client, page = at_second_step(claire)
        assert client.post(STEP, {"answer": key.sign(page)}).status_code == 302


@pytest.mark.parametrize(
    "answer", ["", "x", "[]", "{}", '{"id": 1}', "9" * 5000, '{"id":"a","rawId":"a","response":{}}', "null", "[" * 9000]
)
def test_nonsense_is_refused(claire, key, answer):
    client, _ = at_second_step(claire)
    assert client.post(STEP, {"answer": answer}).status_code == 422
    here = inside_with(claire, key)
    assert here.post(ADD, {"name": "x", "answer": answer}).status_code == 422


def inside_with(claire: Any, key: SoftwareKey) -> Client:
    client, page = at_second_step(claire)
    assert client.post(STEP, {"answer": key.sign(page)}).status_code == 302
    return client


def test_a_key_is_not_added_twice(claire, paul, key):
    here = inside_with(claire, key)
    page = here.get(ADD).content.decode()
    assert here.post(ADD, {"name": "encore", "answer": key.register(page)}).status_code == 422
    other = inside(paul)
    page = other.get(ADD).content.decode()
    assert other.post(ADD, {"name": "encore", "answer": key.register(page)}).status_code == 422
    assert SecurityKey.objects.count() == 1


def test_what_was_asked_is_good_for_ten_minutes(claire, settings, office_clock):
    settings.SITE_URL = "http://localhost:8000"
    office_clock.on(2024, 3, 4)
    here, key = inside(claire), SoftwareKey()
    answer = key.register(here.get(ADD).content.decode())
    later(minutes=11)
    assert here.post(ADD, {"name": "x", "answer": answer}).status_code == 422
    assert not SecurityKey.objects.exists()


@pytest.mark.parametrize(
    ("address", "domain", "origin"),
    [
        ("https://pi.exemple.fr", "pi.exemple.fr", "https://pi.exemple.fr"),
        ("http://127.0.0.1:8000", "localhost", "http://localhost:8000"),
        ("http://localhost:8000", "localhost", "http://localhost:8000"),
        ("http://192.0.2.7", "", "http://"),
    ],
)
def test_keys_belong_to_the_domain_of_the_site(settings, address, domain, origin):
    settings.SITE_URL = address
    assert webauthn.site() == webauthn.Site(domain, origin)


def test_the_page_says_that_an_ip_address_has_no_keys(claire, settings):
    settings.SITE_URL = "http://192.0.2.7"
    page = inside(claire).get(ADD).content.decode()
    assert "ne donnent de clé qu'à un nom de domaine" in page
    assert "data-options" not in page


def test_an_account_with_a_key_only_may_still_use_a_recovery_code(claire, key):
    client, page = at_second_step(claire)
    assert "Avec un code de secours" in page
    code = os.urandom(4).hex()
    assert give(client, code).status_code == 422
