"""The task queue, on the office's own database: a task deferred in a transaction that fails never existed.

A task may run twice (its worker can be killed after its effect): each must be idempotent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from asgiref.sync import async_to_sync
from django.db.models import Count
from procrastinate import RetryStrategy
from procrastinate.contrib.django import DjangoApp, app
from procrastinate.tasks import Task

RETRY = RetryStrategy(max_attempts=12, wait=5, exponential_wait=2)
"""Seconds between attempts: 5 + 2, 5 + 4, 5 + 8… some two hours in all, after which the task stays ``failed``."""


def task(name: str, *, queue: str = "default") -> Callable[[Callable[..., Any]], Task[..., Any, Any]]:
    """Declare a function as a task of the queue: ``task.defer(**arguments)`` in a transaction, JSON arguments only."""
    return app.task(name=name, queue=queue, retry=RETRY)


def drain() -> int:
    """Run here and now every task that waits, oldest first; how many ran. For tests and the demonstration's loading."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    count = 0
    while job := ProcrastinateJob.objects.filter(status="todo").order_by("id").first():
        app.tasks[job.task_name].func(**job.args)
        ProcrastinateJob.objects.filter(pk=job.pk).delete()
        count += 1
    return count


def work() -> None:
    """Run the tasks of the queue, one at a time, until SIGINT or SIGTERM; run several workers to go faster.

    The worker reads the queue on a connection of its own. Tasks defer others on Django's, in their transaction.
    """
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]  # Django's own has it
    worker = DjangoApp(connector=connector, import_paths=app.import_paths)
    worker.tasks = app.tasks
    worker.perform_import_paths()
    worker.run_worker(delete_jobs="successful", shutdown_graceful_timeout=15, fetch_job_polling_interval=2)


def retry_stalled(seconds: int = 60) -> int:
    """Put back in the queue the tasks whose worker was killed; how many."""
    stalled = list(async_to_sync(app.job_manager.get_stalled_jobs)(seconds_since_heartbeat=seconds))
    for job in stalled:
        async_to_sync(app.job_manager.retry_job)(job)
    return len(stalled)


def depth() -> dict[str, float]:
    """Tasks by status: waiting, running, failed."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    counts = ProcrastinateJob.objects.values_list("status").annotate(count=Count("id")).order_by()
    return {"todo": 0, "doing": 0, "failed": 0} | {str(status): float(count) for status, count in counts}
