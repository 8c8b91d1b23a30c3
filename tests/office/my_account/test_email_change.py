"""A change of address: the password, both mailboxes, and seven days to take it back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from guichet.office.accounts import address_changes, limits, services
from guichet.office.accounts.models import EmailChange, SignUp, User
from guichet.office.toolbox import clock
from office.my_account.conftest import PASSWORD, letters_to, link_in, log_in

NEW_EMAIL = "claire.durand@exemple.org"
PAGE = "/compte/adresse/"


@pytest.fixture(autouse=True)
def day(office_clock):
    return office_clock.on(2024, 3, 4)


def ask(client, new_email=NEW_EMAIL, password=PASSWORD):
    return client.post(reverse("my_account:email_change"), {"new_email": new_email, "password": password})


@pytest.fixture
def inside(client, claire):
    client.force_login(claire)
    return client


@pytest.fixture
def links(inside, claire):
    """Claire asked; the path of the link sent to each mailbox."""
    assert ask(inside).url == PAGE
    return {"old": link_in(letters_to(claire.email)[-1]), "new": link_in(letters_to(NEW_EMAIL)[-1])}


def now_of(user: User) -> str:
    return User.objects.get(pk=user.pk).email


def test_both_mailboxes_confirm_in_either_order(inside, claire, links):
    assert "autre adresse" in inside.post(links["new"]).content.decode()
    assert now_of(claire) == "claire.martin@exemple.fr"
    assert "est modifiée" in Client().post(links["old"]).content.decode()
    assert now_of(claire) == NEW_EMAIL
    assert log_in(Client(), NEW_EMAIL).status_code == 302
    assert log_in(Client(), "claire.martin@exemple.fr").status_code == 422


def test_opening_a_link_confirms_nothing(inside, claire, links):
    assert "Je confirme" in inside.get(links["new"]).content.decode()
    assert "Je confirme" in Client().get(links["old"]).content.decode()
    assert EmailChange.objects.get().old_confirmed_at is None


@pytest.mark.parametrize("side", ["old", "new"])
def test_one_mailbox_alone_changes_nothing(inside, claire, links, side):
    for _ in range(2):
        assert inside.post(links[side]).status_code == 200
    assert now_of(claire) == "claire.martin@exemple.fr"


def test_a_link_of_one_side_does_not_serve_at_the_other(inside, claire, links):
    tokens = {side: path.rstrip("/").rsplit("/", 1)[1] for side, path in links.items()}
    for name, other in (("email_old", "new"), ("email_new", "old"), ("email_undo", "old"), ("email_undo", "new")):
        assert inside.post(reverse(f"my_account:{name}", args=[tokens[other]])).status_code == 410
    assert inside.get(reverse("my_account:email_undo", args=["invente"])).status_code == 410


def test_every_other_session_ends_and_this_one_goes_on(inside, claire, links):
    elsewhere = Client()
    log_in(elsewhere, claire.email)
    assert elsewhere.get(PAGE).status_code == 200
    Client().post(links["old"])
    inside.post(links["new"])
    assert elsewhere.get(PAGE).status_code == 302
    assert inside.get(PAGE).status_code == 200


def test_confirming_last_from_a_stranger_browser_ends_all_sessions(inside, claire, links):
    inside.post(links["new"])
    Client().post(links["old"])
    assert inside.get(PAGE).status_code == 302


def test_the_password_is_asked_and_tries_are_limited(inside, claire):
    codes = [ask(inside, password="pas celui-là").status_code for _ in range(limits.PASSWORD_ASKED.most + 1)]
    assert codes == [422] * limits.PASSWORD_ASKED.most + [429]
    assert ask(inside).status_code == 429, "not even the right one"
    assert not EmailChange.objects.exists()


def test_asking_is_limited(inside, claire):
    codes = [ask(inside, f"n{number}@exemple.org").status_code for number in range(limits.EMAIL_CHANGE.most + 1)]
    assert codes == [302] * limits.EMAIL_CHANGE.most + [429]


@pytest.mark.parametrize("wrong", ["claire.martin@exemple.fr", "CLAIRE.martin@exemple.fr", "pas une adresse", ""])
def test_a_wrong_address_is_refused(inside, wrong):
    assert ask(inside, wrong).status_code == 422
    assert not EmailChange.objects.exists()


def test_nothing_else_can_be_slipped_in(inside, claire, paul):
    data = {
        "new_email": NEW_EMAIL,
        "password": PASSWORD,
        "user": paul.pk,
        "old_confirmed_at": "2024-01-01",
        "old_email": "x@y.fr",
    }
    inside.post(reverse("my_account:email_change"), data)
    change = EmailChange.objects.get()
    assert (change.user, change.old_email, change.old_confirmed_at) == (claire, claire.email, None)


def test_a_new_request_makes_the_former_links_void(inside, claire, links):
    ask(inside, "autre@exemple.org")
    assert inside.post(links["new"]).status_code == 410
    assert inside.post(links["old"]).status_code == 410


def test_giving_up_makes_the_links_void(inside, claire, links):
    assert inside.get(reverse("my_account:email_withdraw")).status_code == 405
    assert inside.post(reverse("my_account:email_withdraw")).url == PAGE
    assert inside.post(links["old"]).status_code == 410


def test_the_links_work_one_day(inside, claire, links):
    clock.move_to(clock.now() + timedelta(hours=25))
    inside.force_login(claire)
    assert inside.post(links["new"]).status_code == 410
    assert inside.post(links["old"]).status_code == 410
    assert address_changes.forget_unfinished(clock.now() + timedelta(days=1)) == 1


def test_the_new_mailbox_says_yes_only_from_the_account_itself(inside, claire, paul, links):
    """A slip of the finger sends the link to a stranger, who must not be able to take the account."""
    assert Client().post(links["new"]).url.startswith(reverse("sign_in:login"))
    stranger = Client()
    stranger.force_login(paul)
    assert stranger.get(links["new"]).status_code == 404
    assert stranger.post(links["new"]).status_code == 404
    assert EmailChange.objects.get().new_confirmed_at is None


def test_the_letter_to_the_new_mailbox_names_nobody(links):
    (text,) = letters_to(NEW_EMAIL)
    assert "Claire" not in text and "claire.martin" not in text


@pytest.mark.parametrize("kind", ["taken", "reserved", "free"])
def test_the_page_does_not_tell_whether_the_new_address_has_an_account(inside, claire, paul, kind, monkeypatch):
    wanted = {"taken": paul.email, "reserved": "ancienne@exemple.fr", "free": NEW_EMAIL}[kind]
    leaves(paul, "ancienne@exemple.fr")
    page = ask(inside, wanted)
    assert (page.status_code, page.url) == (302, PAGE)
    shown = inside.get(PAGE).content.decode()
    assert wanted in shown and "en attente, un message lui a été envoyé" in shown
    assert len(letters_to(wanted)) == len(letters_to(claire.email)) == 1
    inside.post(link_in(letters_to(claire.email)[0]))
    assert "confirmé le" in inside.get(PAGE).content.decode()
    assert now_of(claire) == "claire.martin@exemple.fr"


def test_a_taken_address_costs_as_many_queries(claire, paul, django_assert_num_queries):
    counts = []
    from office.my_account.conftest import counted

    for wanted in (paul.email, NEW_EMAIL):
        with counted() as queries:
            address_changes.ask(user=claire, new_email=wanted, at=clock.now())
        counts.append(queries)
    assert counts[0] == counts[1]


def leaves(user: User, old_email: str) -> EmailChange:
    """This account had another address until a moment ago."""
    at = clock.now()
    return EmailChange.objects.create(
        user=user, old_email=old_email, new_email=user.email, asked_at=at, due_at=at + timedelta(days=1),
        old_confirmed_at=at, new_confirmed_at=at, done_at=at, reversible_until=at + timedelta(days=7),
    )  # fmt: skip


def test_an_address_taken_meanwhile_is_not_taken_from_its_owner(inside, claire, links):
    inside.post(links["new"])
    other = User.objects.create_user(NEW_EMAIL, PASSWORD, last_name="Autre", first_name="Ève")
    assert inside.post(links["old"]).status_code == 410
    assert (now_of(claire), now_of(other)) == ("claire.martin@exemple.fr", NEW_EMAIL)


def test_a_sign_up_that_waits_at_the_new_address_is_void(inside, claire, links, answers):
    services.sign_up(email=NEW_EMAIL, password=PASSWORD, profile=answers, at=clock.now())
    activation = link_in(letters_to(NEW_EMAIL)[-1])
    inside.post(links["new"])
    inside.post(links["old"])
    assert not SignUp.objects.exists()
    assert Client().post(activation, {"password": PASSWORD}).status_code == 410


AT = "2024-03-04T10:00:00Z"


@pytest.mark.parametrize(
    ("changes", "broken"),
    [({}, ""), ({"done_at": AT}, "confirmed_by_both"),
     ({"done_at": AT, "old_confirmed_at": AT, "reversible_until": "2024-03-11T10:00:00Z"}, "confirmed_by_both"),
     ({"reversible_until": AT}, "reversible_once_done"), ({"new_email": "a@exemple.fr"}, "email_change_changes"),
     ({"new_email": "B@exemple.fr"}, "email_change_changes"),
     ({"done_at": AT, "old_confirmed_at": AT, "new_confirmed_at": AT, "reversible_until": "2024-03-11T10:00:00Z",
       "reversed_at": "2024-03-12T10:00:00Z"}, "reversed_in_time")],
)  # fmt: skip
def test_the_database_refuses_an_odd_change(claire, changes, broken):
    values = {"user": claire, "old_email": "a@exemple.fr", "new_email": "b@exemple.fr", "asked_at": AT, "due_at": AT}
    if not broken:
        EmailChange.objects.create(**values)
        broken = "one_open_email_change"
    with pytest.raises(IntegrityError, match=broken), transaction.atomic():
        EmailChange.objects.create(**values | changes)
