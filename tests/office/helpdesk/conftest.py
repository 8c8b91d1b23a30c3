"""Someone who asks, and an agent who answers."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from factories.staff import an_agent, enters
from guichet.office.accounts.models import User
from guichet.office.helpdesk import services
from guichet.office.helpdesk.models import Request
from guichet.office.toolbox import clock


@pytest.fixture
def camille(db: None) -> User:
    return User.objects.create_user("camille@exemple.fr", "x", last_name="Durand", first_name="Camille")


@pytest.fixture
def person(camille: User) -> Client:
    return enters(camille)


@pytest.fixture
def nadia(db: None) -> User:
    return an_agent("information_agent", name="Nadia", signs=False)


@pytest.fixture
def agent(nadia: User) -> Client:
    return enters(nadia)


@pytest.fixture
def asked(camille: User, office_clock: Any) -> Request:
    """A question of Camille, on Monday 4 March 2024 at ten."""
    office_clock.on(2024, 3, 4)
    return services.ask(user=camille, kind="other", subject="Ma marque", text="Où en est-elle ?", at=clock.now())
