"""What an organisation holds, by « contact principal », and passing it from one member to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.authority import services as authority
from guichet.office.authority import subjects
from guichet.office.authority.models import Holding
from guichet.office.drafts import services as drafts
from guichet.office.drafts.models import Draft
from guichet.office.organisations import queries, rules, services
from guichet.office.organisations.models import Organisation


@dataclass(frozen=True)
class Contact:
    """A person whose files these are, or was; how many he or she follows."""

    user: User
    is_member: bool
    count: int


@dataclass(frozen=True)
class Held:
    """A file or a draft, as the page shows it. key: what the form posts."""

    key: str
    label: str
    reference: str
    since: datetime


def files(organisation: Organisation, contact: User | None = None) -> list[Holding]:
    """The files of the organisation, the last opened first; only those of one contact."""
    rows = Holding.objects.filter(holder=queries.key(organisation)).order_by("-opened_at", "stream")
    return list(rows.filter(contact=accounts.account_actor(contact)) if contact else rows)


def projects(organisation: Organisation, contact: User | None = None) -> list[Draft]:
    """Its drafts in preparation, the last touched first."""
    rows = Draft.objects.filter(holder=queries.key(organisation), submitted_as=None, deleted_at=None)
    rows = rows.select_related("owner").order_by("-updated_at")
    return list(rows.filter(owner=contact) if contact else rows)


def is_held(organisation: Organisation) -> bool:
    """Whether it has a file or a draft, in the bin included. Two queries."""
    key = queries.key(organisation)
    return Holding.objects.filter(holder=key).exists() or Draft.objects.filter(holder=key, submitted_as=None).exists()


def contacts(organisation: Organisation) -> list[Contact]:
    """Everyone who follows something of the organisation's, those who left first, then by name. Four queries."""
    key, found = queries.key(organisation), Counter[str]()
    for row in Holding.objects.filter(holder=key).values("contact").annotate(n=Count("pk")):
        found[row["contact"]] += row["n"]
    drafts_by = Draft.objects.filter(holder=key, submitted_as=None, deleted_at=None).values("owner__public_id")
    for kept in drafts_by.annotate(n=Count("pk")):
        found[f"account:{kept['owner__public_id']}"] += kept["n"]
    here = {each.user_id for each in queries.members(organisation)}
    users = User.objects.filter(public_id__in=[actor.partition(":")[2] for actor in found])
    people = [Contact(user, user.pk in here, found[accounts.account_actor(user)]) for user in users]
    return sorted(people, key=lambda one: (one.is_member, one.user.last_name, one.user.first_name))


def listed(organisation: Organisation, contact: User) -> list[Held]:
    """The files and drafts that this contact follows."""
    kept = [Held(row.stream, subjects.label(row.stream), "", row.opened_at) for row in files(organisation, contact)]
    open_ = [
        Held(row.subject, f"Projet {row.reference}", row.client_reference, row.created_at)
        for row in projects(organisation, contact)
    ]
    return [*open_, *kept]


@transaction.atomic
def reassign(
    *, organisation: Organisation, wanted: Collection[str], to: User, by: User, at: datetime
) -> int:  # fmt: skip
    """Give files and drafts of the organisation another contact among its members; how many changed hands.

    wanted: streams and subjects of drafts; what is not the organisation's (any more) is passed over.
    1. Lock the organisation: who gives must administer it, who takes must belong to it, until the end. 2. The files,
    in the order of their streams. 3. The drafts. Raises rules.Refused.
    """
    row = services.lock(organisation)
    body, giver, taker = queries.body(row, at=at), accounts.account_actor(by), accounts.account_actor(to)
    rules.give_files(body, giver, taker)
    streams = [one.stream for one in files(row) if one.stream in wanted and one.contact != taker]
    for stream in sorted(streams):
        authority.transfer(
            stream=stream, holder=queries.key(row), contact=taker, by=giver, at=at, why="confié par un gestionnaire"
        )
    given = [one for one in projects(row) if one.subject in wanted]
    return len(streams) + drafts.reassign(drafts=given, contact=to, by=giver, at=at)
