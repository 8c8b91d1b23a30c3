"""National numbers are found in every printed form; INID codes have a French label."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guichet.standards import inid, numbers

NUMBERS = st.from_regex(r"[0-9]{9}", fullmatch=True).filter(str.isascii)


@pytest.mark.parametrize(
    "text",
    [
        "245000001",
        "24 5 000 001",
        "24\u00a05\u00a0000\u00a0001",
        "24\u202f5\u202f000\u202f001",
        "24/5000001",
        "24.5.000.001",
        "FR 24 5 000 001",
        "n° 24 5 000 001",
        "№ 245000001",
        "N° national : 24 5 000 001",
        "2024 5 000 001",
        "fr502024005000001",
    ],
)
def test_R712_6_a_number_is_found_in_every_printed_form(text: str) -> None:
    assert numbers.parse(text) == "245000001"


@pytest.mark.parametrize("text", ["", "5000001", "café", "24 5 000 0011", "1924 5 000 001", "24 5 000 00x", "٢٤٥٠"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert numbers.parse(text) is None


@given(NUMBERS)
def test_printing_and_reading_give_the_number_back(number: str) -> None:
    assert numbers.parse(numbers.printed(number)) == number
    assert numbers.parse(numbers.st13(number)) == number
    assert numbers.parse(f"{numbers.year(number)} {number[2:]}") == number


@pytest.mark.parametrize("text", ["", "24500000", "24 5 000 001"])
def test_only_a_canonical_number_is_printed(text: str) -> None:
    with pytest.raises(ValueError, match="neuf chiffres"):
        numbers.printed(text)


def test_st13_form() -> None:
    assert numbers.st13("245000001") == "FR502024005000001"
    assert numbers.year("985000001") == 1998


def test_inid_codes_have_three_digits_and_a_french_label() -> None:
    assert all(len(code) == 3 and code.isdigit() and text[0].isupper() for code, text in inid.LABELS.items())
    assert set(inid.LABELS) >= inid.OURS
    assert inid.captioned("210") == "(210) Numéro national"
    with pytest.raises(KeyError):
        inid.label("999")
