"""Each person chooses what to be told and when; letters whose opening counts are always announced."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.urls import reverse

from guichet.office.notices import news, preferences
from guichet.office.notices.models import Kind, NewsItem, Pace, Preferences
from guichet.office.toolbox import clock, tasks

PAGE = "notices:preferences"
CHOICES = {
    "notification": "daily", "information": "never", "deadline": "weekly", "activity": "never", "comment": "daily",
    "reminder_days": ["7", "1"], "all_letters": "on",
}  # fmt: skip


def tell(user, kind=Kind.ACTIVITY, **changes):
    values = {"text": "Une nouvelle, dossier n° 24 5 000 001.", "link": "/espace/", "at": clock.now(), **changes}
    return news.tell(user=user, kind=kind, **values)


def test_a_visitor_goes_to_log_in(client, db):
    assert client.get(reverse(PAGE)).status_code == 302
    assert client.post(reverse(PAGE), CHOICES).url.startswith(reverse("sign_in:login"))
    assert not Preferences.objects.exists()


def test_the_page_shows_the_defaults_and_why_some_letters_are_always_announced(client, claire):
    client.force_login(claire)
    page = client.get(reverse(PAGE)).content.decode()
    assert "R. 718-4" in page and "vaut notification" in page
    select = page[page.index('name="notification"') : page.index("</select>", page.index('name="notification"'))]
    assert "Immédiatement" in select and "Jamais" not in select
    assert page.count(">Jamais<") == 4


def test_what_is_chosen_is_kept_for_oneself_only(client, claire, paul):
    client.force_login(claire)
    answer = client.post(reverse(PAGE), {**CHOICES, "user": paul.pk, "user_id": paul.pk})
    assert answer.status_code == 302
    chosen = preferences.of(claire)
    assert (chosen.notification, chosen.information, chosen.deadline) == (Pace.DAILY, Pace.NEVER, Pace.WEEKLY)
    assert (chosen.reminder_days, chosen.all_letters, chosen.all_deadlines) == ([7, 1], True, False)
    assert not Preferences.objects.filter(user=paul).exists()


@pytest.mark.parametrize(
    "wrong",
    [{"notification": "never"}, {"deadline": "hourly"}, {"reminder_days": ["2"]}, {"activity": ""}],
)
def test_what_is_not_offered_is_refused_with_words(client, claire, wrong):
    client.force_login(claire)
    answer = client.post(reverse(PAGE), {**CHOICES, **wrong})
    assert answer.status_code == 400
    assert "error" in answer.content.decode()
    assert not Preferences.objects.exists()


@pytest.mark.parametrize("wrong", [{"notification": "never"}, {"reminder_days": [3]}])
def test_the_database_holds_it_too(claire, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Preferences.objects.create(user=claire, **wrong)


def test_at_once_is_one_e_mail_that_leads_to_the_preferences(claire):
    item = tell(claire, Kind.COMMENT)
    tasks.drain()
    (message,) = mail.outbox
    assert item.sent_at is not None
    for body in (message.body, str(message.alternatives[0])):
        assert "24 5 000 001" in body and "/espace/" in body and reverse(PAGE) in body


def test_later_is_kept_for_the_digest(claire):
    item = tell(claire, Kind.ACTIVITY)
    tasks.drain()
    assert item.sent_at is None
    assert mail.outbox == []


def test_never_is_told_nothing(claire):
    Preferences.objects.create(user=claire, activity=Pace.NEVER)
    assert tell(claire, Kind.ACTIVITY) is None
    assert not NewsItem.objects.exists()


def test_a_closed_account_is_told_nothing(claire):
    claire.is_active = False
    assert tell(claire, Kind.COMMENT) is None


def test_the_same_thing_is_told_once(claire, paul):
    assert tell(claire, Kind.COMMENT, key="draft/1") is not None
    assert tell(claire, Kind.COMMENT, key="draft/1") is None
    assert tell(paul, Kind.COMMENT, key="draft/1") is not None
    tasks.drain()
    assert sorted(message.to[0] for message in mail.outbox) == [claire.email, paul.email]


def test_what_is_told_in_a_transaction_that_fails_was_never_told(claire):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        tell(claire, Kind.COMMENT)
        1 / 0  # noqa: B018 # the failure itself
    tasks.drain()
    assert mail.outbox == []
    assert not NewsItem.objects.exists()
