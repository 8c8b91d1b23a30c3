"""The simulator's books in one SQLite file: they survive its own restart, and ``kill -9``."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
import uuid
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

TABLES = """
create table if not exists checkouts (
  provider_reference text primary key, reference text not null, idempotency_key text not null unique,
  amount_cents integer not null, description text not null, return_url text not null, notify_url text not null,
  status text not null default 'open', captured_at text);
create table if not exists debits (
  id integer primary key, provider_reference text not null, reference text not null, amount_cents integer not null);
create table if not exists refunds (
  idempotency_key text primary key, provider_reference text not null, amount_cents integer not null);
create table if not exists notices (
  id integer primary key, provider_reference text not null, body text not null, state text not null);
create table if not exists wishes (name text primary key, value text not null);
"""


class Conflict(Exception):
    """The request contradicts the books."""


class Unknown(Exception):
    """No such payment."""


class Store:
    """One short transaction for each method; a lock keeps writers in a queue."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._path, self._lock = path, threading.Lock()
        with closing(self._open()) as books:
            books.executescript(TABLES)

    def create(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Open a payment; the same key finds it again, and refuses another amount."""
        values = {**asked, "provider_reference": f"sim_{uuid.uuid4().hex}"}
        with self._writing() as books:
            books.execute(
                "insert or ignore into checkouts"
                " (provider_reference, reference, idempotency_key, amount_cents, description, return_url, notify_url)"
                " values (:provider_reference, :reference, :idempotency_key, :amount_cents, :description, :return_url,"
                " :notify_url)",
                values,
            )
            found = self._one(books, "idempotency_key", asked["idempotency_key"])
        if found["amount_cents"] != asked["amount_cents"]:
            raise Conflict("this idempotency key was used for another amount")
        return found

    def checkout(self, provider_reference: str) -> dict[str, Any]:
        with closing(self._open()) as books:
            return self._one(books, "provider_reference", provider_reference)

    def by_key(self, idempotency_key: str) -> dict[str, Any]:
        with closing(self._open()) as books:
            return self._one(books, "idempotency_key", idempotency_key)

    def settle(self, provider_reference: str, status: str) -> bool:
        """Give an open payment its end, with the debit when captured; False when it had one already."""
        with self._writing() as books:
            now = self.office_time(books) if status == "captured" else None
            changed = books.execute(
                "update checkouts set status = ?, captured_at = ? where provider_reference = ? and status = 'open'",
                (status, now, provider_reference),
            ).rowcount
            if changed and status == "captured":
                books.execute(
                    "insert into debits (provider_reference, reference, amount_cents)"
                    " select provider_reference, reference, amount_cents from checkouts where provider_reference = ?",
                    (provider_reference,),
                )
        return bool(changed)

    def refund(self, asked: dict[str, Any]) -> None:
        """Give money back once for each key, never more than was debited."""
        with self._writing() as books:
            self._one(books, "provider_reference", asked["provider_reference"])
            new = books.execute(
                "insert or ignore into refunds (idempotency_key, provider_reference, amount_cents)"
                " values (:idempotency_key, :provider_reference, :amount_cents)",
                asked,
            ).rowcount
            left = books.execute(
                "select (select coalesce(sum(amount_cents), 0) from debits where provider_reference = :r)"
                " - (select coalesce(sum(amount_cents), 0) from refunds where provider_reference = :r)",
                {"r": asked["provider_reference"]},
            ).fetchone()[0]
            if new and left < 0:
                raise Conflict("more refunded than debited")

    def add_notices(self, provider_reference: str, *, count: int, held: bool) -> None:
        body = json.dumps(said_of(self.checkout(provider_reference)))
        with self._writing() as books:
            for _ in range(count):
                books.execute(
                    "insert into notices (provider_reference, body, state) values (?, ?, ?)",
                    (provider_reference, body, "held" if held else "queued"),
                )

    def notices(self, state: str = "") -> list[dict[str, Any]]:
        """Notifications in this state, or all, with the address each goes to."""
        with closing(self._open()) as books:
            return _dicts(
                books.execute(
                    "select notices.*, notify_url, reference from notices join checkouts using (provider_reference)"
                    " where ? in ('', state) order by id",
                    (state,),
                )
            )

    def mark_notice(self, number: int, state: str) -> None:
        with self._writing() as books:
            books.execute("update notices set state = ? where id = ?", (state, number))

    def release(self) -> None:
        """Held notifications become due."""
        with self._writing() as books:
            books.execute("update notices set state = 'queued' where state = 'held'")

    def wish(self, name: str, value: str) -> None:
        with self._writing() as books:
            books.execute("insert or replace into wishes values (?, ?)", (name, value))

    def wished(self, name: str, default: str) -> str:
        with closing(self._open()) as books:
            row = books.execute("select value from wishes where name = ?", (name,)).fetchone()
        return str(row[0]) if row else default

    def take_mood(self, kind: str) -> str:
        """How to answer this request; the wish is spent."""
        with self._writing() as books:
            row = books.execute("delete from wishes where name = ? returning value", (f"next_{kind}",)).fetchone()
        return str(row[0]) if row else "normal"

    def follow_office_time(self, office_time: str) -> None:
        """The office's clock can be moved; payments are dated by it."""
        ahead = datetime.fromisoformat(office_time) - _own_time()
        self.wish("seconds_ahead", str(round(ahead.total_seconds())))

    def office_time(self, books: sqlite3.Connection) -> str:
        row = books.execute("select value from wishes where name = 'seconds_ahead'").fetchone()
        return (_own_time() + timedelta(seconds=int(row[0]) if row else 0)).isoformat(timespec="seconds")

    def books(self) -> dict[str, list[dict[str, Any]]]:
        """Everything, for tests to count: checkouts, debits, refunds, notices."""
        with closing(self._open()) as books:
            tables = ("checkouts", "debits", "refunds", "notices")
            return {table: _dicts(books.execute(f"select * from {table} order by rowid")) for table in tables}

    def _open(self) -> sqlite3.Connection:
        books = sqlite3.connect(self._path, timeout=20)
        books.row_factory = sqlite3.Row
        return books

    def _writing(self) -> _Writing:
        return _Writing(self._open(), self._lock)

    def _one(self, books: sqlite3.Connection, column: str, value: str) -> dict[str, Any]:
        row = books.execute(f"select * from checkouts where {column} = ?", (value,)).fetchone()
        if row is None:
            raise Unknown(value)
        return dict(row)


class _Writing:
    """One transaction under the lock: committed at the end, rolled back on an error, closed in any case."""

    def __init__(self, books: sqlite3.Connection, lock: threading.Lock) -> None:
        self._books, self._lock = books, lock

    def __enter__(self) -> sqlite3.Connection:
        self._lock.acquire()
        return self._books

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            self._books.rollback() if kind else self._books.commit()
            self._books.close()
        finally:
            self._lock.release()


def said_of(checkout: dict[str, Any]) -> dict[str, Any]:
    """A payment as the API and the notifications tell it."""
    told = ("reference", "provider_reference", "status", "amount_cents", "captured_at")
    return {name: checkout[name] for name in told}


def _own_time() -> datetime:
    """The simulator's own clock: a provider does not have the office's."""
    return datetime.fromtimestamp(time.time(), UTC)


def _dicts(rows: sqlite3.Cursor) -> list[dict[str, Any]]:
    return [dict(row) for row in rows]
