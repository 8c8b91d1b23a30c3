"""Several requests at once, on a real database: each code serves once, whichever process takes it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import connection

from guichet.office.sign_in import tries
from guichet.office.sign_in.models import Authenticator, RecoveryCode
from guichet.office.sign_in.services import factors, sessions
from guichet.office.sign_in.visits import Visit
from guichet.office.toolbox import clock, tasks
from office.sign_in.conftest import TOTP_SECRET, code

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def quiet(transactional_db):
    """The queue is not emptied with the tables: e-mails of one test would leave in another."""
    tasks.drain()
    mail.outbox.clear()
    yield
    tasks.drain()


def together(deed: Callable[[], object], count: int = 4) -> list[object]:
    """What each of these gave; all begin at the same moment."""
    start, found = Barrier(count), []

    def run() -> None:
        try:
            start.wait()
            found.append(deed())
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_a_code_of_the_application_opens_once(claire, recovery):
    typed, now = code(), clock.now()
    found = together(lambda: factors.show_code(user=claire, typed=typed, at=now))
    assert sorted(found) == [False, False, False, True]


def test_a_recovery_code_opens_once(claire, recovery):
    found = together(lambda: factors.use_recovery_code(user=claire, typed=recovery[0], at=clock.now()))
    assert sorted(found) == [False, False, False, True]


def test_the_first_factor_shows_codes_once(claire, office_clock):
    """Two first factors at once: one is the first, and its codes are those that hold."""
    office_clock.on(2024, 3, 4)
    typed, now = code(), clock.now()
    found = together(
        lambda: factors.add_authenticator(user=claire, name="x", secret=TOTP_SECRET, typed=typed, at=now), 2
    )
    assert sorted(len(one) for one in found) == [0, 10]
    assert RecoveryCode.objects.filter(user=claire).count() == 10
    assert Authenticator.objects.filter(user=claire).count() == 2


def test_limits_are_shared_exactly(db):
    visit = Visit("203.0.113.9", "")
    attempt = tries.of_code(account="x", visit=visit, is_known=False)
    assert [bool(one) for one in together(attempt.refusal, 8)].count(False) == tries.CODE_BY_PLACE.most


def test_a_session_ends_once(claire):
    record = sessions.open_session(user=claire, visit=Visit("203.0.113.9", ""), at=clock.now())
    found = together(lambda: sessions.end_session(user=claire, record=record, at=clock.now()))
    assert sorted(found) == [False, False, False, True]
