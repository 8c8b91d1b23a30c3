"""The weekly issue: prepared, published on its day, rebuilt from the ledger byte for byte."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.urls import reverse

from factories.trademarks import a_trademark, happens, served
from guichet.office.bulletin import content, queries, services
from guichet.office.ledger import followers
from guichet.office.register.models import TrademarkFile
from guichet.office.toolbox import tasks
from guichet.rights.trademarks import events as e

pytestmark = pytest.mark.django_db
FRIDAY = date(2024, 3, 29)


def prepared_issue(office_clock) -> str:
    """Two applications and one registration in the issue of 29 March 2024."""
    for number in ("245000201", "245000202"):
        a_trademark("planned", number=number, published_on=FRIDAY)
    a_trademark("cleared", number="235000203", received_on=date(2023, 11, 2), published_on=date(2023, 12, 1))
    followers.catch_up()
    office_clock.on(2024, 3, 25)
    services.start_preparations(issue_date=FRIDAY, by="office:tests")
    followers.catch_up()
    return queries.issue_number(FRIDAY)


def publish(office_clock) -> str:
    issue = prepared_issue(office_clock)
    office_clock.on(2024, 3, 29)
    services.publish(issue_date=FRIDAY, by="office:tests")
    followers.catch_up()
    return issue


def test_R712_8_an_issue_publishes_and_registers_on_its_day(office_clock) -> None:
    publish(office_clock)
    states = dict(TrademarkFile.objects.values_list("number", "application_state"))
    assert states == {"245000201": "published", "245000202": "published", "235000203": "registered"}
    assert TrademarkFile.objects.get(number="235000203").registration_date == FRIDAY


def test_an_issue_is_not_published_on_another_day(office_clock) -> None:
    prepared_issue(office_clock)
    office_clock.on(2024, 3, 30)
    with pytest.raises(services.NotNow, match="R. 712-8"):
        services.publish(issue_date=FRIDAY, by="office:tests")


def test_an_issue_is_published_once_and_after_its_preparations(office_clock) -> None:
    office_clock.on(2024, 3, 29)
    with pytest.raises(services.NotNow, match="préparatifs"):
        services.publish(issue_date=FRIDAY, by="office:tests")
    publish(office_clock)
    with pytest.raises(services.NotNow, match="déjà publié"):
        services.publish(issue_date=FRIDAY, by="office:tests")
    with pytest.raises(services.NotNow, match="déjà commencé"):
        services.start_preparations(issue_date=FRIDAY, by="office:tests")


def test_R712_21_preparations_leave_out_what_the_law_does_not_register_yet(office_clock) -> None:
    a_trademark("planned", number="245000204", received_on=date(2024, 2, 5), published_on=date(2024, 3, 1))
    happens("trademark/245000204", e.Published("2024-09"), on=date(2024, 3, 1))
    happens("trademark/245000204", e.ExaminationCleared(), on=date(2024, 3, 8))
    followers.catch_up()
    office_clock.on(2024, 3, 25)
    outcome = services.start_preparations(issue_date=FRIDAY, by="office:tests")
    assert outcome.done == 0
    assert [number for number, _ in outcome.left_out] == ["245000204"]
    assert "2 mai 2024" in outcome.left_out[0][1]


def test_R712_21_withdrawal_does_not_stop_publication(office_clock) -> None:
    stream = a_trademark("planned", number="245000205", published_on=FRIDAY)
    happens(stream, e.Withdrawn(), on=date(2024, 3, 20))
    followers.catch_up()
    office_clock.on(2024, 3, 25)
    services.start_preparations(issue_date=FRIDAY, by="office:tests")
    office_clock.on(2024, 3, 29)
    assert services.publish(issue_date=FRIDAY, by="office:tests").done == 1


def test_what_missed_its_issue_is_in_the_next_one(office_clock) -> None:
    prepared_issue(office_clock)
    later = date(2024, 4, 5)
    office_clock.on(2024, 4, 5)
    services.start_preparations(issue_date=later, by="office:tests")
    followers.catch_up()
    assert services.publish(issue_date=later, by="office:tests").done == 3


def test_the_same_events_give_the_same_bytes(office_clock) -> None:
    row = queries.issue(publish(office_clock))
    once, twice = (content.canonical(queries.issue_content(row)) for _ in range(2))
    assert once == twice
    assert content.content_hash(json.loads(once)) == row.content_hash


def test_later_events_do_not_change_a_past_issue(office_clock) -> None:
    row = queries.issue(publish(office_clock))
    happens("trademark/245000201", e.Withdrawn(), on=date(2024, 4, 2))
    happens("trademark/245000202", served("L-9"), on=date(2024, 4, 2))
    assert content.content_hash(queries.issue_content(row)) == row.content_hash


def test_R714_8_the_next_issue_carries_the_previous_hash_and_the_mentions(office_clock) -> None:
    first = queries.issue(publish(office_clock))
    happens("trademark/245000201", e.Withdrawn(), on=date(2024, 4, 2))
    followers.catch_up()
    later = date(2024, 4, 5)
    office_clock.on(2024, 4, 5)
    services.start_preparations(issue_date=later, by="office:tests")
    services.publish(issue_date=later, by="office:tests")
    followers.catch_up()
    second = queries.issue(queries.issue_number(later))
    assert (second.previous_issue, second.previous_hash) == (first.number, first.content_hash)
    mentions = queries.issue_content(second)["mentions"]
    assert [(m["number"], m["article"]) for m in mentions] == [("245000201", "R. 712-21")]


def test_the_public_pages_of_an_issue(client, office_clock) -> None:
    issue = publish(office_clock)
    assert issue in client.get(reverse("bulletin:index")).content.decode()
    page = client.get(reverse("bulletin:issue", args=[issue])).content.decode()
    assert "24 5 000 201" in page.replace("\u00a0", " ")
    assert "deux mois" in page
    file = client.get(reverse("bulletin:issue_file", args=[issue]))
    assert json.loads(file.content)["issue"] == issue
    tasks.drain()
    pdf = client.get(reverse("bulletin:issue_pdf", args=[issue]))
    assert b"".join(pdf).startswith(b"%PDF")
    assert client.get(reverse("bulletin:issue", args=["2024-01"])).status_code == 404
