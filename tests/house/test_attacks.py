"""Attacks that are tried on every address: forged forms, writes by reading, ways out of the site, fields added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from guichet.office.accounts.models import StaffRole, User
from guichet.office.authority.models import Holding
from guichet.office.organisations.models import Membership, Standing
from house.test_addresses import addresses
from house.world import World, asked

FROM_PROGRAMS = {"payments:webhook"}
"""Addresses that take no form but a signed message."""
NOTED_BY_READING = {
    "django_session": "the session itself",
    "sign_in_sessionrecord": "when the session was last seen",
    "accounts_ratewindow": "tries are counted",
    "agenda_calendaraddress": "when a calendar was last read",
}
"""Tables that reading a page may write to, and why."""
EVIL = "evil.example"
WRITES = re.compile(r'^(?:insert into|update|delete from) "?(\w+)', re.IGNORECASE)
DESKS = ("examiner", "bulletin_editor", "register_clerk", "information_agent", "auditor", "administrator")
PRIVILEGES = {
    "is_superuser": "on", "is_staff": "on", "is_active": "on", "standing": "administrator", "role": "administrator",
    "roles": "administrator", "rights": "trademark", "email": "autre@exemple.fr", "password": "x", "user": "1",
    "holder": "account:x", "contact": "account:x", "owner": "1", "organisation": "1", "public_id": "x", "id": "1",
    "pk": "1", "activation_due_at": "", "requires_second_factor": "",
}  # fmt: skip
"""Fields that a stranger would add to a form."""


def who_for(place: str) -> str:
    """Whoever sees the most behind this address."""
    return "staff" if place.startswith("poste/") else "administrator"


def browser(world: World, place: str, **options: object) -> Client:
    """The administrator of an organisation; at the desk, someone who holds every role."""
    if not place.startswith("poste/"):
        return world.browser("administrator", **options)
    for role in DESKS:
        StaffRole.objects.get_or_create(user=world.people["chief_of_all"], role=role)
    return world.browser("chief_of_all", **options)


def tried(world: World, **options: object) -> Iterator[tuple[str, str, Client]]:
    """Each address with someone who may enter."""
    clients: dict[str, Client] = {}
    for name, place in addresses():
        who = who_for(place)
        if who not in clients:
            clients[who] = browser(world, place, **options)
        yield name, world.address(name, place), clients[who]


def test_a_form_forged_elsewhere_is_refused_everywhere(world):
    taken = {
        name
        for name, address, client in tried(world, enforce_csrf_checks=True)
        if asked(client, "post", address, headers={"sec-fetch-site": "cross-site"}).status_code != 403
    }
    assert taken == FROM_PROGRAMS


def test_reading_a_page_writes_nothing(world):
    wrong = {}
    for name, address, client in tried(world):
        with CaptureQueriesContext(
            connection,
        ) as seen:
            asked(client, "get", address)
        tables = {found[1] for query in seen.captured_queries if (found := WRITES.match(query["sql"].strip()))}
        if tables - set(NOTED_BY_READING):
            wrong[name] = tables - set(NOTED_BY_READING)
    assert wrong == {}


def test_no_address_leads_out_of_the_site(world):
    names = ("next", "retour", "return_url", "url", "redirect", "to")
    wrong = []
    for name, address, client in tried(world):
        for target in (f"https://{EVIL}/", f"//{EVIL}/", f"/\\{EVIL}", f"https:{EVIL}", f"javascript://{EVIL}"):
            values = dict.fromkeys(names, target)
            for method in ("get", "post"):
                answer = asked(client, method, address, values)
                if EVIL in urlsplit(answer.get("Location", "")).netloc or answer.get("Location", "").startswith("/\\"):
                    wrong.append((name, method, target))
    assert wrong == []


def test_answers_say_what_they_are_and_to_whom(world):
    wrong = []
    for name, address, client in tried(world):
        answer = asked(client, "get", address)
        kind = answer.get("Content-Type", "")
        if answer.content and (not kind or (kind.startswith("text/") and "charset=" not in kind)):
            wrong.append((name, kind))
        if "Access-Control-Allow-Origin" in answer:
            wrong.append((name, "CORS"))
        if asked(client, "trace", address).status_code not in (403, 404, 405):
            wrong.append((name, "TRACE"))
    assert wrong == []


def forms(page: bytes, address: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each form of a page that changes something: where it goes, and what it would send as it stands."""
    tree = html.fromstring(page or b"<p></p>", base_url=address)
    for form in tree.forms:
        if form.method == "POST":
            yield form.get("action") or address, {name: value or "" for name, value in form.fields.items() if name}


@pytest.mark.parametrize("who", ["collaborator", "stranger"])
def test_a_field_added_to_a_form_gives_nothing(world, who):
    """Every form that this person can reach is sent with privileges added; afterwards the person has none."""
    client = world.browser(who)
    pages = [world.address(name, place) for name, place in addresses() if not place.startswith("poste/")]
    sent = 0
    for address in pages:
        page = asked(client, "get", address)
        if page.status_code != 200 or "html" not in page["Content-Type"]:
            continue
        for action, fields in forms(page.content, address):
            if action.startswith("/compte/quitter"):
                continue
            sent += 1
            assert gained(world, who, lambda: client.post(action, {**PRIVILEGES, **fields})) == [], action  # noqa: B023 - called at once
            assert gained(world, who, lambda: client.post(action, {**fields, **PRIVILEGES})) == [], action  # noqa: B023 - called at once
    assert sent > 5


def gained(world: World, who: str, act: object) -> list[str]:
    """What a person has gained by an act, which is then undone."""
    from django.db import transaction

    before = world.people[who]
    mark = transaction.savepoint()
    act()
    user = User.objects.get(pk=before.pk)
    chief = Membership.objects.filter(user=user, until=None, standing=Standing.ADMINISTRATOR)
    chief = chief.filter(organisation__name__in=("Horizon", "Rivage"))
    gains = {
        "superuser": user.is_superuser,
        "staff": StaffRole.objects.filter(user=user).exists(),
        "address": user.email != before.email,
        "password": user.password != before.password,
        "administrator": chief.exists(),
        "file": Holding.objects.filter(holder=f"account:{user.public_id}").exists(),
    }
    transaction.savepoint_rollback(mark)
    return [name for name, gain in gains.items() if gain]
