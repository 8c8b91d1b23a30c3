"""One e-mail for each person and day, at 7 h in Paris, on Mondays with the week's; whatever fails, once."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import connection
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.notices import digests, news, services
from guichet.office.notices.models import Digest, Kind, NewsItem, Notice, Pace, Preferences, Round
from guichet.office.toolbox import clock, tasks
from guichet.rights.trademarks import events as e

OBJECTION = e.ObjectionNotified("L-OBJECTION", ("L. 711-2, 2°",), "Le signe décrit les produits.", 1)
SUNDAY, MONDAY, TUESDAY = date(2024, 4, 7), date(2024, 4, 8), date(2024, 4, 9)


def at(day: date, hour: int = 7, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=clock.PARIS)


def told(user, text, when, kind=Kind.ACTIVITY):
    return news.tell(user=user, kind=kind, text=text, link="/espace/", at=when)


def run(when: datetime) -> list[str]:
    """Texts of the e-mails that leave then."""
    before = len(mail.outbox)
    digests.run(when)
    tasks.drain()
    return [message.body for message in mail.outbox[before:]]


@pytest.fixture
def weekly(claire):
    """Daily for the activity, weekly for comments."""
    return Preferences.objects.create(user=claire, activity=Pace.DAILY, comment=Pace.WEEKLY)


def test_the_news_of_a_day_leave_together_the_next_morning(claire):
    told(claire, "Un", at(SUNDAY, 9))
    told(claire, "Deux", at(SUNDAY, 23, 59))
    assert run(at(MONDAY, 6, 59)) == []
    (body,) = run(at(MONDAY))
    assert "Un" in body and "Deux" in body and reverse("notices:preferences") in body
    assert NewsItem.objects.filter(sent_at=None).count() == 0


def test_the_hour_is_that_of_paris_in_winter_and_in_summer(claire):
    told(claire, "Hiver", at(date(2024, 1, 8), 20))
    assert run(datetime.fromisoformat("2024-01-09T05:59:00+00:00")) == []
    assert len(run(datetime.fromisoformat("2024-01-09T06:00:00+00:00"))) == 1
    told(claire, "Été", at(date(2024, 7, 8), 20))
    assert len(run(datetime.fromisoformat("2024-07-09T05:00:00+00:00"))) == 1


def test_what_arrives_after_7_h_waits_for_the_next_day(claire):
    told(claire, "Tôt", at(MONDAY, 7, 1))
    assert run(at(MONDAY, 7, 2)) == []
    assert len(run(at(TUESDAY))) == 1


def test_weekly_news_leave_on_monday_with_the_daily_ones_in_one_e_mail(claire, weekly):
    told(claire, "Semaine", at(date(2024, 4, 2)), Kind.COMMENT)
    told(claire, "Jour", at(date(2024, 4, 2)))
    assert [("Jour" in body, "Semaine" in body) for body in run(at(date(2024, 4, 3)))] == [(True, False)]
    told(claire, "Dimanche", at(SUNDAY, 20))
    (body,) = run(at(MONDAY))
    assert "Semaine" in body and "Dimanche" in body
    assert body.index("Dimanche") < body.index("Semaine"), "kind by kind"


def test_a_monday_on_which_nothing_ran_is_made_up_for(claire, weekly):
    told(claire, "Semaine", at(date(2024, 4, 2)), Kind.COMMENT)
    told(claire, "Trop tôt", at(MONDAY, 12), Kind.COMMENT)
    (body,) = run(at(TUESDAY, 11))
    assert "Semaine" in body and "Trop tôt" not in body


def test_running_again_sends_nothing_more(claire):
    told(claire, "Un", at(SUNDAY))
    assert len(run(at(MONDAY))) == 1
    told(claire, "Deux", at(SUNDAY))
    assert run(at(MONDAY, 9)) == []
    Round.objects.all().delete()
    assert run(at(MONDAY, 10)) == [], "even when the mark of the day is lost"
    assert len(run(at(TUESDAY))) == 1


def test_nobody_without_news_gets_an_e_mail(claire, paul):
    told(claire, "Un", at(SUNDAY))
    run(at(MONDAY))
    assert [message.to for message in mail.outbox] == [[claire.email]]
    assert Digest.objects.count() == 1


@pytest.mark.parametrize(("pace", "left"), [(Pace.NEVER, 0), (Pace.AT_ONCE, 1), (Pace.WEEKLY, 0)])
def test_a_choice_made_since_counts(claire, pace, left):
    told(claire, "Un", at(TUESDAY, 9))
    Preferences.objects.create(user=claire, activity=pace)
    assert len(run(at(date(2024, 4, 10)))) == left


def test_a_letter_that_someone_opened_meanwhile_is_not_announced(claire, notify):
    Preferences.objects.create(user=claire, notification=Pace.DAILY)
    notice = notify(OBJECTION, date(2024, 4, 8))
    services.open_letter(notice=notice, by="account:x", at=clock.now())
    assert run(at(TUESDAY)) == []
    assert not NewsItem.objects.exists()


def test_a_letter_in_a_digest_tells_its_file_and_nothing_confidential(claire, notify):
    Preferences.objects.create(user=claire, notification=Pace.WEEKLY)
    notice = notify(OBJECTION, date(2024, 4, 2))
    assert mail.outbox == []
    (body,) = run(at(MONDAY))
    assert f"/espace/courrier/{notice.reference}/" in body and "dossier n° 24 5" in body
    html = str(mail.outbox[0].alternatives[0])
    for secret in (OBJECTION.reasons, notice.title, "LUMIVELLE", "Camille"):
        assert secret not in body + html + mail.outbox[0].subject
    assert Notice.objects.get(pk=notice.pk).is_unread


def test_a_crash_before_the_commit_loses_nothing_and_repeats_nothing(claire, monkeypatch):
    told(claire, "Un", at(SUNDAY))

    def die(name: str) -> None:
        raise SystemExit(name)

    monkeypatch.setattr(digests, "failpoint", die)
    with pytest.raises(SystemExit):
        digests.run(at(MONDAY))
    assert (Digest.objects.count(), Round.objects.count()) == (0, 0)
    monkeypatch.undo()
    assert len(run(at(MONDAY, 7, 5))) == 1
    assert len(mail.outbox) == 1


def test_one_person_whose_e_mail_fails_does_not_hold_up_the_others(claire, paul, monkeypatch, caplog):
    told(claire, "Un", at(SUNDAY))
    told(paul, "Deux", at(SUNDAY))
    real = digests._write
    monkeypatch.setattr(
        digests, "_write", lambda user, sections: 1 / 0 if user == claire else real(user, sections)
    )  # fmt: skip
    assert len(run(at(MONDAY))) == 1
    assert "could not be sent" in caplog.text
    monkeypatch.undo()
    (body,) = run(at(TUESDAY))
    assert "Un" in body


def test_old_news_are_forgotten_except_what_proves_an_announcement(claire):
    for kind in (Kind.COMMENT, Kind.NOTIFICATION):
        told(claire, "Un", at(MONDAY), kind)
    assert digests.forget(at(MONDAY) + timedelta(days=399)) == 0
    assert digests.forget(at(MONDAY) + timedelta(days=401)) == 1
    assert NewsItem.objects.get().kind == Kind.NOTIFICATION


@pytest.mark.django_db(transaction=True)
def test_several_processes_at_once_send_one_e_mail():
    people = [User.objects.create_user(f"p{rank}@exemple.fr", "x", last_name="P", first_name="P") for rank in range(4)]
    for user in people:
        told(user, "Un", at(SUNDAY))
    start = Barrier(4)

    def process() -> None:
        start.wait()
        try:
            digests.send_all(at(MONDAY))
        finally:
            connection.close()

    threads = [Thread(target=process) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    tasks.drain()
    assert sorted(message.to[0] for message in mail.outbox) == [user.email for user in people]
    assert Digest.objects.count() == 4
