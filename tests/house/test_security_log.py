"""What matters for security is written in the log, and names nobody."""

from __future__ import annotations

import logging

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.limits import Limit
from guichet.office.accounts.models import Role
from guichet.office.accounts.queries import account_actor
from guichet.office.staff import services as staff_services
from guichet.office.toolbox import clock
from guichet.office.toolbox.logging import JsonFormatter
from house.world import PASSWORD, World, asked, staff

pytestmark = pytest.mark.django_db
NEW = "quatre hiboux sous la lune"


def written(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str, str]]:
    """Event, view and way of each line; after seeing that none tells who it is about but by an identifier."""
    lines = [record for record in caplog.records if record.name == "guichet.security"]
    for record in lines:
        text = JsonFormatter().format(record)
        assert not any(told in text for told in ("@", "exemple.fr", "Dominique", "127.0.0.1", PASSWORD, NEW)), text
    return [(one.event, getattr(one, "view", ""), getattr(one, "how", "")) for one in lines]


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, logger="guichet.security")
    return caplog


@pytest.mark.parametrize(
    ("typed", "event"), [(PASSWORD, "signed_in"), ("autre", "sign_in_refused")], ids=["right", "wrong"]
)
def test_a_try_at_the_door(world: World, log, typed, event):
    asked(Client(), "post", reverse("sign_in:login"), {"email": world.people["stranger"].email, "password": typed})
    assert written(log) == [(event, "", "password")]


def test_a_password_is_changed(world: World, log):
    values = {"current": PASSWORD, "password1": NEW, "password2": NEW}
    client = world.browser("stranger")
    log.clear()
    assert asked(client, "post", reverse("sign_in:password_change"), values).status_code == 302
    assert written(log) == [("password_changed", "", "")]


@pytest.mark.parametrize(
    ("who", "name", "event"),
    [
        ("rival", "trademark_file:file", "page_refused"), ("rival", "drafts:show", "page_refused"),
        ("stranger", "examination:queue", "page_refused"), (staff(Role.EXAMINER), "staff_desk:people", "page_refused"),
        ("collaborator", "my_company:edit", "act_refused"), ("collaborator", "authority:who", "act_refused"),
    ],
)  # fmt: skip
def test_a_refused_page(world: World, log, who, name, event):
    key = "number" if name.startswith("trademark") else "public_id" if name == "drafts:show" else ""
    client = world.browser(who)
    log.clear()
    asked(client, "get", reverse(name, args=[world.named[key]] if key else []))
    assert written(log) == [(event, name, "")]


def test_an_auditor_who_posts(world: World, log):
    client = world.browser(staff(Role.AUDITOR))
    log.clear()
    asked(client, "post", reverse("staff_desk:appoint"))
    assert written(log) == [("act_refused", "staff_desk:appoint", "")]


def test_a_page_that_nobody_has_is_no_refusal(world: World, log):
    client = world.browser("stranger")
    log.clear()
    asked(client, "get", "/rien/")
    assert written(log) == []


def test_a_form_forged_elsewhere(log, world: World):
    asked(Client(enforce_csrf_checks=True), "post", reverse("web:contact"), headers={"sec-fetch-site": "cross-site"})
    assert written(log) == [("forged_form_refused", "web:contact", "")]


@pytest.mark.parametrize(
    ("name", "args", "view"),
    [
        ("my_account:activate", ["x"], "activation"), ("my_account:email_old", ["x"], "email_change"),
        ("sign_in:password_reset_confirm", ["x", "y"], "lost_password"), ("review:page", ["x"], "review"),
    ],
)  # fmt: skip
def test_a_link_that_is_not_ours(world: World, log, name, args, view):
    asked(Client(), "get", reverse(name, args=args))
    assert written(log) == [("link_refused", view, "")]


def test_a_limit_is_told_once_in_its_window(log, world: World):
    limit = Limit("house.test", most=2, minutes=5)
    assert [limit.take("quelqu'un@exemple.fr") for _ in range(5)] == [True, True, False, False, False]
    assert written(log) == [("limit_reached", "", "house.test")]


def test_a_role_is_given_and_taken(world: World, log):
    about, by = world.people[staff(Role.AUDITOR)], account_actor(world.people[staff(Role.ADMINISTRATOR)])
    staff_services.appoint(user=about, role=Role.EXAMINER, by=by, at=clock.now())
    staff_services.dismiss(user=about, role=Role.EXAMINER, by=by, at=clock.now())
    assert written(log) == [("role_changed", "", "staff.appointed"), ("role_changed", "", "staff.dismissed")]


def test_a_session_is_ended_and_an_account_left(world: World, log):
    client = world.browser("stranger")
    log.clear()
    asked(client, "post", reverse("sign_in:sessions_end_others"))
    asked(client, "post", reverse("sign_in:logout"))
    assert [event for event, _, _ in written(log)] == ["session_revoked", "signed_out"]
