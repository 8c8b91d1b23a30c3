"""The portal taken away (portfolio:csv, portfolio:json): what is filtered, and only what one sees."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO

import pytest
from django.urls import reverse

from factories.portfolio import House, a_draft, a_file
from factories.trademarks import happens, served
from guichet.office.ledger import followers
from guichet.office.portfolio.export import COLUMNS
from guichet.office.toolbox.spreadsheet import harmless
from guichet.rights.trademarks import events as e


@pytest.fixture
def filled(house: House) -> House:
    stream = a_file(house.anne, "245000201", '=HYPERLINK("http://x")', client_reference="-1+2;é")
    happens(stream, e.CompletionInvited("L-1", ("goods_services",), 1), served("L-1"), on=date(2024, 3, 5))
    a_file(house.bruno, "245000202", "Été")
    a_file(house.rival, "245000203", "SECRET")
    a_draft(house.anne, "@SOMME(A1)")
    followers.catch_up()
    return house


def table(client, **query: str) -> list[list[str]]:
    response = client.get(reverse("portfolio:csv"), query)
    assert response["Content-Disposition"].startswith('attachment; filename="dossiers-2024-03-05')
    assert response.content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def test_a_spreadsheet_finds_no_formula_and_nothing_of_others(client, filled: House) -> None:
    client.force_login(filled.anne.user)
    heading, first, second = table(client, basket="files", sort="number")
    assert tuple(heading) == COLUMNS
    assert first[3:8] == ["245000201", '\'=HYPERLINK("http://x")', "Camille Durand", "'-1+2;é", "Anne Zola"]
    assert first[10] == "05/04/2024"
    assert first[12] == "230,00"
    assert second[4] == "Été"
    assert table(client, basket="drafts")[1][6] == "'@SOMME(A1)"


def test_what_is_filtered_is_what_is_exported(client, filled: House) -> None:
    client.force_login(filled.bruno.user)
    assert [row[3] for row in table(client, q="ete", basket="files")[1:]] == ["245000202"]
    found = json.loads(client.get(reverse("portfolio:json"), {"q": "ete", "basket": "files"}).content)
    assert [(row["number"], row["name"], row["contact"]) for row in found] == [("245000202", "Été", "Bruno Albert")]


def test_json_gives_plain_values(client, filled: House) -> None:
    client.force_login(filled.anne.user)
    response = client.get(reverse("portfolio:json"), {"basket": "files", "sort": "number"})
    assert response["Content-Type"] == "application/json"
    first = json.loads(response.content)[0]
    assert first["basket"] == "examination"
    assert first["deadline"] == "2024-04-05"
    assert first["due_cents"] == 23000
    assert first["filing_date"] is None
    assert first["created_at"] == "2024-03-04T12:00:00+01:00"


@pytest.mark.parametrize("name", ["portfolio:csv", "portfolio:json"])
def test_another_organisation_takes_away_its_own_only(client, filled: House, name: str) -> None:
    client.force_login(filled.rival.user)
    content = client.get(reverse(name), {"basket": "files"}).content.decode()
    assert "SECRET" in content
    assert "245000201" not in content


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"),
     ("  =1", "'  =1"), ("Été", "Été"), ("", ""), ("12,00", "12,00")],
)  # fmt: skip
def test_cells_are_harmless(cell: str, written: str) -> None:
    assert harmless(cell) == written
