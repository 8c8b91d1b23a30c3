"""Writing many rows at once, by PostgreSQL's COPY: some five times faster than INSERT."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import TypeVar

from django.db import connection, models

M = TypeVar("M", bound=models.Model)


def copy_in(model: type[M], rows: Iterable[M]) -> int:
    """Write new rows of one table, in the caller's transaction; how many. Raises IntegrityError as an INSERT does.

    Values are written as they are: texts, numbers, dates, lists; only JSON is converted.
    """
    fields = model._meta.concrete_fields
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    values = attrgetter(*(field.attname for field in fields))
    documents = [(rank, field) for rank, field in enumerate(fields) if isinstance(field, models.JSONField)]
    command, count = f'copy "{model._meta.db_table}" ({columns}) from stdin', 0
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(command) as copy:
        for row in rows:
            written = list(values(row))
            for rank, field in documents:
                written[rank] = field.get_db_prep_save(written[rank], connection)
            copy.write_row(written)
            count += 1
    return count
