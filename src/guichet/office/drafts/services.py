"""Opening, saving and deleting drafts. Nothing typed is ever lost: each value that a field had is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse

from guichet.office.accounts.models import User
from guichet.office.authority import services as authority
from guichet.office.drafts import catalogue, paths, queries
from guichet.office.drafts.models import Contact, Draft, DraftVersion, FileTemplate, Invitation
from guichet.office.drafts.procedure import Signing
from guichet.office.notices import news
from guichet.office.notices.models import Kind
from guichet.office.organisations import services as organisations
from guichet.office.organisations.acting import Acting

IN_THE_BIN = timedelta(days=30)
"""How long a deleted draft may come back."""


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

    changes: value by path, as typed. Raises AlreadySubmitted, or Draft.DoesNotExist once it is in the bin.
    """
    with transaction.atomic():
        return _save(editable(draft), changes, by=by, at=at, page=page)


def save_page(*, draft: Draft, posted: Mapping[str, Any], seen: int, page: str, by: str, at: datetime) -> Saved:
    """Store what a page changed, and only that: fields that it shows as they were do not undo another device.

    1. Lock the draft.
    2. Compare what is posted with what the page had seen.
    3. Store the differences; the last write of each field wins, the value that it replaces stays in the history,
       and the new version says whose it replaced.
    """
    with transaction.atomic():
        locked = editable(draft)
        base = queries.as_seen(locked, seen=seen, page=page)
        changes = {path: value for path, value in posted.items() if _differs(paths.read(base, path), value)}
        overwritten = tuple(
            path
            for path in changes
            if _differs(paths.read(base, path), now := paths.read(locked.data, path)) and _differs(now, changes[path])
        )
        replaced = queries.last_versions(locked, overwritten) if overwritten else {}
        saved = _save(locked, changes, by=by, at=at, page=page, replaced=replaced)
        return Saved(saved.draft, saved.changed, overwritten)


def restore(*, draft: Draft, version: DraftVersion, by: str, at: datetime) -> Saved:
    """Give a field back the value that it had before this version."""
    return save_fields(draft=draft, changes={version.path: version.before}, by=by, at=at)


def mark_submitted(*, draft: Draft, stream: str, at: datetime) -> Draft:
    """Note that the draft, locked by the caller, opened this stream."""
    draft.submitted_as = stream
    draft.updated_at = at
    draft.save(update_fields=["submitted_as", "updated_at"])
    if "#" not in stream:  # an answer opens no file
        authority.carry_over(subject=draft.subject, stream=stream, at=at)
    return draft


def lock(draft: Draft) -> Draft:
    """The draft as it stands, locked until the end of the caller's transaction."""
    return Draft.objects.select_for_update(of=("self",)).select_related("owner").get(pk=draft.pk, deleted_at=None)


def fresh(draft: Draft) -> Draft:
    """The draft as it now stands."""
    return Draft.objects.select_related("owner").get(pk=draft.pk)


def delete(*, draft: Draft, by: str, at: datetime) -> None:
    """Put a draft in the bin, where it stays ``IN_THE_BIN``. Raises AlreadySubmitted: a file is never deleted."""
    with transaction.atomic():
        found = editable(draft)
        found.deleted_at, found.deleted_by = at, by
        found.save(update_fields=["deleted_at", "deleted_by"])
        organisations.note(
            holder=found.holder, by=by, what="draft.deleted", at=at, subject=found.subject, detail=found.reference
        )


def recover(*, draft: Draft, by: str, at: datetime) -> Draft:
    """Take a draft out of the bin, as it was. Raises Draft.DoesNotExist when it is no longer there."""
    with transaction.atomic():
        found = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk, deleted_at__isnull=False)
        found.deleted_at, found.deleted_by = None, ""
        found.save(update_fields=["deleted_at", "deleted_by"])
        organisations.note(
            holder=found.holder, by=by, what="draft.recovered", at=at, subject=found.subject, detail=found.reference
        )
        return found


def empty_bin(now: datetime) -> int:
    """Delete for good, with their history, the drafts whose time in the bin is over; how many. A chore."""
    gone = Draft.objects.filter(deleted_at__lte=now - IN_THE_BIN, submitted_as=None)
    count = gone.count()
    gone.delete()
    return count


def signing_of(draft: Draft) -> Signing | None:
    """Where this draft carries its signature."""
    procedure = catalogue.by_slug(draft.procedure)
    return procedure.signing if procedure else None


def take_over(*, draft: Draft, acting: Acting, at: datetime) -> Draft:
    """« Prendre la main »: this person becomes the contact; the former one is told. Raises AlreadySubmitted."""
    with transaction.atomic():
        found = editable(draft)
        former = found.owner
        if former == acting.user:
            return found
        found.owner = acting.user
        found.save(update_fields=["owner"])
        organisations.note(
            holder=found.holder, by=acting.actor, what="draft.taken_over", at=at, subject=found.subject,
            detail=f"{found.reference} : auparavant {former.full_name}",
        )  # fmt: skip
        news.tell(
            user=former, kind=Kind.COMMENT, link=reverse("drafts:show", args=[found.public_id]), at=at,
            text=f"{acting.user.full_name} a pris la main sur le projet {found.reference} et en devient le contact "
            "principal. Vous y avez toujours accès.",
        )  # fmt: skip
        return found


def pass_on(*, from_holder: str, to_holder: str, contact: User, by: str, at: datetime) -> int:
    """Give every draft of a holder to another, with this contact; how many are in preparation.

    The address book and the templates go along; those drafts already submitted too (their files pass by
    ``authority.services.transfer``). Links given to reviewers are revoked: the new holder did not give them.
    """
    with transaction.atomic():
        rows = list(Draft.objects.select_for_update().filter(holder=from_holder).order_by("pk"))
        Invitation.objects.filter(draft__in=rows, revoked_at=None).update(revoked_at=at)
        Draft.objects.filter(pk__in=[row.pk for row in rows]).update(holder=to_holder, owner=contact)
        Contact.objects.filter(holder=from_holder).update(holder=to_holder)
        _pass_templates_on(from_holder, to_holder)
        open_rows = [row for row in rows if not row.submitted_as and not row.deleted_at]
        for row in open_rows:
            for holder in dict.fromkeys((from_holder, to_holder)):
                organisations.note(
                    holder=holder, by=by, what="draft.transferred", at=at, subject=row.subject, detail=row.reference
                )
        return len(open_rows)


def _pass_templates_on(from_holder: str, to_holder: str) -> None:
    """A name that the new holder already uses gets a number."""
    taken = set(FileTemplate.objects.filter(holder=to_holder).values_list("name", flat=True))
    for template in FileTemplate.objects.select_for_update().filter(holder=from_holder):
        name, rank = template.name, 2
        while name in taken:
            name, rank = f"{template.name[:110]} ({rank})", rank + 1
        taken.add(name)
        template.name, template.holder = name, to_holder
        template.save(update_fields=["name", "holder"])


def reassign(*, drafts: Iterable[Draft], contact: User, by: str, at: datetime) -> int:
    """Make this person the contact of these drafts, whose holders stay; how many changed contact.

    The caller has checked that the person acts for their holder, and that ``by`` may decide it.
    """
    with transaction.atomic():
        wanted = [draft.pk for draft in drafts]
        rows = Draft.objects.select_for_update().filter(pk__in=wanted).exclude(owner=contact).order_by("pk")
        changed = list(rows)
        for row in changed:
            row.owner = contact
            row.save(update_fields=["owner"])
            organisations.note(
                holder=row.holder, by=by, what="draft.reassigned", at=at, subject=row.subject,
                detail=f"{row.reference} : {contact.full_name}",
            )  # fmt: skip
        return len(changed)


def editable(draft: Draft) -> Draft:
    """The draft, locked, while it may still change. Raises AlreadySubmitted, or Draft.DoesNotExist in the bin."""
    found = lock(draft)
    if found.submitted_as:
        raise AlreadySubmitted(AlreadySubmitted.message)
    return found


def _save(
    draft: Draft,
    changes: Mapping[str, Any],
    *,
    by: str,
    at: datetime,
    page: str,
    replaced: Mapping[str, DraftVersion] | None = None,
) -> Saved:
    data, rows = draft.data, []
    for path, value in changes.items():
        before = paths.read(data, path)
        if _differs(before, value):
            data = paths.write(data, path, value)
            rows.append(
                DraftVersion(
                    draft=draft, version=draft.version + 1, path=path, before=before, value=value, at=at, by=by,
                    page=page, overwrote=(replaced or {}).get(path),
                )
            )  # fmt: skip
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
