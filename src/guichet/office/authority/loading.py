"""The facts of one question, read from the database in few queries; each function says how many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from guichet.law import registry
from guichet.law.general.role_rules import Mention
from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import StaffRole as StaffRoleRow
from guichet.office.accounts.models import User
from guichet.office.authority import facts as f
from guichet.office.authority import models, role_acts
from guichet.office.authority.deciding import LISTED_QUALITIES
from guichet.office.ledger import queries as ledger
from guichet.office.organisations import queries as organisations
from guichet.office.organisations.models import Membership, Organisation
from guichet.office.toolbox.clock import PARIS


@dataclass(frozen=True)
class Actor:
    """A person, and for whom. membership: None for oneself, or where it is to be looked up at a past instant."""

    user: User
    holder: str
    organisation: Organisation | None = None
    membership: Membership | None = None

    @property
    def person(self) -> f.Person:
        return f.Person(accounts.account_actor(self.user), self.user.full_name, self.user.is_active)


def for_question(actor: Actor, held: f.Held, level: f.Level, *, at: datetime, now: bool) -> f.Facts:
    """What decides of one person and one file. Four queries at most: rights, mandates, names, lists."""
    tenure = held.when(at)
    holder = tenure.holder if tenure else ""
    memberships = _memberships(actor, at, now)
    bound = any(not each.is_administrator for each in memberships)
    rules, grants = rights(actor.holder, (held.subject,), at) if bound else ((), ())
    mandates = _mandates(actor.holder, holder, held.subject, level, at)
    return f.Facts(
        held,
        memberships,
        tuple(rules),
        tuple(grants),
        mandates,
        names={**_own_name(actor), **names({each.principal for each in mandates} - {actor.holder})},
        countries={actor.holder: actor.organisation.country if actor.organisation else actor.user.country},
    )


def for_own(actor: Actor, held: list[f.Held], *, at: datetime) -> list[f.Facts]:
    """What decides, inside their holder, of many things at once. One query, none for administrators and oneself."""
    memberships = _memberships(actor, at, True)
    bound = any(not each.is_administrator for each in memberships)
    rules, grants = rights(actor.holder, [each.subject for each in held], at) if bound and held else ((), ())
    return [f.Facts(each, memberships, tuple(rules), tuple(grants), names=_own_name(actor)) for each in held]


def staff(user: User) -> tuple[f.StaffRole, ...]:
    """What this person does at the office now. One query."""
    rows = StaffRoleRow.objects.filter(user=user, user__is_active=True)
    return tuple(f.StaffRole(row.role, row.get_role_display(), frozenset(row.rights)) for row in rows)


def rights(holder: str, subjects: Iterable[str], at: datetime, person: str = "") -> tuple[list[f.Rule], list[f.Grant]]:
    """The rules of an organisation and of these subjects, and the rights named on them, at an instant. One query."""
    wanted = list(subjects)
    columns = ("holder", "subject", "who", "levels", "since", "until")
    ruled = models.Rule.objects.filter(holder=holder, subject__in=["", *wanted]).annotate(who=Value(""))
    granted = models.Grant.objects.filter(holder=holder, subject__in=wanted).annotate(
        who=Coalesce(F("person"), Value(""))
    )
    rows = _standing(ruled, at).values_list(*columns).union(_standing(granted, at).values_list(*columns), all=True)
    rules: list[f.Rule] = []
    grants: list[f.Grant] = []
    for owner, subject, who, given, since, until in rows:
        levels = frozenset(given)
        if who:
            grants.append(f.Grant(owner, subject, who, levels, since, until))
        else:
            rules.append(f.Rule(owner, subject, levels, since, until))
    return rules, grants


def _standing(rows: QuerySet[Any], at: datetime) -> QuerySet[Any]:
    return rows.filter(since__lte=at).filter(Q(until=None) | Q(until__gt=at))


def _memberships(actor: Actor, at: datetime, now: bool) -> tuple[f.Membership, ...]:
    """Now, the one by which the person acts; no query. At a past instant, the one of then; one query."""
    key = accounts.account_actor(actor.user)
    if actor.organisation is None:
        return ()
    if now and actor.membership is not None:
        return (f.Membership(key, actor.holder, actor.membership.is_administrator),)
    rows = organisations.memberships(at).filter(user=actor.user, organisation=actor.organisation)
    return tuple(f.Membership(key, actor.holder, row.is_administrator, row.since, row.until) for row in rows)


def _mandates(acting_for: str, holder: str, subject: str, level: f.Level, at: datetime) -> tuple[f.Mandate, ...]:
    """Those given by the file's holder, and those declared for this very file. Two queries with the lists."""
    declared = Q(principal="", streams__contains=[subject])
    if holder == acting_for:
        if level not in ("submit", "pay"):
            return ()
        rows = models.Mandate.objects.filter(declared, representative=acting_for)
    else:
        rows = models.Mandate.objects.filter(principal=holder, representative=acting_for)
    with_lists = level in ("submit", "pay")
    return of_rows(list(rows.order_by("-accepted_at", "pk")), at, with_lists=with_lists)


def of_rows(rows: list[models.Mandate], at: datetime, *, with_lists: bool = True) -> tuple[f.Mandate, ...]:
    """The mandates as the decision takes them. with_lists: with what the office's lists say at that instant (one
    query when a number is given)."""
    found = tuple(_mandate(row) for row in rows)
    listed = listings(found, at) if with_lists else {}
    return tuple(replace(each, listing=listed.get(_entry(each))) for each in found)


def listings(mandates: Iterable[f.Mandate], at: datetime) -> dict[str, f.Listing]:
    """What the lists say of these professionals, by the stream of their entry. One query, none without numbers."""
    streams = {_entry(each) for each in mandates} - {""}
    if not streams:
        return {}
    found: dict[str, f.Listing] = {}
    for stream, history in ledger.histories(streams).items():
        known = [entry.happened() for entry in history if entry.recorded_at <= at]
        if known:
            found[stream] = _listing(stream, known)
    return found


def _listing(stream: str, known: list[Any]) -> f.Listing:
    standing = registry.laws()[role_acts.kind_of(stream)].status(known)
    mentions = tuple(cast(tuple[Mention, ...], standing.facts.get("specialities", ())))
    if standing.facts.get("jurist_of_1992"):
        mentions = (*mentions, "jurist_1992")
    states = set(standing.states.values())
    label = "Radiation temporaire en cours" if "barred" in states else standing.label
    return f.Listing(label, bool(standing.facts.get("may_represent")), mentions, "banned" in states)


def _entry(mandate: f.Mandate) -> str:
    """The stream of the list where this professional's entry would stand; empty when there is none to look up."""
    kind = LISTED_QUALITIES.get(mandate.quality, "")
    return f"{kind}/{mandate.number}" if kind and mandate.number else ""


def _mandate(row: models.Mandate) -> f.Mandate:
    return f.Mandate(
        key=row.key, reference=row.reference, principal=row.principal, representative=row.representative,
        quality=cast(Any, row.quality), rights=frozenset(row.rights), since=row.since, until=row.until,
        acts=frozenset(cast(Any, row.acts)), streams=frozenset(row.streams), procedure=row.procedure,
        principal_name=row.principal_name, principal_country=row.principal_country, country=row.country,
        power=bool(row.power), special_power=bool(row.special_power), mentions=tuple(cast(Any, row.mentions)),
        number=row.number, accepted_at=_local(row.accepted_at), revoked_at=_local(row.revoked_at),
    )  # fmt: skip


def _local(instant: datetime | None) -> datetime | None:
    return instant.astimezone(PARIS) if instant else None


def _own_name(actor: Actor) -> dict[str, str]:
    return {actor.holder: actor.organisation.name if actor.organisation else actor.user.full_name}


def names(keys: Iterable[str]) -> dict[str, str]:
    """The names of these holders, accounts and staff. Two queries at most."""
    by_kind: dict[str, list[str]] = {}
    for key in keys:
        kind, _, public_id = key.partition(":")
        if public_id:
            by_kind.setdefault("organisation" if kind == "organisation" else "person", []).append(key)
    found: dict[str, str] = {}
    if of_companies := by_kind.get("organisation"):
        rows = Organisation.objects.filter(public_id__in=_ids(of_companies)).values_list("public_id", "name")
        found |= {f"organisation:{public_id}": name for public_id, name in rows}
    if of_people := by_kind.get("person"):
        users = {str(user.public_id): user.full_name for user in User.objects.filter(public_id__in=_ids(of_people))}
        found |= {key: users[key.partition(":")[2]] for key in of_people if key.partition(":")[2] in users}
    return found


def _ids(keys: Iterable[str]) -> list[str]:
    """The identifiers in these keys that are UUIDs; staff of tests and tasks of the office have words."""
    return [public_id for key in keys if len(public_id := key.partition(":")[2]) == 36]
