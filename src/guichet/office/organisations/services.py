"""What happens in an organisation. Each act is one transaction, locks the organisation, and leaves its trace."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.organisations import queries
from guichet.office.organisations.models import Deed, Membership, Organisation, Standing


def note(*, holder: str, by: str, what: str, at: datetime, subject: str = "", detail: str = "") -> Deed:
    """Add to the delegation trail of an organisation or an account."""
    return Deed.objects.create(holder=holder, by=by, what=what, at=at, subject=subject, detail=detail[:400])


@transaction.atomic
def create(*, name: str, administrator: User, at: datetime, **entity: Any) -> Organisation:
    """A new organisation with its first administrator. entity: the other fields of ``Organisation``."""
    organisation = Organisation.objects.create(name=name, created_at=at, **entity)
    Membership.objects.create(
        organisation=organisation, user=administrator, standing=Standing.ADMINISTRATOR, since=at, last_acted_at=at
    )
    by = accounts.account_actor(administrator)
    note(holder=queries.key(organisation), by=by, what="organisation.created", at=at, subject=by)
    return organisation


@transaction.atomic
def admit(*, organisation: Organisation, user: User, standing: str, by: str, at: datetime) -> Membership:
    """Make a person a member."""
    lock(organisation)
    membership = Membership.objects.create(organisation=organisation, user=user, standing=standing, since=at)
    subject = accounts.account_actor(user)
    note(holder=queries.key(organisation), by=by, what="member.admitted", at=at, subject=subject, detail=standing)
    return membership


def lock(organisation: Organisation) -> Organisation:
    """The organisation as it stands, locked until the end of the caller's transaction."""
    return Organisation.objects.select_for_update().get(pk=organisation.pk)
