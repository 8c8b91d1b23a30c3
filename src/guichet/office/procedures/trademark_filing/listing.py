"""What the wizard's buttons do to a draft besides saving what was typed: add, take out, open a class."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from guichet.office.drafts import paths, services
from guichet.office.drafts.models import Draft
from guichet.office.procedures.trademark_filing import reading, uploads
from guichet.standards import nice

GROUPS = {"applicants": "person", "priority_claims": "foreign_filing"}
"""Repeated groups with the kind that a new one starts with."""
MOST = 50
_CLASSES = frozenset(str(heading.nice_class) for heading in nice.headings())


def act(draft: Draft, action: str, *, new_class: str, by: str, at: datetime) -> str:
    """Do what a button asks; returns the field to go to, empty for a button that asks nothing here."""
    name, _, rest = action.partition(":")
    draft = services.fresh(draft)
    changes: dict[str, Any] = {}
    place = ""
    if name == "add" and rest in GROUPS:
        changes, place = _added(draft, rest)
    elif name == "remove":
        changes, place = _removed(draft, rest)
    elif name == "open-class":
        changes, place = _opened(draft, new_class)
    elif name == "heading":
        changes, place = _with_terms(draft, rest, "\n".join(_heading_terms(rest)))
    elif name == "term":
        number, _, term = rest.partition(":")
        changes, place = _with_terms(draft, number, term)
    if changes:
        services.save_fields(draft=draft, changes=changes, by=by, at=at)
    return place


def _added(draft: Draft, group: str) -> tuple[dict[str, Any], str]:
    rank = max(len(paths.read(draft.data, group, [])), 1 if group == "applicants" else 0)
    if rank >= MOST:
        return {}, group
    place = f"{group}[{rank}]"
    first = "name" if group == "applicants" else "office"
    return {f"{place}.kind": GROUPS[group]}, f"{place}.{first}"


def _removed(draft: Draft, path: str) -> tuple[dict[str, Any], str]:
    if path.startswith("lists."):
        lists = paths.read(draft.data, "lists", {})
        return {"lists": {name: text for name, text in lists.items() if name != path[6:]}}, "goods_services"
    group, _, index = path.removesuffix("]").partition("[")
    if group in (*GROUPS, *uploads.LISTS):
        rows = paths.read(draft.data, group, [])
        return {group: [row for i, row in enumerate(rows) if str(i) != index]}, group
    return ({path: None}, path) if uploads.document(draft, path) else ({}, "")


def _opened(draft: Draft, number: str) -> tuple[dict[str, Any], str]:
    if number not in _CLASSES:
        return {}, "new_class"
    place = f"lists.{number}"
    return ({} if int(number) in reading.classes(draft.data) else {place: "\n"}), place


def _with_terms(draft: Draft, number: str, added: str) -> tuple[dict[str, Any], str]:
    if number not in _CLASSES or not added.strip():
        return {}, ""
    place = f"lists.{number}"
    known = reading.terms(paths.read(draft.data, place, ""))
    folded = {term.casefold() for term in known}
    new = [term for term in reading.terms(added) if term.casefold() not in folded]
    return {place: "\n".join([*known, *new])}, place


def _heading_terms(number: str) -> list[str]:
    return list(nice.heading(int(number)).items) if number in _CLASSES else []
