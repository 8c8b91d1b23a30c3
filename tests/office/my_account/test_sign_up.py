"""Create an account, activate it within three days."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth import hashers
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from guichet.office.accounts import services
from guichet.office.accounts.models import SignUp, User
from guichet.office.toolbox import clock
from office.my_account.conftest import PASSWORD, counted


def test_the_page_shows_the_fields_of_the_guide(client, db):
    page = client.get(reverse("my_account:signup")).content.decode()
    for label in ("Mes accès", "Mes informations", "Contrôle du mot de passe", "Civilité", "Téléphone bureau", "Pays"):
        assert label in page


def test_success_says_what_the_guide_says(client, db, answers):
    page = client.post(reverse("my_account:signup"), answers, follow=True).content.decode()
    for words in (
        "Création de compte réussie",
        "Un courriel de validation a été envoyé",
        answers["email"],
        "À bientôt",
    ):
        assert words in page
    assert "Attention, vous ne disposez que de 3 jours pour valider ce compte." in page
    assert "Au-delà de ce délai, il sera supprimé." in page


def test_signup_done_without_a_sign_up_leads_to_it(client, db):
    assert client.get(reverse("my_account:signup_done")).url == reverse("my_account:signup")


def test_a_known_address_gets_the_same_answer_and_its_owner_a_letter(client, claire, answers, mailbox):
    hashed = claire.password
    answers["email"] = "Claire.MARTIN@exemple.fr"
    response = client.post(reverse("my_account:signup"), answers, follow=True)
    assert "Création de compte réussie" in response.content.decode()
    (text,) = mailbox()
    assert "a déjà un compte" in text
    claire.refresh_from_db()
    assert (claire.password, claire.last_name) == (hashed, "Martin")


@pytest.mark.parametrize("email", ["claire.martin@exemple.fr", "ancienne@exemple.fr"], ids=["known", "reserved"])
def test_a_known_address_costs_as_many_hashes_and_queries(db, claire, answers, email, office_clock, monkeypatch):
    office_clock.on(2024, 3, 4)
    leaves(claire, "ancienne@exemple.fr")
    made = []
    monkeypatch.setattr(services, "make_password", lambda raw: made.append(1) or hashers.make_password(raw))
    kinds = []
    for one in (email, "nouveau@exemple.fr"):
        with counted() as queries:
            services.sign_up(email=one, password=PASSWORD, profile=answers, at=clock.now())
        kinds.append(["WRITE" if kind in ("INSERT", "UPDATE") else kind for kind in queries])
    assert len(made) == 2
    assert kinds[0] == kinds[1]


def leaves(user: User, old_email: str) -> None:
    """This account had another address until a moment ago, and may still take it back."""
    at = clock.now()
    user.email_changes.create(
        old_email=old_email, new_email=user.email, asked_at=at, due_at=at + timedelta(days=1), old_confirmed_at=at,
        new_confirmed_at=at, done_at=at, reversible_until=at + timedelta(days=7),
    )  # fmt: skip


def test_an_address_just_left_is_nobody_elses_yet(client, claire, answers, mailbox, office_clock):
    office_clock.on(2024, 3, 4)
    leaves(claire, answers["email"])
    response = client.post(reverse("my_account:signup"), answers, follow=True)
    assert "Création de compte réussie" in response.content.decode()
    assert "sera libre le 11 mars 2024" in mailbox()[0]
    assert not SignUp.objects.exists()


@pytest.mark.parametrize(
    ("change", "broken"),
    [({"email": "Jean@exemple.fr"}, "accounts_sign_up_in_lower_case"), ({"days": -1}, "accounts_sign_up_ends_later")],
)
def test_the_database_refuses_an_odd_sign_up(db, office_clock, change, broken):
    at = office_clock.on(2024, 3, 4)
    due = at + timedelta(days=change.pop("days", 3))
    with pytest.raises(IntegrityError, match=broken), transaction.atomic():
        SignUp.objects.create(**{"email": "a@exemple.fr", "signed_up_at": at, "due_at": due} | change)


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
    assert not SignUp.objects.exists()


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
    assert not SignUp.objects.exists()
