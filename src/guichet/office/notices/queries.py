"""Whose letters, and which still wait."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from guichet.office.authority import queries as authority
from guichet.office.notices.models import NewsItem, Notice
from guichet.office.organisations.acting import Acting


def inbox(acting: Acting) -> QuerySet[Notice]:
    """The letters of the files that this person sees, those whose opening counts first, then the last issued.

    A letter appears once it is sealed.
    """
    received = Notice.objects.filter(stream__in=authority.streams(acting), available_at__isnull=False)
    waits = Q(is_notification=True, served_on=None)
    return received.annotate(waits=ExpressionWrapper(waits, BooleanField())).order_by(
        "-waits", "-issued_at", "-reference"
    )


def unread_count(acting: Acting) -> int:
    """How many letters of the files that this person sees were never opened. One query."""
    return inbox(acting).filter(opened_at=None).count()


def seen_by(acting: Acting, reference: str) -> Notice | None:
    """This letter, if this person sees its file."""
    return inbox(acting).select_related("document").filter(pk=reference).first()


def of_stream(stream: str) -> QuerySet[Notice]:
    """Every letter of a file, for the desk, the first issued first."""
    return Notice.objects.filter(stream=stream).select_related("document").order_by("issued_at", "reference")


def by_reference(reference: str) -> Notice | None:
    return Notice.objects.select_related("document").filter(pk=reference).first()


def unserved() -> QuerySet[Notice]:
    """Notifications that someone can read here, that nobody has opened, and that nothing has served."""
    here = Notice.objects.filter(is_notification=True, served_on=None, available_at__isnull=False)
    return here.exclude(holder="").order_by("available_at")


def without_account() -> QuerySet[Notice]:
    """Notifications whose addressee has no account: to be sent on paper, or by a notice in the bulletin (R. 718-4)."""
    return Notice.objects.filter(is_notification=True, served_on=None, holder="").order_by("issued_at")


def news_key(reference: str) -> str:
    """Under which a person is told of this letter once."""
    return f"letter/{reference}"


def told(references: Iterable[str]) -> set[tuple[int, str]]:
    """Who, by primary key, was told of which of these letters. One query."""
    by_key = {news_key(reference): reference for reference in references}
    rows = NewsItem.objects.filter(key__in=by_key).values_list("user_id", "key")
    return {(user, by_key[key]) for user, key in rows}


def announcements(reference: str) -> QuerySet[NewsItem]:
    """Who was told of this letter by e-mail, the first told first."""
    told = NewsItem.objects.filter(key=news_key(reference), sent_at__isnull=False)
    return told.select_related("user").order_by("sent_at", "pk")
