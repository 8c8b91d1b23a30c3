"""A simulator, an account, and a filing that owes its fees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from factories.trademarks import a_trademark
from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from office.payments.bank import SECRET, Bank


@pytest.fixture
def bank(tmp_path: Path, settings: Any) -> Iterator[Bank]:
    bank = Bank(tmp_path / "bank.sqlite")
    settings.PAYMENT_PROVIDER = "simulator"
    settings.PAYMENT_SIMULATOR_URL = bank.url
    settings.PAYMENT_SIMULATOR_SECRET = SECRET
    settings.PAYMENT_TIME_LIMIT = 2.0
    settings.DOCUMENT_STORE = str(tmp_path / "documents")
    yield bank
    bank.close()


@pytest.fixture
def day(office_clock: Any) -> Any:
    """The office's clock on the day of the filing; ``day.on(…)`` moves it."""
    office_clock.on(2024, 3, 4)
    return office_clock


@pytest.fixture
def payer(db: None) -> User:
    return User.objects.create_user("payer@example.net", "a long password", last_name="Durand", first_name="Camille")


@pytest.fixture
def stranger(db: None) -> User:
    return User.objects.create_user("other@example.net", "a long password", last_name="Petit", first_name="Alex")


@pytest.fixture
def filing(payer: User, day: Any) -> str:
    """A filing in two classes, received on 4 March 2024 and not paid: 230 euros are due."""
    return a_trademark("received", received_on=date(2024, 3, 4), owner=account_actor(payer))
