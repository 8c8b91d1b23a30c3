"""What happens in an organisation. Each act is one transaction:

1. Lock the organisation's row: of two administrators who act at once, the second decides on what the first left.
2. Read its members and requests under that lock, and ask ``rules`` what becomes of them; a refusal stops here.
3. Write the differences, leave a trace of each, tell each concerned person.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.organisations import letters, namesakes, queries, rules
from guichet.office.organisations.models import Deed, JoinRequest, Membership, Organisation, Standing
from guichet.office.organisations.rules import Body


def note(*, holder: str, by: str, what: str, at: datetime, subject: str = "", detail: str = "") -> Deed:
    """Add to the delegation trail of an organisation or an account."""
    return Deed.objects.create(holder=holder, by=by, what=what, at=at, subject=subject, detail=detail[:400])


@transaction.atomic
def create(*, name: str, administrator: User, at: datetime, **entity: Any) -> Organisation:
    """A new organisation with its first administrator. entity: the other fields of ``Organisation``.

    If another has its SIREN, it is made all the same, and both are told (``namesakes``).
    """
    namesakes.queue(entity.get("siren", ""))
    organisation = Organisation.objects.create(name=name, created_at=at, **entity)
    by = accounts.account_actor(administrator)
    note(holder=queries.key(organisation), by=by, what="organisation.created", at=at, subject=by)
    _write(organisation, Body(), rules.found(by), by=by, at=at)
    Membership.objects.filter(organisation=organisation).update(last_acted_at=at)
    _meet_namesakes(organisation, by=administrator, at=at)
    return organisation


@transaction.atomic
def admit(*, organisation: Organisation, user: User, standing: str, by: str, at: datetime) -> Membership:
    """Make a person a member, by an administrator (``account:<id>``). Raises rules.Refused."""
    who, as_administrator = accounts.account_actor(user), standing == Standing.ADMINISTRATOR
    change(organisation, lambda body: rules.admit(body, by, who, administrator=as_administrator), by=by, at=at)
    return queries.memberships().get(organisation=organisation, user=user)


def promote(*, organisation: Organisation, user: User, by: User, at: datetime) -> None:
    """Make a collaborator an administrator. Raises rules.Refused."""
    actor, who = accounts.account_actor(by), accounts.account_actor(user)
    change(organisation, lambda body: rules.promote(body, actor, who), by=actor, at=at)


def demote(
    *, organisation: Organisation, user: User, by: User, at: datetime, successor: User | None = None
) -> None:  # fmt: skip
    """Make an administrator a collaborator again. Raises rules.SuccessorNeeded for the last one, or rules.Refused."""
    actor, who, follows = accounts.account_actor(by), accounts.account_actor(user), _key(successor)
    change(organisation, lambda body: rules.demote(body, actor, who, follows), by=actor, at=at)


def end(*, organisation: Organisation, user: User, by: User, at: datetime, successor: User | None = None) -> None:
    """Detach a member (« désactiver »). Raises rules.SuccessorNeeded for the last administrator, or rules.Refused."""
    actor, who, follows = accounts.account_actor(by), accounts.account_actor(user), _key(successor)
    change(organisation, lambda body: rules.end(body, actor, who, follows), by=actor, at=at)


def leave(*, organisation: Organisation, user: User, at: datetime, successor: User | None = None) -> None:
    """Detach oneself. Raises rules.SuccessorNeeded for the last administrator, or rules.Refused."""
    actor, follows = accounts.account_actor(user), _key(successor)
    change(organisation, lambda body: rules.leave(body, actor, follows), by=actor, at=at)


@transaction.atomic
def edit(*, organisation: Organisation, entity: dict[str, Any], by: User, at: datetime) -> Organisation:
    """Change what the organisation says of itself. entity: fields of ``forms.FIELDS``. Raises rules.Refused."""
    row, actor = lock(organisation), accounts.account_actor(by)
    rules.edit(queries.body(row, at=at), actor)
    changed = [name for name, value in entity.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, entity[name])
    if changed:
        row.save(update_fields=changed)
        labels = ", ".join(str(field.verbose_name) for field in Organisation._meta.fields if field.name in changed)
        note(holder=queries.key(row), by=actor, what="organisation.edited", at=at, detail=labels)
    if "siren" in changed:
        namesakes.queue(row.siren)
        _meet_namesakes(row, by=by, at=at)
    return row


@transaction.atomic
def require_second_factor(
    *, organisation: Organisation, wanted: bool, by: User, proved: bool, at: datetime
) -> Organisation:
    """Have members prove twice who they are, or no longer. proved: ``by`` did in this session. Raises rules.Refused."""
    row, actor = lock(organisation), accounts.account_actor(by)
    before = queries.body(row, at=at)
    if wanted:
        after = rules.require_second_factor(before, actor, proved=proved)
    else:
        after = rules.release_second_factor(before, actor)
    if after.requires_second_factor != before.requires_second_factor:
        row.requires_second_factor = after.requires_second_factor
        row.save(update_fields=["requires_second_factor"])
        what = "organisation.factor_required" if wanted else "organisation.factor_released"
        note(holder=queries.key(row), by=actor, what=what, at=at)
        if wanted:
            letters.second_factor_required(row, [each.user for each in queries.members(row) if each.user != by])
    return row


@transaction.atomic
def close(*, organisation: Organisation, by: User, at: datetime, holds: bool, heir: str = "") -> Organisation:
    """Deactivate the organisation: everyone is detached and told.

    holds: whether files or drafts are still its own. heir: the holder that takes them, to be passed by the caller in
    the same transaction. Raises rules.HeirNeeded, or rules.Refused.
    """
    row, actor = lock(organisation), accounts.account_actor(by)
    before = queries.body(row, at=at, holds=holds)
    after = rules.close(before, actor, heir=heir)
    told = [each.user for each in queries.members(row) if each.user != by]
    asked = [each.user for each in queries.waiting(row, at=at)]
    _write(row, before, after, by=actor, at=at, tell=False)
    JoinRequest.objects.filter(organisation=row, answer="").update(
        answer=JoinRequest.Answer.REFUSED, answered_at=at, answered_by=by
    )
    row.closed_at, row.passed_to = at, heir or actor
    row.save(update_fields=["closed_at", "passed_to"])
    note(holder=queries.key(row), by=actor, what="organisation.closed", at=at, detail=row.passed_to)
    letters.closed(row, told, by)
    letters.request_refused(row, asked)
    return row


@transaction.atomic
def act_for(*, user: User, organisation: Organisation, at: datetime) -> None:
    """Remember that this person chose to act for this organisation: it is proposed first next time."""
    Membership.objects.filter(organisation=organisation, user=user, until=None).update(last_acted_at=at)


@transaction.atomic
def change(
    organisation: Organisation, rule: Callable[[Body], Body], *, by: str, at: datetime
) -> Organisation:  # fmt: skip
    """Apply one rule to the organisation as it stands under its lock. Raises what the rule raises."""
    row = lock(organisation)
    before = queries.body(row, at=at)
    _write(row, before, rule(before), by=by, at=at)
    return row


def lock(organisation: Organisation) -> Organisation:
    """The organisation as it stands, locked until the end of the caller's transaction."""
    return Organisation.objects.select_for_update().get(pk=organisation.pk)


def _write(row: Organisation, before: Body, after: Body, *, by: str, at: datetime, tell: bool = True) -> None:
    """End and begin the memberships that differ, note and tell each of them; who enters asks no more."""
    for who in sorted(before.members | after.members):
        was, becomes = _standing(before, who), _standing(after, who)
        if was == becomes:
            continue
        person = accounts.by_actor(who)
        if person is None:
            raise LookupError(who)
        former = Membership.objects.filter(organisation=row, user=person, until=None).first()
        if former:
            former.until = at
            former.save(update_fields=["until"])
        if becomes:
            Membership.objects.create(
                organisation=row, user=person, standing=becomes, since=at,
                last_acted_at=former.last_acted_at if former else None,
            )  # fmt: skip
            JoinRequest.objects.filter(organisation=row, user=person, answer="").update(
                answer=JoinRequest.Answer.ACCEPTED, answered_at=at, answered_by=accounts.by_actor(by)
            )
        kind = _kind(was, becomes, himself=who == by)
        note(
            holder=queries.key(row),
            by=by,
            what=kind,
            at=at,
            subject=who,
            detail=str(dict(Standing.choices).get(becomes, "")),
        )
        if tell:
            letters.standing_changed(row, person, kind, by)


def _meet_namesakes(row: Organisation, *, by: User, at: datetime) -> None:
    """Note in the trail of each that they have one SIREN; tell the others' administrators, and the floors above."""
    others = namesakes.of(row, by)
    if not others:
        return
    detail = f"SIREN {row.siren}"
    note(holder=queries.key(row), by=accounts.account_actor(by), what="organisation.same_siren", at=at, detail=detail)
    for other in others:
        note(holder=queries.key(other), by="office:organisations", what="organisation.same_siren", at=at, detail=detail)
    if namesakes.TOLD.take(row.siren):
        for other in others:
            letters.same_siren(other, [each.user for each in queries.administrators(other)])
        namesakes.tell_above(row, others, by, at)


def _standing(body: Body, who: str) -> str:
    if who in body.administrators:
        return str(Standing.ADMINISTRATOR)
    return str(Standing.COLLABORATOR) if who in body.collaborators else "asleep" if who in body.asleep else ""


def _kind(was: str, becomes: str, *, himself: bool) -> str:
    """How the trail calls a change of standing."""
    if not becomes:
        return "member.left" if himself else "member.ended"
    if not was:
        return "member.admitted"
    return "member.promoted" if becomes == Standing.ADMINISTRATOR else "member.demoted"


def _key(user: User | None) -> str:
    return accounts.account_actor(user) if user else ""
