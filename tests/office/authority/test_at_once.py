"""Two people at once on the same mandate or the same file, in real transactions."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from guichet.office.accounts.queries import account_actor
from guichet.office.authority import mandates, services
from guichet.office.authority.mandates import MandateRefused
from guichet.office.authority.models import Grant, Mandate, Rule
from guichet.office.toolbox import clock
from office.authority.conftest import offered

pytestmark = pytest.mark.django_db(transaction=True)


def together(*works: Callable[[], Any]) -> list[str]:
    """Run works in threads that start at once; how each ended."""
    barrier = threading.Barrier(len(works))

    def run(work: Callable[[], Any]) -> str:
        barrier.wait(timeout=10)
        try:
            work()
        except MandateRefused:
            return "refused"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(works)) as pool:
        return sorted(pool.map(run, works))


def test_accepted_and_taken_back_at_once_it_never_stands(town):
    """Whichever comes first, the mandate is revoked in the end."""
    row, lenoir, anne = offered(town), town.acting(town.lenoir, town.firm), town.acting(town.anne, town.maison)
    together(
        lambda: mandates.accept(mandate=row, acting=lenoir, number="", mentions=(), at=clock.now()),
        lambda: mandates.revoke(mandate=row, acting=anne, at=clock.now()),
    )
    assert Mandate.objects.get().revoked_at is not None


def test_two_acceptances_make_one(town):
    row, lenoir = offered(town), town.acting(town.lenoir, town.firm)
    accept = lambda: mandates.accept(mandate=row, acting=lenoir, number="", mentions=(), at=clock.now())  # noqa: E731 - twice below
    assert together(accept, accept) == ["done", "refused"]


def test_two_administrators_sharing_at_once_queue(town):
    """The last one prevails; there is one rule and one right at a time."""
    bruno = account_actor(town.bruno)

    def share(levels: list[str]) -> Callable[[], None]:
        return lambda: services.share(
            holder=town.owner, subject="trademark/1", levels=levels, grants={bruno: levels}, by="test", at=clock.now()
        )

    assert together(share(["see"]), share(["see", "pay"])) == ["done", "done"]
    assert Rule.objects.filter(until=None).count() == Grant.objects.filter(until=None).count() == 1
