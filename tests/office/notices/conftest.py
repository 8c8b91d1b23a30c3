"""Claire's trademark, and letters about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from factories.trademarks import a_trademark, happens
from guichet.office.accounts.models import User
from guichet.office.ledger import followers
from guichet.office.notices.models import Notice
from guichet.office.toolbox import tasks
from guichet.rights.events import Event


@pytest.fixture
def claire(db: None) -> User:
    return User.objects.create_user("claire@exemple.fr", "x", last_name="Martin", first_name="Claire")


@pytest.fixture
def paul(db: None) -> User:
    return User.objects.create_user("paul@exemple.fr", "x", last_name="Durand", first_name="Paul")


@pytest.fixture
def mark(claire: User) -> str:
    """Published on 29 March 2024, no letter left to write."""
    stream = a_trademark("published", owner=f"account:{claire.public_id}")
    followers.catch_up()
    Notice.objects.all().delete()
    ProcrastinateJob.objects.all().delete()
    return stream


@pytest.fixture
def notify(mark: str, office_clock: object) -> Callable[..., Notice]:
    """Record a notifying event at 10:00 of a day; the letter that reaches the inbox then."""

    def do(event: Event, on: date) -> Notice:
        office_clock.on(on.year, on.month, on.day)
        happens(mark, event, on=on)
        post()
        return Notice.objects.get(pk=event.notice)

    return do


def post() -> None:
    """Let the letters be written, printed, announced."""
    followers.catch_up()
    tasks.drain()
