"""The calm view: someone who has one file or one draft sees it, what to do next and by when, without any table."""

from __future__ import annotations

from typing import Any

from guichet.office.agenda import queries as agenda
from guichet.office.notices import queries as notices
from guichet.office.organisations.acting import Acting
from guichet.office.portfolio import own_drafts, rows


def shown(acting: Acting) -> dict[str, Any]:
    """What the calm page says; only the procedures to begin when there is nothing yet."""
    draft = own_drafts.visible(acting).first()
    if draft:
        return {"row": rows.of_drafts([draft])[0], "draft": draft}
    found = rows.single_file(acting)
    if found is None:
        return {}
    row, file = found
    return {
        "row": row,
        "steps": [one for one in agenda.of_stream(file.stream) if one.who in ("office", "time")][:1],
        "unread": notices.unread_count(acting),
    }
