"""The case tables of the regimes: clear days, appeals, working days, readings, holidays by place, stopped limits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from guichet.law.answers import Deadline
from guichet.law.backward import BackwardLimit, Window
from guichet.law.distance import (
    appeal_extension,
    complaint_extension,
    extended,
    plant_variety_extension,
)
from guichet.law.holidays import closed_days
from guichet.law.running import JOINT_SUSPENSIONS, Chained, Happening, Renewable, course, silence
from guichet.law.sources import Source
from guichet.law.time_limits import Extension, LongerOf, TimeLimit

FOLDER = Path(__file__).parent / "cases"
READINGS = ("default", "safe", "latest")
WORDS = Source("R. 712-16-1", "1°", "dispose d'un délai de deux mois pour présenter des observations")
OPTIONS = ("years", "months", "weeks", "days", "working_days", "weekdays_only", "bearer", "from_next_day", "title")
Case = dict[str, Any]


def rows(name: str) -> list[Any]:
    read = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return [pytest.param(case, reading, id=f"{case['case']} [{reading}]") for case in read for reading in READINGS]


def limit_of(case: Case, **more: Any) -> TimeLimit:
    values = {key: case[key] for key in OPTIONS if key in case}
    return TimeLimit(WORDS, "x", listed=False, **{**values, **more})


def extension_of(case: Case, reading: Any) -> Extension:
    if "plants_residence" in case:
        return plant_variety_extension(case["plants_residence"], reading=reading)
    if "complaint_residence" in case:
        return complaint_extension(case["complaint_residence"], author_of="complaint")
    if "article" not in case:
        return Extension(0)
    role = case.get("role", "claimant")
    return appeal_extension(case["article"], court=case["court"], residence=case["residence"], role=role)


def wanted(case: Case, reading: str) -> date:
    day: date = case["readings"][reading] if "readings" in case else case["expires"]
    return day


@pytest.mark.parametrize(("case", "reading"), rows("time_limits_regimes.yaml"))
def test_regimes(case: Case, reading: Any) -> None:
    local = closed_days(case["local"]) if "local" in case else None
    closed = closed_days(case.get("territory", "FR"))
    limit: TimeLimit | LongerOf
    if "longer_of" in case:
        title = case.get("title", "marks")
        limit = LongerOf(WORDS, tuple(limit_of({**each, "title": title}) for each in case["longer_of"]))
    else:
        limit = extended(limit_of(case), extension_of(case, reading))
    deadline = limit.expires(case["started"], closed, reading=reading, local=local)
    assert deadline.date == wanted(case, reading)
    if reading == "default" and "because" in case:
        assert [str(reason.source) for reason in deadline.because[1:]] == case["because"]
    if reading != "default":
        label = {"safe": "la plus sûre", "latest": "la plus tardive"}[reading]
        assert any(reason.text.startswith(f"Lecture {label} :") for reason in deadline.because)


def in_course(case: Case, reading: Any) -> Deadline | None:
    happenings = tuple(Happening(kind, day) for each in case["happenings"] for kind, day in each.items())
    return course(limit_of(case), case["started"], happenings, reading=reading).deadline


def in_chain(case: Case, reading: Any) -> Deadline:
    return Chained(limit_of(case), TimeLimit(WORDS, "x", months=case["then_months"])).expires(
        case["started"], reading=reading
    )


def renewed(case: Case, reading: Any) -> Deadline:
    return Renewable(limit_of(case), case["times"], WORDS).expires(case["started"], case["renewals"], reading=reading)


def suspended_together(case: Case, reading: Any) -> Deadline:
    return JOINT_SUSPENSIONS[case["procedure"]].ends(case["started"], case["renewals"], reading=reading)


def backward(case: Case, reading: Any) -> Deadline:
    values = {key: case[key] for key in ("months", "days", "title") if key in case}
    return BackwardLimit(WORDS, "x", **values).last_day(case["started"], reading=reading)


def in_window(case: Case, reading: Any) -> Deadline:
    values = {key: case[key] for key in ("years", "months", "days", "title", "to_month_end") if key in case}
    span = Window(WORDS, "x", **values).around(case["started"], reading=reading)
    assert span.first_day == case["first"][reading]
    assert span.first_day in span and span.last_day in span
    return Deadline(span.last_day, span.because)


def by_silence(case: Case, reading: Any) -> Deadline | None:
    return silence(limit_of(case), WORDS, case["started"], reading=reading)


KINDS: dict[str, Callable[[Case, Any], Deadline | None]] = {
    "course": in_course,
    "chain": in_chain,
    "renewable": renewed,
    "joint": suspended_together,
    "backward": backward,
    "window": in_window,
    "silence": by_silence,
}


@pytest.mark.parametrize(("case", "reading"), rows("time_limits_running.yaml"))
def test_running(case: Case, reading: Any) -> None:
    deadline = KINDS[case["kind"]](case, reading)
    assert deadline is not None
    assert deadline.date == wanted(case, reading)
    assert all(reason.text.endswith((".", ")")) for reason in deadline.because)
