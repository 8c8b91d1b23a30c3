"""What a person is given of the help desk with the export of one's data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guichet.office.accounts.models import User
from guichet.office.accounts.personal import Section
from guichet.office.helpdesk import queries

_FIELDS = ("number", "kind", "state", "subject", "stream", "phone", "call_at", "received_at", "settled_at")


def rows(user: User) -> Iterator[dict[str, Any]]:
    """Each request with its thread; the desk's own notes are not the person's."""
    for request in queries.of_person(user):
        thread = list(queries.thread(request).values("author", "at", "text"))
        yield {name: getattr(request, name) for name in _FIELDS} | {"thread": thread}


REQUESTS = Section("demandes", "Vos demandes à INPI Direct et leurs réponses", rows)
