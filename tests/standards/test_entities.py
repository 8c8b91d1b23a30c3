"""SIREN, SIRET, legal forms and activities: their lists are whole, their checks say what is wrong."""

from __future__ import annotations

import re

import pytest

from guichet.standards import entities

SIREN, SIRET, APE = entities.checked_siren, entities.checked_siret, entities.checked_activity


def test_naf_has_the_732_sub_classes_of_the_decree() -> None:
    found = entities.activities()
    assert len(found.labels) == 732
    assert all(re.fullmatch(r"\d\d\.\d\d[A-Z]", code) and label for code, label in found.labels.items())
    assert found.labels["62.01Z"] == "Programmation informatique"
    assert list(found.labels) == sorted(found.labels)


def test_a_class_is_cut_into_letters_from_a_or_not_at_all() -> None:
    """As the decree does: ``Z`` alone, or ``A``, ``B``… without a gap."""
    letters: dict[str, str] = {}
    for code in entities.activities().labels:
        letters[code[:5]] = letters.get(code[:5], "") + code[5]
    assert [cut for cut in letters.values() if cut != "Z" and (len(cut) < 2 or not "ABCDEF".startswith(cut))] == []
    assert len(letters) == 615, "the classes of NACE Rev. 2"


def test_legal_forms_have_four_digits_of_nine_families() -> None:
    found = entities.legal_forms()
    assert len(found.labels) == 262
    assert all(re.fullmatch(r"[1-9]\d{3}", code) and label for code, label in found.labels.items())
    assert {code[0] for code in found.labels} == set("123456789")
    assert found.labels["5710"].startswith("SAS")
    assert list(found.labels) == sorted(found.labels)


def test_each_list_says_its_source_its_date_and_how_sure_we_are() -> None:
    for found in (entities.legal_forms(), entities.activities()):
        assert found.source and found.as_of.year >= 2008 and found.confidence.startswith("high")


@pytest.mark.parametrize(
    ("check", "typed", "kept"),
    [
        (SIREN, "732829320", "732829320"),
        (SIREN, " 732 829 320 ", "732829320"),
        (SIREN, "732.829.320", "732829320"),
        (SIREN, "356000000", "356000000"),
        (SIRET, "73282932000074", "73282932000074"),
        (SIRET, "732 829 320 00074", "73282932000074"),
        (SIRET, "35600000000048", "35600000000048"),  # La Poste's head office, by the common check
        (SIRET, "35600000049837", "35600000049837"),  # a post office: the digits' sum is 45
        (APE, "62.01Z", "62.01Z"),
        (APE, " 6201z", "62.01Z"),
        (APE, "62.01 Z", "62.01Z"),
    ],
)
def test_what_is_right_is_kept_in_one_form(check, typed: str, kept: str) -> None:
    assert check(typed) == kept


@pytest.mark.parametrize(
    ("check", "typed", "why"),
    [
        (SIREN, "732829321", "clé de contrôle"),
        (SIREN, "73282932", "9 chiffres"),
        (SIREN, "73282932000074", "9 chiffres"),
        (SIREN, "²٣2829320", "9 chiffres"),
        (SIREN, "ABCDEFGHI", "9 chiffres"),
        (SIRET, "73282932000079", "clé de contrôle"),
        (SIRET, "35600000049838", "clé de contrôle"),  # sum 46
        (SIRET, "732829320", "14 chiffres"),
        (APE, "62.99Z", "ne figure pas"),
        (APE, "62.01A", "ne figure pas"),
        (APE, "informatique", "quatre chiffres et une lettre"),
        (APE, "٦٢.٠١Z", "quatre chiffres et une lettre"),
    ],
)
def test_what_is_wrong_is_told(check, typed: str, why: str) -> None:
    with pytest.raises(entities.Wrong, match=why):
        check(typed)
