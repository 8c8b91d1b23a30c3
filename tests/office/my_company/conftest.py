"""The two organisations, and browsers in which their people are logged in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from guichet.office.accounts.models import User
from office.organisations.conftest import a_house, a_person, house, mailbox

__all__ = ["a_house", "a_person", "house", "mailbox"]


@pytest.fixture
def browser() -> Callable[[User], Client]:
    def of(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return of
