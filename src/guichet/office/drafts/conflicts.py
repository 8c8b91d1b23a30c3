"""Two people wrote the same field: the second is told who wrote what, and may give it back."""

from __future__ import annotations

from dataclasses import dataclass

from guichet.office.drafts import catalogue, queries
from guichet.office.drafts.models import Draft, DraftVersion
from guichet.office.drafts.services import Saved
from guichet.office.organisations.acting import Acting


@dataclass(frozen=True)
class Conflict:
    """A version that replaced what someone else (or the same person on another device) had just written."""

    version: DraftVersion
    who: str


def of_page(draft: Draft, acting: Acting, page: str) -> list[Conflict]:
    """What an opened page wrote over since it was opened."""
    return _told(queries.overwritten_by(draft, page), acting)


def sentences(saved: Saved, acting: Acting) -> list[str]:
    """What to tell after a save by a plain form."""
    if not saved.overwritten:
        return []
    rows = saved.draft.versions.filter(
        version=saved.draft.version, path__in=saved.overwritten, overwrote__isnull=False
    ).select_related("overwrote")
    procedure = catalogue.by_slug(saved.draft.procedure)
    return [
        f"{procedure.label_of(one.version.path) if procedure else one.version.path} : {one.who} avait écrit une autre "
        "valeur que votre saisie a remplacée. L'historique garde les deux et permet de rétablir l'autre."
        for one in _told(list(rows), acting)
    ]


def _told(rows: list[DraftVersion], acting: Acting) -> list[Conflict]:
    known = [(row, row.overwrote) for row in rows if row.overwrote]
    names = queries.names(replaced.by for _, replaced in known) if known else {}
    return [
        Conflict(row, "vous-même, sur un autre appareil," if replaced.by == acting.actor else names[replaced.by])
        for row, replaced in known
    ]
