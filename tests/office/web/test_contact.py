"""Writing to the office."""

from __future__ import annotations

import pytest
from django.core import mail
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.helpdesk.models import Request
from guichet.office.toolbox import tasks

pytestmark = pytest.mark.django_db
HERE = "/contact/"


def answers(**changes: str) -> dict[str, str]:
    whole = {"name": "Anne O'Neil", "email": "anne@exemple.fr", "subject": "register", "reference": "245000001"}
    return {**whole, "message": "Où est <ma> marque ?", **changes}


def test_a_message_waits_at_the_desk_and_no_typed_address_gets_a_copy(client, settings):
    assert client.post(HERE, answers())["Location"] == reverse("web:contact_thanks")
    tasks.drain()
    asked = Request.objects.get()
    assert (asked.name, asked.email, asked.reference, asked.user) == (
        "Anne O'Neil",
        "anne@exemple.fr",
        "245000001",
        None,
    )
    assert asked.messages.get().text == "Où est <ma> marque ?"
    assert [message.to for message in mail.outbox] == [[settings.CONTACT_EMAIL]]
    assert asked.number in mail.outbox[0].body
    assert "marque" not in mail.outbox[0].body
    assert "Message transmis" in client.get(reverse("web:contact_thanks")).content.decode()


def test_who_is_logged_in_gets_a_copy_at_the_account_s_own_address(client, settings):
    user = User.objects.create_user("jean@exemple.fr", "x", last_name="Dupont", first_name="Jean")
    client.force_login(user)
    client.post(HERE, answers())
    tasks.drain()
    assert [message.to for message in mail.outbox] == [[settings.CONTACT_EMAIL], ["jean@exemple.fr"]]
    assert "&lt;ma&gt;" in mail.outbox[1].alternatives[0].content
    assert Request.objects.get().user == user
    page = client.get(reverse("helpdesk:request", args=[Request.objects.get().number]))
    assert "Où est &lt;ma&gt; marque" in page.content.decode()


@pytest.mark.parametrize("field", ["name", "email", "subject", "message"])
def test_what_is_missing_is_asked_and_nothing_leaves(client, field):
    response = client.post(HERE, answers(**{field: ""}))
    assert response.status_code == 422
    assert f'href="#id_{field}"' in response.content.decode()
    assert tasks.drain() == 0


def test_the_sixth_message_of_the_hour_waits_and_is_not_lost(client):
    for _ in range(5):
        assert client.post(HERE, answers()).status_code == 302
    refused = client.post(HERE, answers(message="Sixième"))
    assert refused.status_code == 422
    assert "Trop d&#x27;essais" in refused.content.decode()
    assert "Sixième" in refused.content.decode()


def test_a_mail_cannot_be_given_another_header(client):
    client.post(HERE, answers(subject="register\nBcc: x@exemple.fr"))
    assert tasks.drain() == 0


def test_who_is_logged_in_need_not_repeat_his_name(client):
    client.force_login(User.objects.create_user("jean@exemple.fr", "x", last_name="Dupont", first_name="Jean"))
    page = client.get(HERE, {"numero": "abc123"}).content.decode()
    for value in ("Jean Dupont", "jean@exemple.fr", "abc123"):
        assert f'value="{value}"' in page


@pytest.mark.parametrize("number", ["01 56 65 89 98", ""])
def test_the_page_gives_the_three_ways_to_reach_the_information_desk(client, settings, number):
    settings.CONTACT_PHONE = number
    page = client.get(HERE).content.decode()
    assert f"mailto:{settings.CONTACT_EMAIL}" in page
    assert reverse("helpdesk:ask", args=["rappel"]) in page
    assert ("tel:0156658998" in page) is bool(number)
