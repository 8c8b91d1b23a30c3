"""What happens to a request: it comes, is taken, answered, closed, written to again. Each act is one transaction.

Each locks the request's row first, so that two agents, or an agent and the person, act one after the other.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from guichet.office.accounts import address_changes
from guichet.office.accounts import queries as accounts
from guichet.office.accounts import services as people
from guichet.office.accounts.models import User
from guichet.office.helpdesk import letters, queries
from guichet.office.helpdesk.models import Message, News, Request
from guichet.office.organisations.models import Organisation
from guichet.office.organisations.services import note as trace
from guichet.office.toolbox.clock import PARIS

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
State, Author = Request.State, Message.Author
TAKE, ANSWER, CLOSE, WRITE = "take", "answer", "close", "write"
TRANSITIONS: dict[tuple[str, str], str] = {
    (State.RECEIVED, TAKE): State.IN_HAND,
    (State.IN_HAND, TAKE): State.IN_HAND,
    (State.ANSWERED, TAKE): State.IN_HAND,
    (State.RECEIVED, ANSWER): State.ANSWERED,
    (State.IN_HAND, ANSWER): State.ANSWERED,
    (State.ANSWERED, ANSWER): State.ANSWERED,
    (State.RECEIVED, CLOSE): State.CLOSED,
    (State.IN_HAND, CLOSE): State.CLOSED,
    (State.ANSWERED, CLOSE): State.CLOSED,
    (State.RECEIVED, WRITE): State.RECEIVED,
    (State.IN_HAND, WRITE): State.IN_HAND,
    (State.ANSWERED, WRITE): State.RECEIVED,
    (State.CLOSED, WRITE): State.RECEIVED,
}
"""The life of a request: what each act makes of each state; a pair that is absent is refused."""


class NotNow(Exception):
    """The request is not at this point; the message says why, in French."""


def new_number() -> str:
    """A number never given twice, that tells nothing of how many there are: ``D-7K2M-9QXA``."""
    parts = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(2))
    return f"D-{'-'.join(parts)}"


@transaction.atomic
def ask(*, user: User, kind: str, subject: str, text: str, at: datetime, **details: Any) -> Request:
    """A request by someone with an account. details: ``stream``, ``reference``, ``phone``, ``call_at``, ``email``."""
    made = Request.objects.create(
        number=new_number(), kind=kind, subject=subject[:150], user=user, received_at=at, **details
    )
    _say(made, Author.PERSON, accounts.account_actor(user), text, at)
    letters.received(made)
    return made


@transaction.atomic
def take_message(
    *, name: str, email: str, subject: str, reference: str, text: str, at: datetime, user: User | None
) -> Request:
    """A message of the contact form. Without an account the sender is known by the address only, and gets no copy."""
    made = Request.objects.create(
        number=new_number(), kind=Request.Kind.CONTACT, subject=subject[:150], reference=reference, received_at=at,
        user=user, name=name, email=email,
    )  # fmt: skip
    _say(made, Author.PERSON, accounts.account_actor(user) if user else "public", text, at)
    letters.tell_the_desk(made)
    return made


@transaction.atomic
def look_at_one_siren(made: Organisation, others: Sequence[Organisation], by: User, at: datetime) -> Request:
    """Two organisations have one SIREN: something for the desk to look at, in the thread of who made the second.

    Which the others are is said in the desk's own note only.
    """
    row = Request.objects.create(
        number=new_number(), kind=Request.Kind.SAME_SIREN, subject=f"Deux organisations, un SIREN ({made.siren})",
        user=by, received_at=at,
    )  # fmt: skip
    said = (
        f"Vous avez donné à {made.name} un SIREN qu'une autre organisation porte déjà. INPI Direct regarde s'il s'agit "
        "d'un autre établissement ou d'un doublon, et vous répondra ici. Si c'est votre entreprise, demandez à la "
        "rejoindre."
    )
    listed = "\n".join(f"- {one.name}, {one.city or 'ville inconnue'}, SIRET {one.siret or 'inconnu'}, créée le "
                       f"{one.created_at.astimezone(PARIS):%d/%m/%Y}" for one in [made, *others])  # fmt: skip
    _say(row, Author.OFFICE, "office:helpdesk", said, at)
    _say(
        row, Author.NOTE, "office:helpdesk", f"SIREN {made.siren}. La première vient d'être enregistrée :\n{listed}", at
    )
    letters.tell_the_desk(row)
    return row


@transaction.atomic
def write(*, request: Request, by: str, text: str, at: datetime) -> Request:
    """The person writes again; what was answered or closed is open again, for thirty days. Raises NotNow."""
    row = _locked(request)
    if not queries.may_write(row, at):
        raise NotNow("Cette demande est close depuis plus de trente jours : faites-en une nouvelle.")
    _say(row, Author.PERSON, by, text, at)
    return _move(row, WRITE, at)


def see(*, request: Request, at: datetime) -> None:
    """The person opened it."""
    Request.objects.filter(pk=request.pk).update(seen_at=at)


@transaction.atomic
def take(*, request: Request, agent: User, at: datetime) -> Request:
    """This agent looks after the request, whoever did before. Raises NotNow."""
    row = _move(_locked(request), TAKE, at)
    row.assigned_to = agent
    row.save(update_fields=["assigned_to"])
    return row


@transaction.atomic
def answer(*, request: Request, agent: User, text: str, at: datetime) -> Request:
    """Answer: shown in the thread and announced by e-mail, or sent by e-mail to who has no account. Raises NotNow."""
    row = _move(_locked(request), ANSWER, at)
    if row.assigned_to_id is None:
        row.assigned_to = agent
        row.save(update_fields=["assigned_to"])
    _say(row, Author.OFFICE, accounts.staff_actor(agent), text, at)
    letters.answered(row, text)
    return row


@transaction.atomic
def note(*, request: Request, agent: User, text: str, at: datetime) -> None:
    """An internal note, read at the desk only."""
    _say(_locked(request), Author.NOTE, accounts.staff_actor(agent), text, at)


@transaction.atomic
def close(*, request: Request, agent: User, at: datetime) -> Request:
    """Nothing more is to be done; the person may write again for thirty days. Raises NotNow."""
    row = _move(_locked(request), CLOSE, at)
    _say(row, Author.NOTE, accounts.staff_actor(agent), "Demande close.", at)
    return row


@transaction.atomic
def send_activation(*, request: Request, agent: User, at: datetime) -> None:
    """Send the activation link again; nobody learns whether a sign-up waits at that address. Raises NotNow."""
    row = _locked(request)
    if row.user_id is not None or not row.email:
        raise NotNow("Cette demande vient d'un compte déjà activé.")
    people.send_activation_again(email=row.email)
    _say(row, Author.NOTE, accounts.staff_actor(agent), "Lien d'activation envoyé de nouveau, s'il en reste un.", at)


@transaction.atomic
def start_email_change(*, request: Request, agent: User, new_email: str, at: datetime) -> None:
    """Begin the change of address that the person asked for: both mailboxes must still confirm. Raises NotNow."""
    row = _locked(request)
    if row.user is None or row.kind != Request.Kind.EMAIL_CHANGE:
        raise NotNow("Cette demande n'est pas un changement d'adresse.")
    address_changes.ask(user=row.user, new_email=new_email, at=at)
    said = f"Changement d'adresse commencé vers {new_email} ; les deux boîtes doivent le confirmer."
    _say(row, Author.NOTE, accounts.staff_actor(agent), said, at)
    holder = accounts.account_actor(row.user)
    by = accounts.staff_actor(agent)
    trace(holder=holder, by=by, what="helpdesk.email_change", at=at, subject=holder, detail=row.number)


@transaction.atomic
def publish_news(
    *, title: str, body: str, kind: str, at: datetime, starts_at: datetime | None = None,
    ends_at: datetime | None = None, by: User | None = None,
) -> News:  # fmt: skip
    """Write a piece of news, shown from ``at`` on. starts_at, ends_at: of a maintenance."""
    return News.objects.create(
        title=title, body=body, kind=kind, published_at=at, starts_at=starts_at, ends_at=ends_at, written_by=by
    )


@transaction.atomic
def edit_news(*, news: News, by: User, **changes: Any) -> None:
    """Change a piece of news. changes: fields of ``News``."""
    row = News.objects.select_for_update().get(pk=news.pk)
    for name, value in changes.items():
        setattr(row, name, value)
    row.written_by = by
    row.save(update_fields=[*changes, "written_by"])


@transaction.atomic
def withdraw_news(*, news: News, at: datetime) -> None:
    """Show it no more; it stays at the desk."""
    News.objects.filter(pk=news.pk, withdrawn_at=None).update(withdrawn_at=at)


def _locked(request: Request) -> Request:
    return Request.objects.select_for_update().get(pk=request.pk)


def _move(row: Request, act: str, at: datetime) -> Request:
    state = TRANSITIONS.get((row.state, act))
    if state is None:
        raise NotNow("Cette demande est close : la personne peut la rouvrir en y écrivant.")
    row.state = state
    row.settled_at = None if row.is_open else at
    row.save(update_fields=["state", "settled_at"])
    return row


def _say(row: Request, author: str, by: str, text: str, at: datetime) -> None:
    Message.objects.create(request=row, author=author, by=by, text=text, at=at)
