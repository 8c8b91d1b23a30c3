"""The e-mails that gather a person's news: one for each person and day, at 7 h in Paris, on Mondays the week's too.

1. Find who has news that is due: of each kind, what arrived before the last 7 h (daily) or Monday's 7 h (weekly);
   and ask the sources, which compute theirs at that moment.
2. For each person, in one transaction: write the day's digest (the database admits one: a second process waits here,
   then passes on), take the news, drop what is true no more, queue the e-mail, mark the news as sent.
3. When everyone was gone through, the day is marked as done; a crash before leaves no mark and it is taken up again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.db import transaction

from guichet.office.accounts.models import User
from guichet.office.notices import news, preferences, rounds
from guichet.office.notices.models import Digest, Kind, NewsItem, Notice, Pace, Preferences
from guichet.office.toolbox import clock, mail
from guichet.office.toolbox.failpoints import failpoint

log = logging.getLogger(__name__)
HOUR = 7
ROUND = "notices.digests"
KEPT = timedelta(days=400)
"""How long news told are remembered, except those that prove that a letter was announced."""


@dataclass(frozen=True)
class Line:
    """A line of a digest: what is new, and where to read it."""

    text: str
    link: str


@dataclass(frozen=True)
class Source:
    """News that is computed when it is told, never queued.

    plan: for a day and the paces served then, what each person, by primary key, is to be told; opaque here.
    confirm: of that plan, what still stands when the e-mail is written, noted as told in the caller's transaction.
    """

    kind: Kind
    plan: Callable[[datetime, frozenset[str]], Mapping[int, Any]]
    confirm: Callable[[User, Any, datetime], list[Line]]


_SOURCES: dict[str, Source] = {}


def register(source: Source) -> None:
    """Declare a source, from an application's ``ready``."""
    _SOURCES[source.kind] = source


def run(now: datetime) -> int:
    """Send the digests of the day, if it is 7 h past and they have not all gone; how many. A chore."""
    return rounds.once_a_day(ROUND, from_hour=HOUR, now=now, do=send_all)


def send_all(now: datetime) -> int:
    """Send every digest that is due and has not left today; how many. One that fails is logged, and stops no other."""
    paces = _paces_served(now)
    plans = {kind: source.plan(now, paces) for kind, source in _SOURCES.items()}
    waiting = set(NewsItem.objects.filter(sent_at=None, at__lt=_last_cut(now)).values_list("user", flat=True))
    people = waiting.union(*plans.values()) - set(Digest.objects.filter(day=now.date()).values_list("user", flat=True))
    sent = 0
    for user in User.objects.filter(pk__in=people, is_active=True).order_by("pk"):
        try:
            sent += _send(user, {kind: plan[user.pk] for kind, plan in plans.items() if user.pk in plan}, now)
        except Exception:
            log.exception("a digest could not be sent", extra={"account": str(user.public_id)})
    return sent


def forget(now: datetime) -> int:
    """Remove old news; how many. What proves that a letter was announced stays. A chore."""
    old = NewsItem.objects.filter(at__lt=now - KEPT).exclude(kind__in=(Kind.NOTIFICATION, Kind.INFORMATION))
    return old.delete()[0]


def _send(user: User, plans: Mapping[str, Any], now: datetime) -> int:
    with transaction.atomic():
        digest, is_mine = Digest.objects.get_or_create(user=user, day=now.date(), defaults={"sent_at": now})
        if not is_mine:
            return 0
        items = _due(user, preferences.of(user), now)
        lines = {kind: _SOURCES[kind].confirm(user, plan, now) for kind, plan in plans.items()}
        for item in items:
            lines.setdefault(item.kind, []).append(Line(item.text, news.absolute(item.link)))
        sections = [(kind.label, lines[kind]) for kind in Kind if lines.get(kind)]
        if not sections:
            digest.delete()
            return 0
        _write(user, sections)
        failpoint("notices.digest_written")
        NewsItem.objects.filter(pk__in=[item.pk for item in items]).update(sent_at=now)
    return 1


def _write(user: User, sections: list[tuple[str, list[Line]]]) -> None:
    subject = "Du nouveau dans votre espace sécurisé"
    context = {"user": user, "sections": sections, "subject": subject, "preferences": news.preferences_address()}
    mail.send(to=user.email, subject=subject, template="notices/mail/digest", context=context)


def _due(user: User, wishes: Preferences, now: datetime) -> list[NewsItem]:
    """The queued news of this person that go today; what is wished no more, or true no more, is dropped."""
    queued = list(NewsItem.objects.select_for_update().filter(user=user, sent_at=None))
    late = {item.pk for item in queued if wishes.pace(item.kind) == Pace.NEVER} | _opened_since(queued)
    NewsItem.objects.filter(pk__in=late).delete()
    return [item for item in queued if item.pk not in late and item.at < cut(wishes.pace(item.kind), now)]


def _opened_since(items: Iterable[NewsItem]) -> set[int]:
    """Announcements of letters that someone has opened meanwhile."""
    letters = {item.key.removeprefix("letter/"): item.pk for item in items if item.key.startswith("letter/")}
    opened = Notice.objects.filter(pk__in=letters, opened_at__isnull=False).values_list("pk", flat=True)
    return {letters[reference] for reference in opened}


def _paces_served(now: datetime) -> frozenset[str]:
    """The paces served today: the weekly one on the first day of the week on which digests leave."""
    done = rounds.was_done_since(ROUND, _monday(now).date())
    return frozenset({Pace.DAILY} if done else {Pace.DAILY, Pace.WEEKLY})


def cut(pace: str, now: datetime) -> datetime:
    """News of this pace that arrived before this instant are due."""
    return {Pace.DAILY: _last_cut(now), Pace.WEEKLY: _monday(now)}.get(Pace(pace), now)


def _last_cut(now: datetime) -> datetime:
    return datetime.combine(now.date(), time(HOUR), tzinfo=clock.PARIS)


def _monday(now: datetime) -> datetime:
    return datetime.combine(now.date() - timedelta(days=now.weekday()), time(HOUR), tzinfo=clock.PARIS)
