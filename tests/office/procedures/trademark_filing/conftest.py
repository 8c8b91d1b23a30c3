"""An applicant with an account, and a draft with everything that a word mark needs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from guichet.office.accounts.models import User
from guichet.office.drafts import services
from guichet.office.drafts.models import Draft
from guichet.office.organisations import acting
from guichet.office.toolbox import clock

COMPLETE: dict[str, Any] = {
    "applicants[0].kind": "person",
    "applicants[0].name": "Durand",
    "applicants[0].first_name": "Camille",
    "applicants[0].address.street": "3 rue des Lilas",
    "applicants[0].address.postcode": "59000",
    "applicants[0].address.city": "Lille",
    "applicants[0].address.country": "FR",
    "mark.feature": "word",
    "mark.text": "LUMIVELLE",
    "lists.9": "logiciels",
    "lists.42": "conception de logiciels",
    "signature.name": "Camille Durand",
}


@pytest.fixture(autouse=True)
def day(office_clock: Any, settings: Any, tmp_path: Path) -> Any:
    """The office's clock on 4 March 2024, and a store of its own."""
    settings.DOCUMENT_STORE = str(tmp_path / "documents")
    office_clock.on(2024, 3, 4)
    return office_clock


@pytest.fixture
def camille(db: None) -> User:
    return User.objects.create_user(
        "camille@example.net", "a long password", last_name="Durand", first_name="Camille", address="3 rue des Lilas",
        postcode="59000", city="Lille",
    )  # fmt: skip


@pytest.fixture
def alex(db: None) -> User:
    return User.objects.create_user("alex@example.net", "a long password", last_name="Petit", first_name="Alex")


def a_draft(owner: User, **changes: Any) -> Draft:
    """A complete draft; ``changes`` by path, with ``__`` for dots."""
    data = {**COMPLETE, **changes}
    return services.create(procedure="depot-marque", acting=acting.of(owner), data=data, at=clock.now())


@pytest.fixture
def draft(camille: User) -> Draft:
    return a_draft(camille)


@pytest.fixture
def browser(client: Client, camille: User) -> Client:
    """Camille's browser, logged in."""
    client.force_login(camille, backend="django.contrib.auth.backends.ModelBackend")
    return client
