"""The desk opens only in a session proved twice, where the office says so."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts import services
from guichet.office.accounts.models import User
from office.sign_in.conftest import PASSWORD, code, give, inside, log_in


@pytest.fixture
def examiner(claire: User, settings: Any) -> User:
    settings.STAFF_REQUIRES_SECOND_FACTOR = True
    services.appoint(claire, "examiner")
    return claire


def enter(client: Client, email: str) -> str:
    answer = client.post(reverse("staff:login"), {"email": email, "password": PASSWORD, "next": "/poste/"})
    return str(answer.url)


def test_without_a_factor_the_desk_leads_to_adding_one(client, examiner):
    assert enter(client, examiner.email) == "/poste/"
    answer = client.get("/poste/")
    assert answer.url.startswith(reverse("sign_in:security"))
    assert "Ajoutez une application" in client.get(answer.url).content.decode()
    assert client.get("/poste/bulletin/").status_code == 302
    assert client.post("/poste/bulletin/").status_code == 302


def test_with_its_proof_the_desk_opens(client, examiner, recovery):
    enter(client, examiner.email)
    give(client, code())
    assert client.get("/poste/").status_code == 200


def test_a_session_proved_once_is_asked_for_the_second(examiner, recovery):
    """Such as one that was open before the factor was added elsewhere."""
    client = Client()
    client.force_login(examiner)
    answer = client.get("/poste/")
    assert answer.url == f"{reverse('sign_in:confirm_twice')}?next=/poste/"
    answer = client.post(answer.url, {"password": PASSWORD, "next": "/poste/"})
    assert answer.url == reverse("sign_in:second_step")
    before = client.session.session_key
    assert give(client, code()).url == "/poste/"
    assert client.session.session_key != before
    assert client.get("/poste/").status_code == 200


def test_the_public_s_door_is_no_way_round(client, examiner):
    log_in(client, examiner.email)
    assert client.get("/poste/").status_code == 302


@pytest.mark.parametrize("page", ["/espace/", "/espace/dossiers/245000001/", "/paiement/"])
def test_files_are_read_nowhere_without_the_proof(client, examiner, recovery, page):
    """The roles of the staff open the pages of files in the secured space too."""
    here = Client()
    here.force_login(examiner)
    assert here.get(page).url.startswith(reverse("sign_in:confirm_twice"))


def test_an_applicant_still_finds_no_desk(paul, examiner):
    assert inside(paul).get("/poste/").status_code == 404


def test_leaving_stays_possible(client, examiner):
    enter(client, examiner.email)
    assert client.post(reverse("staff:logout")).url == reverse("staff:login")


def test_where_the_office_asks_nothing_the_desk_opens(client, examiner, settings):
    settings.STAFF_REQUIRES_SECOND_FACTOR = False
    enter(client, examiner.email)
    assert client.get("/poste/").status_code == 200


@pytest.mark.parametrize(("answer", "asks"), [("", "True"), ("non", "False")])
def test_production_asks_for_it_unless_told_otherwise(tmp_path, answer, asks):
    environment = {
        **os.environ, "SECRET_KEY": "x", "ALLOWED_HOSTS": "pi.exemple.fr", "SITE_URL": "https://pi.exemple.fr",
        "PAYMENT_PROVIDER": "simulator", "PAYMENT_SIMULATOR_SECRET": "x", "GUICHET_VAR": str(tmp_path),
        "STAFF_REQUIRES_SECOND_FACTOR": answer,
    }  # fmt: skip
    program = "from guichet.office.settings import prod; print(prod.STAFF_REQUIRES_SECOND_FACTOR)"
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == asks, done.stderr
