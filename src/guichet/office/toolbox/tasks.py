"""The task queue, on the office's own database: a task deferred in a transaction that fails never existed.

A task may run twice (its worker can be killed after its effect): each must be idempotent.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
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
