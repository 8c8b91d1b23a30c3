"""People at the doors of the office."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.toolbox import tasks

PASSWORD = "un cheval agrafe la pile"


@pytest.fixture
def claire(db: None) -> User:
    return User.objects.create_user("claire.martin@exemple.fr", PASSWORD, last_name="Martin", first_name="Claire")


@pytest.fixture
def mailbox(db: None) -> Callable[[], list[str]]:
    """Send what is queued; the texts of every e-mail so far."""

    def read() -> list[str]:
        tasks.drain()
        return [str(message.body) for message in mail.outbox]

    return read


@pytest.fixture
def answers() -> dict[str, str]:
    """A sign-up form that is in order."""
    return {
        "email": "jean.dupont@exemple.fr", "password1": PASSWORD, "password2": PASSWORD, "civility": "monsieur",
        "last_name": "Dupont", "first_name": "Jean", "mobile_phone": "06 68 60 20 54", "office_phone": "",
        "country": "FR", "address": "1 rue des Tests", "address_complement": "", "postcode": "62000", "city": "Lens",
    }  # fmt: skip


def link_in(text: str) -> str:
    """Path of the first link of an e-mail."""
    found = re.search(r"https?://[^/\s]+(/\S*)", text)
    assert found, text
    return found.group(1)


def log_in(client: Client, email: str, password: str = PASSWORD, **more: str) -> object:
    return client.post(reverse("sign_in:login"), {"email": email, "password": password, **more})
