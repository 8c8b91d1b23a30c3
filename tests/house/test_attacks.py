"""Attacks that are tried on every address: forged forms, writes by reading, ways out of the site, fields added."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from guichet.office.accounts.models import StaffRole, User
from guichet.office.authority.models import Holding
from guichet.office.organisations.models import Membership, Standing
from house.addresses import addresses
from house.doors import doors, guest
from house.world import World, asked, restore

pytestmark = pytest.mark.django_db

FROM_PROGRAMS = {"payments:webhook"}
"""Addresses that take no form but a signed message."""
NOTED_BY_READING = {
    "django_session": "the session itself",
    "sign_in_sessionrecord": "when the session was last seen, every five minutes at most",
    "accounts_ratewindow": "tries are counted",
    "drafts_presence": "that one is on a draft, for a minute, so that others see it",
    "helpdesk_request": "when its author last opened a request, so that a new answer stands out",
    "agenda_calendarfeed": "when a program last read a calendar, to the hour",
}
"""Tables that reading a page may write to, and why."""
EVIL = "evil.example"
WRITES = re.compile(r'^(?:insert into|update|delete from) "?(\w+)', re.IGNORECASE)
WAYS_BACK = ("next", "retour", "return_url", "url", "redirect", "to")
PRIVILEGES = {
    "is_superuser": "on", "is_staff": "on", "is_active": "on", "standing": "administrator", "role": "administrator",
    "roles": "administrator", "rights": "trademark", "email": "autre@exemple.fr", "password": "x", "user": "1",
    "holder": "account:x", "contact": "account:x", "owner": "1", "organisation": "1", "public_id": "x", "id": "1",
    "pk": "1", "activation_due_at": "", "requires_second_factor": "",
}  # fmt: skip
"""Fields that a stranger would add to a form."""


@pytest.fixture(scope="module")
def tried(world: World) -> list[tuple[str, str, Client]]:
    """Each address with someone who may enter."""
    clients = {who: world.browser(who) for who in {guest(door) for door in doors().values()}}
    return [(name, world.address(name, place), clients[guest(doors()[name])]) for name, place in addresses()]


def test_a_form_forged_elsewhere_is_refused_everywhere(world, unseen):
    clients, taken = {}, set()
    for name, place in addresses():
        who = guest(doors()[name])
        if who not in clients:
            clients[who] = world.browser(who, enforce_csrf_checks=True)
        answer = asked(clients[who], "post", world.address(name, place), headers={"sec-fetch-site": "cross-site"})
        if answer.status_code != 403:
            taken.add(name)
    assert taken == FROM_PROGRAMS


def test_reading_a_page_writes_nothing_and_says_what_it_is(tried):
    wrong, entered = {}, 0
    for name, address, client in tried:
        with CaptureQueriesContext(connection) as seen:
            answer = asked(client, "get", address)
        entered += answer.status_code in (200, 302)
        written = {found[1] for query in seen.captured_queries if (found := WRITES.match(query["sql"].strip()))}
        kind = answer.get("Content-Type", "")
        faults = [
            written - set(NOTED_BY_READING),
            answer.content and (not kind or (kind.startswith("text/") and "charset=" not in kind)) and kind or "",
            answer.get("Access-Control-Allow-Origin", ""),
            asked(client, "trace", address).status_code not in (403, 404, 405) and "TRACE",
        ]
        if any(faults):
            wrong[name] = [fault for fault in faults if fault]
    assert wrong == {}
    assert entered > 100


def test_no_address_leads_out_of_the_site(tried, unseen):
    """Where a page of this site leads on, each disguise of another site is tried."""
    wrong, led = [], 0
    for name, address, client in tried:
        for method in ("get", "post"):
            if asked(client, method, address, dict.fromkeys(WAYS_BACK, "/aide/")).status_code not in (301, 302, 303):
                continue
            for target in (f"https://{EVIL}/", f"//{EVIL}/", f"/\\{EVIL}", f"https:{EVIL}", f"javascript://{EVIL}"):
                answer = asked(client, method, address, dict.fromkeys(WAYS_BACK, target), headers={"referer": target})
                to, led = answer.get("Location", ""), led + 1
                if EVIL in urlsplit(to).netloc or to.startswith(("/\\", "javascript", f"https:{EVIL}")):
                    wrong.append((name, method, target))
    assert wrong == []
    assert led > 50


def forms(page: bytes, address: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each form of a page that changes something: where it goes, and what it would send as it stands."""
    tree = html.fromstring(page or b"<p></p>", base_url=address)
    for form in tree.forms:
        if form.method == "POST":
            yield form.get("action") or address, {name: value or "" for name, value in form.fields.items() if name}


@pytest.mark.parametrize("who", ["collaborator", "stranger"])
def test_a_field_added_to_a_form_gives_nothing(world, who):
    """Every form that this person can reach is sent with privileges added; afterwards the person has none."""
    client, sent = world.browser(who), set()
    for name, place in addresses():
        address = world.address(name, place)
        page = None if place.startswith("poste/") else asked(client, "get", address)
        if page is None or page.status_code != 200 or "html" not in page["Content-Type"]:
            continue
        for action, fields in forms(page.content, address):
            if (action, *sorted(fields)) in sent:
                continue
            sent.add((action, *sorted(fields)))
            for values in ({**PRIVILEGES, **fields}, {**fields, **PRIVILEGES}):
                assert gained(world, who, client, action, values) == [], action
    assert len(sent) > 20


def gained(world: World, who: str, client: Client, action: str, values: dict[str, str]) -> list[str]:
    """What a person has gained by sending a form, which is then undone."""
    before, cookies = world.people[who], client.cookies.output()
    mark = transaction.savepoint()
    client.post(action, values)
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
    restore(client, cookies)
    return [name for name, gain in gains.items() if gain]
