"""What every test may use: the embedded database, the office's clock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("GUICHET_VAR", str(ROOT / "var" / "tests"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guichet.office.settings.test")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Start the embedded server before the test database is made."""
    if not os.environ.get("DATABASE_URL"):
        from guichet.office.toolbox import database

        database.start(Path(os.environ["GUICHET_VAR"]) / "postgresql", "-c fsync=off", "-c max_connections=200")


@pytest.fixture(scope="session", autouse=True)
def the_ledger_may_be_emptied_between_tests() -> Iterator[None]:
    """Tests of real transactions end by emptying every table, which the database refuses for the ledger's.

    The trigger is lifted for that moment only; within a test it always stands.
    """
    from django.db import connection
    from django.test import TransactionTestCase

    original = TransactionTestCase._fixture_teardown

    def teardown(self: TransactionTestCase) -> None:
        with connection.cursor() as cursor:
            cursor.execute("alter table ledger_entry disable trigger ledger_entry_is_never_emptied")
            cursor.execute("truncate procrastinate_jobs cascade")  # its models are not Django's to empty
        try:
            original(self)
        finally:
            with connection.cursor() as cursor:
                cursor.execute("alter table ledger_entry enable trigger ledger_entry_is_never_emptied")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", teardown)
        yield


@pytest.fixture
def office_clock() -> Iterator[object]:
    """The office's clock at 10:00 in Paris on a given day: ``office_clock.on(2024, 3, 4)``."""
    from guichet.office.toolbox import clock

    class Hands:
        def on(self, year: int, month: int, day: int, hour: int = 10) -> datetime:
            moment = datetime(year, month, day, hour, tzinfo=clock.PARIS)
            clock.move_to(moment)
            return moment

    yield Hands()
    clock.reset()
