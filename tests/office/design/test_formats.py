"""Amounts, dates and numbers as the French write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template


def drawn(text: str, **values: object) -> str:
    return Template(text).render(Context(values))


@pytest.mark.parametrize(
    ("cents", "written"),
    [(19000, "190,00\u202f€"), (119050, "1\u202f190,50\u202f€"), (0, "0,00\u202f€"), (-4000, "−40,00\u202f€")],
)
def test_amounts_have_narrow_spaces(cents, written):
    assert drawn("{{ value|cents }}", value=cents) == written


def test_no_amount_is_written_as_nothing():
    assert drawn("{{ value|cents }}", value=None) == ""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2024, 4, 12), "12 avril 2024"),
        (date(2024, 4, 1), "1er avril 2024"),
        ("2024-08-15", "15 août 2024"),
        (datetime(2024, 12, 31, 23, 30, tzinfo=UTC), "1er janvier 2025"),
        ("2024-12-31T23:30:00+00:00", "1er janvier 2025"),
        ("pas une date", ""),
        (None, ""),
    ],
)
def test_dates_are_written_in_full_and_read_in_paris(value, written):
    assert drawn("{{ value|longdate }}", value=value) == written


def test_an_instant_has_its_hour_and_a_date_has_none():
    at = datetime(2024, 4, 12, 8, 4, tzinfo=UTC)
    assert drawn("{{ at|longinstant }}, {{ on|longinstant }}", at=at, on=at.date()) == (
        "12 avril 2024 à 10 h 04, 12 avril 2024"
    )


@pytest.mark.parametrize(("value", "written"), [("245000001", "24 5 000 001"), ("2450", "2450"), ("", ""), (None, "")])
def test_a_national_number_is_printed_in_four_groups(value, written):
    assert drawn("{{ value|number_fr }}", value=value) == written
