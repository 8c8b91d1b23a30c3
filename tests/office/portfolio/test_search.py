"""Searching, filtering and sorting the portal (portfolio:list)."""

from __future__ import annotations

from datetime import date

import pytest

from factories.portfolio import House, a_draft, a_file, basket_counts, numbers, page
from factories.trademarks import a_party, happens, served
from guichet.rights.events import FeePaid
from guichet.rights.trademarks import events as e

FIRST, SECOND, THIRD = "245000701", "245000702", "245000703"


@pytest.fixture
def filled(house: House) -> House:
    """Three marks of Acme, one paid and one not, two drafts; a mark and a draft of Rival."""
    a_file(house.anne, FIRST, "Été Clair", on=date(2024, 1, 10))
    a_file(house.bruno, SECOND, "NORD", on=date(2024, 2, 10), client_reference="C/12")
    applicants = (a_party("Müller & Fils", ""),)
    third = a_file(house.anne, THIRD, "Azur", on=date(2024, 3, 1), applicants=applicants, client_reference="R-2024-17")
    happens(third, FeePaid(("trademark.deposit", "trademark.class"), 23000, "p"), on=date(2024, 3, 1))
    happens(third, e.FilingDateAccorded(date(2024, 3, 1)), on=date(2024, 3, 1))
    a_draft(house.anne, "C/12 bis", "Ébauche", on=date(2024, 2, 28))
    a_draft(house.bruno, "Dossier Hiver")
    a_file(house.rival, "245000799", "CLAIRON", client_reference="C/12")
    a_draft(house.rival, "C/12")
    return house


@pytest.mark.parametrize(
    ("asked", "files", "drafts"),
    [
        ("ete clair", {FIRST}, 0),
        ("CLAIR été", {FIRST}, 0),
        ("24 5 000 702", {SECOND}, 0),
        ("n° 24/5.000.702", {SECOND}, 0),
        ("c/12", {SECOND}, 1),
        ("r-20", {THIRD}, 0),
        ("muller", {THIRD}, 0),
        ("durand", {FIRST, SECOND}, 0),
        ("ebauche", set(), 1),
        ("hiver", set(), 1),
        ("clairon", set(), 0),
        ("a", set(), 0),
        ("%", set(), 0),
        ("'; drop table", set(), 0),
    ],
)
def test_words_are_found_in_every_basket(client, filled: House, asked: str, files: set[str], drafts: int) -> None:
    shown = page(client, filled.bruno, q=asked, basket="files")
    assert set(numbers(shown)) == files
    assert basket_counts(shown)["Vos projets et sauvegardes"] == drafts


@pytest.mark.parametrize(
    ("query", "files", "drafts"),
    [
        ({"kind": "trademark"}, {FIRST, SECOND, THIRD}, 0),
        ({"kind": "depot-marque"}, set(), 2),
        ({"state": "Dépôt reçu, recevabilité à vérifier"}, {FIRST, SECOND}, 0),
        ({"since": "2024-02-10"}, {SECOND, THIRD}, 2),
        ({"until": "2024-02-10"}, {FIRST, SECOND}, 0),
        ({"since": "2024-02-01", "until": "2024-02-28"}, {SECOND}, 1),
        ({"unpaid": "on"}, {FIRST, SECOND}, 0),
        ({"q": "durand", "until": "2024-01-31", "unpaid": "on"}, {FIRST}, 0),
    ],
)
def test_filters(client, filled: House, query: dict[str, str], files: set[str], drafts: int) -> None:
    shown = page(client, filled.anne, basket="files", **query)
    assert set(numbers(shown)) == files
    assert basket_counts(shown)["Vos projets et sauvegardes"] == drafts


def test_by_contact(client, filled: House) -> None:
    shown = page(client, filled.anne, basket="files", contact=filled.bruno.actor)
    assert numbers(shown) == [SECOND]
    assert basket_counts(shown)["Vos projets et sauvegardes"] == 1


def test_by_the_next_deadline(client, filled: House, office_clock) -> None:
    stream = f"trademark/{FIRST}"
    happens(stream, e.CompletionInvited("L-1", ("goods_services",), 1), on=date(2024, 3, 4))
    happens(stream, served("L-1"), on=date(2024, 3, 5))
    assert numbers(page(client, filled.anne, basket="files", within="90")) == [FIRST]
    assert numbers(page(client, filled.anne, basket="files", within="7")) == []
    office_clock.on(2024, 4, 1)
    assert numbers(page(client, filled.anne, basket="files", within="7")) == [FIRST]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", [THIRD, SECOND, FIRST]),
        ("created", [FIRST, SECOND, THIRD]),
        ("-created", [THIRD, SECOND, FIRST]),
        ("number", [FIRST, SECOND, THIRD]),
        ("-number", [THIRD, SECOND, FIRST]),
        ("client", [FIRST, SECOND, THIRD]),
        ("-client", [THIRD, SECOND, FIRST]),
        ("contact", [THIRD, FIRST, SECOND]),
        ("-contact", [SECOND, THIRD, FIRST]),
        ("name", [THIRD, FIRST, SECOND]),
        ("kind", [THIRD, SECOND, FIRST]),
        ("state", [THIRD, SECOND, FIRST]),
        ("deadline", [THIRD, SECOND, FIRST]),
        ("no such column", [THIRD, SECOND, FIRST]),
    ],
)
def test_every_column_sorts(client, filled: House, sort: str, order: list[str]) -> None:
    assert numbers(page(client, filled.anne, basket="files", sort=sort)) == order


@pytest.mark.parametrize(
    ("sort", "references"),
    [("created", ["C/12 bis", "Dossier Hiver"]), ("-client", ["Dossier Hiver", "C/12 bis"]),
     ("contact", ["C/12 bis", "Dossier Hiver"]), ("-name", ["C/12 bis", "Dossier Hiver"]),
     ("number", ["C/12 bis", "Dossier Hiver"]), ("kind", ["Dossier Hiver", "C/12 bis"])],
)  # fmt: skip
def test_drafts_are_sorted_too(client, filled: House, sort: str, references: list[str]) -> None:
    shown = page(client, filled.anne, basket="drafts", sort=sort)
    assert [cell.text for cell in shown.xpath("//td[@data-label='Référence client']")] == references


def test_the_column_in_force_says_its_direction_and_turns_round(client, filled: House) -> None:
    shown = page(client, filled.anne, basket="files", sort="name", q="durand")
    heading = shown.xpath("//th[@aria-sort]")
    assert [one.get("aria-sort") for one in heading] == ["ascending"]
    address = heading[0].find("a").get("href")
    assert "sort=-name" in address
    assert "q=durand" in address


def test_a_criterion_without_sense_is_told_and_does_not_count(client, filled: House) -> None:
    shown = page(client, filled.anne, basket="files", since="hier", kind="inconnu", contact="account:x")
    assert len(numbers(shown)) == 3
    assert "Écrivez la date sous la forme" in shown.text_content()
