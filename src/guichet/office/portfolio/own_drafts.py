"""The basket « Vos projets et sauvegardes »: the drafts seen, filtered as files are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce

from guichet.office.drafts import catalogue
from guichet.office.drafts import queries as drafts
from guichet.office.drafts.models import Draft
from guichet.office.organisations.acting import Acting
from guichet.office.portfolio.reading import searchable
from guichet.office.portfolio.rows import actor_of
from guichet.office.portfolio.wanted import Wanted
from guichet.office.toolbox import clock
from guichet.standards.folding import fold


def visible(acting: Acting) -> QuerySet[Draft]:
    """The drafts that this person sees, without what was typed in them but their name (``named``)."""
    mark = KeyTextTransform("text", KeyTextTransform("mark", "data"))
    return drafts.visible(acting).defer("data").annotate(named=Coalesce(mark, KeyTextTransform("title", "data")))


def filtered(acting: Acting, wanted: Wanted) -> list[Draft]:
    """The drafts that meet every criterion, in the order asked for; those of a file rule them all out. One query."""
    if wanted.state or wanted.party or wanted.unpaid or wanted.within is not None:
        return []
    found = [draft for draft in visible(acting) if _meets(draft, wanted)]
    found.sort(key=lambda draft: (draft.created_at, draft.pk), reverse=True)
    key = _KEYS.get(wanted.column)
    return sorted(found, key=key, reverse=wanted.downwards) if key else found


def _meets(draft: Draft, wanted: Wanted) -> bool:
    created_on = draft.created_at.astimezone(clock.PARIS).date()
    return (
        (not wanted.kind or draft.procedure == wanted.kind)
        and (not wanted.contact or actor_of(draft) == wanted.contact)
        and (wanted.since is None or created_on >= wanted.since)
        and (wanted.until is None or created_on <= wanted.until)
        and (not wanted.words.strip() or _contains(draft, wanted.words))
    )


def _contains(draft: Draft, words: str) -> bool:
    """As ``queries.matching`` finds files."""
    folded = fold(words)
    text = searchable(draft.reference, draft.client_reference, _name(draft))
    alone = (word if len(word) > 2 else f" {word} " for word in folded.split())
    return bool(folded) and (" " in folded and folded in text or all(word in text for word in alone))


def _name(draft: Draft) -> str:
    return getattr(draft, "named", None) or ""


def _kind(draft: Draft) -> str:
    procedure = catalogue.by_slug(draft.procedure)
    return fold(procedure.title if procedure else draft.procedure)


_KEYS: dict[str, Callable[[Draft], Any]] = {
    "created": lambda draft: (draft.created_at, draft.pk),
    "number": lambda draft: draft.pk,
    "client": lambda draft: fold(draft.client_reference),
    "contact": lambda draft: fold(draft.owner.full_name),
    "kind": _kind,
    "name": lambda draft: fold(_name(draft)),
}
