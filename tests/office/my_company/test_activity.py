"""« Activité de mon organisation »: what others did in the organisations administered, one line each, at 7 h."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.core import mail

from guichet.office.accounts.queries import account_actor
from guichet.office.notices import digests
from guichet.office.notices.forms import PreferencesForm
from guichet.office.notices.models import Kind, NewsItem, Pace, Preferences
from guichet.office.organisations import queries, services
from guichet.office.organisations.models import Deed, Standing
from guichet.office.toolbox import clock, tasks

SUNDAY, MONDAY, TUESDAY = date(2024, 4, 7), date(2024, 4, 8), date(2024, 4, 9)


def at(day: date, hour: int = 7) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=clock.PARIS)


@pytest.fixture(autouse=True)
def on_the_day(office_clock):
    """The houses are made long before."""
    office_clock.on(2024, 3, 4)


@pytest.fixture
def quiet(house):
    Deed.objects.all().delete()
    tasks.drain()
    mail.outbox.clear()
    return house


def did(house, what, when, by=None):
    services.note(
        holder=queries.key(house.maison), by=account_actor(by or house.bruno), what=what, at=when,
        subject="trademark/245000950", detail="LUMIVELLE",
    )  # fmt: skip


def run(when: datetime) -> dict[str, str]:
    """By address, the texts of the e-mails that leave then."""
    before = len(mail.outbox)
    digests.run(when)
    tasks.drain()
    return {message.to[0]: message.body for message in mail.outbox[before:]}


def test_an_administrator_is_told_each_morning_what_others_did_and_no_party_nor_mark(quiet):
    did(quiet, "draft.reassigned", at(SUNDAY, 9))
    did(quiet, "draft.reassigned", at(SUNDAY, 10))
    did(quiet, "member.left", at(SUNDAY, 11))
    did(quiet, "organisation.edited", at(SUNDAY, 12), by=quiet.anne)
    told = run(at(MONDAY))
    assert list(told) == [quiet.anne.email], "neither the collaborator nor a stranger; not one's own acts"
    line = "3 actes dans Maison Lumière : Projet confié à un autre contact (2), Départ de l'entreprise."
    assert line in told[quiet.anne.email] and Kind.ACTIVITY.label in told[quiet.anne.email]
    assert "LUMIVELLE" not in told[quiet.anne.email] and "245000950" not in told[quiet.anne.email]


def test_each_act_is_told_once_and_those_of_a_missed_day_are_made_up_for(quiet):
    did(quiet, "member.left", at(SUNDAY, 9))
    assert "1 acte dans" in run(at(MONDAY))[quiet.anne.email]
    assert run(at(TUESDAY)) == {}
    did(quiet, "draft.deleted", at(TUESDAY, 9))
    (body,) = run(at(TUESDAY + timedelta(days=3))).values()
    assert "1 acte dans Maison Lumière : Projet mis à la corbeille." in body


@pytest.mark.parametrize(
    ("pace", "sunday", "monday"),
    [(Pace.DAILY, 1, 0), (Pace.AT_ONCE, 1, 0), (Pace.WEEKLY, 0, 1), (Pace.NEVER, 0, 0)],
)
def test_at_the_pace_chosen(quiet, pace, sunday, monday):
    Preferences.objects.create(user=quiet.anne, activity=pace)
    digests.rounds.Round.objects.create(name=digests.ROUND, day=date(2024, 4, 6))
    did(quiet, "member.left", at(date(2024, 4, 6), 9))
    assert (len(run(at(SUNDAY))), len(run(at(MONDAY)))) == (sunday, monday)


def test_who_administers_no_more_when_it_leaves_is_told_nothing(quiet):
    did(quiet, "member.left", at(SUNDAY, 9))
    planned = digests._SOURCES[Kind.ACTIVITY].plan(at(MONDAY), frozenset({Pace.DAILY}))
    row = queries.memberships().get(user=quiet.anne)
    row.standing = Standing.COLLABORATOR
    row.save(update_fields=["standing"])
    assert digests._SOURCES[Kind.ACTIVITY].confirm(quiet.anne, planned[quiet.anne.pk], at(MONDAY)) == []
    assert not NewsItem.objects.exists()


def test_at_once_is_not_offered_and_who_had_it_sees_each_day(house):
    form = PreferencesForm(instance=Preferences(user=house.anne, activity=Pace.AT_ONCE))
    assert [value for value, _ in form.fields["activity"].choices] == ["daily", "weekly", "never"]
    assert form["activity"].value() == Pace.DAILY
