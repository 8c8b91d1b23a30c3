"""Deactivating an organisation: what it holds passes to whom its administrator names, then everyone is detached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.authority import mandates
from guichet.office.authority import services as authority
from guichet.office.authority.models import Holding
from guichet.office.drafts import services as drafts
from guichet.office.drafts.models import Draft
from guichet.office.my_company import holdings
from guichet.office.organisations import queries, rules, services
from guichet.office.organisations.acting import Acting
from guichet.office.organisations.models import Organisation

WHY = "entreprise désactivée"


@dataclass(frozen=True)
class Heir:
    """Who may take the files over: an organisation that the administrator administers too, or himself."""

    key: str
    name: str


def heirs(acting: Acting, *, proved: bool) -> list[Heir]:
    """Those whom this administrator may name. proved: by a second factor, which some organisations require."""
    others = [
        Heir(queries.key(row.organisation), row.organisation.name)
        for row in acting.memberships
        if row.organisation != acting.organisation
        and row.is_administrator
        and (proved or not row.organisation.requires_second_factor)
    ]
    return [*others, Heir(acting.actor, f"moi-même ({acting.user})")]


@transaction.atomic
def deactivate(*, organisation: Organisation, by: User, at: datetime, heir: str = "") -> int:
    """Close the organisation and pass what it holds to ``heir``; how many files and drafts passed.

    heir: an organisation that ``by`` administers, or his own account; needed when there is anything to pass.
    1. Lock both organisations, in the order of their rows. 2. Ask the rules, detach everyone, tell them. 3. Pass files
    in the order of their streams, then drafts; end its mandates. What is recorded for it meanwhile follows by
    ``pass_stragglers_on``. Raises rules.HeirNeeded, or rules.Refused.
    """
    taker = _lock_heir(organisation, heir, by, at)
    key, actor = queries.key(organisation), accounts.account_actor(by)
    services.close(organisation=organisation, by=by, at=at, holds=holdings.is_held(organisation), heir=taker)
    count = _pass_on(key, taker or actor, contact=by, by=actor, at=at)
    for mandate in mandates.party(key).filter(revoked_at=None):
        mandates.revoke(mandate=mandate, acting=Acting(by), at=at)
    return count


def pass_stragglers_on(at: datetime) -> int:
    """Pass what was recorded for an organisation while it closed to whom it named; how many. A chore."""
    count = 0
    for row in Organisation.objects.exclude(closed_at=None):
        key = queries.key(row)
        if Holding.objects.filter(holder=key).exists() or Draft.objects.filter(holder=key).exists():
            count += _one_more(row, at)
    return count


@transaction.atomic
def _one_more(closed: Organisation, at: datetime) -> int:
    """Follow the chain of heirs to one that is still open, and pass what is left to it."""
    heir, seen = closed.passed_to, {queries.key(closed)}
    while (next_ := queries.by_key(heir)) and not next_.is_open and heir not in seen:
        seen.add(heir)
        heir = next_.passed_to
    organisation = queries.by_key(heir)
    first = queries.administrators(organisation).first() if organisation else None
    contact = first.user if first else accounts.by_actor(heir)
    if contact is None:
        return 0
    return _pass_on(queries.key(closed), heir, contact=contact, by="office:closing", at=at)


def _pass_on(former: str, holder: str, *, contact: User, by: str, at: datetime) -> int:
    streams = sorted(Holding.objects.filter(holder=former).values_list("stream", flat=True))
    for stream in streams:
        authority.transfer(
            stream=stream, holder=holder, contact=accounts.account_actor(contact), by=by, at=at, why=WHY
        )  # fmt: skip
    return len(streams) + drafts.pass_on(from_holder=former, to_holder=holder, contact=contact, by=by, at=at)


def _lock_heir(organisation: Organisation, heir: str, by: User, at: datetime) -> str:
    """The heir if this person may name it, else empty; both organisations locked, in one order for everyone."""
    other = queries.by_key(heir)
    rows = [organisation, *([other] if other else [])]
    for row in sorted({each.pk: each for each in rows}.values(), key=lambda each: each.pk):
        services.lock(row)
    if heir == accounts.account_actor(by):
        return heir
    if other is None or other == organisation:
        return ""
    try:
        rules.receive_files(queries.body(services.lock(other), at=at), accounts.account_actor(by))
    except rules.Refused:
        return ""
    return heir
