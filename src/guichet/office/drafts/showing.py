"""What the pages of drafts show, gathered once for the templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from guichet.office.authority import queries as authority
from guichet.office.authority.queries import Answer
from guichet.office.drafts import addresses, beside, catalogue, forms, queries, reading, reviews, services
from guichet.office.drafts.models import Draft, Invitation
from guichet.office.drafts.procedure import Procedure
from guichet.office.organisations.acting import Acting


@dataclass(frozen=True)
class Row:
    """A draft in the list. editing: whether one may change it, and why (not)."""

    draft: Draft
    procedure: Procedure | None
    address: str
    title: str
    editing: Answer


def rows(acting: Acting, drafts: Iterable[Draft]) -> list[Row]:
    """The lines of « Vos projets et sauvegardes ». One query besides that of the drafts."""
    found = list(drafts)
    answers = authority.may_each(acting, "edit", [queries.held(draft) for draft in found])
    return [
        Row(draft, catalogue.by_slug(draft.procedure), addresses.of_draft(draft), reading.title(draft), editing)
        for draft, editing in zip(found, answers, strict=True)
    ]


def deleted_rows(drafts: Iterable[Draft]) -> list[dict[str, Any]]:
    """The lines of the bin: each draft, who deleted it, until when it may come back."""
    found = list(drafts)
    names = queries.names(draft.deleted_by for draft in found)
    return [
        {
            "draft": draft,
            "procedure": catalogue.by_slug(draft.procedure),
            "title": reading.title(draft),
            "by": names[draft.deleted_by],
            "until": draft.deleted_at + services.IN_THE_BIN if draft.deleted_at else None,
        }
        for draft in found
    ]


def other_authors(acting: Acting, draft: Draft) -> list[str]:
    """Who else typed in the draft."""
    actors = queries.typed(draft).exclude(by=acting.actor).values_list("by", flat=True).distinct().order_by("by")
    found = list(actors)
    return sorted(set(queries.names(found).values())) if found else []


def whole(acting: Acting, draft: Draft, *, at: datetime, **bound: Any) -> dict[str, Any]:
    """Everything that the page of a draft shows. bound: forms sent back with what is to mend."""
    procedure = catalogue.by_slug(draft.procedure)
    invitations = list(draft.invitations.select_related("invited_by"))
    return {
        "draft": draft,
        "procedure": procedure,
        "title": reading.title(draft),
        "address": addresses.of_draft(draft),
        "sheets": reading.sheets(draft),
        "comments": beside.labelled(draft, list(draft.comments.all())),
        "invitations": [(one, state(one, at=at)) for one in invitations],
        "stale_signatures": reviews.changed_since_signed(draft),
        "others": beside.company(draft, acting, step="", seen=draft.version, page="", at=at).others,
        "editing": authority.may(acting, "edit", queries.held(draft)),
        "submitting": authority.may(acting, "submit", queries.held(draft)),
        "is_contact": draft.owner_id == acting.user.pk,
        "invitation_form": forms.InvitationForm(),
        "comment_form": forms.CommentForm(places=beside.places(draft)),
        "template_form": forms.FileTemplateForm(procedure=procedure) if procedure else None,
        **bound,
    }


def state(invitation: Invitation, *, at: datetime) -> str:
    """Whether a link opens, in a word."""
    words = {None: "ouvert", "expired": "expiré", "revoked": "retiré", "closed": "fermé"}
    return words[reviews.ended(invitation, at=at)]
