"""Who else is on a draft now, and what they changed since a page was opened.

Each page of a draft says where its reader is; what was said over a minute ago is forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from guichet.office.accounts.models import User
from guichet.office.drafts import catalogue, queries
from guichet.office.drafts.models import Draft, DraftVersion, Presence
from guichet.office.organisations.acting import Acting

LASTS = timedelta(seconds=60)
SAID_AGAIN = timedelta(seconds=15)


@dataclass(frozen=True)
class Other:
    """Someone else on the same draft: who, at which step, how many seconds ago."""

    name: str
    step: str
    seconds: int


@dataclass(frozen=True)
class News:
    """A field that someone else changed since the page was opened: who, when, to what."""

    version: DraftVersion
    who: str


def meet(*, draft: Draft, user: User, step: str, at: datetime) -> list[Other]:
    """Say that this person is on this draft, at this step; who else was less than a minute ago, the last first.

    One query; a second one writes, when the person's own row is older than ``SAID_AGAIN`` or tells another step.
    """
    rows = list(
        Presence.objects.filter(draft=draft, seen_at__gt=at - LASTS).select_related("user").order_by("-seen_at")
    )
    own = next((row for row in rows if row.user_id == user.pk), None)
    if own is None or own.step != step or abs(at - own.seen_at) > SAID_AGAIN:
        _say(draft, user, step, at)
    procedure = catalogue.by_slug(draft.procedure)
    titles = {each.slug: each.title for each in procedure.steps} if procedure else {}
    return [
        Other(row.user.full_name, titles.get(row.step, ""), max(0, int((at - row.seen_at).total_seconds())))
        for row in rows
        if row.user_id != user.pk
    ]


def _say(draft: Draft, user: User, step: str, at: datetime) -> None:
    """One statement: two pages of the same person at once make one row."""
    Presence.objects.bulk_create(
        [Presence(draft=draft, user=user, step=step, seen_at=at)],
        update_conflicts=True,
        unique_fields=["draft", "user"],
        update_fields=["step", "seen_at"],
    )


def news(draft: Draft, acting: Acting, *, seen: int, page: str) -> list[News]:
    """The fields that other people changed since a page was opened, each with its last change."""
    if draft.version <= seen:
        return []
    rows = queries.typed(draft).filter(version__gt=seen).exclude(by=acting.actor).exclude(page=page or "-")
    last = {row.path: row for row in rows.order_by("version", "pk")}
    names = queries.names(row.by for row in last.values()) if last else {}
    return [News(row, names[row.by]) for row in last.values()]


def forget_past(now: datetime) -> int:
    """Delete what was said long enough ago to matter no more; how many. A chore."""
    return Presence.objects.filter(seen_at__lt=now - 10 * LASTS).delete()[0]
