"""A draft as one reads it, whatever its procedure: step by step, each field by its name with what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guichet.office.drafts import catalogue, paths
from guichet.office.drafts.models import Draft
from guichet.office.drafts.procedure import Procedure, Step
from guichet.rights.codec import Malformed, from_plain
from guichet.rights.parties import Document


@dataclass(frozen=True)
class Line:
    """A field that holds something; ``document`` when it is a received file."""

    path: str
    label: str
    value: Any
    document: Document | None = None


@dataclass(frozen=True)
class Sheet:
    """What a step of a draft holds."""

    step: Step
    lines: list[Line]


def sheets(draft: Draft) -> list[Sheet]:
    """Every step with the fields that hold something, in the order of the form."""
    procedure = catalogue.by_slug(draft.procedure)
    if procedure is None:
        return []
    lines: dict[str, list[Line]] = {step.slug: [] for step in procedure.steps}
    for path, value in _leaves(draft.data):
        step = procedure.step_of(path)
        if step and (received := as_document(value) or (procedure.accepts(path) and value)):
            found = received if isinstance(received, Document) else None
            lines[step.slug].append(Line(path, _label(procedure, path), value, found))
    return [
        Sheet(step, sorted(lines[step.slug], key=lambda line: _rank(procedure, line.path))) for step in procedure.steps
    ]


def document(draft: Draft, path: str) -> Document | None:
    """The file received at this path of the draft."""
    try:
        return as_document(paths.read(draft.data, path))
    except paths.BadPath:
        return None


def as_document(value: Any) -> Document | None:
    if not (isinstance(value, dict) and "sha256" in value):
        return None
    try:
        return from_plain(Document, value)
    except Malformed:
        return None


def title(draft: Draft) -> str:
    """What the draft is about, in the words typed (the mark's); empty while nothing says it."""
    procedure = catalogue.by_slug(draft.procedure)
    return str(paths.read(draft.data, procedure.title_path, "")) if procedure and procedure.title_path else ""


def _leaves(tree: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(tree, dict) and "sha256" not in tree:
        for name, value in tree.items():
            yield from _leaves(value, f"{path}.{name}" if path else str(name))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _leaves(value, f"{path}[{index}]")
    elif tree:
        yield path, tree


def _label(procedure: Procedure, path: str) -> str:
    found = procedure.label_of(path)
    return found if found != path else procedure.label_of(path.partition("[")[0])


def _rank(procedure: Procedure, path: str) -> tuple[str, int]:
    """Rows of a list together, then the order in which the procedure names the fields."""
    return path.partition("]")[0] if "]" in path else "", procedure.rank_of(path)
