"""Two organisations at work, a person alone, the office's staff, and something behind every address of the site."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from guichet.office.accounts.models import Role, StaffRole, User
from guichet.office.organisations import acting, services
from guichet.office.organisations.models import Organisation, Standing
from guichet.office.sign_in import marks
from guichet.office.toolbox import clock

PASSWORD = "un cheval agrafe la pile"
SPACE_PEOPLE = ("administrator", "collaborator", "stranger", "rival")
"""Those of the first organisation, a person without any, and the administrator of the other organisation."""
NOBODY, ALL_ROLES = "nobody", "staff_of_all_roles"
UNKNOWN = {"int": "987654", "uuid": "00000000-0000-0000-0000-000000000001", "slug": "abc", "str": "abc", "path": "abc"}
"""What fills a parameter that names nothing here."""
UNKNOWN_NUMBER, UNKNOWN_DIGEST = "209999990", "0" * 64


def staff(role: str) -> str:
    """The member of the staff who holds this role alone."""
    return f"staff_{role}"


STAFF = tuple(staff(role.value) for role in Role)


@dataclass
class World:
    """named: the value of an address's parameter, by ``name of the address|parameter`` or by parameter alone.

    posted: what must be posted to an address that a bare form does not satisfy.
    """

    people: dict[str, User]
    company: Organisation
    named: dict[str, str] = field(default_factory=dict)
    posted: dict[str, dict[str, str]] = field(default_factory=dict)

    def browser(self, who: str, **options: Any) -> Client:
        """A browser in which this person is logged in, and proved everything that may be asked, a moment ago."""
        client = Client(raise_request_exception=False, **options)
        if who != NOBODY:
            client.force_login(self.people[who])
            session, now = client.session, clock.now().isoformat()
            session[marks.PASSWORD_AT] = session[marks.SECOND_AT] = now
            session.save()
            assert client.get("/compte/securite/").status_code == 200  # from now on the session has its record
        return client

    def address(self, name: str, place: str) -> str:
        """The address with its parameters filled by what exists."""
        return filled(place, lambda parameter: self.named.get(f"{name}|{parameter}") or self.named.get(parameter, ""))


def filled(place: str, value: Any = lambda parameter: "") -> str:
    """An address whose parameters have these values; what has none gets one that names nothing."""

    def of_expression(found: re.Match[str]) -> str:
        unknown = {"number": UNKNOWN_NUMBER, "identifier": UNKNOWN["uuid"]}.get(found[1], UNKNOWN_DIGEST)
        return value(found[1]) or unknown

    place = re.sub(r"\(\?P<(\w+)>[^)]*\)", of_expression, place)
    place = re.sub(r"<(?:(\w+):)?(\w+)>", lambda found: value(found[2]) or UNKNOWN[found[1] or "str"], place)
    return "/" + place.replace("^", "").replace("$", "").replace("\\", "")


def people() -> dict[str, User]:
    """Everyone, each with the same password; two organisations, of which the first has a collaborator too."""
    names = (*SPACE_PEOPLE, *STAFF, ALL_ROLES)
    found = {
        name: User.objects.create_user(f"{name}@exemple.fr", PASSWORD, last_name=name.title(), first_name="Dominique")
        for name in names
    }
    for role in Role:
        StaffRole.objects.create(user=found[staff(role.value)], role=role)
        StaffRole.objects.create(user=found[ALL_ROLES], role=role)
    return found


def companies(found: dict[str, User]) -> Organisation:
    """The first organisation; the other one is the rival's."""
    at = clock.now()
    company = services.create(name="Horizon", administrator=found["administrator"], at=at)
    services.create(name="Rivage", administrator=found["rival"], at=at)
    services.admit(
        organisation=company, user=found["collaborator"], standing=Standing.COLLABORATOR,
        by=acting.of(found["administrator"]).actor, at=at,
    )  # fmt: skip
    return company


def asked(client: Client, method: str, address: str, values: Any = None, **options: Any) -> HttpResponse:
    """What an address answers, and nothing of it stays, here or in the browser: each try begins in the same world."""
    mark, cookies = transaction.savepoint(), client.cookies.output()
    answer = getattr(client, method)(address, values or {}, **options)
    transaction.savepoint_rollback(mark)
    restore(client, cookies)
    return answer


def restore(client: Client, cookies: str) -> None:
    """Give the browser the cookies that it had."""
    if client.cookies.output() != cookies:
        client.cookies = SimpleCookie()
        for line in cookies.splitlines():
            client.cookies.load(line.partition(": ")[2])
