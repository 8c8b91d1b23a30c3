"""A deadline is recalled 30, 7 and 1 days before its last day, once each, until the act is done by any channel."""

from __future__ import annotations

from datetime import date, datetime
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction

from factories.holders import a_mandate, a_person, an_organisation, give, leaves
from factories.trademarks import a_trademark, happens, served
from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.agenda import reminders
from guichet.office.agenda.models import OpenDeadline, Reminder
from guichet.office.ledger import followers
from guichet.office.ledger.acts import perform
from guichet.office.notices import digests
from guichet.office.notices.models import Pace, Preferences, Round
from guichet.office.toolbox import clock, tasks
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.acts import AnswerObjection
from office.agenda.conftest import owner

OBJECTION = e.ObjectionNotified("L-1", ("L. 711-2, 2°",), "Le signe décrit les produits.", 1)
LAST = date(2024, 5, 13)
"""An objection served on 11 April: 11 May is a Saturday, so that Monday 13 is the last day."""


def objected(user: User) -> str:
    stream = a_trademark("published", owner=owner(user))
    happens(stream, OBJECTION, on=date(2024, 4, 2))
    happens(stream, served("L-1"), on=date(2024, 4, 11))
    followers.catch_up()
    return stream


@pytest.fixture
def stream(claire, office_clock):
    office_clock.on(2024, 4, 11)
    return objected(claire)


def morning(month: int, day: int, hour: int = 8) -> list[str]:
    """Texts of the reminders that leave then."""
    moment = datetime(2024, month, day, hour, tzinfo=clock.PARIS)
    clock.move_to(moment)
    before = len(mail.outbox)
    reminders.run(moment)
    tasks.drain()
    return [message.body for message in mail.outbox[before:] if "échéance" in message.subject]


def receivers() -> list[str]:
    tasks.drain()
    return [message.to[0] for message in mail.outbox if "échéance" in message.subject]


@pytest.mark.parametrize(
    ("steps", "on", "expected"),
    [
        ((30, 7, 1), date(2024, 4, 11), None),
        ((30, 7, 1), date(2024, 4, 12), 30),  # 13 April is a Saturday: Friday
        ((30, 7, 1), date(2024, 5, 5), 30),
        ((30, 7, 1), date(2024, 5, 6), 7),
        ((30, 7, 1), date(2024, 5, 9), 7),
        ((30, 7, 1), date(2024, 5, 10), 1),  # the eve is a Sunday: Friday
        ((30, 7, 1), date(2024, 5, 13), 1),
        ((7,), date(2024, 5, 13), 7),
        ((), date(2024, 5, 13), None),
    ],
)
def test_the_day_of_a_reminder_is_a_working_one(steps, on, expected):
    assert reminders.step_reached(LAST, steps, on) == expected


def test_a_reminder_before_a_long_closure_leaves_before_it():
    assert reminders.step_reached(date(2024, 5, 10), (1,), date(2024, 5, 6)) is None
    assert reminders.step_reached(date(2024, 5, 10), (1,), date(2024, 5, 7)) == 1, "8 May and Ascension are closed"


def test_days_outside_the_known_calendars_are_taken_as_they_are():
    assert reminders.step_reached(date(2500, 1, 8), (7,), date(2500, 1, 1)) == 7


def test_each_step_is_recalled_once_and_the_last_day_still_counts(stream):
    assert morning(4, 11) == []
    assert [len(morning(4, day)) for day in (12, 13, 30)] == [1, 0, 0]
    assert [len(morning(5, day)) for day in (5, 6, 9, 10, 13, 14)] == [0, 1, 0, 1, 0, 0]
    assert list(Reminder.objects.order_by("sent_at").values_list("step", flat=True)) == [30, 7, 1]


def test_the_e_mail_says_how_long_and_which_file_and_nothing_confidential(stream):
    (body,) = morning(5, 6)
    assert "Il reste 7 jours" in body and "13 mai 2024 à minuit, heure de Paris" in body
    assert "dossier n° 24 5" in body and "/espace/echeances/?dossier=24500" in body and "preferences" in body
    message = mail.outbox[-1]
    for secret in ("LUMIVELLE", "objection", "Camille", OBJECTION.reasons):
        assert secret not in body + message.subject + str(message.alternatives[0])


def test_they_leave_at_8_h_in_paris(stream):
    assert morning(5, 6, 7) == []
    reminders.run(datetime.fromisoformat("2024-05-06T05:59:00+00:00"))
    assert receivers() == []
    reminders.run(datetime.fromisoformat("2024-05-06T06:00:00+00:00"))
    assert len(receivers()) == 1


def test_an_act_done_here_stops_them(stream, paul):
    perform(AnswerObjection("Le signe est arbitraire."), stream=stream, by=owner(paul), on=date(2024, 5, 3))
    assert morning(5, 6) == []


def test_an_act_taken_in_at_the_desk_from_paper_stops_them(stream):
    morning(4, 12)
    happens(stream, e.ObjectionAnswered("Le signe est arbitraire."), on=date(2024, 5, 3))
    assert morning(5, 6) == [] and morning(5, 10) == []


def test_an_act_done_between_the_plan_and_the_e_mail_stops_it(stream, claire):
    now = datetime(2024, 5, 6, 8, tzinfo=clock.PARIS)
    clock.move_to(now)
    planned = reminders.plan(now, frozenset({Pace.AT_ONCE}))[claire.pk]
    happens(stream, e.ObjectionAnswered("Le signe est arbitraire."), on=date(2024, 5, 6))
    followers.catch_up()
    assert reminders.confirm(claire, planned, now) == []


def test_a_last_day_that_moves_is_recalled_again(stream):
    morning(5, 6)
    OpenDeadline.objects.filter(stream=stream, deadline_id="objection").update(last_day=date(2024, 5, 15))
    assert len(morning(5, 8)) == 1


def test_only_the_days_that_one_chose(stream, claire):
    Preferences.objects.create(user=claire, reminder_days=[1])
    assert (morning(4, 12), morning(5, 6)) == ([], [])
    assert len(morning(5, 10)) == 1


def test_never_is_never(stream, claire):
    Preferences.objects.create(user=claire, deadline=Pace.NEVER)
    assert morning(5, 10) == []
    assert not Reminder.objects.exists()


def test_the_contact_and_the_members_who_wish_it_are_told(stream, claire, paul):
    third = a_person("Luc")
    give(stream, an_organisation(claire, paul, third), paul)
    Preferences.objects.create(user=third, all_deadlines=True)
    morning(5, 6)
    assert receivers() == sorted([paul.email, third.email], reverse=True)


def test_a_leaver_is_told_nothing_and_the_administrators_are(stream, claire, paul):
    office = an_organisation(claire, paul)
    give(stream, office, paul)
    leaves(paul, office)
    morning(5, 6)
    assert receivers() == [claire.email]


def test_the_representative_is_told(stream, claire):
    attorney = a_person("Aude")
    a_mandate(owner(claire), account_actor(attorney), attorney)
    morning(5, 6)
    assert receivers() == [attorney.email]


def test_many_deadlines_are_one_e_mail(stream, claire):
    objected(claire)
    (body,) = morning(5, 6)
    assert body.count("Il reste 7 jours") == 2
    assert "2 échéances approchent" in [message.subject for message in mail.outbox]


def test_with_a_daily_digest_they_are_in_it_and_not_apart(stream, claire):
    Preferences.objects.create(user=claire, deadline=Pace.DAILY)
    moment = datetime(2024, 5, 6, 7, tzinfo=clock.PARIS)
    clock.move_to(moment)
    assert digests.run(moment) == 1
    assert morning(5, 6) == []
    (body,) = [message.body for message in mail.outbox if message.subject.startswith("Du nouveau")]
    assert "Il reste 7 jours" in body and "Échéances" in body


def test_with_a_weekly_digest_they_come_on_monday_ahead_of_their_day(stream, claire):
    Preferences.objects.create(user=claire, deadline=Pace.WEEKLY)
    for day, sent in ((8, 1), (9, 0), (15, 0)):  # Monday 8 April announces Friday 12
        moment = datetime(2024, 4, day, 7, tzinfo=clock.PARIS)
        clock.move_to(moment)
        assert digests.run(moment) == sent
    assert Reminder.objects.get().step == 30


def test_a_crash_before_the_commit_repeats_nothing_and_loses_nothing(stream, monkeypatch):
    def die(name: str) -> None:
        raise SystemExit(name)

    monkeypatch.setattr(reminders, "failpoint", die)
    with pytest.raises(SystemExit):
        morning(5, 6)
    assert not Reminder.objects.exists() and not Round.objects.exists()
    monkeypatch.undo()
    assert len(morning(5, 6, 9)) == 1
    assert morning(5, 6, 10) == []


def test_one_person_whose_e_mail_fails_stops_no_other(stream, claire, paul, monkeypatch, caplog):
    objected(paul)
    real = reminders.confirm
    monkeypatch.setattr(
        reminders, "confirm", lambda user, *rest: 1 / 0 if user == claire else real(user, *rest)
    )  # fmt: skip
    morning(5, 6)
    assert receivers() == [paul.email]
    assert "could not be sent" in caplog.text


def test_the_database_holds_once(claire):
    now = datetime(2024, 5, 6, 8, tzinfo=clock.PARIS)
    with pytest.raises(IntegrityError), transaction.atomic():
        for _ in range(2):
            Reminder.objects.create(user=claire, deadline="x|y", last_day=LAST, step=7, sent_at=now)


@pytest.mark.django_db(transaction=True)
def test_several_processes_at_once_recall_once(office_clock):
    now = office_clock.on(2024, 5, 6, 8)
    people = [a_person(f"P{rank}") for rank in range(3)]
    for user in people:
        objected(user)
    start = Barrier(3)

    def process() -> None:
        start.wait()
        try:
            reminders.send_all(now)
        finally:
            connection.close()

    threads = [Thread(target=process) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(receivers()) == [user.email for user in people]
    assert Reminder.objects.count() == 3
