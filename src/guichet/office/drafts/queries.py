"""Whose drafts, and what each page has seen of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from guichet.office.accounts.queries import account_actor
from guichet.office.authority import queries as authority
from guichet.office.authority.queries import Held
from guichet.office.drafts import paths
from guichet.office.drafts.models import Draft, DraftVersion
from guichet.office.organisations.acting import Acting


def visible(acting: Acting) -> QuerySet[Draft]:
    """The drafts that this person sees, the last touched first; submitted ones are files, not drafts."""
    return Draft.objects.filter(holder=acting.holder, submitted_as=None).select_related("owner").order_by("-updated_at")


def held(draft: Draft) -> Held:
    """The draft as the question of authority takes it."""
    return Held(f"draft/{draft.public_id}", draft.holder, account_actor(draft.owner))


def by_public_id(public_id: UUID) -> Draft | None:
    """This draft, submitted or not, for those who will be authorised."""
    return Draft.objects.select_related("owner").filter(public_id=public_id).first()


def seen_by(acting: Acting, public_id: UUID) -> Draft | None:
    """This draft, submitted or not, if this person may see it."""
    draft = by_public_id(public_id)
    return draft if draft and authority.may(acting, "see", held(draft)).allowed else None


def exists(public_id: UUID) -> bool:
    """Whether there is a draft that can still be filled in under this identifier."""
    return Draft.objects.filter(public_id=public_id, submitted_as=None).exists()


def submitted_as(stream: str) -> Draft | None:
    """The draft whose submission opened this stream."""
    return Draft.objects.filter(submitted_as=stream).first()


def as_seen(draft: Draft, *, seen: int, page: str) -> dict[str, Any]:
    """What a page opened at version ``seen`` shows: what was there then, and what the page itself wrote since.

    One query when nobody else wrote; otherwise the fields are played again from the first.
    """
    unseen = draft.versions.filter(version__gt=seen)
    if not unseen.exclude(page=page).exists() if page else not unseen.exists():
        return draft.data
    tree: dict[str, Any] = {}
    known = Q(version__lte=seen) | Q(page=page) if page else Q(version__lte=seen)
    for path, value in draft.versions.filter(known).order_by("version", "pk").values_list("path", "value"):
        tree = paths.write(tree, path, value)
    return tree


def typed(draft: Draft) -> QuerySet[DraftVersion]:
    """The versions that a person made: neither the steps seen, nor what the draft is for."""
    return draft.versions.exclude(path__startswith="visited.").exclude(path="answers")


@dataclass(frozen=True)
class Change:
    """A field's passage from one value to another, consecutive keystrokes of one page taken together."""

    version: DraftVersion
    before: Any
    after: Any
    at: datetime


def changes(draft: Draft, limit: int = 200) -> list[Change]:
    """The last changes of a draft, newest first."""
    found: list[Change] = []
    for row in typed(draft).order_by("-version", "-pk")[: limit * 5]:
        last = found[-1] if found else None
        if last and last.version.path == row.path and last.version.page == row.page and row.page:
            found[-1] = Change(row, row.before, last.after, last.at)
        elif len(found) < limit:
            found.append(Change(row, row.before, row.value, row.at))
        else:
            break
    return found
