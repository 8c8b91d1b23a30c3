"""Whose drafts, and what each page has seen of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, Q, QuerySet, Value
from django.db.models.functions import Cast, Concat

from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.authority import queries as authority
from guichet.office.authority.queries import Held
from guichet.office.drafts import catalogue, paths
from guichet.office.drafts.models import Draft, DraftVersion, Invitation
from guichet.office.drafts.procedure import PREFIXES
from guichet.office.organisations.acting import Acting
from guichet.office.toolbox import clock

SUBJECT = Concat(Value("draft/"), Cast("public_id", CharField()))
"""``Draft.subject``, in the database."""
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_REFERENCE = re.compile(r"(?:(BRV|MRQ|DES|AUT) ?)?0*(\d{1,9})", re.IGNORECASE)


def visible(acting: Acting) -> QuerySet[Draft]:
    """The drafts that this person sees, the last touched first; submitted ones are files, not drafts."""
    return _of(acting).filter(submitted_as=None, deleted_at=None).order_by("-updated_at")


def _of(acting: Acting) -> QuerySet[Draft]:
    """The drafts of a holder, less those that its rules keep from this member."""
    found = Draft.objects.filter(holder=acting.holder).select_related("owner")
    left = authority.shared(acting, clock.now())
    return found.alias(stream=SUBJECT).filter(left) if left else found


def search(drafts: QuerySet[Draft], words: str) -> QuerySet[Draft]:
    """Those whose reference, client's reference or title (the mark's words) contains these words."""
    sought = words.strip()
    if not sought:
        return drafts
    wanted = Q(client_reference__icontains=sought)
    for procedure in catalogue.procedures():
        if procedure.title_path:
            key = f"data__{procedure.title_path.replace('.', '__')}__icontains"
            wanted |= Q(procedure=procedure.slug, **{key: sought})
    if number := _REFERENCE.fullmatch(sought):
        wanted |= Q(pk=int(number[2]), procedure__in=_slugs(number[1]))
    return drafts.filter(wanted)


def _slugs(prefix: str | None) -> list[str]:
    """The procedures whose references begin so; all of them without a prefix."""
    return [one.slug for one in catalogue.procedures() if prefix is None or PREFIXES[one.block] == prefix.upper()]


def in_bin(acting: Acting) -> QuerySet[Draft]:
    """The deleted drafts that may still come back, the last deleted first."""
    return _of(acting).filter(deleted_at__isnull=False).order_by("-deleted_at")


def held(draft: Draft) -> Held:
    """The draft as the question of authority takes it."""
    procedure = catalogue.by_slug(draft.procedure)
    return Held(draft.subject, draft.holder, account_actor(draft.owner), procedure.family if procedure else "")


def held_subject(subject: str) -> Held | None:
    """The same, from ``draft/<public_id>``."""
    draft = _named(subject)
    return held(draft) if draft else None


def label(subject: str) -> str:
    """« Projet MRQ000000005 », from ``draft/<public_id>``."""
    draft = _named(subject)
    return f"Projet {draft.reference}" if draft else "Projet supprimé"


def _named(subject: str) -> Draft | None:
    public_id = subject.partition("/")[2]
    return by_public_id(UUID(public_id)) if _UUID.fullmatch(public_id) else None


def by_public_id(public_id: UUID) -> Draft | None:
    """This draft, submitted or not but not deleted, for those who will be authorised."""
    return Draft.objects.select_related("owner").filter(public_id=public_id, deleted_at=None).first()


def seen_by(acting: Acting, public_id: UUID) -> Draft | None:
    """This draft, submitted or not, if this person may see it."""
    draft = by_public_id(public_id)
    return draft if draft and authority.may(acting, "see", held(draft)).allowed else None


def exists(public_id: UUID) -> bool:
    """Whether there is a draft that can still be filled in under this identifier."""
    return Draft.objects.filter(public_id=public_id, submitted_as=None, deleted_at=None).exists()


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


def last_versions(draft: Draft, changed: Iterable[str]) -> Mapping[str, DraftVersion]:
    """For each of these paths, the version that gave it its present value. One query."""
    rows = draft.versions.filter(path__in=list(changed)).order_by("version", "pk")
    return {row.path: row for row in rows}


def overwritten_by(draft: Draft, page: str) -> list[DraftVersion]:
    """What an opened page wrote over what others had written meanwhile: the versions that it replaced."""
    if not page:
        return []
    rows = draft.versions.filter(page=page, overwrote__isnull=False).select_related("overwrote").order_by("pk")
    return list({row.path: row for row in rows}.values())


def names(actors: Iterable[str]) -> dict[str, str]:
    """How each actor is called: a person, a reviewer by his or her name, « l'office » for the rest. Two queries."""
    wanted = set(actors)
    accounts = [one.partition(":")[2] for one in wanted if one.startswith("account:")]
    reviewers = [one.partition(":")[2] for one in wanted if one.startswith("reviewer:")]
    found = dict.fromkeys(wanted, "quelqu'un")
    found |= {account_actor(user): user.full_name for user in User.objects.filter(public_id__in=_ids(accounts))}
    for invitation in Invitation.objects.filter(public_id__in=_ids(reviewers)) if reviewers else ():
        found[invitation.actor] = f"{invitation.name} (relecture)"
    return found


def _ids(texts: Iterable[str]) -> list[UUID]:
    return [UUID(text) for text in texts if _UUID.fullmatch(text)]


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
