"""A new draft begins with what the account, or the organisation acted for, says of the applicant."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.drafts.models import Draft
from guichet.office.organisations import acting, services
from guichet.office.organisations.models import Organisation
from guichet.office.toolbox import clock

HORIZON = {
    "siren": "552008443", "legal_form": "5710", "address": "1 quai du Port", "postcode": "13002", "city": "Marseille",
    "country": "FR",
}  # fmt: skip


def begun(browser: Client) -> dict:
    browser.post(reverse("depot_marque:start"))
    draft = Draft.objects.latest("pk")
    return draft.data["applicants"][0]


def horizon(camille: User) -> Organisation:
    made = services.create(name="Horizon", administrator=camille, at=clock.now())
    Organisation.objects.filter(pk=made.pk).update(**HORIZON)
    return made


def test_for_an_organisation_it_is_the_applicant(browser: Client, camille: User) -> None:
    horizon(camille)
    assert begun(browser) == {
        "kind": "organisation", "name": "Horizon", "siren": "552008443",
        "legal_form": "SAS, société par actions simplifiée", "email": "camille@example.net",
        "address": {"street": "1 quai du Port", "postcode": "13002", "city": "Marseille", "country": "FR"},
    }  # fmt: skip


def test_for_oneself_it_is_the_person(browser: Client, camille: User) -> None:
    horizon(camille)
    session = browser.session
    session[acting.CHOSEN] = ""
    session.save()
    assert begun(browser) == {
        "kind": "person", "name": "Durand", "first_name": "Camille", "email": "camille@example.net",
        "address": {"street": "3 rue des Lilas", "postcode": "59000", "city": "Lille", "country": "FR"},
    }  # fmt: skip
