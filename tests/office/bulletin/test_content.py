"""What an issue says: rules of use, errata, the mention of R. 712-8; and nothing of anyone's private life."""

from __future__ import annotations

import argparse
import io
import json
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from django.urls import reverse

from factories.trademarks import a_document, a_trademark, an_application, happens
from guichet.office.bulletin import cli, content, queries, services
from guichet.office.bulletin.models import Issue
from guichet.office.ledger import followers
from guichet.office.toolbox import tasks
from guichet.rights.parties import Address, Party
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks.application import GoodsServicesItem

pytestmark = pytest.mark.django_db
FRIDAY = date(2024, 3, 29)
STREET, EMAIL = "12 bis impasse des Glycines", "camille.prive@exemple.fr"
PERSON = Party("person", "Durand", "Camille", address=Address(STREET, "", "59123", "Lille", "FR"), email=EMAIL)


def an_issue(office_clock, day: date = FRIDAY) -> Issue:
    followers.catch_up()
    office_clock.on(day.year, day.month, day.day)
    services.start_preparations(issue_date=day, by="office:tests")
    followers.catch_up()
    services.publish(issue_date=day, by="office:tests")
    followers.catch_up()
    row = queries.issue(queries.issue_number(day))
    assert row
    return row


def run(*words: str) -> int:
    """``guichet bulletin …``."""
    parser = argparse.ArgumentParser()
    cli.register(parser.add_subparsers())
    arguments = parser.parse_args(["bulletin", *words])
    return int(arguments.run(arguments))


def test_R712_8_the_issue_carries_the_mention_of_observations_and_opposition(client, office_clock) -> None:
    a_trademark("planned", published_on=FRIDAY)
    row = an_issue(office_clock)
    notice = queries.issue_content(row)["notice"]
    assert "observations" in notice
    assert "opposition" in notice
    assert "deux mois" in notice
    page = client.get(reverse("bulletin:issue", args=[row.number])).content.decode()
    assert notice.replace("'", "&#x27;") in page


def test_R714_8_no_personal_data_in_page_file_or_pdf(client, office_clock) -> None:
    a_trademark("planned", published_on=FRIDAY, application=an_application(applicants=(PERSON,)))
    row = an_issue(office_clock)
    pages = [client.get(reverse(f"bulletin:{name}", args=[row.number])).content for name in ("issue", "issue_file")]
    tasks.drain()
    pdf = client.get(reverse("bulletin:issue_pdf", args=[row.number])).content
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pages += [each.get_file().read_bytes() for each in opened.attachments.values()]
    assert len(pages) == 3
    for page in pages:
        assert b"Camille Durand" in page
        for secret in (STREET, EMAIL, "59123"):
            assert secret.encode() not in page


def test_R715_1_the_rules_of_use_are_published(client, office_clock) -> None:
    application = an_application(kind="guarantee", rules_of_use=a_document("reglement.pdf", "cd" * 32))
    a_trademark("planned", number="245000501", published_on=FRIDAY, application=application)
    row = an_issue(office_clock)
    [item] = queries.issue_content(row)["applications"]
    assert (item["rules_of_use_sha256"], item["rules_of_use_article"]) == ("cd" * 32, "R. 715-1")
    page = client.get(reverse("bulletin:issue", args=[row.number])).content.decode()
    assert reverse("register:rules_of_use", args=["245000501"]) in page


def test_an_erratum_says_what_replaces_what(client, office_clock) -> None:
    stream = a_trademark("planned", number="245000502", published_on=FRIDAY)
    an_issue(office_clock)
    application = an_application(applicants=(replace(PERSON, name="Durant"),))
    happens(stream, e.Corrected(application, "Faute de frappe de l'office."), on=date(2024, 4, 2))
    row = an_issue(office_clock, date(2024, 4, 5))
    [mention] = queries.issue_content(row)["mentions"]
    assert mention["text"] == "Rectification"
    assert mention["changes"] == [
        {"inid": "731", "before": "Camille Durand, Lille, FR", "after": "Camille Durant, Lille, FR"}
    ]
    page = client.get(reverse("bulletin:issue", args=[row.number])).content.decode()
    assert "Camille Durant, Lille, FR" in page
    assert "Faute de frappe" not in page
    tasks.drain()
    assert client.get(reverse("bulletin:issue_pdf", args=[row.number])).content.startswith(b"%PDF")


def test_a_partial_withdrawal_is_mentioned_with_its_items(office_clock) -> None:
    stream = a_trademark("planned", number="245000503", published_on=FRIDAY)
    an_issue(office_clock)
    happens(stream, e.PartlyWithdrawn((GoodsServicesItem(9, "logiciels"),)), on=date(2024, 4, 2))
    [mention] = queries.issue_content(an_issue(office_clock, date(2024, 4, 5)))["mentions"]
    assert (mention["text"], mention["items"]) == ("Retrait partiel de la demande", "classe 9, logiciels")


def test_what_happened_before_publication_is_not_mentioned(office_clock) -> None:
    stream = a_trademark("planned", number="245000504", published_on=FRIDAY)
    happens(stream, e.Corrected(an_application(client_reference="x"), "Rien."), on=date(2024, 3, 20))
    assert queries.issue_content(an_issue(office_clock))["mentions"] == []


def test_an_issue_is_built_twice_with_the_same_bytes(office_clock, tmp_path, capsys) -> None:
    for number in ("245000505", "245000506"):
        a_trademark("planned", number=number, published_on=FRIDAY)
    row = an_issue(office_clock)
    for folder in ("one", "two"):
        assert run("build", row.number, "--output", str(tmp_path / folder)) == 0
    for suffix in ("json", "pdf"):
        one, two = ((tmp_path / folder / f"bopi-{row.number}.{suffix}").read_bytes() for folder in ("one", "two"))
        assert one == two, suffix
    assert json.loads((tmp_path / "one" / f"bopi-{row.number}.json").read_bytes())["issue"] == row.number
    assert "conforme" in capsys.readouterr().out


def test_the_chain_of_issues_is_checked(office_clock, capsys) -> None:
    a_trademark("planned", published_on=FRIDAY)
    row = an_issue(office_clock)
    an_issue(office_clock, date(2024, 4, 5))
    assert run("check") == 0
    assert "NON CONFORME" not in capsys.readouterr().out
    Issue.objects.filter(number=row.number).update(content_hash="0" * 64)
    assert run("check") == 1
    assert run("build", "2019-01") == 1


def test_a_tampered_issue_says_so(client, office_clock) -> None:
    a_trademark("planned", published_on=FRIDAY)
    row = an_issue(office_clock)
    assert "ne correspond plus" not in client.get(reverse("bulletin:issue", args=[row.number])).content.decode()
    Issue.objects.filter(number=row.number).update(content_hash="1" * 64)
    assert "ne correspond plus" in client.get(reverse("bulletin:issue", args=[row.number])).content.decode()


def test_the_canonical_file_is_sorted_and_ends_with_a_line() -> None:
    assert content.canonical({"b": "é", "a": 1}) == '{\n "a": 1,\n "b": "é"\n}\n'.encode()


def test_odd_issues_are_not_found(client) -> None:
    for number in ("2024-99", "abc", "%00", "x" * 300, "٢٠٢٤-١٣"):
        for tail in ("", "bopi.json", "bopi.pdf"):
            assert client.get(f"/bulletin/{number}/{tail}").status_code == 404, number
    assert client.get(reverse("bulletin:index"), {"page": "-1"}).status_code == 200
