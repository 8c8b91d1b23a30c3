"""Checks and chores of the house itself."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def database_problem() -> str:
    """What is wrong with the database, or nothing."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_is_in_recovery()")
        in_recovery = cursor.fetchone()[0]
    return "en lecture seule" if in_recovery else ""


def migrations_problem() -> str:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(waiting)} migration(s) à appliquer" if waiting else ""


def storage_problem() -> str:
    """Whether received files can be written, when they are kept in a folder."""
    folder = Path(settings.DOCUMENT_STORE)
    nearest = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    return "" if nearest.is_dir() and os.access(nearest, os.W_OK) else "écriture impossible"


def clear_sessions() -> None:
    """Remove the sessions that have expired."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
