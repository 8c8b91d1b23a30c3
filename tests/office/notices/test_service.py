"""When a letter is notified, and the last days that follow (R. 718-2, R. 718-4)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from guichet.law import trademarks as law
from guichet.office.ledger import queries as ledger
from guichet.office.notices import services
from guichet.office.notices.models import Notice
from guichet.office.toolbox import clock
from guichet.rights.events import NoticeServed
from guichet.rights.trademarks import events as e

OBJECTION = e.ObjectionNotified("L-OBJECTION", ("L. 711-2, 2°",), "Le signe décrit les produits.", 1)


def deadline(stream: str, on: date) -> date | None:
    found = [d for d in law.deadlines(ledger.happenings(stream), on=on) if d.id == "objection"]
    return found[0].deadline.date if found else None


def services_of(stream: str) -> list[tuple[str, date]]:
    return [
        (entry.payload["how"], entry.event_on) for entry in ledger.history(stream) if entry.type == NoticeServed.type
    ]


def open_it(client, user, notice):
    client.force_login(user)
    return client.post(reverse("notices:open", args=[notice.reference]))


def test_R718_2_no_period_runs_before_the_letter_is_opened(notify, mark):
    notify(OBJECTION, date(2024, 4, 2))
    assert services_of(mark) == []
    assert deadline(mark, date(2024, 4, 30)) is None


@pytest.mark.parametrize(
    ("opened", "last_day"),
    [
        (date(2024, 4, 10), date(2024, 5, 10)),
        (date(2024, 4, 8), date(2024, 5, 10)),  # 8 and 9 May closed: prorogued to Friday 10
        (date(2024, 4, 11), date(2024, 5, 13)),  # 11 May is a Saturday
        (date(2024, 4, 5), date(2024, 5, 6)),  # 5 May is a Sunday
    ],
)
def test_R718_2_the_period_runs_from_the_opening(client, claire, notify, mark, office_clock, opened, last_day):
    notice = notify(OBJECTION, date(2024, 4, 2))
    office_clock.on(opened.year, opened.month, opened.day, 23)
    assert open_it(client, claire, notice).status_code == 302
    notice.refresh_from_db()
    assert services_of(mark) == [("opened", opened)]
    assert (notice.served_on, notice.how) == (opened, "opened")
    assert deadline(mark, opened) == last_day
    assert notice.deadline["date"] == last_day.isoformat()
    assert notice.deadline["because"][0]["source"]["article"] == "R. 712-11"


def test_opening_again_changes_nothing(client, claire, notify, mark, office_clock):
    notice = notify(OBJECTION, date(2024, 4, 2))
    open_it(client, claire, notice)
    office_clock.on(2024, 4, 9)
    open_it(client, claire, notice)
    assert services_of(mark) == [("opened", date(2024, 4, 2))]


def test_merely_looking_at_the_inbox_or_the_letter_serves_nothing(client, claire, notify, mark):
    notice = notify(OBJECTION, date(2024, 4, 2))
    client.force_login(claire)
    assert "À ouvrir" in client.get(reverse("notices:inbox")).content.decode()
    page = client.get(reverse("notices:letter", args=[notice.reference])).content.decode()
    assert "Ouvrir ce courrier vaut notification" in page
    assert "17 avril 2024" in page, "what happens if it is not opened"
    assert OBJECTION.reasons not in page
    assert client.get(reverse("notices:pdf", args=[notice.reference])).status_code == 302
    assert services_of(mark) == []


def test_R718_4_an_unopened_letter_is_deemed_served_after_fifteen_days(notify, mark, office_clock):
    notice = notify(OBJECTION, date(2024, 4, 2))
    office_clock.on(2024, 4, 17, 23)
    assert services.deem_served(clock.now()) == 0, "it may still be opened that day"
    office_clock.on(2024, 4, 18, 0)
    assert services.deem_served(clock.now()) == 1
    notice.refresh_from_db()
    assert services_of(mark) == [("deemed", date(2024, 4, 17))]
    assert (notice.how, notice.is_unread) == ("deemed", True)
    assert deadline(mark, date(2024, 4, 18)) == date(2024, 5, 17)
    assert services.deem_served(clock.now()) == 0


def test_a_late_chore_still_dates_the_service_rightly(notify, mark, office_clock):
    notify(OBJECTION, date(2024, 4, 2))
    office_clock.on(2024, 5, 2)
    services.deem_served(clock.now())
    assert services_of(mark) == [("deemed", date(2024, 4, 17))]


def test_a_letter_deemed_served_can_still_be_read(client, claire, notify, mark, office_clock):
    notice = notify(OBJECTION, date(2024, 4, 2))
    office_clock.on(2024, 4, 20)
    services.deem_served(clock.now())
    client.force_login(claire)
    page = client.get(reverse("notices:letter", args=[notice.reference])).content.decode()
    assert OBJECTION.reasons in page
    assert services_of(mark) == [("deemed", date(2024, 4, 17))]


def test_a_service_recorded_elsewhere_reaches_the_letter(notify, mark):
    from factories.trademarks import happens
    from office.notices.conftest import post

    notice = notify(OBJECTION, date(2024, 4, 2))
    happens(mark, NoticeServed("L-OBJECTION", "handed"), on=date(2024, 4, 3))
    post()
    notice.refresh_from_db()
    assert (notice.served_on, notice.how) == (date(2024, 4, 3), "handed")
    assert notice.deadline["date"] == "2024-05-03"


def test_the_proof_of_service_tells_its_times(client, claire, notify, office_clock):
    notice = notify(OBJECTION, date(2024, 4, 2))
    office_clock.on(2024, 4, 4, 9)
    open_it(client, claire, notice)
    page = client.get(reverse("notices:proof", args=[notice.reference])).content.decode()
    for words in (
        "Mise à disposition",
        "Annoncée par courriel à Claire Martin",
        "Ouverte par Claire Martin",
        "4 avril 2024 à 9 h 00",
        "Pourquoi à vous",
    ):
        assert words in page
    assert notice.document.sha256 in page


def test_opening_day_is_the_day_in_paris(client, claire, notify, mark):
    notice = notify(OBJECTION, date(2024, 4, 2))
    late = clock.now().replace(hour=23, minute=59) + timedelta(days=1)
    clock.move_to(late)
    open_it(client, claire, notice)
    assert services_of(mark) == [("opened", date(2024, 4, 3))]
    assert Notice.objects.get(pk=notice.pk).opened_at.astimezone(clock.PARIS).date() == date(2024, 4, 3)
