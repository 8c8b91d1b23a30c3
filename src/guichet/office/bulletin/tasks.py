"""The layout of an issue takes time: it is made by the task queue."""

from __future__ import annotations

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued

from guichet.office.toolbox import tasks


@tasks.task("bulletin.lay_out", queue="documents")
def lay_out(*, issue: str) -> None:
    """Make and seal the PDF of a published issue, once."""
    from guichet.office.bulletin import layout

    layout.sealed_pdf(issue)


def ask_for(issue: str) -> None:
    """Queue the layout of an issue, unless it waits there already."""
    try:
        with transaction.atomic():
            lay_out.configure(queueing_lock=f"bulletin.lay_out/{issue}").defer(issue=issue)
    except AlreadyEnqueued:
        return
