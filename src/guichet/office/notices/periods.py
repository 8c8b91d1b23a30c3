"""The period that a letter opens when it is served: asked from the law, as it would be and as it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from guichet.law import registry
from guichet.law.answers import Because, OpenDeadline
from guichet.law.dates import with_weekday
from guichet.law.general.notification import DeemedService, deemed_service
from guichet.office.toolbox import clock
from guichet.rights.codec import to_plain
from guichet.rights.events import Happened, NoticeServed


def opened_by(stream: str, reference: str, history: Sequence[Happened], *, served_on: date) -> OpenDeadline | None:
    """The period that runs because this letter is served on that day; None when it opens none.

    history: what had happened on the stream by then, with or without that service.
    """
    history = [each for each in history if not _serves(each, reference)]
    served = [*history, Happened(NoticeServed(reference, "opened"), on=served_on)]
    before = {found.id for found in _deadlines(stream, history, served_on)}
    return next((found for found in _deadlines(stream, served, served_on) if found.id not in before), None)


def deemed(available_on: date) -> DeemedService:
    """When an unopened letter counts as received, and why (R. 718-4)."""
    return deemed_service(available_on)


def plain(found: OpenDeadline | None) -> dict[str, Any] | None:
    """A deadline as JSON holds it: what the page and the letter show."""
    if found is None:
        return None
    return {
        "id": found.id, "label": found.label, "act": found.act, "consequence": found.consequence,
        "date": found.deadline.date.isoformat(), "day": said(found.deadline.date),
        "because": reasons(found.deadline.because),
    }  # fmt: skip


def reasons(because: Because) -> list[dict[str, Any]]:
    """Reasons as JSON holds them, readable by ``{% because %}``."""
    steps: list[dict[str, Any]] = to_plain(because)
    return steps


def said(day: date) -> str:
    """« lundi 15 juillet 2024 »."""
    return with_weekday(day)


def paris_day(instant: Any) -> date:
    day: date = instant.astimezone(clock.PARIS).date()
    return day


def _serves(each: Happened, reference: str) -> bool:
    return isinstance(each.event, NoticeServed) and each.event.notice == reference


def _deadlines(stream: str, history: Sequence[Happened], on: date) -> list[OpenDeadline]:
    found: list[OpenDeadline] = registry.for_stream(stream).deadlines(history, on=on)
    return found
