"""What a person does with the account, where it touches more than the account itself."""

from __future__ import annotations

from datetime import datetime
from typing import IO, Any, Literal

from django.db import transaction

from guichet.office.accounts import address_changes
from guichet.office.accounts import services as accounts
from guichet.office.accounts.models import EmailChange, SignUp, User
from guichet.office.accounts.queries import account_actor
from guichet.office.authority import services as authority
from guichet.office.authority.models import Holding
from guichet.office.drafts import services as drafts
from guichet.office.drafts.models import Contact, Draft, FileTemplate
from guichet.office.my_account import export as archive
from guichet.office.my_account import queries
from guichet.office.my_account.queries import Leaving
from guichet.office.organisations import queries as organisation_queries
from guichet.office.organisations import services as organisations
from guichet.office.organisations.acting import Acting
from guichet.office.organisations.models import Organisation
from guichet.office.sign_in.models import Authenticator, IdentityLink, KnownBrowser, RecoveryCode, SecurityKey
from guichet.office.sign_in.services.sessions import end_sessions


@transaction.atomic
def activate(*, sign_up: SignUp, new_password: str | None, at: datetime) -> User | None:
    """Open the account and, if asked for at sign-up, its organisation; None when the link no longer works."""
    user = accounts.activate(sign_up=sign_up, new_password=new_password, at=at)
    if user and sign_up.entity:
        organisations.create(administrator=user, at=at, **sign_up.entity)
    return user


@transaction.atomic
def confirm_address(
    *, change: EmailChange, side: Literal["old", "new"], at: datetime, keep: str = ""
) -> address_changes.Outcome:
    """One mailbox confirms; with both, the address changes and every session but ``keep`` ends."""
    outcome = address_changes.confirm(change=change, side=side, at=at)
    if outcome == "done":
        end_sessions(user=change.user, at=at, keep=keep)
    return outcome


@transaction.atomic
def take_address_back(*, change: EmailChange, new_password: str, at: datetime) -> User | None:
    """Undo a change of address from the mailbox that was left; None when its link no longer works.

    Every session ends, and so do the means of logging in added since the change was asked for: they may be the
    thief's. Those that were there before stay: a mailbox alone does not replace a second factor.
    """
    user = address_changes.undo(change=change, new_password=new_password, at=at)
    if user:
        end_sessions(user=user, at=at)
        for factor in (Authenticator, SecurityKey):
            factor.objects.filter(user=user, added_at__gte=change.asked_at).delete()
        IdentityLink.objects.filter(user=user, linked_at__gte=change.asked_at).delete()
        KnownBrowser.objects.filter(user=user, first_seen_at__gte=change.asked_at).delete()
        RecoveryCode.objects.filter(user=user).delete()
    return user


@transaction.atomic
def export(*, user: User, at: datetime) -> IO[bytes]:
    """The ZIP of one's data; noted in one's own trail."""
    actor = account_actor(user)
    organisations.note(holder=actor, by=actor, what="account.exported", at=at, subject=actor)
    return archive.of(user, at=at)


def create_entity(*, user: User, entity: dict[str, Any], at: datetime) -> Organisation:
    """A new organisation, of which this person is the first administrator. entity: what ``EntityForm`` checked."""
    return organisations.create(administrator=user, at=at, **entity)


def edit_entity(*, acting: Acting, entity: dict[str, Any], at: datetime) -> Organisation | None:
    """Change what the organisation acted for says of itself; the caller saw that this person administers it."""
    if acting.organisation is None:
        return None
    return organisations.edit(organisation=acting.organisation, entity=entity, by=acting.user, at=at)


class Obstructed(Exception):
    """The account cannot be deleted now; ``leaving`` says why."""

    def __init__(self, leaving: Leaving) -> None:
        super().__init__("; ".join(obstacle.text for obstacle in leaving.obstacles))
        self.leaving = leaving


@transaction.atomic
def delete_account(*, user: User, successor: Organisation | None, at: datetime) -> None:
    """Delete the account of someone who holds nothing any more. Raises Obstructed, or rules.Refused.

    successor: the organisation that takes over the files and drafts that the person holds; None when there are none.
    1. Lock the organisations of the person, in the order of their keys, then the account: two administrators who leave
    at once do not both find the other. 2. Look at the obstacles under these locks. 3. Pass on what is held, then what
    colleagues must follow. 4. End the memberships. 5. Empty the account.
    """
    rows = list(organisation_queries.of_user(user))
    for row in sorted(rows, key=lambda one: one.organisation_id):
        organisations.lock(row.organisation)
    User.objects.select_for_update().get(pk=user.pk)
    found = queries.leaving(user, at=at)
    if found.obstacles or (found.needs_successor and successor not in found.successors):
        raise Obstructed(found)
    if successor in found.successors:
        _pass_on(user, successor, at)
    _drop_own_papers(user)
    for row in rows:
        _hand_over(user, row.organisation, at)
        organisations.leave(organisation=row.organisation, user=user, at=at)
    accounts.void(user=user, at=at)


def _pass_on(user: User, successor: Organisation, at: datetime) -> None:
    """Give the organisation what the person held alone; one of its other administrators becomes the contact."""
    actor, holder = account_actor(user), organisation_queries.key(successor)
    contact = _colleague(successor, user)
    for stream in queries.own_files(user).values_list("stream", flat=True):
        authority.transfer(
            stream=stream, holder=holder, contact=account_actor(contact), by=actor, at=at, why="suppression du compte"
        )  # fmt: skip
    drafts.pass_on(from_holder=actor, to_holder=holder, contact=contact, by=actor, at=at)


def _hand_over(user: User, organisation: Organisation, at: datetime) -> None:
    """What the person was the contact of, in an organisation that keeps it, goes to one of its administrators."""
    actor, holder, contact = account_actor(user), organisation_queries.key(organisation), _colleague(organisation, user)
    for row in Holding.objects.filter(holder=holder, contact=actor).order_by("stream"):
        authority.transfer(
            stream=row.stream, holder=holder, contact=account_actor(contact), by=actor, at=at,
            why="suppression du compte",
        )  # fmt: skip
    kept = Draft.objects.filter(holder=holder, owner=user, submitted_as=None)
    drafts.reassign(drafts=list(kept), contact=contact, by=actor, at=at)


def _drop_own_papers(user: User) -> None:
    """The bin, the address book and the templates that nobody takes over."""
    actor = account_actor(user)
    Draft.objects.filter(holder=actor, submitted_as=None).delete()
    Contact.objects.filter(holder=actor).delete()
    FileTemplate.objects.filter(holder=actor).delete()


def _colleague(organisation: Organisation, user: User) -> User:
    found = queries.colleague(organisation, user)
    if found is None:
        raise LookupError(f"{organisation.public_id} has no other administrator")
    return found
