"""Two people act at the same instant, each in a transaction of his own."""

from __future__ import annotations

import threading
from collections.abc import Callable

from django.db import close_old_connections, connection, transaction

WAITING = """
select count(*) from pg_stat_activity
where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'
"""


def together(name: str, *acts: Callable[[], object]) -> list[object]:
    """What each answers, or the exception it raised. None begins its work before all wait for the lock of this name.

    An act that does not wait for that lock fails the test: nothing is left to luck.
    """
    said: list[object] = [None] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        close_old_connections()
        try:
            said[place] = act()
        except Exception as problem:
            said[place] = problem
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])
        for thread in threads:
            thread.start()
        _until_each_waits(len(acts))
    for thread in threads:
        thread.join(timeout=20)
    return said


def _until_each_waits(count: int) -> None:
    pause = threading.Event()
    for _ in range(500):
        with connection.cursor() as cursor:
            cursor.execute("select pg_stat_clear_snapshot()")  # else a transaction reads the same list again
            cursor.execute(WAITING)
            if cursor.fetchone() == (count,):
                return
        pause.wait(0.02)
    raise AssertionError("an act did not wait for the lock")
