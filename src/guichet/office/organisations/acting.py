"""For whom a person acts: one organisation at a time, or oneself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.organisations import queries
from guichet.office.organisations.models import Membership, Organisation
from guichet.office.sign_in.queries import proved_twice

CHOSEN = "organisations.acting_for"
"""In the session: public id of the organisation, or empty for oneself; absent until the person chooses."""
MARK = "acting_for"
"""In each form: the holder for whom its page was opened (``Acting.holder``)."""


@dataclass(frozen=True)
class Acting:
    """A person, and the organisation for which he or she acts now.

    memberships: every organisation that the person may choose, the one last acted for first. barred: the one that was
    chosen but requires a second factor, which this session has not proved; the person acts for himself meanwhile.
    """

    user: User
    membership: Membership | None = None
    memberships: tuple[Membership, ...] = ()
    barred: Membership | None = None

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


def of(user: User, chosen: str | None = None, *, proved: bool = False) -> Acting:
    """For whom this person acts. chosen: what the session holds; without it, the organisation last acted for.

    proved: the session was proved by a second factor. Membership is asked again each time: who has left acts for it no
    more. One query.
    """
    rows = tuple(queries.of_user(user))
    wanted: Membership | None = None
    if chosen is None:
        wanted = rows[0] if rows else None
    elif chosen:
        wanted = next((row for row in rows if str(row.organisation.public_id) == chosen), None)
    if wanted and wanted.organisation.requires_second_factor and not proved:
        return Acting(user, None, rows, barred=wanted)
    return Acting(user, wanted, rows)


def in_session(user: User, session: Mapping[str, Any]) -> Acting:
    """For whom the person of this session acts."""
    return of(user, session.get(CHOSEN), proved=proved_twice(session))


def for_holder(acting: Acting, holder: str, session: Mapping[str, Any]) -> Acting | None:
    """The same person acting for this holder; None when he or she may not, or not in this session."""
    if holder == acting.actor:
        return Acting(acting.user, None, acting.memberships)
    found = next((row for row in acting.memberships if queries.key(row.organisation) == holder), None)
    if found is None or (found.organisation.requires_second_factor and not proved_twice(session)):
        return None
    return Acting(acting.user, found, acting.memberships)


def choose(session: Any, acting: Acting) -> None:
    """Go on acting so at the next pages of this session."""
    session[CHOSEN] = str(acting.organisation.public_id) if acting.organisation else ""


def forget(session: Any) -> None:
    """Choose again at the next page: the organisation last acted for."""
    session.pop(CHOSEN, None)
