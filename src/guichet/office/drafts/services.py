"""Opening, saving and deleting drafts. Nothing typed is ever lost: each value that a field had is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from guichet.office.drafts import paths, queries
from guichet.office.drafts.models import Draft, DraftVersion
from guichet.office.organisations.acting import Acting


class AlreadySubmitted(Exception):
    """The draft was submitted: it is a file now, and changes by acts only."""

    message = "Cette demande est déjà déposée : elle ne se modifie plus ici, mais depuis son dossier."


@dataclass(frozen=True)
class Saved:
    """What a save did. ``overwritten``: fields that someone else had changed since the page was opened."""

    draft: Draft
    changed: tuple[str, ...]
    overwritten: tuple[str, ...] = ()


def create(*, procedure: str, acting: Acting, data: Mapping[str, Any], at: datetime) -> Draft:
    """A new draft whose first version holds ``data`` (by path); it belongs to whom this person acts for."""
    with transaction.atomic():
        draft = Draft.objects.create(
            procedure=procedure, owner=acting.user, holder=acting.holder, created_at=at, updated_at=at
        )
        return save_fields(draft=draft, changes=data, by=acting.actor, at=at).draft


def save_fields(*, draft: Draft, changes: Mapping[str, Any], by: str, at: datetime, page: str = "") -> Saved:
    """Store the fields whose value differs from the stored one, each with its version.

    changes: value by path, as typed. Raises AlreadySubmitted.
    """
    with transaction.atomic():
        return _save(_locked(draft), changes, by=by, at=at, page=page)


def save_page(*, draft: Draft, posted: Mapping[str, Any], seen: int, page: str, by: str, at: datetime) -> Saved:
    """Store what a page changed, and only that: fields that it shows as they were do not undo another device.

    1. Lock the draft.
    2. Compare what is posted with what the page had seen.
    3. Store the differences; the last write of each field wins, the value that it replaces stays in the history.
    """
    with transaction.atomic():
        locked = _locked(draft)
        base = queries.as_seen(locked, seen=seen, page=page)
        changes = {path: value for path, value in posted.items() if _differs(paths.read(base, path), value)}
        overwritten = tuple(path for path in changes if _differs(paths.read(base, path), paths.read(locked.data, path)))
        saved = _save(locked, changes, by=by, at=at, page=page)
        return Saved(saved.draft, saved.changed, overwritten)


def restore(*, draft: Draft, version: DraftVersion, by: str, at: datetime) -> Saved:
    """Give a field back the value that it had before this version."""
    return save_fields(draft=draft, changes={version.path: version.before}, by=by, at=at)


def mark_submitted(*, draft: Draft, stream: str, at: datetime) -> Draft:
    """Note that the draft, locked by the caller, opened this stream."""
    draft.submitted_as = stream
    draft.updated_at = at
    draft.save(update_fields=["submitted_as", "updated_at"])
    return draft


def lock(draft: Draft) -> Draft:
    """The draft as it stands, locked until the end of the caller's transaction."""
    return Draft.objects.select_for_update(of=("self",)).select_related("owner").get(pk=draft.pk)


def fresh(draft: Draft) -> Draft:
    """The draft as it now stands."""
    return Draft.objects.select_related("owner").get(pk=draft.pk)


def delete(*, draft: Draft) -> None:
    """Delete a draft and its history. Raises AlreadySubmitted: a file is never deleted."""
    with transaction.atomic():
        _locked(draft).delete()


def _locked(draft: Draft) -> Draft:
    found = lock(draft)
    if found.submitted_as:
        raise AlreadySubmitted(AlreadySubmitted.message)
    return found


def _save(draft: Draft, changes: Mapping[str, Any], *, by: str, at: datetime, page: str) -> Saved:
    data, rows = draft.data, []
    for path, value in changes.items():
        before = paths.read(data, path)
        if _differs(before, value):
            data = paths.write(data, path, value)
            rows.append(
                DraftVersion(
                    draft=draft,
                    version=draft.version + 1,
                    path=path,
                    before=before,
                    value=value,
                    at=at,
                    by=by,
                    page=page,
                )
            )
    if rows:
        draft.data = data
        draft.client_reference = str(paths.read(data, "client_reference", ""))[:200]
        draft.version += 1
        draft.updated_at = at
        draft.save(update_fields=["data", "client_reference", "version", "updated_at"])
        DraftVersion.objects.bulk_create(rows)
    return Saved(draft, tuple(row.path for row in rows))


def _differs(one: Any, other: Any) -> bool:
    """Nothing, an empty text and an unticked box are the same absence."""
    return (one or None) != (other or None)
