"""The steps of a run as plain data: the format ``guichet-play/2`` of ``docs/play.schema.json``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guichet.play.running import Step
from guichet.play.telling import event_name
from guichet.rights.codec import to_plain
from guichet.rights.events import payload

SCHEMA = "guichet-play/2"


def as_data(title: str, steps: Sequence[Step]) -> dict[str, Any]:
    """The whole run as JSON can hold it."""
    return {"schema": SCHEMA, "title": title, "steps": [_step(step) for step in steps]}


def _step(step: Step) -> dict[str, Any]:
    found = {
        "on": step.on.isoformat(),
        "line": step.line,
        "file": step.file,
        "kind": step.status.kind,
        "act": step.act.name if step.act else None,
        "called_by": step.called_by,
        "events": [
            {"type": event.type, "label": event_name(event), "content": payload(event)} for event in step.events
        ],
        "refused": to_plain(step.refused),
        "undone": list(step.undone),
        "remarks": to_plain(step.remarks),
        "states": step.status.states,
        "label": step.status.label,
        "labels": list(step.status.labels),
        "closed": step.status.closed,
        "facts": plain_facts(step.status.facts),
        "deadlines": to_plain(step.deadlines),
        "account": to_plain(step.balance),
    }
    if step.act is None:
        found["permitted"] = [
            {"act": act.name, "label": act.label, "who": act.who, **to_plain(step.permitted[act.name])}
            for act in step.acts
        ]
    return found


def plain_facts(facts: Any) -> dict[str, Any]:
    """Facts as JSON can hold them; their keys become texts."""
    return {str(name): _plain(value) for name, value in facts.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return to_plain(value)
