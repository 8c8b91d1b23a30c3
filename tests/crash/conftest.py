"""Real processes against a database of their own: what they commit stays, and is proved afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection

from crash.office import Office
from crash.processes import Program, free_port, nursery, simulator
from guichet.office.accounts.models import User
from guichet.office.toolbox import clock


@pytest.fixture(scope="session")
def crash_database(django_db_modify_db_settings: None, django_db_blocker: Any) -> Iterator[str]:
    """Name of a database whose commits are real."""
    place = connection.settings_dict
    name = f"{place['TEST']['NAME']}_crash"
    server = psycopg.connect(
        host=place["HOST"], port=place["PORT"] or None, user=place["USER"], password=place["PASSWORD"] or None,
        dbname="postgres", autocommit=True,
    )  # fmt: skip
    server.execute(f'drop database if exists "{name}" with (force)')
    server.execute(f'create database "{name}"')
    with django_db_blocker.unblock(), connected_to(name):
        call_command("migrate", verbosity=0)
    yield name
    server.execute(f'drop database if exists "{name}" with (force)')
    server.close()


@contextmanager
def connected_to(name: str) -> Iterator[None]:
    """This process's own connection goes to that database."""
    connection.close()
    usual, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory, crash_database: str) -> dict[str, str]:
    """The environment of every process of these tests."""
    place, folder = connection.settings_dict, tmp_path_factory.mktemp("crash")
    return {
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "DJANGO_SETTINGS_MODULE": "crash.settings",
        "DATABASE_URL": f"postgresql://{place['USER']}@/{crash_database}?host={place['HOST']}",
        "CRASH_CACHE": str(folder / "cache"),
        "GUICHET_VAR": str(folder / "var"),
        "SITE_URL": f"http://127.0.0.1:{free_port()}",
        "PAYMENT_SIMULATOR_URL": f"http://127.0.0.1:{free_port()}",
        "PAYMENT_SIMULATOR_SECRET": "crash",
        "PAYMENT_TIME_LIMIT": "10",
        "BANK_BOOKS": str(folder / "bank.sqlite"),
    }


@pytest.fixture(scope="session")
def office_processes(places: dict[str, str]) -> Iterator[Program]:
    program = nursery(places)
    yield program
    program.end()


class Bank:
    """The simulator's process; killed, it starts again on its books."""

    def __init__(self, places: dict[str, str]) -> None:
        self.places, self.url = places, places["PAYMENT_SIMULATOR_URL"]
        self.start()

    def start(self) -> None:
        self.program = simulator(int(self.url.rsplit(":", 1)[1]), Path(self.places["BANK_BOOKS"]), self.places)

    def stop(self) -> None:
        self.program.process.kill()
        self.program.end()


@pytest.fixture(scope="session")
def bank(places: dict[str, str]) -> Iterator[Bank]:
    bank = Bank(places)
    yield bank
    bank.stop()


@pytest.fixture
def office(
    crash_database: str,
    places: dict[str, str],
    office_processes: Program,
    bank: Bank,
    django_db_blocker: Any,
    settings: Any,
) -> Iterator[Office]:
    """The office on 4 March 2024, and an applicant; the test itself looks into the processes' database."""
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": places["CRASH_CACHE"]}
    }
    with django_db_blocker.unblock(), connected_to(crash_database):
        clock.move_to(datetime(2024, 3, 4, 10, tzinfo=clock.PARIS))
        applicant = User.objects.create_user(f"{uuid4()}@example.net", "x", last_name="Durand", first_name="Camille")
        port = int(places["SITE_URL"].rsplit(":", 1)[1])
        yield Office(office_processes, port, bank.url, places["PAYMENT_SIMULATOR_SECRET"], applicant)
