"""``--what-if``: two variants of a file side by side, and what differs at the end of them or on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from guichet.law.dates import euros, with_weekday
from guichet.play.data import SCHEMA, plain_facts
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
    found["Actes refusés"] = "; ".join(
        f"{each.act.name} le {each.on.isoformat()}" for each in refused if each.act is not None
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
        return "\n".join([*lines, "Les deux variantes mènent au même point.", ""])
    for each in found:
        lines += [*_told(each), ""]
    return "\n".join(lines)


def _told(difference: dict[str, Any]) -> Iterator[str]:
    yield f"{'[' + difference['file'] + '] ' if difference['file'] else ''}{difference['question']}"
    for letter, key in (("A", "first"), ("B", "second")):
        value = difference[key]
        yield f"  {letter} : {'—' if value is None or value == '' else value}"


def differences_as_data(titles: tuple[str, str], first: Sequence[Step], second: Sequence[Step]) -> dict[str, Any]:
    """The comparison as JSON can hold it."""
    return {"schema": SCHEMA, "titles": list(titles), "differences": differences(first, second)}
