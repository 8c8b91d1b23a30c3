"""Create an account, activate it within three days."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth import hashers
from django.test import Client
from django.urls import reverse

from guichet.office.accounts import services
from guichet.office.accounts.models import User
from guichet.office.toolbox import clock
from office.accounts.conftest import PASSWORD, link_in, log_in


@pytest.fixture
def signed_up(client, answers, mailbox, office_clock):
    """Jean signed up on 4 March 2024 at 10:00; the path of his link."""
    office_clock.on(2024, 3, 4)
    response = client.post(reverse("my_account:signup"), answers)
    assert response.status_code == 302
    return link_in(mailbox()[0])


def test_the_page_shows_the_fields_of_the_guide_and_no_dead_control(client, db):
    page = client.get(reverse("my_account:signup")).content.decode()
    for label in ("Mes accès", "Mes informations", "Contrôle du mot de passe", "Civilité", "Téléphone bureau", "Pays"):
        assert label in page
    assert "compte administrateur" not in page


def test_success_says_what_the_guide_says(client, signed_up, answers):
    page = client.get(reverse("my_account:signup_done")).content.decode()
    assert "Création de compte réussie" in page
    assert "vous ne disposez que de 3 jours" in page
    assert answers["email"] in page


def test_signup_done_without_a_sign_up_leads_to_it(client, db):
    assert client.get(reverse("my_account:signup_done")).url == reverse("my_account:signup")


def test_nobody_enters_before_activation(client, signed_up, answers):
    response = log_in(client, answers["email"])
    assert response.status_code == 422
    assert "_auth_user_id" not in client.session


def test_the_link_works_at_2_days_23_hours(client, signed_up, answers):
    clock.move_to(clock.now() + timedelta(days=2, hours=23))
    assert "Activer mon compte" in client.get(signed_up).content.decode()
    assert not User.objects.get().is_active, "opening the link is not enough: programs open links too"
    assert "Activation réussie" in client.post(signed_up).content.decode()
    assert log_in(client, answers["email"]).status_code == 302


def test_the_link_is_refused_at_3_days_1_hour(client, signed_up):
    clock.move_to(clock.now() + timedelta(days=3, hours=1))
    assert client.get(signed_up).status_code == 410
    assert client.post(signed_up).status_code == 410
    assert not User.objects.get().is_active


def test_the_link_works_once(client, signed_up):
    assert client.post(signed_up).status_code == 200
    assert client.post(signed_up).status_code == 410


@pytest.mark.parametrize("token", ["x", "WyJhIiwiYiJd:zzz", "%00", "a" * 600])
def test_a_made_up_link_is_refused(client, db, token):
    assert client.get(f"/compte/activation/{token}/").status_code == 410
    assert client.post(f"/compte/activation/{token}/").status_code == 410


def test_unactivated_accounts_are_deleted_after_three_days_and_not_before(client, signed_up, claire):
    start = clock.now()
    assert services.delete_unactivated(start + timedelta(days=2, hours=23)) == 0
    assert services.delete_unactivated(start + timedelta(days=3, hours=1)) == 1
    assert list(User.objects.all()) == [claire]


def test_an_activated_account_is_never_deleted(client, signed_up):
    client.post(signed_up)
    assert services.delete_unactivated(clock.now() + timedelta(days=400)) == 0


def test_a_known_address_gets_the_same_answer_and_its_owner_a_letter(client, claire, answers, mailbox):
    hashed = claire.password
    answers["email"] = "Claire.MARTIN@exemple.fr"
    response = client.post(reverse("my_account:signup"), answers, follow=True)
    assert "Création de compte réussie" in response.content.decode()
    (text,) = mailbox()
    assert "a déjà un compte" in text
    claire.refresh_from_db()
    assert (claire.password, claire.last_name) == (hashed, "Martin")


def test_a_known_address_costs_as_many_hashes_and_queries(client, claire, answers, monkeypatch):
    made = []
    monkeypatch.setattr(services, "make_password", lambda raw: made.append(1) or hashers.make_password(raw))
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for email in ("claire.martin@exemple.fr", "nouveau@exemple.fr"):
        with CaptureQueriesContext(connection) as queries:
            services.sign_up(email=email, password=PASSWORD, profile=answers, at=clock.now())
        counts.append(len([q for q in queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))]))
    assert len(made) == 2
    assert abs(counts[0] - counts[1]) <= 1


def test_a_second_sign_up_makes_the_first_link_void(client, signed_up, answers, mailbox):
    client.post(reverse("my_account:signup"), {**answers, "first_name": "Jeanne"})
    second = link_in(mailbox()[1])
    assert client.post(signed_up).status_code == 410
    assert client.post(second).status_code == 200
    assert User.objects.get().first_name == "Jeanne"


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("email", "jean.dupont", "bien formée"),
        ("password2", "autre chose encore", "diffèrent"),
        ("postcode", "6200", "cinq chiffres"),
        ("mobile_phone", "appelez-moi", "pas reconnu"),
        ("last_name", "", "obligatoire"),
        ("country", "ZZ", "ZZ"),
    ],
)
def test_a_wrong_field_is_named_with_the_way_to_mend(client, db, answers, field, value, message):
    response = client.post(reverse("my_account:signup"), {**answers, field: value})
    assert response.status_code == 422
    page = response.content.decode()
    assert "error-summary" in page and message in page
    assert User.objects.count() == 0


@pytest.mark.parametrize("password", ["court", "password1234", "123456789012345", "jean.dupont@exemple"])
def test_a_weak_password_is_refused(client, db, answers, password):
    response = client.post(reverse("my_account:signup"), {**answers, "password1": password, "password2": password})
    assert response.status_code == 422
    assert "password1" in response.context["form"].errors
    assert f'value="{password}"' not in response.content.decode(), "a password never comes back in a page"


def test_sign_ups_are_limited_by_address_and_courteously(client, db, answers):
    codes = [client.post(reverse("my_account:signup"), answers).status_code for _ in range(5)]
    assert codes == [302, 302, 302, 302, 429]
    page = client.post(reverse("my_account:signup"), answers).content.decode()
    assert "merci de patienter" in page


def test_sign_up_needs_its_csrf_token(answers, db):
    careful = Client(enforce_csrf_checks=True)
    assert careful.post(reverse("my_account:signup"), answers).status_code == 403
    assert User.objects.count() == 0
