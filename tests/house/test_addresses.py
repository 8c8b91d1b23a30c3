"""Every address has a door, and a test for the wrong person."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from guichet.office.accounts.models import Role, StaffRole

ROOT = Path(__file__).resolve().parent.parent.parent
SPACE, DESK = "espace/", "poste/"
LOGIN, STAFF_LOGIN = "/compte/connexion/", "/poste/connexion/"
STRANGER_TO = {
    "examination": Role.BULLETIN_EDITOR,
    "bulletin_desk": Role.EXAMINER,
    "staff_desk": Role.EXAMINER,
    "helpdesk_desk": Role.EXAMINER,
    "news_desk": Role.EXAMINER,
}
"""For each desk, a role of the office that has nothing to do there; a new desk must say which."""
HOMES = ("/poste/", "/poste/bulletin/")
VALUES = {"int": "1", "slug": "abc", "str": "abc", "uuid": str(uuid.UUID(int=1)), "path": "abc"}
"""What fills each kind of parameter: it names nothing that exists."""


def walk(patterns: list, place: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """Each address as (name with namespace, path with its parameters)."""
    for item in patterns:
        here = place + str(item.pattern)
        if isinstance(item, URLResolver):
            inner = f"{space}{item.namespace}:" if item.namespace else space
            yield from walk(item.url_patterns, here, inner)
        elif isinstance(item, URLPattern) and item.name:
            yield f"{space}{item.name}", here


def addresses() -> list[tuple[str, str]]:
    return sorted(set(walk(get_resolver().url_patterns)))


def filled(place: str) -> str:
    return "/" + re.sub(r"<(?:(\w+):)?\w+>", lambda match: VALUES.get(match[1] or "str", "24 5 000 001"), place)


@cache
def written_tests() -> str:
    this = Path(__file__).resolve()
    return "\n".join(path.read_text() for path in (ROOT / "tests").rglob("*.py") if path.resolve() != this)


def under(prefix: str) -> list[tuple[str, str]]:
    return [(name, place) for name, place in addresses() if place.startswith(prefix)]


def is_a_door(name: str, place: str) -> bool:
    """Logging in and out is for everyone."""
    return f"/{place}" == STAFF_LOGIN or name.endswith("logout")


@pytest.mark.django_db
def test_the_secured_space_sends_strangers_to_the_log_in(client):
    found = under(SPACE)
    assert found
    for name, place in found:
        for method in (client.get, client.post):
            response = method(filled(place))
            assert response.status_code in (302, 404, 405), f"{name}: {response.status_code}"
            if response.status_code == 302:
                assert response["Location"].startswith((LOGIN, STAFF_LOGIN)), f"{name}: {response['Location']}"


@pytest.mark.django_db
def test_the_desk_sends_strangers_to_its_own_log_in(client):
    found = [(name, place) for name, place in under(DESK) if not is_a_door(name, place)]
    assert found
    for name, place in found:
        for method in (client.get, client.post):
            response = method(filled(place))
            assert response.status_code in (302, 404, 405), f"{name}: {response.status_code}"
            if response.status_code == 302:
                assert response["Location"].startswith(STAFF_LOGIN), f"{name}: {response['Location']}"


@pytest.mark.django_db
def test_an_applicant_does_not_learn_that_the_desk_exists(client, django_user_model):
    person = django_user_model.objects.create_user(email="applicant@exemple.fr", password="x", is_active=True)
    client.force_login(person)
    for name, place in under(DESK):
        if not is_a_door(name, place):
            for method in (client.get, client.post):
                assert method(filled(place)).status_code in (404, 405), name


@pytest.mark.django_db
def test_each_desk_is_closed_to_the_people_of_another_one(client, django_user_model):
    person = django_user_model.objects.create_user(email="staff@exemple.fr", password="x", is_active=True)
    client.force_login(person)
    for name, place in under(DESK):
        if not is_a_door(name, place):
            StaffRole.objects.all().delete()
            StaffRole.objects.create(user=person, role=STRANGER_TO[name.partition(":")[0]])
            for method in (client.get, client.post):
                response = method(filled(place))
                sent_home = response.status_code == 302 and filled(place) in HOMES and response["Location"] in HOMES
                assert sent_home or response.status_code in (404, 405), f"{name}: {response.status_code}"


@pytest.mark.django_db
def test_public_addresses_never_break_on_what_does_not_exist(client):
    for name, place in addresses():
        if not place.startswith((SPACE, DESK)):
            assert client.get(filled(place)).status_code < 500, name


def test_every_address_that_names_something_is_tried_by_the_wrong_person():
    """Its name must appear in a test: who wrote it thought of who must not enter."""
    named = [name for name, place in addresses() if "<" in place and place.startswith((SPACE, DESK, "paiement/"))]
    assert named
    assert [name for name in named if name not in written_tests()] == []
