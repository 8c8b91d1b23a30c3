"""What was posted after the session expired is kept, and comes back after logging in.

1. A form arrives without a session: its fields go into the visitor's new, anonymous session (which the
   browser alone can name, by its signed cookie), and the visitor is sent to log in.
2. Logging in keeps the session's content and leads to ``drafts:resume``.
3. Resuming saves the fields into the draft, if it belongs to the person who logged in, and leads to the field.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.sessions.backends.base import SessionBase
from django.utils.datastructures import MultiValueDict

from guichet.office.drafts import queries
from guichet.office.drafts.posted import opened_page, seen_version

_KEY = "drafts.kept"
LARGEST = 400_000
"""Characters that a visitor without a session may leave; a long list of goods takes 50,000."""
_FORMS = "drafts.kept_forms"
_NOT_FIELDS = ("csrfmiddlewaretoken", "seen", "page")


@dataclass(frozen=True)
class Kept:
    """A form that came too late: its draft, what its page had seen, and its fields with their values."""

    draft: UUID
    seen: int
    page: str
    fields: dict[str, list[str]]


def keep(session: SessionBase, public_id: UUID, posted: MultiValueDict[str, str]) -> bool:
    """Keep what was posted for a draft; whether it was, since only a real draft and a reasonable size are kept."""
    fields = {name: values for name, values in posted.lists() if name not in _NOT_FIELDS}
    size = sum(len(name) + sum(map(len, values)) for name, values in fields.items())
    if not queries.exists(public_id) or size > LARGEST:
        return False
    seen, page = seen_version(posted.get("seen")), opened_page(posted.get("page"))
    session[_KEY] = {str(public_id): {"seen": seen, "page": page, "fields": fields}}
    return True


def take(session: SessionBase) -> Iterator[Kept]:
    """What was kept for this browser, once."""
    for public_id, item in session.pop(_KEY, {}).items():
        yield Kept(UUID(public_id), item["seen"], item["page"], item["fields"])


def keep_form(session: SessionBase, path: str, posted: MultiValueDict[str, str]) -> None:
    """Keep the fields of a form that is not a draft's, for its page to show again; a reasonable size only."""
    fields = {name: values for name, values in posted.lists() if name not in _NOT_FIELDS}
    if sum(len(name) + sum(map(len, values)) for name, values in fields.items()) <= LARGEST:
        session[_FORMS] = {path: fields}


def take_form(session: SessionBase, path: str) -> dict[str, Any]:
    """What was kept for the page at this path, once, as a form's initial values."""
    kept = session.get(_FORMS, {})
    if path not in kept:
        return {}
    del session[_FORMS]
    return {name: values if len(values) > 1 else values[0] for name, values in kept[path].items() if values}
