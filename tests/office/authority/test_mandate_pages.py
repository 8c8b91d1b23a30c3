"""The pages of mandates, for the right people and the wrong ones."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from guichet.office.accounts.queries import account_actor
from guichet.office.authority import queries
from guichet.office.authority.models import Mandate
from guichet.office.organisations import services as organisations
from guichet.office.toolbox import clock
from office.authority.conftest import a_mandate, a_mark, offered

GIVEN = {"invited": "lenoir@exemple.fr", "quality": "lawyer", "country": "FR", "rights": ["trademark"],
         "since": "2024-03-05"}  # fmt: skip


PAGES = ("authority:mandate", "authority:mandate_accept", "authority:mandate_revoke", "authority:mandate_document")


def page(name: str, row: Mandate, *more: str) -> str:
    """The address of one of ``PAGES``."""
    found = f"authority:{name}"
    assert found in PAGES
    return reverse(found, args=[row.public_id, *more])


def test_given_by_one_administrator_and_accepted_by_the_other(town, mark, browser):
    anne, lenoir = browser(town.anne), browser(town.lenoir)
    response = anne.post(reverse("authority:mandate_new"), GIVEN, follow=True)
    row = Mandate.objects.get()
    assert response.status_code == 200 and "est proposé" in response.content.decode()
    assert row.reference in lenoir.get(reverse("authority:mandates")).content.decode()
    assert "Accepter ce mandat" in lenoir.get(page("mandate", row)).content.decode()
    accepted = lenoir.post(page("mandate_accept", row), follow=True)
    assert "Vous représentez désormais" in accepted.content.decode()
    assert queries.may(town.acting(town.karim, town.firm), "submit", mark).under == row.key


def test_the_page_answers_the_same_whether_the_address_has_an_account(town, browser):
    client = browser(town.anne)
    pages = []
    for address in ("lenoir@exemple.fr", "personne@exemple.fr"):
        response = client.post(reverse("authority:mandate_new"), {**GIVEN, "invited": address}, follow=True)
        pages.append(response.content.decode().count("pas encore connu"))
    assert pages == [1, 1]


def test_a_refusal_of_the_law_is_shown_with_its_articles(town, browser):
    page = browser(town.anne).post(reverse("authority:mandate_new"), {**GIVEN, "quality": "contractual_company"})
    text = page.content.decode()
    assert "Joignez le pouvoir du mandataire" in text and "R. 712-2" in text
    assert not Mandate.objects.exists()


def test_the_power_is_kept_and_served_to_both_parties_only(town, browser, a_pdf):
    power = SimpleUploadedFile("pouvoir.pdf", a_pdf, "application/pdf")
    given = {**GIVEN, "quality": "contractual_company", "power": power}
    browser(town.anne).post(reverse("authority:mandate_new"), given)
    row = Mandate.objects.get()
    for user in (town.anne, town.lenoir):
        served = browser(user).get(page("mandate_document", row, "power"))
        assert served.status_code == 200 and served.content == a_pdf
    assert browser(town.paul).get(page("mandate_document", row, "power")).status_code == 404
    assert browser(town.anne).get(page("mandate_document", row, "special_power")).status_code == 404
    assert browser(town.anne).get(page("mandate_document", row, "streams")).status_code == 404


def test_an_unfit_power_is_refused_at_its_field(town, browser):
    power = SimpleUploadedFile("pouvoir.exe", b"MZ\x90", "application/pdf")
    response = browser(town.anne).post(reverse("authority:mandate_new"), {**GIVEN, "power": power})
    assert response.context["form"].errors["power"] and not Mandate.objects.exists()


def test_files_are_named_by_their_number_and_must_be_held(town, mark, browser):
    foreign = a_mark(town.cabinet)
    number = mark.partition("/")[2]
    client, address = browser(town.anne), reverse("authority:mandate_new")
    client.post(address, {**GIVEN, "files": f"{number}\n{mark}"})
    assert Mandate.objects.get().streams == [mark]
    for wrong in (foreign, foreign.partition("/")[2], "trademark/999", "draft/x", "\0"):
        assert client.post(address, {**GIVEN, "files": wrong}).context["form"].errors["files"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"rights": []}, "rights"),
        ({"rights": ["nonsense"]}, "rights"),
        ({"since": "2024-03-05", "until": "2024-03-04"}, "until"),
        ({"rights": ["trademark"], "acts": ["limit"]}, "acts"),
        ({"replaces": "1"}, "replaces"),
        ({"invited": "pas une adresse"}, "invited"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(town, browser, changes, field):
    response = browser(town.anne).post(reverse("authority:mandate_new"), {**GIVEN, **changes})
    assert response.context["form"].errors[field]


def test_the_mandate_of_another_cannot_be_replaced(town, browser):
    a_mandate(town)
    stolen = Mandate.objects.get()
    response = browser(town.lenoir).post(reverse("authority:mandate_new"), {**GIVEN, "replaces": stolen.pk})
    assert response.context["form"].errors["replaces"]


def test_strangers_learn_nothing_of_a_mandate(town, browser, client):
    row = a_mandate(town)
    for name in ("mandate", "mandate_revoke"):
        assert browser(town.paul).get(page(name, row)).status_code == 404
        assert client.get(page(name, row)).status_code == 302
    assert browser(town.paul).post(page("mandate_accept", row)).status_code == 404
    assert browser(town.paul).post(page("mandate_revoke", row)).status_code == 404
    row.refresh_from_db()
    assert row.revoked_at is None


def test_collaborators_neither_see_nor_end_mandates(town, browser):
    row = a_mandate(town)
    for user in (town.bruno, town.karim):
        for name in ("mandates", "mandate_new", "mandate_declare"):
            assert browser(user).get(reverse(f"authority:{name}")).status_code == 403
        assert browser(user).get(page("mandate", row)).status_code == 403
        assert browser(user).post(page("mandate_revoke", row)).status_code == 403
    row.refresh_from_db()
    assert row.revoked_at is None


def test_only_whoever_was_asked_accepts(town, browser):
    row = offered(town)
    for user in (town.anne, town.paul):
        assert browser(user).post(page("mandate_accept", row)).status_code == 404
    row.refresh_from_db()
    assert row.accepted_at is None


def test_revoking_asks_first_and_is_posted(town, mark, browser):
    row, client = a_mandate(town), browser(town.anne)
    assert "immédiat" in client.get(page("mandate_revoke", row)).content.decode()
    row.refresh_from_db()
    assert row.revoked_at is None
    assert client.post(page("mandate_revoke", row)).status_code == 302
    assert not queries.may(town.acting(town.karim, town.firm), "see", mark).allowed
    assert "Révoqué" in client.get(reverse("authority:mandates")).content.decode()


def test_the_one_who_is_asked_may_decline(town, browser):
    row = offered(town)
    assert "Décliner" in browser(town.lenoir).get(page("mandate_revoke", row)).content.decode()
    browser(town.lenoir).post(page("mandate_revoke", row))
    row.refresh_from_db()
    assert row.revoked_by == account_actor(town.lenoir)
    assert browser(town.lenoir).get(page("mandate", row)).status_code == 404


def test_the_mandate_of_a_party_without_account_is_declared(town, browser):
    held = a_mark(town.cabinet)
    address = reverse("authority:mandate_declare")
    declared = {**GIVEN, "principal_name": "Mme Ernaux", "principal_country": "FR", "files": held}
    assert browser(town.lenoir).post(address, declared).status_code == 302
    assert queries.may(town.acting(town.karim, town.firm), "submit", held).under == Mandate.objects.get().key
    assert browser(town.lenoir).post(address, {**declared, "files": ""}).context["form"].errors["files"]


def test_a_person_alone_may_be_represented_and_represent(town, browser):
    own = a_mark(account_actor(town.paul))
    browser(town.paul).post(reverse("authority:mandate_new"), {**GIVEN, "invited": "zoe@exemple.fr"})
    row = Mandate.objects.get()
    organisations.leave(organisation=town.maison, user=town.zoe, at=clock.now())
    assert browser(town.zoe).post(page("mandate_accept", row)).status_code == 302
    assert queries.may(town.acting(town.zoe), "see", own).under == row.key


def test_the_number_and_the_specialities_are_the_representatives_to_give(town, browser):
    row = offered(town, quality="ip_attorney", mentions=("marks_designs",))
    posted = {"number": "77", "mentions": ["marks_designs"], "representative": town.owner, "principal": town.cabinet}
    browser(town.lenoir).post(page("mandate_accept", row), posted)
    row.refresh_from_db()
    assert (row.number, row.representative, row.principal) == ("77", town.cabinet, town.owner)
    assert "non vérifiée" in browser(town.anne).get(page("mandate", row)).content.decode()
