"""Two organisations at work, a person alone, the office's staff, and what the addresses of the site name there."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.test import Client

from factories.trademarks import a_trademark
from guichet.office.accounts.models import Role, StaffRole, User
from guichet.office.drafts import services as drafts
from guichet.office.ledger import followers
from guichet.office.organisations import acting, services
from guichet.office.organisations.models import Standing
from guichet.office.toolbox import clock

PASSWORD = "un cheval agrafe la pile"
SPACE_PEOPLE = ("administrator", "collaborator", "stranger", "rival")
"""Those of the first organisation, a person without any, and the administrator of the other organisation."""
NOBODY = "nobody"
UNKNOWN = {"int": "1", "uuid": str(uuid.UUID(int=1)), "slug": "abc", "str": "abc", "path": "abc"}
"""What fills a parameter that names nothing here."""


@dataclass
class World:
    """``named``: the value of an address's parameter, by ``name of the address|parameter`` or by parameter alone."""

    people: dict[str, User]
    named: dict[str, str] = field(default_factory=dict)

    def browser(self, who: str, **options: Any) -> Client:
        """A browser in which this person is logged in."""
        client = Client(raise_request_exception=False, **options)
        if who != NOBODY:
            client.force_login(self.people[who])
        return client

    def address(self, name: str, place: str) -> str:
        """The address with its parameters filled: with what exists, as far as this world has it."""

        def value(kind: str | None, parameter: str) -> str:
            known = self.named.get(f"{name}|{parameter}") or self.named.get(parameter)
            return known or (UNKNOWN[kind] if kind else "0" * 64)

        place = re.sub(r"\(\?P<(\w+)>[^)]*\)", lambda found: value(None, found[1]), place)
        place = re.sub(r"<(?:(\w+):)?(\w+)>", lambda found: value(found[1] or "str", found[2]), place)
        return "/" + place.replace("^", "").replace("$", "").replace("\\", "")


def staff(role: str) -> str:
    """The member of the staff who holds this role alone."""
    return f"staff_{role}"


def build(office_clock: Any) -> World:
    """Monday 4 March 2024 to Tuesday 2 April: a published mark and a draft of the first organisation."""
    at = office_clock.on(2024, 3, 4)
    people = {
        name: User.objects.create_user(f"{name}@exemple.fr", PASSWORD, last_name=name.title(), first_name="Dominique")
        for name in (*SPACE_PEOPLE, *(staff(role) for role in Role), "chief_of_all")
    }
    for role in Role:
        StaffRole.objects.create(user=people[staff(role)], role=role)
    company = services.create(name="Horizon", administrator=people["administrator"], at=at)
    services.create(name="Rivage", administrator=people["rival"], at=at)
    services.admit(
        organisation=company, user=people["collaborator"], standing=Standing.COLLABORATOR,
        by=acting.of(people["administrator"]).actor, at=at,
    )  # fmt: skip
    chief = acting.of(people["administrator"])
    stream = a_trademark("published", owner=chief.actor, under=chief.holder, number="245000990")
    followers.catch_up()
    office_clock.on(2024, 4, 2)
    draft = drafts.create(procedure="depot-marque", acting=chief, data={"mark.text": "LUMI"}, at=clock.now())
    named = {
        "number": stream.partition("/")[2], "public_id": str(draft.public_id), "issue": "2024-13", "slug": "marque",
        "stream": stream,
        "identifier": UNKNOWN["uuid"],
    }  # fmt: skip
    return World(people, named)


def asked(client: Client, method: str, address: str, values: Any = None, **options: Any) -> HttpResponse:
    """What an address answers, and nothing of it stays: each try begins in the same world."""
    from django.db import transaction

    mark = transaction.savepoint()
    answer = getattr(client, method)(address, values or {}, **options)
    transaction.savepoint_rollback(mark)
    return answer
