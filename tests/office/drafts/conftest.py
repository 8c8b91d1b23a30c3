"""Two people, and a draft of the first."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from guichet.office.accounts.models import User
from guichet.office.drafts import services
from guichet.office.drafts.models import Draft
from guichet.office.organisations import acting
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
