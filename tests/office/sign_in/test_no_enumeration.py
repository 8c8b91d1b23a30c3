"""Nobody learns from a door whether an address has an account: same words, same status, same work."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts import services
from office.sign_in.conftest import counted, inside, log_in

STRANGER = "personne@exemple.fr"


@pytest.mark.parametrize("door", ["sign_in:login", "staff:login"])
def test_a_wrong_password_costs_the_same_for_every_address(claire, paul, monkeypatch, door):
    services.appoint(paul, "examiner")
    said, work = [], []
    for email in (claire.email, paul.email, STRANGER):
        with counted(monkeypatch) as done:
            answer = Client().post(reverse(door), {"email": email, "password": "mauvais"})
        said.append((answer.status_code, str(answer.context["form"].non_field_errors())))
        work.append(done)
    assert len(set(said)) == 1
    assert work[0] == work[1] == work[2]
    assert work[0]["hashes"] == 1


def test_an_account_not_activated_is_like_none(claire, monkeypatch):
    claire.is_active = False
    claire.save()
    work = []
    for email in (claire.email, STRANGER):
        with counted(monkeypatch) as done:
            log_in(Client(), email)
        work.append(done)
    assert work[0] == work[1]


def test_a_browser_known_for_another_account_learns_nothing(claire, paul, monkeypatch):
    known = inside(paul)
    known.post(reverse("sign_in:logout"))
    known.get(reverse("sign_in:login"))
    work = []
    for email in (claire.email, STRANGER):
        with counted(monkeypatch) as done:
            log_in(known, email, "mauvais")
        work.append(done)
    assert work[0] == work[1]


def test_a_lost_password_costs_the_same_for_every_address(claire, monkeypatch):
    work, said = [], []
    for email in (claire.email, STRANGER):
        with counted(monkeypatch) as done:
            answer = Client().post(reverse("sign_in:password_reset"), {"email": email})
        work.append(done)
        said.append((answer.status_code, answer.url))
    assert work[0] == work[1]
    assert said[0] == said[1]


def test_a_refusal_for_too_many_tries_reads_the_same(claire):
    said = []
    for email in (claire.email, STRANGER):
        for _ in range(9):
            answer = log_in(Client(), email, "mauvais", REMOTE_ADDR="203.0.113.9")
        said.append((answer.status_code, str(answer.context["form"].non_field_errors())))
    assert said[0] == said[1]
    assert said[0][0] == 429
