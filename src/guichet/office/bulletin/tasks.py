"""The layout of an issue takes time: it is made by the task queue."""

from __future__ import annotations

from guichet.office.toolbox import tasks


@tasks.task("bulletin.lay_out", queue="documents")
def lay_out(*, issue: str) -> None:
    """Make and seal the PDF of a published issue, once."""
    from guichet.office.bulletin import layout

    layout.sealed_pdf(issue)
