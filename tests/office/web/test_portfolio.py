"""An account's files: its own only, found by mark, number or reference (web:portfolio)."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from factories.trademarks import a_trademark, an_application, happens, served
from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.ledger import followers
from guichet.rights.trademarks import events as e

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner() -> User:
    user = User.objects.create_user("claire@exemple.fr", "une-phrase", last_name="Petit", first_name="Claire")
    mine = account_actor(user)
    a_trademark("published", number="245000701", owner=mine, application=an_application("Été Clair"))
    a_trademark(
        "published", number="245000702", owner=mine, application=an_application("NORD", client_reference="C/12")
    )
    a_trademark("published", number="245000703", application=an_application("CLAIRON"))
    followers.catch_up()
    return user


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", {"Été Clair", "NORD"}),
        ("ete clair", {"Été Clair"}),
        ("24 5 000 702", {"NORD"}),
        ("c/12", {"NORD"}),
        ("clairon", set()),
        ("\0%", set()),
    ],
)
def test_files_are_found_among_ones_own(client, owner: User, asked: str, found: set[str]) -> None:
    client.force_login(owner)
    page = client.get(reverse("web:portfolio"), {"q": asked}).content.decode()
    assert {name for name in ("Été Clair", "NORD", "CLAIRON") if f">{name}</a>" in page} == found


def test_a_missed_period_is_not_said_to_be_the_owners_turn(client, owner: User, office_clock) -> None:
    irregularity = e.IrregularityNotified("L-9", ("R. 712-3-1",), "Précisez.", 1)
    happens("trademark/245000701", irregularity, on=date(2024, 4, 2))
    happens("trademark/245000701", served("L-9"), on=date(2024, 4, 4))
    office_clock.on(2024, 5, 7)
    client.force_login(owner)
    page = client.get(reverse("trademark_file:file", args=["245000701"])).content.decode()
    assert "délai expiré" in page
    assert "6 mai 2024" in page
    assert "(à vous d'agir)" not in page
