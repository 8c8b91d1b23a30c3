"""What someone saw while logged in stays in no browser."""

from __future__ import annotations

import logging

import pytest
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.toolbox import security_log


@pytest.fixture
def claire(db: None) -> User:
    return User.objects.create_user("claire@exemple.fr", "x", last_name="Martin", first_name="Claire")


@pytest.mark.parametrize("name", ["web:space", "drafts:list", "notices:inbox", "web:help", "register:search"])
def test_pages_of_someone_logged_in_are_not_stored(client, claire, name):
    client.force_login(claire)
    assert "no-store" in client.get(reverse(name))["Cache-Control"]


def test_a_visitor_may_keep_a_public_page(client, db):
    assert "no-store" not in client.get(reverse("web:help")).get("Cache-Control", "")


def test_leaving_empties_the_browser(client, claire):
    client.force_login(claire)
    assert client.post(reverse("sign_in:logout"))["Clear-Site-Data"] == '"storage"'
    client.force_login(claire)
    client.session.flush()
    assert client.get(reverse("web:help"))["Clear-Site-Data"] == '"storage"'


def test_security_events_name_nobody(caplog):
    with caplog.at_level(logging.INFO, logger="guichet.security"):
        security_log.note("sign_in_refused", how="password")
        security_log.note("signed_in", account="account:x", how="password")
    refused, entered = caplog.records
    assert (refused.levelname, refused.event, refused.how) == ("WARNING", "sign_in_refused", "password")
    assert (entered.levelname, entered.account) == ("INFO", "account:x")
