"""What the page of a reviewer shows: this draft, the comments on it, the forms that the link allows."""

from __future__ import annotations

from typing import Any

from guichet.office.drafts import beside, catalogue, forms, reading, reviews, services
from guichet.office.drafts.models import Invitation


def capacities(invitation: Invitation) -> list[tuple[str, str]]:
    """In which capacities this reviewer may sign; none when the link does not let one sign."""
    place = services.signing_of(invitation.draft)
    return place.capacities(invitation.draft.data) if place and invitation.may_sign else []


def whole(invitation: Invitation, token: str, **bound: Any) -> dict[str, Any]:
    """The page. bound: forms sent back with what is to mend. Never whose drafts there are besides, nor any address."""
    draft, place = invitation.draft, services.signing_of(invitation.draft)
    offered = capacities(invitation)
    return {
        "invitation": invitation,
        "token": token,
        "draft": draft,
        "procedure": catalogue.by_slug(draft.procedure),
        "is_signed": reviews.is_signed(invitation, draft),
        "lacking": place.lacking(draft.data) if place and offered else [],
        "sheets": reading.sheets(draft),
        "comments": beside.labelled(draft, list(draft.comments.all())),
        "comment_form": forms.CommentForm(places=beside.places(draft)),
        "sign_form": forms.SignForm(capacities=offered, initial={"name": invitation.name}) if offered else None,
        **bound,
    }
