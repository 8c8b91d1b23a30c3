"""Reminders of deadlines: 30, 7 and 1 days before the last day, to whom they concern, each once.

They are computed from the open deadlines at the moment when they leave, never queued: once the act is done, by whoever
and by whatever channel, its deadline is open no more and nothing is recalled.

1. Bring the projection to the head of the ledger, then plan: who is to be told of what (a read).
2. For each person, in one transaction: lock the person (a second process waits here), read again which of the planned
   deadlines are open and not yet recalled, note them as recalled, queue the one e-mail that lists them.
People who chose a digest get the same lines there (``notices.digests``), by the same plan.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from guichet.law.counting import previous_open
from guichet.law.holidays import HolidaysUnknown, closed_days
from guichet.office.accounts.models import User
from guichet.office.agenda import queries
from guichet.office.agenda.models import OpenDeadline, Reminder
from guichet.office.design.formats import long_date, printed_number
from guichet.office.ledger import followers
from guichet.office.notices import audience, news, preferences, rounds
from guichet.office.notices.digests import Line, Source
from guichet.office.notices.models import REMINDER_DAYS, Kind, Pace
from guichet.office.toolbox import clock, mail
from guichet.office.toolbox.failpoints import failpoint

log = logging.getLogger(__name__)
HOUR = 8
WEEK = timedelta(days=6)
"""A weekly e-mail recalls what falls before the next one."""
CLOSED_AT_MOST = timedelta(days=10)
"""A reminder that falls on closed days leaves before them; they never last longer."""

Planned = list[tuple[str, int]]
"""Keys of deadlines, each with the step that is recalled."""


def run(now: datetime) -> int:
    """Send the reminders of the day, if it is 8 h past and they have not all gone; how many e-mails. A chore."""
    return rounds.once_a_day("agenda.reminders", from_hour=HOUR, now=now, do=send_all)


def send_all(now: datetime) -> int:
    """Send the reminders of those who wish them at once. One person's failure is logged and stops no other."""
    sent = 0
    planned = plan(now, frozenset({Pace.AT_ONCE}))
    for user in User.objects.filter(pk__in=planned, is_active=True).order_by("pk"):
        try:
            sent += _send(user, planned[user.pk], now)
        except Exception:
            log.exception("reminders could not be sent", extra={"account": str(user.public_id)})
    return sent


def plan(now: datetime, paces: frozenset[str]) -> Mapping[int, Planned]:
    """By person, the deadlines to recall today to those who wish it at one of these paces."""
    followers.catch_up()
    today = now.astimezone(clock.PARIS).date()
    open_ones = list(_near(today))
    people = audience.of_streams({each.stream for each in open_ones}, Kind.DEADLINE)
    wishes = preferences.of_people(user.pk for users in people.values() for user in users)
    found: dict[int, Planned] = defaultdict(list)
    for each in open_ones:
        for user in people.get(each.stream, []):
            chosen = wishes[user.pk]
            horizon = today + (WEEK if chosen.deadline == Pace.WEEKLY else timedelta())
            step = step_reached(each.last_day, chosen.reminder_days, horizon) if chosen.deadline in paces else None
            if step is not None:
                found[user.pk].append((each.key, step))
    return found


def step_reached(last_day: date, steps: Iterable[int], on: date) -> int | None:
    """The reminder that is due on that day: the latest whose day has come; None before the first.

    A reminder that falls on a day when the office is closed leaves on the working day before.
    """
    return min((step for step in steps if _leaves_on(last_day, step) <= on), default=None)


def confirm(user: User, planned: Planned, now: datetime) -> list[Line]:
    """What still is to be recalled to this person, noted as recalled; in the caller's transaction."""
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
    steps = dict(planned)
    open_ones = list(_near(now.astimezone(clock.PARIS).date()).filter(key__in=steps))
    rows = Reminder.objects.filter(user=user, deadline__in=steps).values_list("deadline", "last_day", "step")
    known = set(rows)
    due = [each for each in open_ones if (each.key, each.last_day, steps[each.key]) not in known]
    Reminder.objects.bulk_create(
        Reminder(user=user, deadline=each.key, last_day=each.last_day, step=steps[each.key], sent_at=now)
        for each in due
    )
    return [_line(each, now.astimezone(clock.PARIS).date()) for each in due]


SOURCE = Source(Kind.DEADLINE, plan, confirm)


def _send(user: User, planned: Planned, now: datetime) -> int:
    with transaction.atomic():
        lines = confirm(user, planned, now)
        if not lines:
            return 0
        subject = "Une échéance approche" if len(lines) == 1 else f"{len(lines)} échéances approchent"
        context = {"user": user, "lines": lines, "subject": subject, "preferences": news.preferences_address()}
        mail.send(to=user.email, subject=subject, template="agenda/mail/reminder", context=context)
        failpoint("agenda.reminded")
    return 1


def _near(today: date) -> QuerySet[OpenDeadline]:
    """What someone outside the office must do, near enough to be recalled."""
    last = today + WEEK + timedelta(days=max(REMINDER_DAYS)) + CLOSED_AT_MOST
    return queries.running(today).filter(queries.OURS, last_day__range=(today, last))


def _leaves_on(last_day: date, step: int) -> date:
    day = last_day - timedelta(days=step)
    try:
        return previous_open(day, closed_days())
    except HolidaysUnknown:
        return day


def _line(deadline: OpenDeadline, today: date) -> Line:
    days = (deadline.last_day - today).days
    left = {0: "C'est le dernier jour", 1: "Il reste un jour"}.get(days, f"Il reste {days} jours")
    text = (
        f"{left} pour agir dans le dossier n° {printed_number(deadline.number)} : jusqu'au "
        f"{long_date(deadline.last_day)} à minuit, heure de Paris."
    )
    return Line(text, news.absolute(f"{reverse('agenda:list')}?dossier={deadline.number}"))
