"""The case table of time limits, and what a deadline says of itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from guichet.law.answers import Refused
from guichet.law.sources import Source
from guichet.law.time_limits import HolidaysUnknown, OfficePeriod, TimeLimit, UnknownTerritory, closed_days

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "time_limits.yaml").read_text(encoding="utf-8"))
PERIOD = Source("R. 712-16-1", "1°", "dispose d'un délai de deux mois pour présenter des observations")
UNITS = ("years", "months", "weeks", "days")


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_case_table(case: dict[str, Any]) -> None:
    lengths: dict[str, Any] = {unit: case[unit] for unit in UNITS if unit in case}
    limit = TimeLimit(PERIOD, "opposition.notified", title=case.get("title", "marks"), **lengths)
    deadline = limit.raw(case["started"]) if case.get("raw") else limit.expires(case["started"])
    assert deadline.date == case["expires"]
    assert deadline.because[0].source == PERIOD
    assert [str(reason.source) for reason in deadline.because[1:]] == case["because"]


def test_R718_2_the_steps_are_told_in_french() -> None:
    limit = TimeLimit(PERIOD, "opposition.notified", months=2, since="de la notification")
    texts = [reason.text for reason in limit.expires(date(2024, 5, 13)).because]
    assert texts == [
        "Le délai est de deux mois à compter de la notification, le lundi 13 mai 2024.",
        "Il expire le jour qui porte le même quantième, le 13 : le samedi 13 juillet 2024.",
        "Le 13 juillet 2024 est un samedi, le 14 juillet 2024 est un dimanche et férié (Fête nationale) : "
        "le délai est prorogé jusqu'au premier jour ouvrable suivant, le lundi 15 juillet 2024.",
    ]


def test_one_month_reads_as_french() -> None:
    text = TimeLimit(PERIOD, "x", months=1).raw(date(2024, 3, 1)).because[0].text
    assert text.startswith("Le délai est d'un mois à compter")


@pytest.mark.parametrize("lengths", [{}, {"months": -1}, {"months": 2, "days": -3}])
def test_a_period_has_a_positive_length(lengths: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="au moins un jour"):
        TimeLimit(PERIOD, "x", **lengths)


@pytest.mark.parametrize("started", [date(2045, 12, 31), date(1989, 1, 1)])
def test_nobody_guesses_holidays_beyond_the_calendar(started: date) -> None:
    with pytest.raises(HolidaysUnknown, match="1er janvier 1990 au 31 décembre 2045"):
        TimeLimit(PERIOD, "x", months=1).expires(started)


def test_the_raw_day_needs_no_calendar_but_the_end_of_time() -> None:
    assert TimeLimit(PERIOD, "x", years=10).raw(date(2040, 3, 1)).date == date(2050, 3, 1)
    with pytest.raises(HolidaysUnknown, match="sort du calendrier"):
        TimeLimit(PERIOD, "x", years=9000).raw(date(2024, 1, 1))


def test_R718_1_the_office_sets_one_to_four_months() -> None:
    period = OfficePeriod(PERIOD, "trademark.irregularity_notified")
    assert period.of().months == 1
    assert [months for months in range(-1, 8) if period.check(months).allowed] == [1, 2, 3, 4]
    with pytest.raises(Refused) as refusal:
        period.of(5)
    assert refusal.value.finding.field == "months"
    assert str(refusal.value.finding.because[0].source) == "R. 718-1"
    assert "cinq mois" in refusal.value.finding.message


def test_R618_4_the_office_sets_two_to_four_months_for_patents() -> None:
    period = OfficePeriod(PERIOD, "x", default_months=2, title="patents")
    assert [months for months in range(8) if period.check(months).allowed] == [2, 3, 4]
    assert str(period.check(1).because[0].source) == "R. 618-4"


def test_metropolitan_holidays_are_eleven_a_year() -> None:
    calendar = closed_days()
    by_year: dict[int, int] = {}
    for day in calendar.holidays:
        by_year[day.year] = by_year.get(day.year, 0) + 1
    doubled = {2008, 1997}  # Ascension on 1 May, on 8 May
    assert sorted(by_year) == list(range(1990, 2046))
    assert {year: count for year, count in by_year.items() if count != 11} == dict.fromkeys(doubled, 10)


def test_an_unknown_territory_is_refused_in_french() -> None:
    with pytest.raises(UnknownTerritory, match="Territoires connus : FR"):
        closed_days("ZZ")
