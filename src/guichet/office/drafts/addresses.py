"""Where a draft is filled in. An open procedure names its pages ``draft``, ``step`` in its own namespace."""

from __future__ import annotations

from urllib.parse import quote

from django.urls import reverse

from guichet.office.drafts import catalogue
from guichet.office.drafts.models import Draft


def of_draft(draft: Draft) -> str:
    """The page where the draft goes on."""
    procedure = catalogue.by_slug(draft.procedure)
    return reverse(f"{procedure.namespace}:draft", args=[draft.public_id]) if procedure else reverse("drafts:list")


def of_field(draft: Draft, field: str) -> str:
    """The page of the step that asks for a field, at that field; the draft's page when no step does."""
    procedure = catalogue.by_slug(draft.procedure)
    step = procedure.step_of(field) if procedure else None
    if procedure is None or step is None:
        return of_draft(draft)
    return f"{reverse(f'{procedure.namespace}:step', args=[draft.public_id, step.slug])}#{anchor(field)}"


def of_comments(draft: Draft, step: str) -> str:
    """Where comments were read: beside this step, or on the draft's own page."""
    procedure = catalogue.by_slug(draft.procedure)
    if procedure and any(each.slug == step for each in procedure.steps):
        return f"{reverse(f'{procedure.namespace}:step', args=[draft.public_id, step])}#commentaires"
    return f"{reverse('drafts:show', args=[draft.public_id])}#commentaires"


def anchor(field: str) -> str:
    """The field's identifier in its page, as an address writes it."""
    return quote(f"id_{field}", safe="._")
