"""Tries are limited, and nobody can shut someone else out."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts import limits
from guichet.office.sign_in import tries
from office.sign_in.conftest import PASSWORD, code, give, inside, later, log_in

STRANGER = "203.0.113.7"


def failures(email: str, count: int, **options: str) -> list[int]:
    return [log_in(Client(), email, "mauvais", **options).status_code for _ in range(count)]


def test_an_address_is_limited_from_one_place_and_the_window_passes(client, claire, office_clock):
    office_clock.on(2024, 3, 4)
    assert failures(claire.email, 8) == [422] * 8
    refused = log_in(client, claire.email)
    assert refused.status_code == 429
    assert "merci de patienter 15 minutes" in refused.content.decode()
    later(minutes=16)
    assert log_in(client, claire.email).status_code == 302


def test_an_unknown_address_is_limited_just_the_same(db):
    assert failures("personne@exemple.fr", 9) == [422] * 8 + [429]


def test_a_stranger_does_not_shut_the_person_out(claire):
    assert failures(claire.email, 9, REMOTE_ADDR=STRANGER)[-1] == 429
    assert log_in(Client(), claire.email, REMOTE_ADDR="198.51.100.4").status_code == 302


def test_a_browser_known_for_the_account_has_a_counter_of_its_own(claire):
    known = inside(claire)
    known.post(reverse("sign_in:logout"))
    assert failures(claire.email, 9)[-1] == 429, "the same address and the same place"
    assert log_in(Client(), claire.email).status_code == 429
    assert log_in(known, claire.email).status_code == 302


def test_the_counter_of_a_known_browser_is_limited_too(claire):
    known = inside(claire)
    known.post(reverse("sign_in:logout"))
    codes = [log_in(known, claire.email, "mauvais").status_code for _ in range(9)]
    assert codes == [422] * 8 + [429]


def test_a_browser_known_for_another_account_is_a_stranger_here(claire, paul):
    of_paul = inside(paul)
    of_paul.post(reverse("sign_in:logout"))
    assert failures(claire.email, 8) == [422] * 8
    assert log_in(of_paul, claire.email).status_code == 429


def test_a_made_up_cookie_makes_no_browser_known(client, claire):
    known = inside(claire)
    token = known.cookies["browser"].value.partition(":")[0]
    client.cookies["browser"] = f"{token}:made-up-signature"
    failures(claire.email, 8)
    assert log_in(client, claire.email).status_code == 429


def test_guessing_from_everywhere_is_slowed_down_for_the_day(claire, office_clock):
    office_clock.on(2024, 3, 4)
    for number in range(tries.PASSWORD_BY_ADDRESS.most):
        log_in(Client(), claire.email, "mauvais", REMOTE_ADDR=f"203.0.{number}.9")
    refused = log_in(Client(), claire.email, REMOTE_ADDR="198.51.100.4")
    assert refused.status_code == 429
    assert "depuis un navigateur que vous avez déjà utilisé" in refused.content.decode()
    later(hours=25)
    assert log_in(Client(), claire.email, REMOTE_ADDR="198.51.100.4").status_code == 302


def test_a_new_password_lifts_the_limit_of_the_day(claire):
    for _ in range(tries.PASSWORD_BY_ADDRESS.most):
        tries.PASSWORD_BY_ADDRESS.take(claire.email)
    tries.forgive(email=claire.email, account=str(claire.public_id))
    assert log_in(Client(), claire.email).status_code == 302


def test_one_place_is_limited_over_many_addresses(client, claire):
    for number in range(limits.LOG_IN_BY_IP.most):
        log_in(client, f"p{number}@exemple.fr", "mauvais")
    assert log_in(client, claire.email).status_code == 429


def test_many_successes_from_one_place_are_welcome(claire):
    assert {log_in(Client(), claire.email).status_code for _ in range(limits.LOG_IN_BY_IP.most + 5)} == {302}


def test_codes_are_limited_and_the_window_passes(client, claire, recovery):
    log_in(client, claire.email)
    assert [give(client, "000000").status_code for _ in range(7)] == [422] * 6 + [429]
    assert give(client, code()).status_code == 429
    later(minutes=16)
    log_in(client, claire.email)
    assert give(client, code()).status_code == 302


def test_codes_are_limited_for_the_day_from_everywhere(claire, recovery):
    for number in range(tries.CODE_BY_ACCOUNT.most):
        someone = Client(REMOTE_ADDR=f"203.0.{number}.9")
        log_in(someone, claire.email)
        give(someone, "000000")
    someone = Client(REMOTE_ADDR="198.51.100.4")
    log_in(someone, claire.email)
    assert give(someone, code()).status_code == 429


@pytest.mark.parametrize("name", ["sign_in:confirm", "sign_in:confirm_twice"])
def test_confirmations_are_limited(claire, name):
    here = inside(claire)
    codes = [here.post(reverse(name), {"password": "mauvais"}).status_code for _ in range(9)]
    assert codes == [422] * 8 + [429]
    assert here.post(reverse(name), {"password": PASSWORD}).status_code == 429
