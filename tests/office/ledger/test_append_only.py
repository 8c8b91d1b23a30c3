"""The database itself refuses to change what is recorded; what gets round it shows in the chain of hashes."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from guichet.office.ledger import queries
from guichet.office.ledger.models import Entry

pytestmark = pytest.mark.django_db


def refused(sql: str) -> str:
    with pytest.raises(DatabaseError) as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    return str(caught.value)


@pytest.mark.parametrize(
    "sql",
    [
        "update ledger_entry set actor = 'someone else'",
        "delete from ledger_entry",
        "truncate ledger_entry",
        "truncate ledger_entry cascade",
        "insert into ledger_entry select * from ledger_entry on conflict (position) do update set actor = 'x'",
    ],
)
def test_the_database_refuses(pen, sql):
    pen.write("a")
    assert "ajout seul" in refused(sql)
    assert Entry.objects.get().actor == "office:test"


def test_the_orm_cannot_go_round(pen):
    pen.write("a")
    entry = Entry.objects.get()
    entry.act = "other"
    with pytest.raises(DatabaseError), transaction.atomic():
        entry.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.all().delete()
    assert Entry.objects.get().act == "serve_notice"


def by_a_superuser(sql: str) -> None:
    """What someone with every right on the server could do."""
    with connection.cursor() as cursor:
        cursor.execute("set session_replication_role = replica")
        cursor.execute(sql)
        cursor.execute("set session_replication_role = origin")


@pytest.mark.parametrize(
    "change",
    [
        "payload = jsonb_set(payload, '{notice}', '\"z\"')",
        "event_on = event_on - 1",
        "effective_on = effective_on + 1",
        "recorded_at = recorded_at - interval '1 second'",
        "actor = 'staff:someone'",
        "act = 'other'",
        "type = 'fee.paid/1'",
        "stream = 'trademark/249999009'",
        "hash = previous_hash",
    ],
)
def test_a_changed_entry_breaks_the_chain(pen, change):
    pen.write("a", "b", "c")
    assert list(queries.broken_links()) == []
    by_a_superuser(f"update ledger_entry set {change} where position = 2")
    assert 2 in list(queries.broken_links())


def test_a_removed_entry_breaks_the_chain(pen):
    pen.write("a", "b", "c")
    by_a_superuser("delete from ledger_entry where position = 2")
    assert list(queries.broken_links()) == [3]


def test_entries_that_change_places_break_the_chain(pen):
    pen.write("a", "b", "c")
    by_a_superuser("update ledger_entry set position = -position where position in (2, 3)")
    by_a_superuser("update ledger_entry set position = 5 + position where position in (-2, -3)")
    assert set(queries.broken_links()) == {2, 3}
