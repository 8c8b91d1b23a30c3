"""For seven days the old mailbox takes the account back, with a new password, whatever happened since."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts import address_changes, services
from guichet.office.accounts.models import EmailChange, User
from guichet.office.sign_in.models import Authenticator, IdentityLink
from guichet.office.toolbox import clock
from office.my_account.conftest import NEW, PASSWORD, letters_to, link_in, log_in

OLD, THIEFS = "claire.martin@exemple.fr", "voleur@exemple.org"
CHOSEN = {"password1": NEW, "password2": NEW}


@pytest.fixture(autouse=True)
def day(office_clock):
    return office_clock.on(2024, 3, 4)


def moves(user: User, new_email: str) -> EmailChange:
    """Both mailboxes confirmed."""
    user.refresh_from_db()
    change = address_changes.ask(user=user, new_email=new_email, at=clock.now())
    for side in ("old", "new"):
        outcome = address_changes.confirm(change=change, side=side, at=clock.now())
    assert outcome == "done"
    return change


@pytest.fixture
def undo(claire):
    """The link that Claire's old mailbox received after a thief changed her address."""
    moves(claire, THIEFS)
    return link_in(letters_to(OLD)[-1], "retablir")


def test_the_old_mailbox_takes_the_account_back_with_a_new_password(claire, undo):
    thief = Client()
    assert log_in(thief, THIEFS).status_code == 302
    page = Client().post(undo, CHOSEN).content.decode()
    assert "Votre adresse est rétablie" in page and OLD in page
    assert thief.get(reverse("my_account:profile")).status_code == 302
    assert log_in(Client(), THIEFS).status_code == 422
    assert log_in(Client(), OLD).status_code == 422, "the thief knew that password"
    assert log_in(Client(), OLD, NEW).status_code == 302
    assert "n'est plus celle d'un compte" in letters_to(THIEFS)[-1]


def test_a_new_password_is_forced(claire, undo):
    assert "nouveau mot de passe" in Client().get(undo).content.decode()
    assert Client().post(undo).status_code == 422
    assert Client().post(undo, {"password1": "court", "password2": "court"}).status_code == 422
    assert User.objects.get().email == THIEFS


@pytest.mark.parametrize(("days", "status"), [(6.9, 200), (7.1, 410)])
def test_it_works_seven_days_and_once(claire, undo, days, status):
    clock.move_to(clock.now() + timedelta(days=days))
    assert Client().post(undo, CHOSEN).status_code == status
    assert Client().post(undo, CHOSEN).status_code == 410
    assert User.objects.get().email == (OLD if status == 200 else THIEFS)


def test_the_first_mailbox_wins_over_those_that_came_after(claire, undo):
    moves(claire, "encore@exemple.org")
    later = link_in(letters_to(THIEFS)[-1], "retablir")
    assert Client().post(undo, CHOSEN).status_code == 200
    assert User.objects.get().email == OLD
    assert Client().post(later, CHOSEN).status_code == 410


def test_a_later_mailbox_undoes_only_what_came_after_it(claire, undo):
    moves(claire, "encore@exemple.org")
    later = link_in(letters_to(THIEFS)[-1], "retablir")
    assert Client().post(later, CHOSEN).status_code == 200
    assert User.objects.get().email == THIEFS
    assert Client().post(undo, CHOSEN).status_code == 200
    assert User.objects.get().email == OLD


def test_what_the_thief_began_is_given_up(claire, undo):
    claire.refresh_from_db()
    change = address_changes.ask(user=claire, new_email="encore@exemple.org", at=clock.now())
    Client().post(undo, CHOSEN)
    assert address_changes.confirm(change=change, side="old", at=clock.now()) == "void"


def test_means_of_logging_in_added_since_are_dropped_and_older_ones_stay(claire, undo):
    for name, added in (("le mien", clock.now() - timedelta(days=9)), ("du voleur", clock.now() + timedelta(hours=1))):
        Authenticator.objects.create(user=claire, name=name, added_at=added, sealed_secret="x")
    IdentityLink.objects.create(user=claire, provider="p", subject="voleur", linked_at=clock.now())
    assert Client().post(undo, CHOSEN).status_code == 200
    assert [one.name for one in Authenticator.objects.all()] == ["le mien"]
    assert not IdentityLink.objects.exists()


def test_nobody_signs_up_with_the_old_address_meanwhile(claire, undo, answers):
    services.sign_up(email=OLD, password=PASSWORD, profile=answers, at=clock.now())
    assert "pas encore disponible" in str(letters_to(OLD)) or "sera libre" in letters_to(OLD)[-1]
    assert Client().post(undo, CHOSEN).status_code == 200


def test_a_sign_up_begun_before_the_change_cannot_take_the_old_address(claire, answers):
    """The address was a sign-up's while it was nobody's; then it became an account's, which left it a moment ago."""
    services.sign_up(email="libre@exemple.fr", password=PASSWORD, profile=answers, at=clock.now())
    activation = link_in(letters_to("libre@exemple.fr")[0])
    EmailChange.objects.create(
        user=claire, old_email="libre@exemple.fr", new_email=OLD, asked_at=clock.now(), due_at=clock.now(),
        old_confirmed_at=clock.now(), new_confirmed_at=clock.now(), done_at=clock.now(),
        reversible_until=clock.now() + timedelta(days=7),
    )  # fmt: skip
    assert Client().post(activation, {"password": PASSWORD}).status_code == 410


def test_its_owner_may_come_back_to_it_by_the_usual_way(claire, undo):
    moves(claire, OLD)
    assert User.objects.get().email == OLD


def test_my_account_shows_how_long_it_can_be_undone(client, claire, undo):
    claire.refresh_from_db()
    client.force_login(claire)
    page = client.get(reverse("my_account:email_change")).content.decode()
    assert OLD in page and "11 mars 2024" in page


def test_what_matters_is_written_in_the_security_log(client, claire, undo, caplog):
    caplog.set_level("INFO", "guichet.security")
    client.force_login(claire)
    client.post(reverse("my_account:email_change"), {"new_email": "x@exemple.org", "password": "faux"})
    Client().post(undo, CHOSEN)
    Client().post(undo, CHOSEN)
    rows = [row.__dict__ for row in caplog.records if row.name == "guichet.security"]
    said = [(row["event"], row.get("how", "")) for row in rows]
    assert ("email_changed", "undone") in said and ("link_refused", "") in said
    assert "exemple" not in str([(row.get("account"), row.get("view")) for row in rows])
