"""Identities of providers, linked to accounts after proof of both."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from guichet.office.accounts.models import User
from guichet.office.sign_in import letters
from guichet.office.sign_in.models import IdentityLink
from guichet.office.sign_in.openid import Identity
from guichet.office.sign_in.providers import label_of


def link(*, user: User, identity: Identity, at: datetime) -> bool:
    """Link this identity to this account, and tell its owner; False when one of the two is linked already.

    The caller has checked both proofs; that nobody is linked twice is held by the database.
    """
    try:
        with transaction.atomic():
            IdentityLink.objects.create(
                user=user, provider=identity.provider, subject=identity.subject, email=identity.email, linked_at=at
            )
            letters.identity_linked(user, provider=label_of(identity.provider), at=at)
    except IntegrityError:
        return False
    return True


@transaction.atomic
def unlink(*, user: User, public_id: UUID | str, at: datetime) -> str:
    """Detach an identity; the name of its provider, empty when the person has none such."""
    found = IdentityLink.objects.select_for_update().filter(user=user, public_id=public_id).first()
    if found is None:
        return ""
    found.delete()
    letters.identity_unlinked(user, provider=label_of(found.provider), at=at)
    return label_of(found.provider)


def note_use(identity: Identity, *, at: datetime) -> None:
    """This identity opened its account."""
    IdentityLink.objects.filter(provider=identity.provider, subject=identity.subject).update(last_used_at=at)
