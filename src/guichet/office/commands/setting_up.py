"""What a command needs before it works: the folder of state, the database's server, Django."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from guichet.office.toolbox import database


def var_folder() -> Path:
    """Where this machine's state lives: GUICHET_VAR, ``var`` by default."""
    return Path(os.environ.get("GUICHET_VAR", "var")).resolve()


def data_folder() -> Path:
    """The embedded database's files."""
    return Path(os.environ.get("GUICHET_PGDATA", var_folder() / "postgresql"))


def start_database() -> bool:
    """Start the embedded server unless DATABASE_URL names another or it runs; whether this call started it."""
    if os.environ.get("DATABASE_URL"):
        return False
    running = database.is_ready(database.socket_folder(data_folder().resolve()))
    database.start(data_folder(), "-c max_connections=200")
    database.create(data_folder(), "guichet")
    return not running


def set_up(*, with_database: bool = True) -> bool:
    """Django ready to use, with the database's server started; whether this call started it.

    Settings: DJANGO_SETTINGS_MODULE, ``dev`` by default.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guichet.office.settings.dev")
    started = with_database and start_database()
    import django

    django.setup()
    return started


@contextmanager
def ready(*, with_database: bool = True) -> Iterator[None]:
    """Django ready for one command; an embedded server that was not running stops after it."""
    started = set_up(with_database=with_database)
    try:
        yield
    finally:
        if started:
            database.stop(data_folder())
