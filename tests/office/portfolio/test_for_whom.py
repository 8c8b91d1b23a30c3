"""The portal of a representative (portfolio:list): for whom each file is, and the files of one client."""

from __future__ import annotations

import pytest

from factories.portfolio import House, a_draft, a_file, numbers, page
from factories.trademarks import a_party

FIRST, SECOND, OWN = "245000801", "245000802", "245000803"


@pytest.fixture
def cabinet(house: House) -> House:
    """Two files for clients and one of Acme's own, all held by Acme; a draft."""
    a_file(house.anne, FIRST, "AZUR", applicants=(a_party("Müller & Fils", ""),))
    a_file(house.anne, SECOND, "NORD", applicants=(a_party("Roux", "Aline"), a_party("Petit", "Zoé")))
    a_file(house.anne, OWN, "À NOUS", applicants=(a_party("Acme", ""),))
    a_draft(house.anne, "R-1")
    return house


def said(tree, number: str) -> str:
    row = next(row for row in tree.xpath("//tbody/tr") if number in "".join(row.text_content().split()))
    return " ".join(row.xpath("string(th)").split())


def test_each_file_says_for_whom_it_is_but_one_s_own(client, cabinet: House) -> None:
    tree = page(client, cabinet.anne, basket="files")
    assert said(tree, FIRST).endswith("pour Müller & Fils")
    assert "pour " in said(tree, SECOND)
    assert "Roux" in said(tree, SECOND)
    assert "pour " not in said(tree, OWN)


def test_the_files_of_one_client(client, cabinet: House) -> None:
    choices = page(client, cabinet.anne, basket="files").xpath("//select[@name='party']/option/@value")
    assert len(choices) == 4
    assert "Müller & Fils" in choices
    assert numbers(page(client, cabinet.anne, basket="files", party="Müller & Fils")) == [FIRST]
    assert numbers(page(client, cabinet.anne, basket="drafts", party="Müller & Fils")) == []


def test_nobody_learns_another_s_clients(client, cabinet: House) -> None:
    a_file(cabinet.rival, "245000899", "AUTRE")
    a_file(cabinet.rival, "245000898", "ENCORE")
    assert "Müller" not in page(client, cabinet.rival, basket="files").text_content()
    assert "245000801" not in numbers(page(client, cabinet.rival, basket="files", party="Müller & Fils"))


def test_the_only_file_says_for_whom_too(client, house: House) -> None:
    a_file(house.rival, FIRST, "AZUR", applicants=(a_party("Müller & Fils", ""),))
    assert "Müller & Fils" in page(client, house.rival).text_content()
