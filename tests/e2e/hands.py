"""What the tests do behind the office's back: start its database, load it, move its clock. A program of its own.

It reads one order a line as JSON and answers each by one line: ``{"do": "move", "day": "2024-03-20"}``. Run by
``e2e.office`` with the environment of the office under test, so that pytest's own Django is left alone.
"""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from typing import Any

from guichet.office.commands import setting_up
from guichet.office.toolbox import database


def main() -> None:
    """Start the server and Django, then obey until the input ends; stop the server."""
    database.start(setting_up.data_folder(), "-c fsync=off", "-c max_connections=200")
    try:
        setting_up.set_up()
        answer({"ready": True})
        for line in sys.stdin:
            order = json.loads(line)
            answer(ORDERS[order.pop("do")](**order))
    finally:
        database.stop(setting_up.data_folder())


def answer(values: Any) -> None:
    print(json.dumps(values), flush=True)


def load(first_day: str) -> dict[str, Any]:
    """Tables, accounts, a small past; the clock stands on the first day."""
    from django.core.management import call_command

    from e2e import past_people, small_company, small_office

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    known = small_office.load() | {"company": small_company.load(), "past": past_people.load()}
    move(first_day)
    return known


def move(day: str) -> str:
    """Ten o'clock in Paris on that day, and what the clock worker does then."""
    from guichet.office.agenda import clock as agenda
    from guichet.office.ledger import followers
    from guichet.office.toolbox import clock

    on = date.fromisoformat(day)
    clock.move_to(datetime(on.year, on.month, on.day, 10, tzinfo=clock.PARIS))
    agenda.run(on)
    followers.catch_up()
    return day


def now() -> float:
    """The office's instant, in seconds: what an authenticator application would be set to."""
    from guichet.office.toolbox import clock

    return clock.now().timestamp()


def tasks_left() -> int:
    """How many tasks still wait in the queue."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs where status in ('todo', 'doing')")
        return int(cursor.fetchone()[0])


ORDERS = {"load": load, "move": move, "now": now, "tasks_left": tasks_left}

if __name__ == "__main__":
    main()
