"""Organisations, the files that they hold, and the mandates by which they are represented."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.authority import services as authority
from guichet.office.authority.models import Mandate, Rule
from guichet.office.ledger import followers
from guichet.office.organisations import queries, services
from guichet.office.organisations.acting import Acting
from guichet.office.organisations.models import Membership, Organisation, Standing

BEGAN = datetime(2024, 1, 2, 9, tzinfo=UTC)


def a_person(first_name: str, last_name: str = "Martin", **fields: Any) -> User:
    return User.objects.create_user(
        f"{first_name.lower()}@exemple.fr", "x", first_name=first_name, last_name=last_name, **fields
    )


def an_organisation(administrator: User, *collaborators: User, name: str = "Cabinet Martin") -> Organisation:
    """Open since January 2024."""
    organisation = services.create(name=name, administrator=administrator, at=BEGAN)
    for user in collaborators:
        services.admit(
            organisation=organisation, user=user, standing=Standing.COLLABORATOR, by=account_actor(administrator),
            at=BEGAN,
        )  # fmt: skip
    return organisation


def give(stream: str, organisation: Organisation | None, contact: User) -> str:
    """Pass a file to an organisation, or to the contact alone; returns its stream."""
    followers.catch_up()
    holder = queries.key(organisation) if organisation else account_actor(contact)
    authority.transfer(stream=stream, holder=holder, contact=account_actor(contact), by="office:test", at=BEGAN)
    return stream


def leaves(user: User, organisation: Organisation) -> None:
    """The person's membership ends, in January 2024 as it began."""
    Membership.objects.filter(user=user, organisation=organisation, until=None).update(until=BEGAN)


def acting_for(user: User, organisation: Organisation) -> Acting:
    return Acting(user, queries.of_user(user).get(organisation=organisation))


def a_mandate(principal: str, representative: str, by: User, **changes: Any) -> Mandate:
    """For trademarks, of all acts, since January 2024, accepted."""
    values: dict[str, Any] = {
        "principal": principal, "representative": representative, "quality": "ip_attorney", "rights": ["trademark"],
        "since": date(2024, 1, 2), "granted_at": BEGAN, "granted_by": "account:principal", "accepted_at": BEGAN,
        "accepted_by": account_actor(by),
    }  # fmt: skip
    return Mandate.objects.create(**{**values, **changes})


def reserved(organisation: Organisation, stream: str = "", levels: tuple[str, ...] = ()) -> Rule:
    """What collaborators may do with this file, or with every file: nothing unless said."""
    return Rule.objects.create(
        holder=queries.key(organisation), subject=stream, levels=list(levels), since=BEGAN, by="office:test"
    )
