"""No address breaks on odd input: NUL bytes, huge numbers, digits of other scripts, wrong dates, very long values."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from factories.trademarks import a_trademark
from guichet.office.accounts.models import Role, StaffRole, User
from guichet.office.accounts.queries import account_actor
from guichet.office.drafts import services
from guichet.office.ledger import followers
from guichet.office.organisations import acting
from guichet.office.toolbox import clock
from house.test_addresses import addresses

OFFICE = Path(__file__).resolve().parents[2] / "src/guichet/office"
ODD = ("nul \x00", "9" * 5000, "²٣", "2024-02-31'\"<b>{{ 7 }}\u202e" + "é" * 3000)
READ = re.compile(r"request\.(?:GET|POST)\.get\(\s*[\"'](\w+)[\"']")
FIELD = re.compile(r"<(?:input|select|textarea|button)\b[^>]*\bname=\"([^\"]+)\"")
LEAVES = ("logout",)
PLACES = {
    "stranger": ("",),
    "owner": ("espace/", "paiement/", "compte/"),
    "administrator": ("poste/",),
}
"""Who tries which addresses: a stranger those that no one else does."""


def read_by_views() -> list[str]:
    """Every name that a view asks of a request."""
    return sorted({name for path in OFFICE.rglob("*.py") for name in READ.findall(path.read_text())})


@pytest.fixture
def world(office_clock, settings, tmp_path) -> tuple[User, User, dict[str, str]]:
    """An applicant with a draft and a published mark, an administrator, and what names them in an address."""
    settings.DOCUMENT_STORE = str(tmp_path)
    owner = User.objects.create_user("owner@exemple.fr", "x", last_name="Durand", first_name="Camille")
    boss = User.objects.create_user("boss@exemple.fr", "x", last_name="Lacombe", first_name="Anne")
    StaffRole.objects.create(user=boss, role=Role.ADMINISTRATOR)
    stream = a_trademark("published", owner=account_actor(owner), number="245000990")
    followers.catch_up()
    office_clock.on(2024, 4, 2)
    draft = services.create(
        procedure="depot-marque", acting=acting.of(owner), data={"mark.text": "LUMI"}, at=clock.now()
    )
    named = {
        "number": stream.partition("/")[2],
        "public_id": str(draft.public_id),
        "issue": "2024-13",
        "slug": "marque",
    }
    return owner, boss, named


def mine(who: str) -> list[tuple[str, str]]:
    """The addresses that this person tries."""
    others = tuple(place for one, places in PLACES.items() if one != who for place in places if place)
    found = [pair for pair in addresses() if pair[1].startswith(PLACES[who]) and not pair[1].startswith(others)]
    return [(name, place) for name, place in found if name.rpartition(":")[2] not in LEAVES]


def filled(place: str, named: dict[str, str]) -> str:
    """An address whose parameters name what exists."""
    kinds = {"uuid": str(uuid.UUID(int=1)), "int": "1"}
    place = re.sub(r"\(\?P<number>[^)]*\)", named["number"], place)
    place = re.sub(r"\(\?P<(\w+)>[^)]*\)", lambda found: named.get(found[1], "0" * 64), place)
    place = re.sub(r"<(?:(\w+):)?(\w+)>", lambda found: named.get(found[2]) or kinds.get(found[1] or "", "abc"), place)
    return "/" + place.replace("^", "").replace("$", "").replace("\\", "")


def spoiled(place: str) -> Iterator[str]:
    """An address whose free parameters are odd."""
    for odd in ODD:
        yield "/" + re.sub(r"<str:\w+>|<path:\w+>", quote(odd[:1500], safe=""), place)


def asked(client: Client, method: str, address: str, values: dict[str, str]) -> HttpResponse:
    """What an address answers; a fault of the database ends with its request, as it does outside tests."""
    mark = transaction.savepoint()
    answer = getattr(client, method)(address, values)
    (transaction.savepoint_rollback if answer.status_code >= 500 else transaction.savepoint_commit)(mark)
    return answer


def tried(client: Client, address: str, names: list[str]) -> Iterator[tuple[str, int]]:
    """What a page, then each odd reading and each odd form of it gives."""
    page = asked(client, "get", address, {})
    yield "", page.status_code
    fields = FIELD.findall(page.content.decode("utf-8", "replace")) if page.status_code == 200 else []
    for odd in ODD:
        yield f"?{odd[:9]!r}", asked(client, "get", address, dict.fromkeys(names, odd)).status_code
        yield f"!{odd[:9]!r}", asked(client, "post", address, dict.fromkeys([*fields, *names], odd)).status_code


@pytest.mark.django_db
@pytest.mark.parametrize("who", PLACES)
def test_odd_input_is_answered(world, who):
    owner, boss, named = world
    names = read_by_views()
    assert {"q", "page", "next"} <= set(names)
    person = {"owner": owner, "administrator": boss}.get(who)
    broken = []
    for name, place in mine(who):
        client = Client(raise_request_exception=False)
        if person:
            client.force_login(person)
        broken += [f"{name}{how}" for how, status in tried(client, filled(place, named), names) if status == 500]
        if "<str:" in place or "<path:" in place:
            answers = [asked(client, "get", address, {}) for address in spoiled(place)]
            broken += [
                f"{name}<{odd[:9]!r}>" for odd, answer in zip(ODD, answers, strict=True) if answer.status_code == 500
            ]
    assert broken == []


def test_every_address_is_tried_by_someone():
    tried_by = [mine(who) for who in PLACES]
    assert all(tried_by)
    assert sum(map(len, tried_by)) > len(addresses()) - 10
