"""Random walks that start where each case ends: deep states, which a walk from nothing hardly reaches, hold as well."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guichet.law.sources import quote_found
from guichet.law.time_limits import TimeLimit, closed_days
from guichet.play.reading import read
from law import procedure_cases
from law.procedure_cases import Play
from law.wandering import Wanderer

TABLES = sorted((Path(__file__).parents[1] / "cases" / "other_titles").glob("*.yaml"))
STEPS = 12
found = cache(quote_found)


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}: {case['case']}")
        for path in TABLES
        for case in read(path.read_text(encoding="utf-8")).value
        if "procedure" in case and case["procedure"] != "patent"
    ]


def played(case: dict[str, Any]) -> Play:
    """The file as the case leaves it: acts that are refused there leave no trace."""
    play = Play(procedure_cases.procedures()[case["procedure"]], case.get("serve", "same_day"))
    play.run(case["acts"])
    return play


@pytest.mark.parametrize("case", cases())
def test_from_where_a_case_ends_the_law_still_answers(case: dict[str, Any]) -> None:
    play = played(case)
    if not play.history:
        assert all("refused" in act["then"] for act in case["acts"])
        return
    for seed in range(2):
        walk = Wanderer(play.procedure, seed, list(play.history), max(happened.on for happened in play.history))
        for act, _, refused in walk.steps(STEPS):
            play.procedure.read(walk.history)
            if refused is not None:
                assert refused.because and all(found(reason.source) for reason in refused.because), act
            account = play.procedure.balance(walk.history, on=walk.on)
            assert sum(fee.amount_cents for fee in account.refundable) <= account.paid_cents, act
        for running in play.procedure.deadlines(walk.history, on=walk.on):
            clock = next(one for one in play.procedure.clocks if one.is_of(running.id))
            if isinstance(clock.limit, TimeLimit) and clock.limit.bearer == "party":
                assert running.deadline.date not in closed_days(), running
