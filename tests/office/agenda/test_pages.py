"""The account's deadlines and their calendar: its own only."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from factories.trademarks import a_trademark, an_application
from guichet.office.agenda import ical, queries
from guichet.office.agenda.models import CalendarFeed, OpenDeadline
from guichet.office.ledger import followers
from guichet.office.organisations import acting
from guichet.standards import icalendar
from office.agenda.conftest import owner


@pytest.fixture
def files(claire, paul, office_clock):
    """One published mark each, on 2 April 2024."""
    office_clock.on(2024, 4, 2)
    mine = a_trademark("published", owner=owner(claire), application=an_application(text="Été; d'œuvre, \\ ok"))
    theirs = a_trademark("published", owner=owner(paul), application=an_application(text="PAULETTE"))
    followers.catch_up()
    return mine, theirs


@pytest.fixture
def secret(client, claire, files):
    """Path of Claire's calendar."""
    client.force_login(claire)
    client.post(reverse("agenda:calendar_create"))
    page = client.get(reverse("agenda:calendar")).content.decode()
    return re.search(r"https?://[^/]+(/calendrier/[\w-]+\.ics)", page).group(1)


def test_the_page_shows_the_account_its_own_deadlines_agenda_list(client, claire, files):
    assert client.get(reverse("agenda:list")).status_code == 302
    client.force_login(claire)
    page = client.get(reverse("agenda:list")).content.decode()
    assert "29 mai 2024" in page and "Pourquoi ?" in page
    assert "PAULETTE" not in page


def test_the_filter_narrows(client, claire, files):
    client.force_login(claire)
    page = client.get(reverse("agenda:list"), {"qui": "public"}).content.decode()
    assert "À l'office d'agir" not in page.replace("&#x27;", "'")
    assert "Aucune échéance ne correspond" in client.get(reverse("agenda:list"), {"dossier": "absent"}).content.decode()
    assert "29 mai 2024" in client.get(reverse("agenda:list"), {"qui": "nobody", "page": "99"}).content.decode()


@pytest.mark.parametrize("name", ["agenda:calendar", "agenda:calendar_create", "agenda:calendar_revoke"])
def test_a_visitor_goes_to_log_in(client, db, name):
    assert client.post(reverse(name)).status_code in (302, 405)
    assert client.get(reverse(name)).status_code in (302, 405)
    assert CalendarFeed.objects.count() == 0


def test_the_secret_is_shown_once_and_not_kept(client, secret):
    token = secret.split("/")[-1].removesuffix(".ics")
    assert token not in client.get(reverse("agenda:calendar")).content.decode()
    assert token not in str(CalendarFeed.objects.values())
    assert len(token) >= 40


def test_the_feed_needs_no_log_in_and_gives_only_its_account_calendar_feed(secret):
    response = Client().get(secret)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"PAULETTE" not in response.content and b"20240529" in response.content


def test_a_revoked_or_replaced_address_gives_nothing(client, secret):
    client.post(reverse("agenda:calendar_create"))
    assert Client().get(secret).status_code == 404
    client.post(reverse("agenda:calendar_revoke"))
    assert CalendarFeed.objects.count() == 0
    assert Client().get("/calendrier/unknown.ics").status_code == 404


def test_a_closed_account_feeds_nothing(secret, claire):
    claire.is_active = False
    claire.save(update_fields=["is_active"])
    assert Client().get(secret).status_code == 404


def test_reading_is_noted(secret, claire):
    assert queries.calendar_of(acting.of(claire)).last_read_at is None
    Client().get(secret)
    assert queries.calendar_of(acting.of(claire)).last_read_at is not None


def parsed(content: bytes) -> list[str]:
    """Content lines, unfolded. Fails on what RFC 5545 forbids."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    for line in lines:
        line.decode("utf-8")
    return content.decode().replace("\r\n ", "").rstrip("\r\n").split("\r\n")


def test_the_feed_follows_RFC_5545(secret):
    lines = parsed(Client().get(secret).content)
    assert (lines[0], lines[1], lines[-1]) == ("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR")
    stack = []
    for line in lines:
        name, _, value = line.partition(":")
        assert name and value, line
        if name == "BEGIN":
            stack.append(value)
        elif name == "END":
            assert stack.pop() == value
    assert stack == []
    events = "\n".join(lines).split("BEGIN:VEVENT")[1:]
    for event in events:
        for name in ("UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:", "SUMMARY:", "DESCRIPTION:"):
            assert event.count(f"\n{name}") >= 1
    summary = next(line for line in lines if line.startswith("SUMMARY"))
    assert "Été\\; d'œuvre\\, \\\\ ok" in summary
    description = next(line for line in lines if line.startswith("DESCRIPTION"))
    assert "(R. 7" in description or "(L. 7" in description


def test_identifiers_are_stable_and_unique(secret):
    read = [[line for line in parsed(Client().get(secret).content) if line.startswith("UID:")] for _ in range(2)]
    assert read[0] == read[1]
    assert len(set(read[0])) == len(read[0]) > 0


def test_what_the_account_must_do_has_alarms_and_ends_the_day_after(claire):
    row = OpenDeadline(
        key="trademark/245000001|objection", number="245000001", label="Répondre", who="applicant",
        act="answer_objection",
        last_day=date(2024, 2, 29), consequence="Rejet.", because=[], last_position=7,
        known_at=datetime(2024, 2, 1, 12, tzinfo=UTC),
    )  # fmt: skip
    lines = parsed(ical.feed([row], name="n", site="https://office.example", link="https://office.example/e/"))
    assert lines.count("BEGIN:VALARM") == 2
    assert "DTSTART;VALUE=DATE:20240229" in lines and "DTEND;VALUE=DATE:20240301" in lines
    assert "UID:trademark-245000001-objection@office.example" in lines


@pytest.mark.parametrize("text", ["x" * 75, "x" * 76, "é" * 200, "漢" * 100, "x" * 74 + "é"])
def test_folding_never_cuts_a_character(text):
    folded = icalendar.folded(text)
    assert all(len(line) <= 75 for line in folded.split(b"\r\n"))
    assert folded.replace(b"\r\n ", b"").decode().strip() == text
