"""The link of the e-mail: three days, once, and only with the password of that very sign-up."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from guichet.office.accounts import limits, services
from guichet.office.accounts.models import SignUp, User
from guichet.office.toolbox import clock
from office.my_account.conftest import NEW, PASSWORD, link_in, log_in

TYPED = {"password": PASSWORD}
ANEW = {"anew": "1", "password1": NEW, "password2": NEW}


@pytest.fixture
def link(client, answers, mailbox, office_clock):
    """Jean signed up on 4 March 2024 at 10:00; the path of his link."""
    office_clock.on(2024, 3, 4)
    assert client.post(reverse("my_account:signup"), answers).status_code == 302
    return link_in(mailbox()[0])


def test_nobody_enters_before_activation(client, link, answers):
    assert log_in(client, answers["email"]).status_code == 422
    assert "_auth_user_id" not in client.session


def test_the_link_works_at_2_days_23_hours(client, link, answers):
    clock.move_to(clock.now() + timedelta(days=2, hours=23))
    page = client.get(link).content.decode()
    assert "Activer mon compte" in page and "Jean Dupont" in page
    assert not User.objects.exists(), "opening the link is not enough: programs open links too"
    page = client.post(link, TYPED).content.decode()
    assert "Activation réussie, vous pouvez dès à présent vous connecter." in page
    assert User.objects.get().city == "Lens"
    assert log_in(client, answers["email"]).status_code == 302


@pytest.mark.parametrize("posted", [TYPED, ANEW], ids=["typed", "anew"])
def test_the_link_is_refused_at_3_days_1_hour(client, link, posted):
    clock.move_to(clock.now() + timedelta(days=3, hours=1))
    assert client.get(link).status_code == 410
    assert client.post(link, posted).status_code == 410
    assert not User.objects.exists()


def test_the_link_works_once(client, link):
    assert client.post(link, TYPED).status_code == 200
    assert client.post(link, TYPED).status_code == 410


@pytest.mark.parametrize("token", ["x", "WyJhIiwiYiJd:zzz", "%00", "a" * 600])
def test_a_made_up_link_is_refused(client, db, token):
    path = reverse("my_account:activate", args=["x"]).replace("/x/", f"/{token}/")
    assert client.get(path).status_code == 410
    assert client.post(path, TYPED).status_code == 410


def test_the_password_of_the_sign_up_is_asked(client, link, answers):
    response = client.post(link, {"password": "pas celui-là du tout"})
    assert response.status_code == 422
    assert "pas le mot de passe de cette inscription" in response.content.decode()
    assert not User.objects.exists()


def test_tries_at_the_password_are_limited(client, link):
    codes = [client.post(link, {"password": "mauvais"}).status_code for _ in range(limits.ACTIVATION.most + 1)]
    assert codes == [422] * limits.ACTIVATION.most + [429]
    assert client.post(link, TYPED).status_code == 429


def test_whoever_reads_the_mailbox_may_choose_another_password(client, link, answers):
    assert client.post(link, {**ANEW, "password2": "autre chose encore"}).status_code == 422
    assert client.post(link, {**ANEW, "password1": "jean.dupont@exemple"}).status_code == 422
    assert client.post(link, ANEW).status_code == 200
    assert log_in(client, answers["email"]).status_code == 422
    assert log_in(client, answers["email"], NEW).status_code == 302


def over(client, answers, mailbox, **changes: str) -> str:
    """A stranger signs up over the address; the path of the link that its owner receives."""
    assert client.post(reverse("my_account:signup"), {**answers, **changes}).status_code == 302
    return link_in(mailbox()[-1])


THIEF = "le mot de passe du voleur"


def test_a_stranger_who_signs_up_over_the_address_gets_no_password_in(client, link, answers, mailbox):
    """Pre-hijacking: the owner follows the last link, sent by the stranger's sign-up, and types her own password."""
    thiefs_link = over(client, answers, mailbox, password1=THIEF, password2=THIEF)
    assert client.post(thiefs_link, TYPED).status_code == 422
    assert not User.objects.exists()
    assert client.post(link, TYPED).status_code == 200, "her own link is untouched by the later sign-up"
    assert log_in(client, answers["email"], THIEF).status_code == 422
    assert log_in(client, answers["email"]).status_code == 302


def test_a_link_never_takes_the_password_of_another_sign_up(client, link, answers, mailbox):
    over(client, answers, mailbox, password1=THIEF, password2=THIEF)
    assert client.post(link, {"password": THIEF}).status_code == 422
    assert not User.objects.exists()


def test_a_password_chosen_anew_on_a_strangers_link_shuts_the_stranger_out(client, link, answers, mailbox):
    thiefs_link = over(client, answers, mailbox, password1=THIEF, password2=THIEF)
    assert client.post(thiefs_link, ANEW).status_code == 200
    assert log_in(client, answers["email"], THIEF).status_code == 422
    assert log_in(client, answers["email"], NEW).status_code == 302


def test_one_activation_makes_every_other_link_of_the_address_void(client, link, answers, mailbox):
    second = over(client, answers, mailbox, first_name="Jeanne")
    assert client.post(second, TYPED).status_code == 200
    assert client.post(link, TYPED).status_code == 410
    assert User.objects.get().first_name == "Jeanne"
    assert not SignUp.objects.exists()


def test_an_account_opened_meanwhile_keeps_its_address(client, link, answers):
    User.objects.create_user(answers["email"], NEW, last_name="Dupont", first_name="Jean")
    assert client.post(link, TYPED).status_code == 410
    assert User.objects.get().check_password(NEW)


def test_what_was_not_activated_is_deleted_after_three_days_and_not_before(client, link, claire):
    start = clock.now()
    assert services.delete_unactivated(start + timedelta(days=2, hours=23)) == 0
    assert services.delete_unactivated(start + timedelta(days=3, hours=1)) == 1
    assert not SignUp.objects.exists()
    assert list(User.objects.all()) == [claire]


def test_an_activated_account_is_never_deleted(client, link):
    client.post(link, TYPED)
    assert services.delete_unactivated(clock.now() + timedelta(days=400)) == 0
    assert User.objects.count() == 1


def test_the_day_before_is_told_once(client, link, mailbox):
    start = clock.now()
    assert services.warn_unactivated(start + timedelta(days=1, hours=23)) == 0
    assert services.warn_unactivated(start + timedelta(days=2, hours=1)) == 1
    assert services.warn_unactivated(start + timedelta(days=2, hours=2)) == 0
    _, told = mailbox()
    assert "sera supprimé" in told and "7 mars 2024" in told and link_in(told) == link


def test_of_two_sign_ups_only_the_last_is_told(client, link, answers, mailbox):
    clock.move_to(clock.now() + timedelta(hours=1))
    second = over(client, answers, mailbox)
    assert services.warn_unactivated(clock.now() + timedelta(days=2, hours=1)) == 1
    assert link_in(mailbox()[-1]) == second
    assert len(mailbox()) == 3


def test_what_is_already_over_is_not_told(client, link):
    assert services.warn_unactivated(clock.now() + timedelta(days=4)) == 0
