"""What stands beside the fields of a draft, at each step: who else is here, what they changed, comments."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from guichet.office.drafts import catalogue, presence, reading, reviews
from guichet.office.drafts.models import Comment, Draft, Invitation
from guichet.office.organisations.acting import Acting


@dataclass(frozen=True)
class Company:
    """Who else is on the draft, and what they changed since the page was opened."""

    others: list[presence.Other]
    news: list[presence.News] = field(default_factory=list)


@dataclass(frozen=True)
class Beside:
    """All of it. is_contact: whether the reader is the « contact principal »."""

    company: Company
    comments: list[Comment]
    elsewhere: int
    is_contact: bool
    stale_signatures: list[Invitation]


def company(draft: Draft, acting: Acting, *, step: str, seen: int, page: str, at: datetime) -> Company:
    """Who else is here; says at the same time that this person is."""
    others = presence.meet(draft=draft, user=acting.user, step=step, at=at)
    return Company(others, presence.news(draft, acting, seen=seen, page=page))


def at_step(draft: Draft, acting: Acting, *, step: str, at: datetime) -> Beside:
    """What a page of the wizard shows beside its fields, just opened. Three queries, four at the last step."""
    open_comments = list(draft.comments.filter(resolved_at=None))
    here = [one for one in open_comments if one.step in (step, "")]
    signs = catalogue.by_slug(draft.procedure)
    return Beside(
        company=company(draft, acting, step=step, seen=draft.version, page="", at=at),
        comments=labelled(draft, here),
        elsewhere=len(open_comments) - len(here),
        is_contact=draft.owner_id == acting.user.pk,
        stale_signatures=reviews.changed_since_signed(draft) if signs and signs.steps[-1].slug == step else [],
    )


def labelled(draft: Draft, comments: list[Comment]) -> list[Comment]:
    """The comments, each with what it is about in words (``about``)."""
    procedure = catalogue.by_slug(draft.procedure)
    titles = {step.slug: step.title for step in procedure.steps} if procedure else {}
    for one in comments:
        label = procedure.label_of(one.path) if procedure and one.path else titles.get(one.step, "")
        one.about = label or "l'ensemble du projet"  # type: ignore[attr-defined]  # for the template only
    return comments


def places(draft: Draft) -> list[tuple[str, str]]:
    """What one may comment on: each step, and each field that holds something; ``step`` or ``step|path``."""
    found = []
    for sheet in reading.sheets(draft):
        found.append((sheet.step.slug, f"étape « {sheet.step.title} »"))
        found += [(f"{sheet.step.slug}|{line.path}", line.label) for line in sheet.lines]
    return found
