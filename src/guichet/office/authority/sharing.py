"""How a file is shared inside an organisation today, as its form shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from guichet.office.accounts.queries import account_actor
from guichet.office.authority import facts
from guichet.office.authority.models import Grant, Rule
from guichet.office.organisations import queries as organisations
from guichet.office.organisations.models import Organisation


@dataclass(frozen=True)
class Sharing:
    """levels: of the file's own rule, None when the organisation's applies. given: named rights by account."""

    levels: list[str] | None
    given: dict[str, list[str]]

    @property
    def initial(self) -> dict[str, Any]:
        mode = "default" if self.levels is None else "own" if self.levels else "reserved"
        return {"mode": mode, "levels": self.levels or []}


def of(holder: str, subject: str) -> Sharing:
    """Two queries."""
    ruled = Rule.objects.filter(holder=holder, subject=subject, until=None).first()
    named = Grant.objects.filter(holder=holder, subject=subject, until=None)
    return Sharing(list(ruled.levels) if ruled else None, {row.person: list(row.levels) for row in named})


def default(holder: str) -> list[str]:
    """What collaborators may do by the organisation's rule, or by default when there is none."""
    ruled = Rule.objects.filter(holder=holder, subject="", until=None).first()
    return list(ruled.levels) if ruled else [right for right in facts.RIGHTS if right in facts.BY_DEFAULT]


def collaborators(organisation: Organisation) -> list[tuple[str, str]]:
    """The members whom rules bind, by name. Administrators may do everything."""
    rows = [row for row in organisations.members(organisation) if not row.is_administrator]
    return [(account_actor(row.user), row.user.full_name) for row in rows]
