"""Issuing a letter, making its PDF, and recording that it arrived."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Literal

from django.db import transaction
from django.urls import reverse

from guichet.law.answers import Refused
from guichet.office.accounts.models import User
from guichet.office.design.formats import printed_number
from guichet.office.documents import queries as documents
from guichet.office.documents import sealed
from guichet.office.ledger import queries as ledger
from guichet.office.ledger.acts import perform
from guichet.office.ledger.recorded import Stale
from guichet.office.notices import arrivals, audience, news, periods, queries
from guichet.office.notices.models import Kind, Notice, Preferences
from guichet.office.toolbox import clock, storage, tasks
from guichet.office.toolbox.failpoints import failpoint
from guichet.rights.trademarks.acts import ServeNotice

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def new_reference() -> str:
    """A reference for a letter to come, never given twice: ``L-7K2M-9QXA-4RTB``. Says nothing of its content."""
    parts = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3))
    return f"L-{'-'.join(parts)}"


@transaction.atomic
def issue(
    *, reference: str, stream: str, kind: str, title: str, template: str, data: dict[str, Any], at: datetime,
    is_notification: bool = True, event_position: int | None = None,
) -> Notice:  # fmt: skip
    """Write down a letter, once for each reference, and queue the making of its PDF in the same transaction."""
    notice, is_new = Notice.objects.get_or_create(
        reference=reference,
        defaults={
            "stream": stream, "number": stream.partition("/")[2], "kind": kind, "title": title, "template": template,
            "data": data, "holder": audience.reads_here(stream), "issued_at": at, "is_notification": is_notification,
            "event_position": event_position,
        },
    )  # fmt: skip
    if notice.stream != stream:
        raise ValueError(f"{reference} is the reference of a letter about {notice.stream}")
    if is_new:
        arrivals.take_in(notice, ledger.history(stream))
        make_letter.defer(reference=reference)
    return notice


@tasks.task("notices.make_letter")
def make_letter(*, reference: str) -> None:
    """Print and seal the letter, then put it in the inbox and announce it: once, however often the task runs.

    1. Lock the letter; nothing to do when it has its document.
    2. Seal the PDF under the letter's reference: a second sealing would give back the first.
    3. In the same transaction: document, availability, e-mail.
    """
    with transaction.atomic():
        notice = Notice.objects.select_for_update().get(pk=reference)
        if notice.document_id is not None:
            return
        now = clock.now()
        notice.data = {**notice.data, "periods": _periods(notice, now)}
        notice.document = sealed.issue(
            kind="letter", template=notice.template, data=notice.data, at=now, stream=notice.stream,
            title=notice.title, key=f"notice/{reference}", pictures=_pictures(notice),
        )  # fmt: skip
        failpoint("notices.sealed")
        notice.available_at = now
        notice.save(update_fields=["data", "document", "available_at"])
        if notice.is_unread:
            announce([notice], at=now)


def announce(notices: Sequence[Notice], *, at: datetime) -> int:
    """Tell of these letters whomever their files now concern and who was not told yet; how many were told."""
    told, known = 0, queries.told(each.reference for each in notices)
    for kind in (Kind.NOTIFICATION, Kind.INFORMATION):
        letters = [each for each in notices if each.is_notification == (kind == Kind.NOTIFICATION)]
        people = audience.of_streams({each.stream for each in letters}, kind) if letters else {}
        told += sum(
            _tell(user, each, kind, at)
            for each in letters
            for user in people.get(each.stream, [])
            if (user.pk, each.reference) not in known
        )
    return told


def _tell(user: User, notice: Notice, kind: str, at: datetime) -> bool:
    text = f"Un courrier de l'office vous attend, dossier n° {printed_number(notice.number)}."
    link = reverse("notices:letter", args=[notice.reference])
    key = queries.news_key(notice.reference)
    return news.tell(user=user, kind=kind, text=text, link=link, at=at, key=key) is not None


def follow_the_files(now: datetime) -> int:
    """Announce again the letters that wait unopened, to whom their file has passed since. A chore.

    A contact who leaves, or who is replaced, takes no letter away with him.
    """
    with transaction.atomic():
        return announce(list(queries.unserved().filter(opened_at=None)), at=now)


def open_letter(*, notice: Notice, by: str, at: datetime, under: str = "") -> Notice:
    """Someone who may opens it: the first opening serves it (R. 718-4) and lets its period run (R. 718-2).

    under: what empowers that person, for the ledger and for the proof.
    """
    with transaction.atomic():
        notice = Notice.objects.select_for_update().get(pk=notice.pk)
        if notice.opened_at is None:
            notice.opened_at, notice.opened_by, notice.opened_under = at, by, under
            notice.save(update_fields=["opened_at", "opened_by", "opened_under"])
        if notice.is_sealed_from_view:
            _serve(notice, "opened", by=by, at=at, under=under)
    return notice


@transaction.atomic
def choose(*, preferences: Preferences) -> None:
    """Keep what a person wishes to be told from now on."""
    preferences.save()


def deem_served(now: datetime) -> int:
    """Serve the letters that were left unopened for the period of the practice; how many. A chore.

    The date is that of the end of the period, however late the chore runs. Each letter has its own transaction.
    """
    count = 0
    for notice in queries.unserved():
        deemed_on = periods.deemed(periods.paris_day(notice.available_at)).on
        if periods.paris_day(now) > deemed_on:
            count += _deem(notice.pk, deemed_on, now)
    return count


def _deem(reference: str, deemed_on: Any, now: datetime) -> int:
    with transaction.atomic():
        notice = Notice.objects.select_for_update(skip_locked=True).filter(pk=reference, served_on=None).first()
        if notice is None:
            return 0
        _serve(notice, "deemed", by="office:clock", at=now, on=deemed_on)
    return 1


def _serve(
    notice: Notice, how: Literal["opened", "deemed"], *, by: str, at: datetime, on: Any = None, under: str = ""
) -> None:
    """Record the service in the ledger and on the letter, in the caller's transaction."""
    act = ServeNotice(notice=notice.reference, how=how)
    try:
        with transaction.atomic():
            perform(act, stream=notice.stream, by=by, on=on, at=at, under=under)
    except (Refused, Stale):
        if not arrivals.is_served(notice.reference, ledger.history(notice.stream)):
            raise
    arrivals.take_in(notice, ledger.history(notice.stream))


def _periods(notice: Notice, now: datetime) -> dict[str, Any] | None:
    """What the letter says of its period: if opened at once, if never opened."""
    if not notice.is_notification:
        return None
    today = periods.paris_day(now)
    deemed = periods.deemed(today)
    history = ledger.happenings(notice.stream)
    opened = periods.opened_by(notice.stream, notice.reference, history, served_on=today)
    unopened = periods.opened_by(notice.stream, notice.reference, history, served_on=deemed.on)
    return {
        "deemed": {"on": periods.said(deemed.on), "because": periods.reasons(deemed.because)},
        "opened": periods.plain(opened),
        "unopened": periods.plain(unopened),
    }


def _pictures(notice: Notice) -> dict[str, bytes]:
    """The pictures that the letter shows, by the name its template gives them; one that is not kept is left out."""
    found = {}
    for name, digest in notice.data.get("pictures", {}).items():
        with suppress(storage.Missing):
            found[name] = documents.read(digest)
    return found
