"""For whom a person acts: one organisation at a time, or oneself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.organisations import queries
from guichet.office.organisations.models import Membership, Organisation

CHOSEN = "organisations.acting_for"
"""In the session: public id of the organisation, or empty for oneself; absent until the person chooses."""


@dataclass(frozen=True)
class Acting:
    """A person, and the organisation for which he or she acts now."""

    user: User
    membership: Membership | None = None

    @property
    def organisation(self) -> Organisation | None:
        return self.membership.organisation if self.membership else None

    @property
    def is_administrator(self) -> bool:
        return bool(self.membership and self.membership.is_administrator)

    @property
    def actor(self) -> str:
        """Who acts, as the ledger names it."""
        return accounts.account_actor(self.user)

    @property
    def holder(self) -> str:
        """Who owns what this person opens now: ``organisation:<id>`` or ``account:<id>``."""
        return queries.key(self.organisation) if self.organisation else self.actor

    @property
    def name(self) -> str:
        """For whom, in words."""
        return self.organisation.name if self.organisation else self.user.full_name


def of(user: User, chosen: str | None = None) -> Acting:
    """For whom this person acts. chosen: what the session holds; without it, the organisation last acted for.

    Membership is asked again each time: who has left acts for it no more. One query.
    """
    if chosen == "":
        return Acting(user)
    rows = queries.of_user(user)
    if chosen:
        return Acting(user, next((row for row in rows if str(row.organisation.public_id) == chosen), None))
    return Acting(user, rows.first())


def forget(session: Any) -> None:
    """Choose again at the next page: the organisation last acted for."""
    session.pop(CHOSEN, None)
