"""*Devenir compte administrateur de mon entreprise*: at sign-up, and from *Mon compte*."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from guichet.office.accounts import services as accounts
from guichet.office.accounts.models import SignUp, User
from guichet.office.organisations import services as organisations
from guichet.office.organisations.acting import CHOSEN
from guichet.office.organisations.models import Membership, Organisation, Standing
from guichet.office.toolbox import clock
from office.my_account.conftest import ENTITY, PASSWORD, letters_to, link_in, log_in

YES = {"administers": "yes"}


@pytest.fixture(autouse=True)
def day(office_clock):
    return office_clock.on(2024, 3, 4)


def sign_up(client, answers, **changes):
    return client.post(reverse("my_account:signup"), {**answers, **changes})


def test_the_page_has_the_guides_box_and_the_entitys_fields(client, db):
    page = client.get(reverse("my_account:signup")).content.decode()
    for words in (
        "Devenir compte administrateur de mon entreprise", "Cette option est réservée aux comptes « administrateur ».",
        "Je suis un compte administrateur de mon entreprise", "Raison sociale", "SIREN", "SIRET", "Forme légale",
        "Code APE", "Ces champs ne comptent que si vous avez répondu « Oui »",
    ):  # fmt: skip
        assert words in page


def test_with_no_what_is_typed_of_an_entity_does_not_count(client, db, answers):
    assert sign_up(client, answers, **{**ENTITY, "entity-siren": "123"}).status_code == 302
    assert SignUp.objects.get().entity is None


def test_with_yes_the_entity_is_kept_and_created_at_activation_only(client, db, answers):
    assert sign_up(client, answers, **ENTITY, **YES).status_code == 302
    assert not Organisation.objects.exists()
    link = link_in(letters_to(answers["email"])[0])
    assert "Maison des innovateurs" in client.get(link).content.decode()
    client.post(link, {"password": PASSWORD})
    membership = Membership.objects.get()
    assert (membership.user.email, membership.standing) == (answers["email"], Standing.ADMINISTRATOR)
    entity = membership.organisation
    assert (entity.name, entity.siren, entity.city, entity.country) == (
        "Maison des innovateurs", "732829320", "Lille", "FR"
    )  # fmt: skip


def test_a_pending_entity_is_deleted_with_its_sign_up(client, db, answers):
    sign_up(client, answers, **ENTITY, **YES)
    assert accounts.delete_unactivated(clock.now() + timedelta(days=3, hours=1)) == 1
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"), [("entity-name", ""), ("entity-siren", "732829321"), ("entity-siren", ""), ("entity-city", "")]
)
def test_a_wrong_entity_stops_the_sign_up_at_its_field(client, db, answers, field, value):
    response = sign_up(client, answers, **{**ENTITY, field: value}, **YES)
    assert response.status_code == 422
    assert f"#id_{field}" in response.content.decode()
    assert not SignUp.objects.exists()


def test_a_known_address_with_an_entity_gets_the_same_answer_and_no_entity(client, claire, answers):
    response = sign_up(client, {**answers, "email": claire.email}, **ENTITY, **YES)
    assert response.url == reverse("my_account:signup_done")
    assert not SignUp.objects.exists()
    assert "a déjà un compte" in letters_to(claire.email)[0]


def test_nothing_of_the_entity_but_its_fields_can_be_slipped_in(client, db, answers):
    more = {"entity-public_id": "x", "entity-requires_second_factor": "on", "entity-closed_at": "2024-01-01"}
    sign_up(client, answers, **ENTITY, **YES, **more)
    assert set(SignUp.objects.get().entity) & {"public_id", "requires_second_factor", "closed_at", "id"} == set()


@pytest.fixture
def profile(answers):
    return {key: value for key, value in answers.items() if key not in ("email", "password1", "password2")}


@pytest.fixture
def inside(client, claire):
    log_in(client, claire.email)
    return client


def test_someone_without_an_entity_creates_one_from_my_account(inside, claire, profile):
    response = inside.post(reverse("my_account:profile"), {**profile, **ENTITY, **YES}, follow=True)
    entity = Organisation.objects.get()
    page = response.content.decode()
    assert "est créée et vous en êtes administrateur" in page and "Vos informations ont bien été enregistrées" in page
    assert inside.session[CHOSEN] == str(entity.public_id)
    assert Membership.objects.get(user=claire).is_administrator


def test_a_wrong_entity_changes_nothing_at_all(inside, claire, profile):
    response = inside.post(reverse("my_account:profile"), {**profile, **ENTITY, **YES, "entity-siren": "1"})
    assert response.status_code == 422
    claire.refresh_from_db()
    assert claire.city == "" and not Organisation.objects.exists()


def an_entity(user: User, name: str = "Lumivelle") -> Organisation:
    return organisations.create(
        name=name, administrator=user, at=clock.now(), siren="732829320", address="1 rue", postcode="59000",
        city="Lille",
    )  # fmt: skip


def test_an_administrator_sees_and_edits_the_entity(inside, claire, profile):
    entity = an_entity(claire)
    page = inside.get(reverse("my_account:profile")).content.decode()
    assert 'value="Lumivelle"' in page
    inside.post(reverse("my_account:profile"), {**profile, **ENTITY, **YES})
    entity.refresh_from_db()
    assert (entity.name, entity.city) == ("Maison des innovateurs", "Lille")
    assert Organisation.objects.count() == 1


def test_an_administrator_who_says_no_is_led_to_the_deactivation_and_its_warning(inside, claire, profile):
    entity = an_entity(claire)
    response = inside.post(reverse("my_account:profile"), {**profile, "administers": "no"})
    assert response.url == reverse("my_company:deactivate")
    entity.refresh_from_db()
    assert entity.is_open, "nothing is closed before the warning was read"


def test_a_collaborator_neither_sees_nor_edits_the_entity(inside, claire, paul, profile):
    entity = an_entity(paul)
    by = f"account:{paul.public_id}"
    organisations.admit(organisation=entity, user=claire, standing=Standing.COLLABORATOR, by=by, at=clock.now())
    page = inside.get(reverse("my_account:profile")).content.decode()
    assert "Vous êtes collaborateur de <strong>Lumivelle</strong>" in page and 'value="732829320"' not in page
    inside.post(reverse("my_account:profile"), {**profile, **ENTITY, **YES})
    entity.refresh_from_db()
    assert entity.name == "Lumivelle", "she made one of her own"
    assert {one.name for one in Organisation.objects.all()} == {"Lumivelle", "Maison des innovateurs"}


def test_a_collaborator_who_says_no_stays_as_he_is(inside, claire, paul, profile):
    entity = an_entity(paul)
    by = f"account:{paul.public_id}"
    organisations.admit(organisation=entity, user=claire, standing=Standing.COLLABORATOR, by=by, at=clock.now())
    response = inside.post(reverse("my_account:profile"), {**profile, "administers": "no"})
    assert response.url == reverse("my_account:profile")
    assert Membership.objects.filter(user=claire, until=None).count() == 1


def test_a_person_may_administer_several_entities(inside, claire):
    an_entity(claire)
    assert inside.get(reverse("my_account:new_entity")).status_code == 200
    assert inside.post(reverse("my_account:new_entity"), {**ENTITY, "entity-name": ""}).status_code == 422
    assert inside.post(reverse("my_account:new_entity"), ENTITY).url == reverse("my_account:profile")
    assert Membership.objects.filter(user=claire, until=None, standing=Standing.ADMINISTRATOR).count() == 2
    assert Organisation.objects.get(public_id=inside.session[CHOSEN]).name == "Maison des innovateurs"


def test_me_rattacher_is_offered_to_the_unattached_only(inside, claire):
    words = "Me rattacher à une entreprise</a>"
    assert words in inside.get(reverse("my_account:profile")).content.decode()
    an_entity(claire)
    assert words not in inside.get(reverse("my_account:profile")).content.decode()


def test_the_actions_are_in_the_guides_order(inside):
    page = inside.get(reverse("my_account:profile")).content.decode()
    wanted = (
        "Modifier mes informations", "Me rattacher à une entreprise", "Modifier le mot de passe", "Sécurité",
        "Changer d'adresse", "Préférences de notification", "Mes demandes", "Exporter mes données",
        "Supprimer mon compte",
    )  # fmt: skip
    nav = page.split('aria-labelledby="actions"', 1)[1].split("</nav>", 1)[0]
    places = [nav.find(f">{words}</a>") for words in wanted]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["profile", "new_entity", "email_change", "email_withdraw", "export", "delete"])
def test_a_visitor_is_sent_to_log_in(db, name):
    for ask in (Client().get, Client().post):
        response = ask(reverse(f"my_account:{name}"))
        assert response.status_code == 405 or response.url.startswith(reverse("sign_in:login"))


@pytest.mark.parametrize("name", ["profile", "new_entity", "email_change", "email_withdraw", "export", "delete"])
def test_a_post_needs_its_csrf_token(claire, name):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(claire)
    assert careful.post(reverse(f"my_account:{name}"), {"password": PASSWORD}).status_code == 403


def test_whoever_creates_a_second_organisation_with_a_siren_is_told_so_without_a_name(inside, claire, paul, profile):
    an_entity(paul)
    page = inside.post(reverse("my_account:new_entity"), ENTITY, follow=True).content.decode()
    assert "Une organisation porte déjà ce SIREN" in page and "demandez à la rejoindre" in page
    assert "Lumivelle" not in page and "Paul" not in page
    assert Organisation.objects.filter(siren="732829320").count() == 2


def test_a_first_organisation_says_nothing_of_others(inside, claire):
    page = inside.post(reverse("my_account:new_entity"), ENTITY, follow=True).content.decode()
    assert "porte déjà ce SIREN" not in page


@pytest.mark.parametrize("taken", [True, False])
def test_at_sign_up_it_is_told_once_the_address_is_proved(client, db, paul, answers, taken):
    if taken:
        an_entity(paul)
    page = client.post(reverse("my_account:signup"), {**answers, **ENTITY, **YES}, follow=True).content.decode()
    assert "ce SIREN" not in page
    link = link_in(letters_to(answers["email"])[0])
    assert "porte déjà" not in client.get(link).content.decode()
    activated = client.post(link, {"password": PASSWORD}).content.decode()
    assert ("Une organisation porte déjà ce SIREN" in activated) is taken
    assert "Lumivelle" not in activated


def test_an_entity_that_takes_anothers_siren_is_told_so(inside, claire, paul, profile):
    an_entity(paul)
    organisations.create(name="Mienne", administrator=claire, at=clock.now(), siren="552100554")
    page = inside.post(reverse("my_account:profile"), {**profile, **ENTITY, **YES}, follow=True).content.decode()
    assert "Une organisation porte déjà ce SIREN" in page
    again = inside.post(reverse("my_account:profile"), {**profile, **ENTITY, **YES}, follow=True).content.decode()
    assert "porte déjà ce SIREN" not in again
