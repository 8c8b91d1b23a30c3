"""No door sends anyone to another site."""

from __future__ import annotations

import pytest
from django.urls import reverse

from office.sign_in.conftest import PASSWORD, code, give, inside, log_in

ELSEWHERE = [
    "https://mechant.example/", "//mechant.example/", "///mechant.example", "javascript:alert(1)", "http:/x",
    "\\\\mechant.example", "/\\mechant.example", " //mechant.example",
]  # fmt: skip


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_the_log_in_stays_here(client, claire, wanted):
    assert log_in(client, claire.email, next=wanted).url == reverse("web:space")


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_the_second_step_stays_here(client, claire, recovery, wanted):
    log_in(client, claire.email, next=wanted)
    assert give(client, code()).url == reverse("web:space")


@pytest.mark.parametrize("wanted", ELSEWHERE)
@pytest.mark.parametrize("name", ["sign_in:confirm", "sign_in:confirm_twice"])
def test_the_confirmation_stays_here(claire, name, wanted):
    answer = inside(claire).post(reverse(name), {"password": PASSWORD, "next": wanted})
    assert answer.url == reverse("sign_in:security")


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_the_staff_s_door_stays_here(client, claire, wanted):
    from guichet.office.accounts import services

    services.appoint(claire, "examiner")
    answer = client.post(reverse("staff:login"), {"email": claire.email, "password": PASSWORD, "next": wanted})
    assert answer.url == reverse("examination:queue")


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_someone_inside_is_not_sent_elsewhere_either(claire, wanted):
    assert inside(claire).get(reverse("sign_in:login"), {"next": wanted}).url == reverse("web:space")
