"""Whom news of a file concerns: its contact or representative, whoever stands in, and those who wish to know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.authority import queries as authority
from guichet.office.authority.models import Holding
from guichet.office.authority.queries import Held
from guichet.office.notices import preferences, representation
from guichet.office.notices.models import Kind
from guichet.office.organisations import queries as organisations
from guichet.office.organisations.acting import Acting


def of(stream: str, kind: str = Kind.NOTIFICATION) -> list[User]:
    """Whom news of this file concerns; nobody when no one with an account holds it."""
    return of_streams([stream], kind).get(stream, [])


def of_streams(streams: Iterable[str], kind: str) -> dict[str, list[User]]:
    """For each file, first whom the office addresses, then those who wish news of all that they see.

    Addressed: the contact of the file, or of the representative whose mandate covers its letters, while he or she
    belongs to that organisation and sees the file; else its administrators. Five queries, whatever the number of
    files, and two or three for each person concerned.
    """
    held = _held(set(streams))
    addressed = representation.substituted(held.values())
    people = _People.behind([*held.values(), *addressed.values()], kind)
    people.look_at(addressed)
    found: dict[str, dict[int, User]] = defaultdict(dict)
    for stream, one in addressed.items():
        for acting in [*people.addressees(one), *people.watching(stream)]:
            found[stream].setdefault(acting.user.pk, acting.user)
    return {stream: list(users.values()) for stream, users in found.items()}


def reads_here(stream: str) -> str:
    """Who holds this file, if someone with an account reads its letters here; else empty: they go on paper."""
    held = _held({stream}).get(stream)
    return held.holder if held and of(stream) else ""


@dataclass
class _People:
    """Whoever may act for the holders of some files, by holder; among them the contacts, and who wishes to know all.

    seen: which of the files each contact and each watcher sees, acting for that holder.
    """

    groups: dict[str, list[Acting]]
    contacts: list[Acting]
    watchers: list[Acting]
    seen: dict[tuple[int, str], set[str]] = field(default_factory=dict)

    @classmethod
    def behind(cls, held: Iterable[Held], kind: str) -> _People:
        named = {(one.holder, one.contact) for one in held}
        groups = _groups({holder for holder, _ in named})
        everyone = [acting for group in groups.values() for acting in group]
        wishes = preferences.of_people(acting.user.pk for acting in everyone)
        return cls(
            groups,
            contacts=[acting for acting in everyone if (acting.holder, acting.actor) in named],
            watchers=[acting for acting in everyone if wishes[acting.user.pk].wants_all(kind)],
        )

    def look_at(self, streams: Iterable[str]) -> None:
        """Ask what each of them sees of these files."""
        wanted = list(streams)
        for acting in [*self.contacts, *self.watchers]:
            rows = authority.streams(acting).filter(stream__in=wanted)
            self.seen[acting.user.pk, acting.holder] = set(rows)

    def addressees(self, held: Held) -> list[Acting]:
        """An account that holds a file alone is its addressee; in an organisation, the contact or who stands in."""
        group = self.groups.get(held.holder, [])
        if held.holder.startswith("account:"):
            return group
        contact = [acting for acting in group if acting.actor == held.contact and self._sees(acting, held.subject)]
        return contact or [acting for acting in group if acting.is_administrator]

    def watching(self, stream: str) -> list[Acting]:
        return [acting for acting in self.watchers if self._sees(acting, stream)]

    def _sees(self, acting: Acting, stream: str) -> bool:
        return stream in self.seen.get((acting.user.pk, acting.holder), ())


def _groups(holders: set[str]) -> dict[str, list[Acting]]:
    """Who may act for each of these holders; closed accounts act for nobody."""
    found: dict[str, list[Acting]] = defaultdict(list)
    for user in User.objects.filter(public_id__in=_ids(holders, "account"), is_active=True):
        found[accounts.account_actor(user)].append(Acting(user))
    ids = _ids(holders, "organisation")
    rows = organisations.memberships().filter(organisation__public_id__in=ids, user__is_active=True)
    for row in rows.order_by("since", "pk"):
        found[organisations.key(row.organisation)].append(Acting(row.user, row))
    return found


def _held(streams: set[str]) -> dict[str, Held]:
    """Who holds each of these files; from the ledger itself where the projection has not come to it."""
    rows = Holding.objects.filter(stream__in=streams)
    found = {row.stream: Held(row.stream, row.holder, row.contact, row.family) for row in rows}
    late = {stream: authority.held(stream) for stream in streams - found.keys()}
    return found | {stream: held for stream, held in late.items() if held}


def _ids(names: Iterable[str], kind: str) -> list[UUID]:
    """The identifiers of this kind among these names; one that is malformed names nobody."""
    found = []
    for name in names:
        with suppress(ValueError):
            found += [UUID(name.removeprefix(f"{kind}:"))] if name.startswith(f"{kind}:") else []
    return found
