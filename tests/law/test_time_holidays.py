"""Holidays by territory, frozen from the library; closures of the office; calendars joined."""

from __future__ import annotations

from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from guichet.law.holidays import closed_days, closed_in_both, closed_in_either, closures, territories, with_customary
from guichet.law.holidays.closures import closures_of, read_closures

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "freeze_holidays.py"
OVERSEAS = {"GP", "MQ", "GF", "RE", "YT", "BL", "MF", "PM", "PF", "NC", "WF", "TF"}
STRIKE = {
    "territory": "FR",
    "first_day": date(2024, 5, 10),
    "last_day": date(2024, 5, 10),
    "label": "Pont de l'Ascension",
    "decision": "décision n° 2024-1",
    "origin": "essai",
    "confidence": "high",
}


def freezing() -> ModuleType:
    spec = spec_from_file_location("freeze_holidays", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_frozen_calendars_are_those_of_the_library() -> None:
    script = freezing()
    assert {each.code for each in script.TERRITORIES} == set(territories())
    for each in script.TERRITORIES:
        written, known = yaml.safe_load(script.frozen(each)), closed_days(each.code)
        assert written["holidays"] == dict(known.holidays)
        assert written.get("customary", {}) == dict(known.customary)


def test_every_territory_has_its_calendar_and_says_where_it_comes_from() -> None:
    assert set(territories()) == {"FR", "FR-AM"} | OVERSEAS
    assert territories()[0] == "FR"
    folder = SCRIPT.parents[1] / "src" / "guichet" / "law" / "holidays"
    for path in folder.glob("*.yaml"):
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert written["source"] and written["confidence"] in ("high", "medium", "low")
        assert written["territory"] == path.stem


@pytest.mark.parametrize("territory", sorted(OVERSEAS | {"FR-AM"}))
def test_the_eleven_legal_holidays_are_everywhere(territory: str) -> None:
    assert set(closed_days().holidays) <= set(closed_days(territory).holidays)


@pytest.mark.parametrize(
    ("territory", "day"),
    [("GP", "05-27"), ("MQ", "05-22"), ("GF", "06-10"), ("RE", "12-20"), ("YT", "04-27"), ("BL", "10-09")],
)
def test_the_abolition_of_slavery_has_its_day_in_each_place(territory: str, day: str) -> None:
    when = date.fromisoformat(f"2023-{day}")
    assert "Abolition" in closed_days(territory).holidays[when]
    assert when not in closed_days().holidays


def test_days_idle_by_custom_are_open_unless_asked_for() -> None:
    good_friday = date(2024, 3, 29)
    calendar = closed_days("FR-AM")
    assert good_friday not in calendar and good_friday in calendar.customary
    assert good_friday in with_customary(calendar)
    assert with_customary(closed_days()) is closed_days()


def test_two_calendars_are_joined_by_or_and_by_and() -> None:
    metropolitan, reunion = closed_days(), closed_days("RE")
    abolition, easter_monday = date(2024, 12, 20), date(2024, 4, 1)
    assert abolition in closed_in_either(metropolitan, reunion)
    assert abolition not in closed_in_both(metropolitan, reunion)
    assert easter_monday in closed_in_both(metropolitan, reunion)
    assert date(2024, 12, 21) in closed_in_both(metropolitan, reunion)
    assert closed_in_either(metropolitan, reunion).why_closed(abolition) == "férié (Abolition de l'esclavage)"


def test_a_closure_moves_a_limit_only_when_a_decision_says_so() -> None:
    decided, silent = read_closures([STRIKE]), read_closures([{**STRIKE, "decision": ""}])
    assert dict(closures_of("FR", decided)) == {date(2024, 5, 10): "décision n° 2024-1"}
    assert dict(closures_of("RE", decided)) == {}
    assert dict(closures_of("FR", silent)) == {}
    assert decided[0].days == (date(2024, 5, 10),)


def test_a_closure_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        read_closures([{**STRIKE, "last_day": date(2024, 5, 9)}])


def test_no_closure_is_guessed() -> None:
    assert all(each.origin and each.confidence for each in closures())
    assert dict(closed_days().closures) == {day: each.decision for each in closures() for day in each.days}


def test_what_is_no_day_is_in_no_calendar() -> None:
    assert "2024-01-01" not in closed_days()
