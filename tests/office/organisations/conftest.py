"""Two organisations and their people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.core import mail

from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.organisations import queries, services
from guichet.office.organisations.models import Organisation, Standing
from guichet.office.toolbox import clock, tasks


@dataclass
class House:
    """Maison Lumière: Anne administers, Bruno collaborates; Chloé is a stranger, who administers Atelier Nord."""

    anne: User
    bruno: User
    chloe: User
    maison: Organisation
    nord: Organisation

    def standings(self, organisation: Organisation | None = None) -> dict[str, str]:
        """First name → standing, now."""
        rows = queries.members(organisation or self.maison)
        return {row.user.first_name: row.standing for row in rows}


def a_person(first_name: str, last_name: str = "Essai") -> User:
    address = f"{first_name.lower()}@exemple.fr".replace("é", "e")
    return User.objects.create_user(address, "x", last_name=last_name, first_name=first_name)


def a_house() -> House:
    at = clock.now()
    anne, bruno, chloe = a_person("Anne"), a_person("Bruno"), a_person("Chloé")
    maison = services.create(name="Maison Lumière", administrator=anne, at=at, siren="732829320")
    nord = services.create(name="Atelier Nord", administrator=chloe, at=at)
    services.admit(organisation=maison, user=bruno, standing=Standing.COLLABORATOR, by=account_actor(anne), at=at)
    return House(anne, bruno, chloe, maison, nord)


@pytest.fixture
def house(db: None) -> House:
    return a_house()


@pytest.fixture
def mailbox(db: None) -> Callable[[], list[tuple[str, str]]]:
    """Send what is queued; the addressee and subject of each e-mail so far."""

    def read() -> list[tuple[str, str]]:
        tasks.drain()
        return [(message.to[0], str(message.subject)) for message in mail.outbox]

    return read
