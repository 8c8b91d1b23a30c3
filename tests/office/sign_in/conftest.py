"""People at the doors: two accounts, their mailboxes, an authenticator application, recovery codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pyotp
import pytest
from django.contrib.auth import hashers
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.sign_in.services import factors
from guichet.office.toolbox import clock, tasks
from office.sign_in.lying_provider import CLIENT_ID, SECRET, LyingProvider, provider_running

PASSWORD = "un cheval agrafe la pile"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"


@pytest.fixture(autouse=True)
def telephones_follow_the_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """The world's time, by which codes are made, is the office's in these tests."""
    monkeypatch.setattr(factors, "of_the_world", lambda: clock.now())


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
    """A sign-up form that is in order."""
    return {
        "email": "jean.dupont@exemple.fr", "password1": PASSWORD, "password2": PASSWORD, "civility": "monsieur",
        "last_name": "Dupont", "first_name": "Jean", "mobile_phone": "06 68 60 20 54", "office_phone": "",
        "country": "FR", "address": "1 rue des Tests", "address_complement": "", "postcode": "62000", "city": "Lens",
        "administers": "no",
    }  # fmt: skip


@pytest.fixture
def recovery(claire: User, office_clock: Any) -> list[str]:
    """Claire's application is in place since an hour; her recovery codes."""
    office_clock.on(2024, 3, 4, hour=9)
    shown = factors.add_authenticator(user=claire, name="téléphone", secret=TOTP_SECRET, typed=code(), at=clock.now())
    clock.move_to(clock.now() + timedelta(hours=1))
    return shown


@pytest.fixture(scope="module")
def server() -> Iterator[LyingProvider]:
    with provider_running() as one:
        yield one


@pytest.fixture
def provider(server: LyingProvider, settings: Any, db: None) -> LyingProvider:
    """The server, truthful again, configured as « Essai »."""
    cache.clear()
    port = int(server.issuer.rpartition(":")[2])
    server.__init__(port)  # type: ignore[misc]  # everything as at first
    settings.OIDC_PROVIDERS = [
        {"name": "essai", "label": "Essai", "issuer": server.issuer, "client_id": CLIENT_ID, "client_secret": SECRET}
    ]
    return server


def code(steps: int = 0) -> str:
    """What Claire's application shows now, or some intervals of thirty seconds from now."""
    return pyotp.TOTP(TOTP_SECRET).at(int(clock.now().timestamp()), counter_offset=steps)


def later(**period: float) -> None:
    clock.move_to(clock.now() + timedelta(**period))


def link_in(text: str) -> str:
    """Path of the first link of an e-mail."""
    found = re.search(r"https?://[^/\s]+(/\S*)", text)
    assert found, text
    return found.group(1)


def log_in(client: Client, email: str, password: str = PASSWORD, **more: Any) -> Any:
    options = {key: more.pop(key) for key in ("REMOTE_ADDR", "headers") if key in more}
    return client.post(reverse("sign_in:login"), {"email": email, "password": password, **more}, **options)


def give(client: Client, typed: str, **options: Any) -> Any:
    """The second step, by a code."""
    return client.post(reverse("sign_in:second_step"), {"code": typed}, **options)


def is_inside(client: Client) -> bool:
    return client.get(reverse("sign_in:security")).status_code == 200


def inside(person: User) -> Client:
    """A browser of its own in which this person logged in with the password."""
    client = Client()
    assert log_in(client, person.email).status_code == 302
    return client


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, int]]:
    """How many hashes of passwords and how many queries are made; filled at the end."""
    done = {"hashes": 0, "queries": 0}
    hasher = type(hashers.get_hasher())
    original = hasher.encode

    def encode(self: Any, *arguments: Any, **options: Any) -> str:
        done["hashes"] += 1
        return str(original(self, *arguments, **options))

    with monkeypatch.context() as patch, CaptureQueriesContext(connection) as queries:
        patch.setattr(hasher, "encode", encode)
        yield done
    done["queries"] = len([one for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))])
