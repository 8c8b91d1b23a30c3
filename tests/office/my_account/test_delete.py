"""Deletion of one's account: what stands in the way, who takes over, what goes and what stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from guichet.office.accounts import queries as accounts
from guichet.office.accounts import services as account_services
from guichet.office.accounts.models import EmailChange, User
from guichet.office.authority.models import Holding, Mandate
from guichet.office.drafts import services as drafts
from guichet.office.drafts.models import Contact, Draft
from guichet.office.my_account import queries, services
from guichet.office.organisations import acting
from guichet.office.organisations import services as organisations
from guichet.office.organisations.models import Membership, Organisation, Standing
from guichet.office.payments.models import Payment
from guichet.office.sign_in.models import SessionRecord, SignIn
from guichet.office.toolbox import clock, tasks
from office.my_account.conftest import PASSWORD, log_in

PAGE = "/compte/suppression/"
SURE = {"password": PASSWORD, "understood": "on"}


@pytest.fixture(autouse=True)
def day(office_clock):
    return office_clock.on(2024, 3, 4)


@pytest.fixture
def inside(client, claire):
    log_in(client, claire.email)
    return client


@pytest.fixture
def lumivelle(claire, paul) -> Organisation:
    """Both administer it."""
    entity = organisations.create(name="Lumivelle", administrator=paul, at=clock.now())
    by = accounts.account_actor(paul)
    organisations.admit(organisation=entity, user=claire, standing=Standing.ADMINISTRATOR, by=by, at=clock.now())
    return entity


def a_file(number: str, holder: str, contact: User) -> Holding:
    return Holding.objects.create(
        stream=f"trademark/{number}", holder=holder, contact=accounts.account_actor(contact), opened_at=clock.now()
    )


def a_draft(user: User, entity: Organisation | None = None) -> Draft:
    for_whom = acting.of(user, str(entity.public_id) if entity else "")
    return drafts.create(procedure="depot-marque", acting=for_whom, data={"client_reference": "R1"}, at=clock.now())


def test_the_page_says_what_goes_and_what_stays(inside):
    page = inside.get(reverse("my_account:delete")).content.decode()
    for words in ("Ce qui est effacé", "Ce qui reste", "registre national", "récépissés", "article 17"):
        assert words in page


def test_the_account_is_emptied_and_its_row_stays(inside, claire):
    elsewhere = Client()
    log_in(elsewhere, claire.email)
    actor = accounts.account_actor(claire)
    response = inside.post(PAGE, SURE)
    assert response.url == reverse("web:home")
    assert "Votre compte est supprimé" in inside.get("/").content.decode()
    gone = User.objects.get(pk=claire.pk)
    assert (gone.first_name, gone.last_name, gone.is_active) == ("", "", False)
    assert "claire" not in gone.email and "martin" not in gone.email
    assert accounts.by_actor(actor).full_name == "Compte supprimé"
    for one in (inside, elsewhere):
        assert one.get(reverse("my_account:profile")).status_code == 302
    assert log_in(Client(), "claire.martin@exemple.fr").status_code == 422
    assert not SignIn.objects.filter(user=claire).exists() and not SessionRecord.objects.filter(user=claire).exists()


def test_the_former_address_is_told_and_free_again(inside, claire, answers):
    inside.post(PAGE, SURE)
    tasks.drain()
    told = [message for message in mail.outbox if "Votre compte est supprimé" in message.subject]
    assert [message.to for message in told] == [["claire.martin@exemple.fr"]]
    account_services.sign_up(email="claire.martin@exemple.fr", password=PASSWORD, profile=answers, at=clock.now())
    tasks.drain()
    assert "Activez votre compte" in mail.outbox[-1].subject


@pytest.mark.parametrize(
    "posted", [{}, {"password": PASSWORD}, {"understood": "on"}, {**SURE, "password": "pas celui-là"}]
)
def test_the_password_and_the_tick_are_asked(inside, claire, posted):
    assert inside.post(PAGE, posted).status_code == 422
    assert User.objects.get(pk=claire.pk).is_active


def test_tries_at_the_password_are_limited(inside, claire):
    codes = [inside.post(PAGE, {**SURE, "password": "mauvais"}).status_code for _ in range(9)]
    assert codes == [422] * 8 + [429]
    assert inside.post(PAGE, SURE).status_code == 429


def refused(inside, claire, words: str) -> None:
    page = inside.get(PAGE).content.decode()
    assert "À régler d'abord" in page and words in page and "Supprimer définitivement" not in page
    assert inside.post(PAGE, SURE).status_code == 409
    assert User.objects.get(pk=claire.pk).is_active


def test_the_last_administrator_must_name_another(inside, claire):
    organisations.create(name="Lumivelle", administrator=claire, at=clock.now())
    refused(inside, claire, "le dernier gestionnaire de Lumivelle")


def test_someone_with_a_file_and_no_organisation_must_find_a_successor(inside, claire):
    a_file("245000001", accounts.account_actor(claire), claire)
    refused(inside, claire, "que personne ne suivrait plus")


def test_someone_with_a_draft_and_no_organisation_must_find_a_successor(inside, claire):
    a_draft(claire)
    refused(inside, claire, "Vous tenez vous-même des projets")


def test_a_payment_under_way_ends_first(inside, claire):
    Payment.objects.create(
        stream="trademark/245000001", account=claire, debt="d", fees=[], amount_cents=100, idempotency_key="k",
        provider="simulator", created_at=clock.now(),
    )  # fmt: skip
    refused(inside, claire, "paiement est en cours")


@pytest.mark.parametrize("side", ["principal", "representative"])
def test_a_mandate_that_stands_is_revoked_first(inside, claire, paul, side):
    parties = {"principal": accounts.account_actor(paul), "representative": accounts.account_actor(paul)}
    mandate = Mandate.objects.create(
        **{**parties, side: accounts.account_actor(claire)}, quality="lawyer", rights=["trademark"],
        since=clock.today(), granted_at=clock.now(), granted_by=accounts.account_actor(paul),
    )  # fmt: skip
    refused(inside, claire, "Un mandat vous lie encore")
    Mandate.objects.filter(pk=mandate.pk).update(revoked_at=clock.now(), revoked_by="x")
    assert inside.post(PAGE, SURE).status_code == 302


def test_an_address_that_has_just_changed_waits(inside, claire):
    """Who stole the account may not delete it before its owner can take it back."""
    at = clock.now()
    EmailChange.objects.create(
        user=claire, old_email="avant@exemple.fr", new_email=claire.email, asked_at=at, due_at=at, done_at=at,
        old_confirmed_at=at, new_confirmed_at=at, reversible_until=at + timedelta(days=7),
    )  # fmt: skip
    refused(inside, claire, "11 mars 2024")


def test_a_member_of_the_staff_asks_an_administrator(inside, claire):
    account_services.appoint(claire, "examiner")
    refused(inside, claire, "agent de l&#x27;office")


def test_a_file_just_submitted_is_waited_for(inside, claire):
    draft = a_draft(claire)
    drafts.mark_submitted(draft=draft, stream="trademark/245000009", at=clock.now())
    refused(inside, claire, "réessayez dans un instant")


def test_files_and_drafts_pass_to_the_organisation_chosen(inside, claire, paul, lumivelle):
    held = a_file("245000001", accounts.account_actor(claire), claire)
    draft = a_draft(claire)
    assert inside.post(PAGE, SURE).status_code == 422, "a successor is asked for"
    response = inside.post(PAGE, {**SURE, "successor": str(lumivelle.public_id)})
    assert response.url == reverse("web:home")
    held.refresh_from_db()
    draft.refresh_from_db()
    holder = f"organisation:{lumivelle.public_id}"
    assert (held.holder, held.contact) == (holder, accounts.account_actor(paul))
    assert (draft.holder, draft.owner) == (holder, paul)


def test_only_an_organisation_of_ones_own_may_be_chosen(inside, claire, paul, lumivelle):
    a_file("245000001", accounts.account_actor(claire), claire)
    other = organisations.create(name="Autre", administrator=paul, at=clock.now())
    assert inside.post(PAGE, {**SURE, "successor": str(other.public_id)}).status_code == 422
    with pytest.raises(services.Obstructed):
        services.delete_account(user=claire, successor=other, at=clock.now())
    assert User.objects.get(pk=claire.pk).is_active


def test_memberships_end_and_colleagues_follow_what_one_followed(inside, claire, paul, lumivelle):
    holder = f"organisation:{lumivelle.public_id}"
    held, draft = a_file("245000002", holder, claire), a_draft(claire, lumivelle)
    inside.post(PAGE, SURE)
    held.refresh_from_db()
    draft.refresh_from_db()
    assert (held.holder, held.contact) == (holder, accounts.account_actor(paul))
    assert (draft.holder, draft.owner) == (holder, paul)
    assert not Membership.objects.filter(user=claire, until=None).exists()
    assert Membership.objects.filter(user=claire).exclude(until=None).exists(), "who belonged when is still known"


def test_the_bin_and_the_address_book_go(inside, claire):
    draft = a_draft(claire)
    drafts.delete(draft=draft, by=accounts.account_actor(claire), at=clock.now())
    Contact.objects.create(holder=accounts.account_actor(claire), name="Durand", updated_at=clock.now())
    assert inside.post(PAGE, SURE).status_code == 302
    assert not Draft.objects.exists() and not Contact.objects.exists()


def test_nothing_is_done_when_something_fails(claire, paul, lumivelle, monkeypatch):
    held = a_file("245000001", accounts.account_actor(claire), claire)

    def breaks(**_: object) -> None:
        raise RuntimeError("the power fails")

    monkeypatch.setattr(services.accounts, "void", breaks)
    with pytest.raises(RuntimeError), transaction.atomic():
        services.delete_account(user=claire, successor=lumivelle, at=clock.now())
    held.refresh_from_db()
    assert held.holder == accounts.account_actor(claire)
    assert Membership.objects.filter(user=claire, until=None).exists()


def test_nobody_deletes_the_account_of_someone_else(inside, claire, paul):
    inside.post(PAGE, {**SURE, "user": paul.pk, "public_id": str(paul.public_id)})
    assert User.objects.get(pk=paul.pk).is_active


def test_the_database_refuses_a_deleted_account_with_a_name(claire):
    with pytest.raises(IntegrityError, match="deleted_is_empty"), transaction.atomic():
        User.objects.filter(pk=claire.pk).update(deleted_at=clock.now(), is_active=False)


def test_what_is_found_is_told_by_the_query(claire, lumivelle):
    a_draft(claire)
    found = queries.leaving(claire, at=clock.now())
    assert (found.obstacles, found.files, found.drafts) == ((), 0, 1)
    assert [one.name for one in found.successors] == ["Lumivelle"]
