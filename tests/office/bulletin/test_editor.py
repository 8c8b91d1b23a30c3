"""The editor's desk: prepare, publish; nobody else."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from factories.staff import an_agent, enters
from factories.trademarks import a_trademark, an_application
from guichet.office.bulletin import queries
from guichet.office.ledger import followers
from guichet.office.ledger import queries as ledger
from guichet.office.register.models import TrademarkFile

pytestmark = pytest.mark.django_db
FRIDAY = date(2024, 3, 29)
NAMES = ("bulletin_desk:editor", "bulletin_desk:start_preparations", "bulletin_desk:publish")


def someone(*roles: str) -> Client:
    return enters(an_agent(*roles, name="-".join(roles) or "applicant"))


def post(client: Client, name: str, day: str = "2024-03-29") -> str:
    return str(client.post(reverse(f"bulletin_desk:{name}"), {"issue_date": day}, follow=True).content.decode())


def test_strangers_go_to_the_staff_s_door(client) -> None:
    for name in NAMES:
        response = client.get(reverse(name)) if name.endswith("editor") else client.post(reverse(name))
        assert response["Location"].startswith(reverse("staff:login")), name


def test_neither_an_applicant_nor_an_examiner_publishes(office_clock) -> None:
    a_trademark("planned", number="245000601", published_on=FRIDAY)
    followers.catch_up()
    office_clock.on(2024, 3, 29)
    for wrong in (someone(), someone("examiner"), someone("register_clerk")):
        assert wrong.get(reverse("bulletin_desk:editor")).status_code == 404
        for name in NAMES[1:]:
            assert wrong.post(reverse(name), {"issue_date": "2024-03-29"}).status_code == 404
    assert TrademarkFile.objects.get().published_on is None


def test_the_editor_prepares_then_publishes_on_the_day(office_clock) -> None:
    a_trademark("planned", number="245000602", published_on=FRIDAY, application=an_application("ARDOISINE"))
    followers.catch_up()
    editor = someone("bulletin_editor")
    office_clock.on(2024, 3, 26)
    assert "ARDOISINE" in editor.get(reverse("bulletin_desk:editor")).content.decode()
    assert "en préparation" in post(editor, "start_preparations")
    assert "paraît le 29/03/2024" in post(editor, "publish")
    office_clock.on(2024, 3, 29)
    assert "1 publication(s)" in post(editor, "publish")
    followers.catch_up()
    assert TrademarkFile.objects.get().published_on == FRIDAY
    assert "déjà publié" in post(editor, "publish")


@pytest.mark.parametrize("day", ["", "demain", "2024-13-45", "2024-03-28", "\x00"])
def test_a_date_that_is_no_issue_is_refused_with_words(office_clock, day) -> None:
    office_clock.on(2024, 3, 28)
    editor = someone("bulletin_editor")
    for name in ("start_preparations", "publish"):
        assert "fr-alert--error" in post(editor, name, day), name


def test_what_the_law_leaves_out_is_named_once_for_each_reason(office_clock) -> None:
    for number in ("245000603", "245000604"):
        a_trademark("cleared", number=number, received_on=date(2024, 2, 5), published_on=date(2024, 3, 1))
    followers.catch_up()
    office_clock.on(2024, 3, 26)
    page = post(someone("bulletin_editor"), "start_preparations").replace("\u00a0", " ")
    assert "24 5 000 603, 24 5 000 604" in page
    assert page.count("laissé(s) de côté") == 1


def test_a_publication_is_counted_in_its_own_issue_only_then_carried_over(office_clock) -> None:
    a_trademark("planned", number="245000609", published_on=FRIDAY, application=an_application("ARDOISINE"))
    followers.catch_up()
    office_clock.on(2024, 3, 26)
    planned = [queries.planned_publications(day).count() for day in queries.next_issue_dates(3)]
    assert planned == [1, 0, 0]
    office_clock.on(2024, 3, 30)  # the issue of the 29th did not come out
    planned = [queries.planned_publications(day).count() for day in queries.next_issue_dates(3)]
    assert planned == [1, 0, 0]


def test_R411_2_the_issue_is_signed_under_the_delegation_and_refused_without_one(office_clock) -> None:
    a_trademark("planned", number="245000610", published_on=FRIDAY)
    followers.catch_up()
    office_clock.on(2024, 3, 26)
    without = enters(an_agent("bulletin_editor", name="Sans", signs=False))
    refused = post(without, "start_preparations")
    assert "pas de délégation de signature" in refused
    assert "(R. 411-2)" in refused
    assert not queries.preparations_started("2024-13")
    editor = someone("bulletin_editor")
    post(editor, "start_preparations")
    office_clock.on(2024, 3, 29)
    post(editor, "publish")
    followers.catch_up()
    page = editor.get(reverse("bulletin:issue", args=["2024-13"])).content.decode()
    assert "Pour le directeur général et par délégation," in page
    assert "bulletin_editor Lacombe" in page
    assert {entry.authority[:11] for entry in ledger.history("bulletin/2024-13")} == {"delegation:"}
