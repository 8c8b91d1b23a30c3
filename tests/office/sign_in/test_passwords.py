"""Lost password, change of password."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.toolbox import clock
from office.sign_in.conftest import PASSWORD, link_in, log_in

NEW = "quatre hiboux sous la lune"


def ask(client, email):
    return client.post(reverse("sign_in:password_reset"), {"email": email})


@pytest.fixture
def link(client, claire, mailbox, office_clock):
    office_clock.on(2024, 3, 4)
    ask(client, "CLAIRE.martin@exemple.fr")
    return link_in(mailbox()[0])


def test_a_lost_password_is_replaced_once(client, claire, link, mailbox):
    assert client.get(link).status_code == 200
    assert client.post(link, {"password1": NEW, "password2": NEW}).url == reverse("sign_in:login")
    assert "vient d'être modifié" in mailbox()[1]
    assert client.get(link).status_code == 410
    assert log_in(client, claire.email).status_code == 422
    assert log_in(client, claire.email, NEW).status_code == 302


def test_the_link_works_two_hours_on_the_office_clock(client, link):
    clock.move_to(clock.now() + timedelta(hours=1, minutes=59))
    assert client.get(link).status_code == 200
    clock.move_to(clock.now() + timedelta(minutes=2))
    assert client.get(link).status_code == 410
    assert client.post(link, {"password1": NEW, "password2": NEW}).status_code == 410


def test_the_answer_is_the_same_for_an_unknown_address(client, claire, mailbox):
    known, unknown = ask(client, claire.email), ask(client, "personne@exemple.fr")
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert client.get(reverse("sign_in:password_reset_done")).status_code == 200
    assert len(mailbox()) == 1


def test_an_unactivated_sign_up_gets_its_link_again(client, answers, mailbox, office_clock):
    office_clock.on(2024, 3, 4)
    client.post(reverse("my_account:signup"), answers)
    ask(client, answers["email"])
    first, again = mailbox()
    assert "/compte/activation/" in link_in(again) and link_in(first) == link_in(again)


def test_asking_is_limited(client, claire, mailbox):
    codes = [ask(client, claire.email).status_code for _ in range(5)]
    assert codes == [302] * 4 + [429]
    assert len(mailbox()) == 4


@pytest.mark.parametrize("path", ["/compte/mot-de-passe-perdu/a/b/", "/compte/mot-de-passe-perdu/w6nDqQ/b-c/"])
def test_a_made_up_link_is_refused(client, db, path):
    assert client.get(path).status_code == 410


def test_password_reset_confirm_refuses_the_link_of_someone_else(client, claire, link):
    other = User.objects.create_user("autre@exemple.fr", PASSWORD, last_name="Autre", first_name="Paul")
    from django.utils.http import urlsafe_base64_encode

    uid = urlsafe_base64_encode(str(other.public_id).encode())
    path = reverse("sign_in:password_reset_confirm", args=[uid, link.rstrip("/").rsplit("/", 1)[1]])
    assert client.post(path, {"password1": NEW, "password2": NEW}).status_code == 410


def change(client, current, new=NEW):
    return client.post(reverse("sign_in:password_change"), {"current": current, "password1": new, "password2": new})


def test_changing_the_password_keeps_this_session_and_ends_the_others(client, claire, mailbox):
    elsewhere = Client()
    for one in (client, elsewhere):
        log_in(one, claire.email)
    response = change(client, PASSWORD)
    assert response.status_code == 302
    assert "Votre mot de passe a bien été mis à jour." in client.get(response.url).content.decode()
    assert elsewhere.get(reverse("my_account:profile")).status_code == 302
    assert [text for text in mailbox() if "vient d'être modifié" in text]


def test_the_current_password_is_asked_and_tries_are_limited(client, claire):
    client.force_login(claire)
    codes = [change(client, "pas celui-là").status_code for _ in range(9)]
    assert codes == [422] * 8 + [429]
    claire.refresh_from_db()
    assert claire.check_password(PASSWORD)


@pytest.mark.parametrize("new", ["court", "password1234", "claire.martin@exemple"])
def test_the_rules_hold_for_a_new_password(client, claire, new):
    client.force_login(claire)
    assert change(client, PASSWORD, new).status_code == 422


@pytest.mark.parametrize("name", ["my_account:profile", "sign_in:password_change"])
def test_the_wrong_person_sees_no_account_page(client, db, name):
    assert client.get(reverse(name)).url.startswith(reverse("sign_in:login"))
