"""Reviewers without an account: a link for one named person, which ends; what they read, write and sign.

The link carries a random secret and our signature of it. The database keeps the SHA-256 of the secret alone: who reads
the database cannot enter, who forges a link is refused before any query.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Literal

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse

from guichet.office.accounts.limits import Limit
from guichet.office.drafts import paths, queries, services
from guichet.office.drafts.models import Comment, Draft, Invitation
from guichet.office.notices import news
from guichet.office.notices.models import Kind
from guichet.office.organisations import services as organisations
from guichet.office.organisations.acting import Acting
from guichet.office.toolbox import clock, mail

DAYS = 14
LONGEST_DAYS = 60
WRONG_LINKS = Limit("review.wrong_link", most=30, minutes=60)
WRITING = Limit("review.writing", most=60, minutes=60)
TELLING = Limit("review.telling", most=1, minutes=60)
INVITING = Limit("review.inviting", most=20, minutes=60)
Ended = Literal["expired", "revoked", "closed"]
_SALT = "guichet.drafts.review"


class LinkEnded(Exception):
    """The link was closed a moment ago."""


class MayNotSign(Exception):
    """This invitation does not let one sign, or the draft has no such signature."""


class NotReady(Exception):
    """The draft still lacks what stops its filing: there is no whole text to sign."""

    message = "Rien n'est signé : il manque au projet ce qui donne une date de dépôt. Vous signerez une fois complété."


class ChangedMeanwhile(Exception):
    """The draft is no longer what the reviewer read."""

    message = "Le projet a changé pendant votre lecture : relisez-le, puis signez."


class TooManyInvitations(Exception):
    """More invitations in an hour than a person writes by hand."""

    message = "Vous avez envoyé beaucoup d'invitations en peu de temps : réessayez dans une heure."


def invite(
    *, draft: Draft, acting: Acting, name: str, email: str, may_sign: bool, at: datetime, days: int = DAYS
) -> tuple[Invitation, str]:
    """Send a link to one person; the invitation and the link's token, which is kept nowhere.

    Raises AlreadySubmitted, TooManyInvitations.
    """
    if not INVITING.take(acting.actor):
        raise TooManyInvitations
    secret = secrets.token_urlsafe(32)
    token = _signer().sign(secret)
    with transaction.atomic():
        locked = services.editable(draft)
        invitation = Invitation.objects.create(
            draft=locked, name=name, email=email, may_sign=may_sign, token_hash=_digest(secret), created_at=at,
            invited_by=acting.user, expires_at=at + timedelta(days=min(max(days, 1), LONGEST_DAYS)),
        )  # fmt: skip
        what = "draft.signature_asked" if may_sign else "draft.review_asked"
        _note(locked, by=acting.actor, what=what, at=at, detail=f"{locked.reference} : {name} <{email}>")
        mail.send(
            to=email,
            subject=f"{acting.user.full_name} vous invite à relire un projet",
            template="drafts/mail/invited",
            context={
                "invitation": invitation,
                "inviter": acting.user.full_name,
                "link": settings.SITE_URL.rstrip("/") + reverse("review:page", args=[token]),
            },
        )
    return invitation, token


def revoke(*, invitation: Invitation, by: str, at: datetime) -> None:
    """Close a link now. Twice is once."""
    with transaction.atomic():
        found = Invitation.objects.select_for_update(of=("self",)).select_related("draft").get(pk=invitation.pk)
        if found.revoked_at is None:
            found.revoked_at = at
            found.save(update_fields=["revoked_at"])
            _note(
                found.draft, by=by, what="draft.review_revoked", at=at, detail=f"{found.draft.reference} : {found.name}"
            )


def by_token(token: str, *, caller: str) -> Invitation | None:
    """The invitation that this link names, ended or not; None for a wrong one, which counts against the caller."""
    try:
        secret = _signer().unsign(token)
    except signing.BadSignature:
        WRONG_LINKS.take(caller)
        return None
    rows = Invitation.objects.select_related("draft", "draft__owner", "invited_by")
    return rows.filter(token_hash=_digest(secret)).first()


def is_shut_out(caller: str) -> bool:
    """Whether this caller tried too many wrong links lately."""
    within = WRONG_LINKS.take(caller)
    WRONG_LINKS.give_back(caller)
    return not within


def ended(invitation: Invitation, *, at: datetime) -> Ended | None:
    """Why a link no longer opens; None while it does."""
    if invitation.revoked_at:
        return "revoked"
    if invitation.draft.submitted_as or invitation.draft.deleted_at:
        return "closed"
    return "expired" if at >= invitation.expires_at else None


def sign(*, invitation: Invitation, name: str, capacity: str, version: int, at: datetime) -> None:
    """Write the reviewer's signature in the draft, with its trace, and tell who invited. version: the one read.

    1. Lock the draft, then the invitation: a revocation at the same instant comes before or after, never between.
    2. Write name, capacity and date as versions by the reviewer; note which version of the draft was signed.
    Twice is once, while the draft does not change. Raises MayNotSign, ChangedMeanwhile, NotReady, AlreadySubmitted.
    """
    with transaction.atomic():
        draft = services.editable(invitation.draft)
        found = Invitation.objects.select_for_update().get(pk=invitation.pk)
        place = services.signing_of(draft)
        if ended(found, at=at) or not found.may_sign or not place or capacity not in dict(place.capacities(draft.data)):
            raise MayNotSign
        if is_signed(found, draft):
            return
        if draft.version != version:
            raise ChangedMeanwhile
        if place.lacking(draft.data):
            raise NotReady
        signed = {
            place.name: name,
            place.capacity: capacity,
            place.signed_on: at.astimezone(clock.PARIS).date().isoformat(),
        }
        saved = services.save_fields(draft=draft, changes=signed, by=found.actor, at=at)
        found.signed_at, found.signed_version = at, saved.draft.version
        found.save(update_fields=["signed_at", "signed_version"])
        _note(draft, by=found.actor, what="draft.signed_by_reviewer", at=at, detail=f"{draft.reference} : {name}")
        _tell_inviter(found, draft, "a été signé par un relecteur", at)


def comment_as_reviewer(*, invitation: Invitation, step: str, path: str, text: str, at: datetime) -> Comment:
    """Add a reviewer's comment; who invited is told, once an hour at most. Raises LinkEnded."""
    with transaction.atomic():
        draft = services.editable(invitation.draft)
        found = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if ended(found, at=at):
            raise LinkEnded
        made = Comment.objects.create(
            draft=draft, step=step, path=path, text=text, by=found.actor, author=f"{found.name} (relecture)", at=at
        )
        if TELLING.take(str(found.public_id)):
            _tell_inviter(found, draft, "a reçu un commentaire d'un relecteur", at)
        return made


def comment(*, draft: Draft, acting: Acting, step: str, path: str, text: str, at: datetime) -> Comment:
    """Add a member's comment."""
    return Comment.objects.create(
        draft=draft, step=step, path=path, text=text, by=acting.actor, author=acting.user.full_name, at=at
    )


def settle(*, comment: Comment, resolved: bool, by: str, at: datetime) -> None:
    """Say that a comment is settled, or that it is not."""
    Comment.objects.filter(pk=comment.pk).update(
        resolved_at=at if resolved else None, resolved_by=by if resolved else ""
    )


def changed_since_signed(draft: Draft) -> list[Invitation]:
    """The signatures given to a text that has changed since, be it by another signature. Two queries at most."""
    signed = list(draft.invitations.filter(signed_version__isnull=False))
    if not signed:
        return []
    told = draft.versions.exclude(path__startswith="visited.").exclude(path="client_reference")
    last = told.order_by("-version").values_list("version", flat=True).first()
    return [one for one in signed if last and one.signed_version is not None and last > one.signed_version]


def is_signed(invitation: Invitation, draft: Draft) -> bool:
    """Whether this draft, that of the invitation, stands as the reviewer signed it."""
    return invitation.signed_version is not None and invitation not in changed_since_signed(draft)


def to_renew(draft: Draft, *, by: str) -> Invitation | None:
    """The reviewer whose name still signs the draft although it has changed since. Five queries, one when none signed.

    The reviewer renews it by the link, or somebody else signs; writing the reviewer's name again does not, unless it is
    the name of ``by``.
    """
    place, changed = services.signing_of(draft), changed_since_signed(draft)
    if not place or not changed or len(changed) < draft.invitations.exclude(signed_version=None).count():
        return None
    rows = draft.versions.filter(path=place.name).order_by("version", "pk")
    written = [(_folded(row.value), row.by) for row in rows if row.value]
    name = _folded(paths.read(draft.data, place.name, "")) or (written[-1][0] if written else "")
    if name == _folded(queries.names([by])[by]):
        return None
    authors = {author for typed, author in written if typed == name}
    return next((one for one in changed if one.actor in authors), None)


def _folded(name: object) -> str:
    return " ".join(str(name).split()).casefold()


def _tell_inviter(invitation: Invitation, draft: Draft, what: str, at: datetime) -> None:
    """As this person wishes to be told: at once, in a digest, or not at all."""
    link = reverse("drafts:show", args=[draft.public_id])
    text = f"Votre projet {draft.reference} {what}."
    news.tell(user=invitation.invited_by, kind=Kind.COMMENT, text=text, link=link, at=at)


def _note(draft: Draft, *, by: str, what: str, at: datetime, detail: str) -> None:
    organisations.note(holder=draft.holder, by=by, what=what, at=at, subject=draft.subject, detail=detail)


def _signer() -> signing.Signer:
    return signing.Signer(salt=_SALT, sep=".")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
