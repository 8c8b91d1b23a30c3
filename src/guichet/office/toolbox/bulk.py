"""Writing many rows at once, by PostgreSQL's COPY: some five times faster than INSERT."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from django.db import connection, models

M = TypeVar("M", bound=models.Model)


def copy_in(model: type[M], rows: Iterable[M]) -> int:
    """Write new rows of one table, in the caller's transaction; how many. Raises IntegrityError as an INSERT does."""
    fields = model._meta.concrete_fields
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    command, count = f'copy "{model._meta.db_table}" ({columns}) from stdin', 0
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(command) as copy:
        for row in rows:
            copy.write_row([field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields])
            count += 1
    return count
