"""Every case table of the procedures, one test a case: see ``procedure_cases`` for what a case may say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guichet.play.reading import read
from law.procedure_cases import run_case

CASES = Path(__file__).parent / "cases"
ELSEWHERE = ("trademarks/", "time_limits", "fees")
"""Tables with a runner of their own; new tables on marks go to ``cases/marks``."""


def tables() -> list[Path]:
    found = sorted(CASES.rglob("*.yaml"))
    return [path for path in found if not str(path.relative_to(CASES)).startswith(ELSEWHERE)]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{path.relative_to(CASES).with_suffix('')}: {case['case']}")
        for path in tables()
        for case in read(path.read_text(encoding="utf-8")).value
    ],
)
def test_case(case: dict[str, Any]) -> None:
    run_case(case)
