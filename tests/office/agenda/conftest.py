"""Files of an account, followed by the agenda."""

from __future__ import annotations

import pytest

from guichet.office.accounts.models import User


@pytest.fixture
def claire(db: None) -> User:
    return User.objects.create_user("claire@exemple.fr", "x", last_name="Martin", first_name="Claire")


@pytest.fixture
def paul(db: None) -> User:
    return User.objects.create_user("paul@exemple.fr", "x", last_name="Durand", first_name="Paul")


def owner(user: User) -> str:
    return f"account:{user.public_id}"
