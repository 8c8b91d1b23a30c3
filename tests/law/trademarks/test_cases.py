"""The case tables of trademarks, which a lawyer can edit: dated acts as in ``guichet play``, and what follows.

Under ``then``: refused (articles that the refusal cites), says (words of its message), events, state, examination,
filing_date, expiry_date, deadlines (id: last day), not_open (ids), due_cents, refundable_cents, items (terms that
remain). Periods set by the office are of one month.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from guichet.play.reading import read
from guichet.play.running import Step, run
from guichet.play.scenario import load

FOLDER = Path(__file__).parents[1] / "cases" / "trademarks"
BASE = {
    "applicants": ["Camille Durand"],
    "mark": "LUMIVELLE",
    "goods_services": {9: "logiciels", 42: "conception de logiciels"},
}
CASES = [
    pytest.param(case, id=f"{file.stem}: {case['case']}")
    for file in sorted(FOLDER.glob("*.yaml"))
    for case in read(file.read_text(encoding="utf-8")).value
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any]) -> None:
    assert case["decides"], "a case says which articles it decides"
    acts = [{key: value for key, value in act.items() if key != "then"} for act in case["acts"]]
    application = {**BASE, **case.get("application", {})}
    scenario = {"application": application, "serve": case.get("serve", "same_day"), "acts": acts}
    steps = run(load(yaml.safe_dump(scenario, allow_unicode=True, sort_keys=False)))
    by_line: dict[int, list[Step]] = {}
    for step in steps:
        by_line.setdefault(step.line, []).append(step)
    for act, (_, done) in zip(case["acts"], sorted(by_line.items()), strict=True):
        expected = act.get("then", {})
        if "refused" not in expected:
            assert done[0].refused is None, f"{act}: {done[0].refused}"
        for name, value in expected.items():
            assert seen(name, value, done) == value, f"{act}: {name}"


def seen(name: str, wanted: Any, done: list[Step]) -> Any:
    """What the run gave for an expectation: at the act itself, or at the end of its day."""
    first = done[0]
    last = [step for step in done if step.on == first.on][-1]
    if name == "refused":
        return [] if first.refused is None else list(articles(first, wanted))
    if name == "says":
        return wanted if first.refused and wanted in first.refused.message else first.refused
    if name == "events":
        return [event.type.split("/")[0].split(".")[1] for event in first.events]
    if name == "deadlines":
        found = {deadline.id: deadline.deadline.date.isoformat() for deadline in last.deadlines}
        return {key: found.get(key) for key in wanted}
    if name == "not_open":
        open_now = {deadline.id for deadline in last.deadlines}
        return [key for key in wanted if key not in open_now]
    return of_status(name, last)


def articles(step: Step, wanted: list[str]) -> Iterator[str]:
    """Of the wanted articles, those that the refusal cites."""
    assert step.refused is not None
    cited = {reason.source.article for reason in step.refused.because}
    yield from (article for article in wanted if article in cited)


def of_status(name: str, step: Step) -> Any:
    status, account, facts = step.status, step.balance, step.status.facts
    found = {
        "state": status.states["application"],
        "examination": status.states["examination"],
        "filing_date": facts["filing_date"],
        "expiry_date": facts["expiry_date"],
        "registration_date": facts["registration_date"],
        "due_cents": sum(fee.amount_cents for fee in account.due),
        "paid_cents": account.paid_cents,
        "refundable_cents": sum(fee.amount_cents for fee in account.refundable),
        "items": [item.term for item in facts["goods_services"]],
        "closed": status.closed,
    }[name]
    return found.isoformat() if isinstance(found, date) else found
