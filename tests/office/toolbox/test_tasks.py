"""The queue: a worker that is killed loses nothing."""

from __future__ import annotations

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from guichet.office.toolbox import mail, tasks

pytestmark = pytest.mark.django_db
MESSAGE = {"to": ["a@exemple.fr"], "subject": "s", "text": "t", "html": "h", "message_id": "<1@x>"}


def test_the_depth_counts_tasks_by_status():
    assert tasks.depth() == {"todo": 0, "doing": 0, "failed": 0}
    mail.deliver.defer(**MESSAGE)
    assert tasks.depth()["todo"] == 1


def test_the_task_of_a_killed_worker_goes_back_to_the_queue():
    mail.deliver.defer(**MESSAGE)
    with connection.cursor() as cursor:
        cursor.execute("insert into procrastinate_workers (last_heartbeat) values (now() - interval '5 minutes')")
        cursor.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = (select max(id) from procrastinate_workers)"
        )
    assert tasks.retry_stalled(seconds=60) == 1
    assert ProcrastinateJob.objects.get().status == "todo"


def test_the_task_of_a_living_worker_is_left_alone():
    mail.deliver.defer(**MESSAGE)
    with connection.cursor() as cursor:
        cursor.execute("insert into procrastinate_workers (last_heartbeat) values (now())")
        cursor.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = (select max(id) from procrastinate_workers)"
        )
    assert tasks.retry_stalled(seconds=60) == 0
    assert ProcrastinateJob.objects.get().status == "doing"
