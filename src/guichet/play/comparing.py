"""``--what-if``: two variants of a file side by side, and what differs at the end of them or on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from guichet.law.dates import euros, in_words, with_weekday
from guichet.play.data import SCHEMA, plain_facts
from guichet.play.page import page
from guichet.play.running import Step
from guichet.play.telling import standing
from guichet.rights.codec import to_plain

Answers = dict[str, Any]


def outcome(steps: Sequence[Step]) -> dict[str, Answers]:
    """Where each file stands after the last of its steps, or at the look when there is one: question by question."""
    last = {step.file: step for step in steps}
    looks = {step.file: step for step in steps if step.act is None}
    return {name: _answers(looks.get(name, step), steps) for name, step in last.items()}


def _answers(step: Step, steps: Sequence[Step]) -> Answers:
    refused = [each for each in steps if each.file == step.file and each.refused and each.on <= step.on]
    found: Answers = {"État": standing(step)}
    found |= {f"Fait « {name} »": value for name, value in plain_facts(step.status.facts).items()}
    found |= {f"Délai « {one.label} »": with_weekday(one.deadline.date) for one in step.deadlines}
    found["Reste dû"] = euros(sum(fee.amount_cents for fee in step.balance.due))
    found["Payé"] = euros(step.balance.paid_cents)
    found["À rembourser"] = euros(sum(fee.amount_cents for fee in step.balance.refundable))
    found["Actes refusés"] = " ; ".join(
        f"{each.act.label} ({each.act.name}) le {in_words(each.on)}" for each in refused if each.act is not None
    )
    return found


def differences(first: Sequence[Step], second: Sequence[Step]) -> list[dict[str, Any]]:
    """Each question that the two variants answer otherwise; a missing answer is None."""
    one, two = outcome(first), outcome(second)
    found = []
    for file in dict.fromkeys([*one, *two]):
        ours, theirs = one.get(file, {}), two.get(file, {})
        for question in dict.fromkeys([*ours, *theirs]):
            if to_plain(ours.get(question)) != to_plain(theirs.get(question)):
                found.append(
                    {"file": file, "question": question, "first": ours.get(question), "second": theirs.get(question)}
                )
    return found


def tell_differences(titles: tuple[str, str], first: Sequence[Step], second: Sequence[Step]) -> str:
    """The comparison as text."""
    lines = [f"A : {titles[0] or 'sans titre'}", f"B : {titles[1] or 'sans titre'}", ""]
    found = differences(first, second)
    if not found:
        return page([*lines, "Les deux variantes mènent au même point.", ""])
    for each in found:
        lines += [*_told(each), ""]
    return page(lines)


def _told(difference: dict[str, Any]) -> Iterator[str]:
    yield f"{'[' + difference['file'] + '] ' if difference['file'] else ''}{difference['question']}"
    first, second = difference["first"], difference["second"]
    if not (isinstance(first, dict) and isinstance(second, dict)):
        yield from _side_by_side(first, second, "  ")
        return
    for name in dict.fromkeys([*first, *second]):
        if first.get(name) != second.get(name):
            yield f"  {name}"
            yield from _side_by_side(first.get(name), second.get(name), "    ")


def _side_by_side(first: Any, second: Any, indent: str) -> Iterator[str]:
    yield f"{indent}A : {_said(first)}"
    yield f"{indent}B : {_said(second)}"


def _said(value: Any) -> str:
    """A value as one reads it: no braces, no empty fields, dates in words."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {_said(each)}" for name, each in value.items() if not _empty(each)) or "—"
    if isinstance(value, list | tuple):
        return " ; ".join(map(_said, value)) or "—"
    if isinstance(value, bool):
        return "oui" if value else "non"
    return "—" if _empty(value) else _dated(str(value))


def _empty(value: Any) -> bool:
    return value is None or value in ("", [], {}, ())


def _dated(text: str) -> str:
    return with_weekday(date.fromisoformat(text)) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else text


def differences_as_data(titles: tuple[str, str], first: Sequence[Step], second: Sequence[Step]) -> dict[str, Any]:
    """The comparison as JSON can hold it."""
    return {"schema": SCHEMA, "titles": list(titles), "differences": differences(first, second)}
