"""What was done in the organisations that a person administers, told in the morning's e-mail (``notices.digests``).

One line for each organisation: how many acts of others since the last one told, and which, in the trail's words. It
names no file, no party, no mark: the trail does, for who opens it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.my_company.trail import WHAT
from guichet.office.notices import digests, news, preferences
from guichet.office.notices.digests import Line, Source
from guichet.office.notices.models import Kind, NewsItem, Pace
from guichet.office.organisations import queries
from guichet.office.organisations.models import Deed, Organisation, Standing

LOOKED_BACK = {Pace.DAILY: timedelta(days=1), Pace.WEEKLY: timedelta(days=7)}
"""How far back the first line goes. A later one begins where the last ended, at most a week back."""
NAMED_AT_MOST = 5
OTHER = "Autre acte"

Planned = list[tuple[int, str]]
"""Organisations by primary key, each with the pace at which this person is told."""


def plan(now: datetime, paces: frozenset[str]) -> Mapping[int, Planned]:
    """By person, the organisations administered in which something happened of late. Three queries."""
    since = digests.cut(Pace.DAILY, now) - 2 * LOOKED_BACK[Pace.WEEKLY]
    holders = Deed.objects.filter(at__gte=since, holder__startswith="organisation:").order_by().values_list("holder")
    stirred = {holder.partition(":")[2] for (holder,) in holders.distinct()}
    rows = list(
        queries.memberships().filter(
            standing=Standing.ADMINISTRATOR, user__is_active=True, organisation__public_id__in=stirred
        )
    )
    wishes = preferences.of_people(row.user_id for row in rows)
    found: dict[int, Planned] = defaultdict(list)
    for row in rows:
        pace = _pace(wishes[row.user_id].activity)
        if pace in paces:
            found[row.user_id].append((row.organisation_id, pace))
    return found


def confirm(user: User, planned: Planned, now: datetime) -> list[Line]:
    """The lines of the organisations that this person still administers, noted as told; in the caller's transaction."""
    paces = dict(planned)
    rows = queries.of_user(user).filter(standing=Standing.ADMINISTRATOR, organisation__in=paces)
    lines = (_line(user, row.organisation, paces[row.organisation_id], now) for row in rows)
    return [line for line in lines if line]


SOURCE = Source(Kind.ACTIVITY, plan, confirm)


def _line(user: User, organisation: Organisation, pace: str, now: datetime) -> Line | None:
    until, mark = digests.cut(pace, now), f"activity/{organisation.public_id}/"
    since = _told_until(user, mark, until) or until - LOOKED_BACK[Pace(pace)]
    done = queries.deeds(queries.key(organisation)).filter(at__gte=since, at__lt=until)
    acts = Counter(done.exclude(by=account_actor(user)).order_by("at").values_list("what", flat=True))
    if not acts:
        return None
    text, link = _told(organisation.name, acts), reverse("my_company:trail")
    NewsItem.objects.create(
        user=user, kind=Kind.ACTIVITY, text=text, link=link, at=until, sent_at=now, key=f"{mark}{until:%Y-%m-%d}"
    )
    return Line(text, news.absolute(link))


def _told_until(user: User, mark: str, until: datetime) -> datetime | None:
    """Where the last line told of this organisation ended, at most a week ago."""
    told = NewsItem.objects.filter(user=user, key__startswith=mark).order_by("-at").values_list("at", flat=True).first()
    return max(told, until - LOOKED_BACK[Pace.WEEKLY]) if told else None


def _told(name: str, acts: Counter[str]) -> str:
    words: Counter[str] = Counter()
    for what, count in acts.items():
        words[WHAT.get(what, OTHER)] += count
    named = [f"{word} ({count})" if count > 1 else word for word, count in words.most_common(NAMED_AT_MOST)]
    rest = ", etc." if len(words) > NAMED_AT_MOST else "."
    total = acts.total()
    return f"{total} acte{'s' if total > 1 else ''} dans {name[:60]} : {', '.join(named)}{rest}"[:300]


def _pace(chosen: str) -> str:
    """Told at once is not offered here; who chose it before is told each day."""
    return Pace.DAILY if chosen == Pace.AT_ONCE else chosen
