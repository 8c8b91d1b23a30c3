"""What stands around the drafts of the small office: reviewers' links, a comment, a contact, a template, the bin."""

from __future__ import annotations

from datetime import timedelta

from guichet.office.accounts.models import User
from guichet.office.drafts import book, file_templates, reviews, services
from guichet.office.drafts.models import Draft
from guichet.office.organisations import acting
from guichet.office.toolbox import clock


def prepare(owner: User, draft: Draft) -> dict[str, str]:
    """Links by what they open (``token``, ``ended``), and the contact's identifier."""
    who, at = acting.of(owner), clock.now()
    person = {"name": "Anne Legrand", "email": "anne@exemple.fr", "may_sign": True}
    typed = {"applicants[0].name": "Castel", "mark.feature": "word", "mark.text": "BRUMELINE", "lists.9": "logiciels"}
    whole = services.create(procedure=draft.procedure, acting=who, data=typed, at=at)
    _, token = reviews.invite(draft=whole, acting=who, at=at, days=60, **person)
    old, ended = reviews.invite(draft=draft, acting=who, at=at, **person)
    reviews.revoke(invitation=old, by=who.actor, at=at + timedelta(minutes=1))
    reviews.comment(
        draft=draft, acting=who, step="marque", path="mark.text", text="Ce mot est-il libre ?", at=at
    )  # fmt: skip
    contact = book.keep_party(holder=draft.holder, data=draft.data, place="applicants[0]", at=at)
    file_templates.create(draft=draft, name="Dépôt courant", steps=["deposants", "mandataire"], by=who.actor, at=at)
    thrown = services.create(procedure=draft.procedure, acting=who, data={"mark.text": "RATÉ"}, at=at)
    services.delete(draft=thrown, by=who.actor, at=at)
    return {"token": token, "ended": ended, "contact": str(contact.public_id) if contact else ""}
