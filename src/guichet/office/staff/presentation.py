"""How the pages about the staff say roles, delegations and the trail."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import Role, User
from guichet.office.design.formats import long_date
from guichet.office.organisations.models import Deed
from guichet.office.staff import queries, scope
from guichet.office.staff.models import SignatureDelegation

WORDS = {
    "staff.appointed": "Rôle donné",
    "staff.rights": "Droits examinés",
    "staff.sessions_ended": "Sessions fermées",
    "staff.dismissed": "Rôle retiré",
    "staff.director": "Direction générale",
    "staff.delegated": "Signature déléguée",
    "staff.delegation_ended": "Délégation retirée",
}
ROLES = dict(Role.choices)


@dataclass(frozen=True)
class Member:
    """A line of the list: a person, and what he or she may do."""

    user: User
    roles: list[str]


@dataclass(frozen=True)
class ShownDelegation:
    """A delegation with its state in words; kind: of the badge."""

    row: SignatureDelegation
    kinds: str
    acts: str
    state: str
    kind: str
    may_end: bool


@dataclass(frozen=True)
class ShownDeed:
    at: datetime
    who: str
    what: str
    about: str
    detail: str


def people(users: Iterable[User]) -> list[Member]:
    return [Member(user, [_role(one.role, one.rights) for one in user.staff_roles.all()]) for user in users]


def delegations(rows: Iterable[SignatureDelegation]) -> list[ShownDelegation]:
    """Each with its state today. One query for those in force."""
    standing = set(queries.in_force().values_list("pk", flat=True))
    return [_shown(row, row.pk in standing) for row in rows]


def trail(deeds: Iterable[Deed]) -> list[ShownDeed]:
    names: dict[str, str] = {}

    def name(actor: str) -> str:
        if actor not in names:
            found = accounts.by_actor(actor)
            names[actor] = found.full_name if found else "l'office"
        return names[actor]

    return [
        ShownDeed(one.at, name(one.by), WORDS.get(one.what, one.what), name(one.subject), _detail(one)) for one in deeds
    ]


def _role(role: str, rights: list[str]) -> str:
    return f"{ROLES[role]} ({scope.told_kinds(rights)})" if rights else ROLES[role]


def _detail(one: Deed) -> str:
    role, _, rest = one.detail.partition(" ")
    return f"{ROLES[role]} {rest}".strip() if role in ROLES else one.detail


def _shown(row: SignatureDelegation, stands: bool) -> ShownDelegation:
    state, kind = ("en vigueur", "success") if stands else ("à venir ou expirée", "neutral")
    if row.ended_at:
        state, kind = f"retirée le {row.ended_at:%d/%m/%Y}", "neutral"
    elif not stands and row.given_by.until:
        state = "éteinte avec les fonctions de son auteur"
    return ShownDelegation(
        row, scope.told_kinds(row.kinds), scope.told_acts(row.acts), state, kind, row.ended_at is None
    )


def installed(since: date, today: date) -> str:
    """What is said once the one who directs from that day on is recorded."""
    if since <= today:
        return "Direction générale enregistrée. Les délégations du prédécesseur ont pris fin."
    eve = long_date(since - timedelta(days=1))
    return f"Direction générale enregistrée. Les délégations du prédécesseur prendront fin le {eve} au soir."
