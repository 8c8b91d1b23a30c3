"""An owner with an administrator and two collaborators, a firm, a stranger, and the owner's mark."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from typing import Any

import pikepdf
import pytest
from django.core import mail
from django.test import Client

from factories.trademarks import an_application, noon
from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.authority import mandates
from guichet.office.authority.models import Mandate
from guichet.office.ledger import followers
from guichet.office.ledger.services import record
from guichet.office.organisations import queries, services
from guichet.office.organisations.acting import Acting
from guichet.office.organisations.models import Organisation, Standing
from guichet.office.toolbox import clock, tasks
from guichet.rights.trademarks.events import ApplicationReceived

_numbers = count(1)
BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass
class Town:
    """Anne administers Maison, Bruno and Zoé collaborate; Maître Lenoir administers the firm, Karim collaborates there;
    Paul belongs nowhere."""

    anne: User
    bruno: User
    zoe: User
    lenoir: User
    karim: User
    paul: User
    maison: Organisation
    firm: Organisation

    def acting(self, user: User, organisation: Organisation | None = None) -> Acting:
        membership = queries.of_user(user).filter(organisation=organisation).first() if organisation else None
        assert organisation is None or membership
        return Acting(user, membership)

    @property
    def owner(self) -> str:
        return queries.key(self.maison)

    @property
    def cabinet(self) -> str:
        return queries.key(self.firm)


def a_person(first_name: str) -> User:
    address = f"{first_name.lower()}@exemple.fr".replace("é", "e")
    return User.objects.create_user(address, "x", last_name="Essai", first_name=first_name)


@pytest.fixture(autouse=True)
def day(office_clock: Any) -> Any:
    office_clock.on(2024, 3, 1)
    return office_clock


@pytest.fixture
def town(db: None) -> Town:
    at = clock.now()
    names = ("Anne", "Bruno", "Zoé", "Lenoir", "Karim", "Paul")
    anne, bruno, zoe, lenoir, karim, paul = map(a_person, names)
    maison = services.create(name="Maison Lumière", administrator=anne, at=at)
    firm = services.create(name="Cabinet Lenoir", administrator=lenoir, at=at)
    for user, organisation, by in ((bruno, maison, anne), (zoe, maison, anne), (karim, firm, lenoir)):
        services.admit(
            organisation=organisation, user=user, standing=Standing.COLLABORATOR, by=account_actor(by), at=at
        )
    return Town(anne, bruno, zoe, lenoir, karim, paul, maison, firm)


@pytest.fixture
def mark(town: Town) -> str:
    """A mark of Maison, received on 4 March 2024; it is then 10:00 on 5 March."""
    return a_mark(town.owner, account_actor(town.bruno))


def a_mark(holder: str, by: str = "account:00000000-0000-0000-0000-000000000001") -> str:
    """A mark that reached the office on 4 March 2024 for this organisation, or this account."""
    number = f"24{5_100_000 + next(_numbers)}"
    under = holder if holder.startswith("organisation:") else ""
    record(
        [ApplicationReceived(number, an_application())], stream=f"trademark/{number}", expected=0, act="file",
        by=by if under else holder, under=under, on=date(2024, 3, 4), at=noon(date(2024, 3, 4)),
    )  # fmt: skip
    followers.catch_up()
    clock.move_to(datetime(2024, 3, 5, 10, tzinfo=clock.PARIS))
    return f"trademark/{number}"


def a_mandate(town: Town, **changes: Any) -> Mandate:
    """Of Maison to the firm, by a lawyer for all its marks, given by Anne and accepted by Lenoir now."""
    row = offered(town, **changes)
    return mandates.accept(
        mandate=row, acting=town.acting(town.lenoir, town.firm), number="", mentions=(), at=clock.now()
    )


def offered(town: Town, **changes: Any) -> Mandate:
    terms = {"quality": "lawyer", "rights": ("trademark",), "since": clock.today(), **changes}
    return mandates.grant(
        acting=town.acting(town.anne, town.maison), invited=town.lenoir.email, terms=mandates.Terms(**terms),
        at=clock.now(),
    )  # fmt: skip


@pytest.fixture
def browser(client: Client) -> Callable[..., Client]:
    """The browser of a person, who acts for the organisation last acted for."""

    def of(user: User) -> Client:
        own = Client()
        own.force_login(user, backend=BACKEND)
        return own

    return of


@pytest.fixture
def a_pdf() -> bytes:
    """One blank page."""
    content = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(content)
    return content.getvalue()


@pytest.fixture
def mailbox(db: None) -> Callable[[], list[tuple[str, str]]]:
    def read() -> list[tuple[str, str]]:
        tasks.drain()
        return [(message.to[0], str(message.subject)) for message in mail.outbox]

    return read
