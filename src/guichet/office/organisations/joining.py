"""Asking to join an organisation by the address of one of its administrators, and the answer.

Nobody learns from it who has an account or administers what: the request is noted and its answer is the same whatever
the address; a task looks afterwards for the organisation, if there is one.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from guichet.office.accounts import queries as accounts
from guichet.office.accounts.models import User
from guichet.office.organisations import letters, queries, rules, services
from guichet.office.organisations.models import JoinRequest, Organisation, Standing
from guichet.office.toolbox import clock, tasks
from guichet.standards.folding import fold


@transaction.atomic
def ask(*, user: User, address: str, entity: str = "", at: datetime) -> JoinRequest:
    """Ask the administrator who reads this address. entity: its name or SIREN, should that person have several."""
    request = JoinRequest.objects.create(user=user, asked_to=User.objects.normalize_email(address), asked_at=at)
    find_whom_to_ask.defer(request=str(request.public_id), entity=entity)
    return request


@tasks.task("organisations.find_whom_to_ask", queue="mail")
def find_whom_to_ask(*, request: str, entity: str) -> None:
    """Give the request its organisation and tell its administrators; nothing when the address leads to none."""
    with transaction.atomic():
        asked = JoinRequest.objects.select_for_update().filter(public_id=UUID(request), organisation=None).first()
        found = _organisation_of(asked.asked_to, entity) if asked and not asked.answer else None
        if asked is None or found is None:
            return
        row, at = services.lock(found), clock.now()
        _expire(at, organisation=row)
        try:
            rules.ask(queries.body(row, at=at), accounts.account_actor(asked.user))
        except rules.Refused:
            return
        asked.organisation = row
        asked.save(update_fields=["organisation"])
        actor = accounts.account_actor(asked.user)
        services.note(holder=queries.key(row), by=actor, what="request.made", at=at, subject=actor)
        letters.asked_to_join(row, asked.user, [each.user for each in queries.administrators(row)])


def accept(*, request: JoinRequest, by: User, at: datetime) -> None:
    """Admit the person as a collaborator. Raises rules.Refused."""
    _answer(request, JoinRequest.Answer.ACCEPTED, by=by, at=at)


def refuse(*, request: JoinRequest, by: User, at: datetime) -> None:
    """Answer no. Raises rules.Refused."""
    _answer(request, JoinRequest.Answer.REFUSED, by=by, at=at)


@transaction.atomic
def withdraw(*, request: JoinRequest, user: User, at: datetime) -> None:
    """Take one's request back. Raises rules.Refused when it was answered meanwhile."""
    if request.organisation:
        services.lock(request.organisation)
    row = JoinRequest.objects.select_for_update().get(pk=request.pk, user=user)
    if row.answer:
        raise rules.Refused("Cette demande n'attend plus de réponse : quelqu'un vient d'y répondre.")
    _close(row, JoinRequest.Answer.WITHDRAWN, by=user, at=at)
    if row.organisation:
        actor = accounts.account_actor(user)
        key = queries.key(row.organisation)
        services.note(holder=key, by=actor, what="request.withdrawn", at=at, subject=actor)


def expire(at: datetime) -> int:
    """Close the requests that waited too long, whatever their address; how many. A chore."""
    return _expire(at)


@transaction.atomic
def _answer(request: JoinRequest, answer: str, *, by: User, at: datetime) -> None:
    """1. Lock the organisation, then the request. 2. Ask the rules. 3. Write, note, tell."""
    if request.organisation is None:
        raise rules.Refused("Cette demande n'attend plus de réponse.")
    organisation = services.lock(request.organisation)
    row = JoinRequest.objects.select_for_update().get(pk=request.pk)
    actor, who = accounts.account_actor(by), accounts.account_actor(row.user)
    if row.answer:
        raise rules.Refused(f"Cette demande n'attend plus de réponse : elle est {row.get_answer_display()}.")
    if answer == JoinRequest.Answer.ACCEPTED:
        services.change(organisation, lambda body: rules.accept(body, actor, who), by=actor, at=at)
    else:
        rules.refuse(queries.body(organisation, at=at), actor, who)
        services.note(holder=queries.key(organisation), by=actor, what="request.refused", at=at, subject=who)
        letters.request_refused(organisation, [row.user])
    _close(row, answer, by=by, at=at)


def _close(row: JoinRequest, answer: str, *, by: User, at: datetime) -> None:
    row.answer, row.answered_by, row.answered_at = answer, by, at
    row.save(update_fields=["answer", "answered_by", "answered_at"])


def _organisation_of(address: str, entity: str) -> Organisation | None:
    """The organisation that this address administers: the one that was named, else the one last acted for."""
    user = accounts.by_email(address)
    rows = list(queries.of_user(user).filter(standing=Standing.ADMINISTRATOR)) if user else []
    named = fold(entity)
    digits = "".join(entity.split())
    chosen = [
        row for row in rows if named and (digits == row.organisation.siren or named == fold(row.organisation.name))
    ]
    return next((row.organisation for row in [*chosen, *rows]), None)


def _expire(at: datetime, organisation: Organisation | None = None) -> int:
    rows = JoinRequest.objects.filter(answer="", asked_at__lte=at - queries.REQUEST_WAITS)
    if organisation:
        rows = rows.filter(organisation=organisation)
    return rows.update(answer=JoinRequest.Answer.EXPIRED, answered_at=at)
