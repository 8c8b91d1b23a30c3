"""No address breaks on odd input: NUL bytes, huge numbers, digits of other scripts, wrong dates, very long values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import Client

from house.addresses import addresses
from house.doors import doors, guest
from house.world import ALL_ROLES, asked, filled

pytestmark = pytest.mark.django_db
OFFICE = Path(__file__).resolve().parents[2] / "src/guichet/office"
ODD = ("nul \x00", "9" * 5000, "²٣", "2024-02-31'\"<b>{{ 7 }}\u202e" + "é" * 3000)
READ = re.compile(r"request\.(?:GET|POST)\.get\(\s*[\"'](\w+)[\"']")
FIELD = re.compile(r"<(?:input|select|textarea|button)\b[^>]*\bname=\"([^\"]+)\"")


def read_by_views() -> list[str]:
    """Every name that a view asks of a request."""
    return sorted({name for path in OFFICE.rglob("*.py") for name in READ.findall(path.read_text())})


def spoiled(place: str) -> Iterator[str]:
    """An address whose free parameters are odd."""
    for odd in ODD if "<str:" in place or "<path:" in place else ():
        yield filled(re.sub(r"<str:\w+>|<path:\w+>", quote(odd[:1500], safe=""), place))


def tried(client: Client, address: str, names: list[str]) -> Iterator[tuple[str, int]]:
    """What a page, then each odd reading and each odd form of it gives."""
    page = asked(client, "get", address, {})
    yield "", page.status_code
    fields = FIELD.findall(page.content.decode("utf-8", "replace")) if page.status_code == 200 else []
    for odd in ODD:
        yield f"?{odd[:9]!r}", asked(client, "get", address, dict.fromkeys(names, odd)).status_code
        yield f"!{odd[:9]!r}", asked(client, "post", address, dict.fromkeys([*fields, *names], odd)).status_code


@pytest.mark.parametrize("who", ["administrator", "collaborator", ALL_ROLES])
def test_odd_input_is_answered(world, who):
    """Each address is tried by somebody who may enter, in what exists."""
    client, names, broken, tries = world.browser(who), read_by_views(), [], 0
    assert {"q", "page", "next"} <= set(names)
    for name, place in addresses():
        if guest(doors()[name]) != who:
            continue
        for how, status in tried(client, world.address(name, place), names):
            broken += [f"{name}{how}"] if status == 500 else []
            tries += 1
        for address in spoiled(place):
            broken += [f"{name}: {address[:40]}"] if asked(client, "get", address).status_code == 500 else []
    assert broken == []
    assert tries > 50
