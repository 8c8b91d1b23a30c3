"""Two people, and a draft of the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from guichet.office.accounts.models import User
from guichet.office.drafts import services
from guichet.office.drafts.models import Draft
from guichet.office.organisations import acting
from guichet.office.organisations import queries as organisation_queries
from guichet.office.organisations import services as organisations
from guichet.office.organisations.models import Organisation, Standing
from guichet.office.toolbox import clock

PASSWORD = "un cheval agrafe la pile"


@pytest.fixture(autouse=True)
def day(office_clock: Any) -> Any:
    office_clock.on(2024, 3, 4)
    return office_clock


@pytest.fixture
def camille(db: None) -> User:
    return User.objects.create_user("camille@example.net", PASSWORD, last_name="Durand", first_name="Camille")


@pytest.fixture
def alex(db: None) -> User:
    return User.objects.create_user("alex@example.net", PASSWORD, last_name="Petit", first_name="Alex")


@pytest.fixture
def draft(camille: User) -> Draft:
    data = {"mark.feature": "word", "mark.text": "LUMI", "client_reference": "REF-1"}
    return services.create(procedure="depot-marque", acting=acting.of(camille), data=data, at=clock.now())


@pytest.fixture
def browser(client: Client, camille: User) -> Client:
    client.force_login(camille, backend="django.contrib.auth.backends.ModelBackend")
    return client


def a_browser(user: User) -> Client:
    """A browser in which this person is logged in."""
    browser = Client()
    browser.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return browser


@dataclass(frozen=True)
class House:
    """An organisation with two members, and a draft that the first began for it."""

    organisation: Organisation
    claire: User
    paul: User
    draft: Draft

    @property
    def holder(self) -> str:
        return organisation_queries.key(self.organisation)


@pytest.fixture
def house(db: None) -> House:
    claire = User.objects.create_user("claire@example.net", PASSWORD, last_name="Martin", first_name="Claire")
    paul = User.objects.create_user("paul@example.net", PASSWORD, last_name="Roux", first_name="Paul")
    now = clock.now()
    organisation = organisations.create(name="Atelier Martin", administrator=claire, at=now)
    organisations.admit(
        organisation=organisation, user=paul, standing=Standing.COLLABORATOR, by=acting.of(claire).actor, at=now
    )
    data = {
        "applicants[0].kind": "person", "applicants[0].name": "Martin", "mark.feature": "word", "mark.text": "LUMI",
        "lists.9": "logiciels",
    }  # fmt: skip
    draft = services.create(procedure="depot-marque", acting=acting.of(claire), data=data, at=now)
    return House(organisation, claire, paul, draft)
