"""People and their own account: a sign-up in order, a mailbox, two people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.toolbox import tasks

PASSWORD = "un cheval agrafe la pile"
NEW = "quatre hiboux sous la lune"


@pytest.fixture
def claire(db: None) -> User:
    return User.objects.create_user("claire.martin@exemple.fr", PASSWORD, last_name="Martin", first_name="Claire")


@pytest.fixture
def paul(db: None) -> User:
    return User.objects.create_user("paul.autre@exemple.fr", PASSWORD, last_name="Autre", first_name="Paul")


@pytest.fixture
def mailbox(db: None) -> Callable[[], list[str]]:
    """Send what is queued; the texts of every e-mail so far."""

    def read() -> list[str]:
        tasks.drain()
        return [str(message.body) for message in mail.outbox]

    return read


@pytest.fixture
def answers() -> dict[str, str]:
    """A sign-up form that is in order, for someone who administers no company."""
    return {
        "email": "jean.dupont@exemple.fr", "password1": PASSWORD, "password2": PASSWORD, "civility": "monsieur",
        "last_name": "Dupont", "first_name": "Jean", "mobile_phone": "06 68 60 20 54", "office_phone": "",
        "country": "FR", "address": "1 rue des Tests", "address_complement": "", "postcode": "62000", "city": "Lens",
        "administers": "no",
    }  # fmt: skip


ENTITY = {
    "entity-name": "Maison des innovateurs", "entity-siren": "732829320", "entity-siret": "", "entity-legal_form": "",
    "entity-ape_code": "", "entity-country": "FR", "entity-address": "Boulevard Carnot",
    "entity-address_complement": "", "entity-postcode": "59000", "entity-city": "Lille",
}  # fmt: skip


def link_in(text: str, containing: str = "") -> str:
    """Path of the first link of an e-mail that holds these words."""
    found = re.search(rf"https?://[^/\s]+(/\S*{re.escape(containing)}\S*)", text)
    assert found, text
    return found.group(1)


def letters_to(address: str) -> list[str]:
    """The e-mails to one mailbox, oldest first."""
    tasks.drain()
    return [str(message.body) for message in mail.outbox if message.to == [address]]


def log_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post(reverse("sign_in:login"), {"email": email, "password": password, **more})


@contextmanager
def counted() -> Iterator[list[str]]:
    """The kinds of queries that were made (select, insert…), savepoints apart; filled at the end."""
    made: list[str] = []
    with CaptureQueriesContext(connection) as queries:
        yield made
    made += [
        query["sql"].split()[0].upper() for query in queries if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))
    ]
