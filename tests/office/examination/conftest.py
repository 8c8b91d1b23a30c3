"""People at the desk, and the files that they open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from factories.staff import an_agent, enters
from guichet.office.accounts.models import User
from guichet.office.ledger import followers, queries


@pytest.fixture
def staff(db: None) -> Callable[..., Client]:
    """A client logged in as a member of the staff with these roles: ``staff("examiner")``."""

    def enter(*roles: str, name: str = "Anne") -> Client:
        return enters(an_agent(*roles, name=name))

    return enter


@pytest.fixture
def examiner(staff: Callable[..., Client]) -> Client:
    return staff("examiner")


@pytest.fixture
def applicant(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_user("camille@exemple.fr", "x", last_name="Durand", first_name="Camille"))
    return client


@pytest.fixture
def do(examiner: Client) -> Callable[..., str]:
    """Do an act through its page as an examiner who has just read the file; the file's page, or the form again."""

    def post(stream: str, name: str, **answers: object) -> str:
        followers.catch_up()
        number = stream.partition("/")[2]
        address = reverse("examination:act", args=[number, name])
        answers.setdefault("expected", len(queries.history(stream)))
        response = examiner.post(address, answers, follow=True)
        assert response.status_code == 200
        return str(response.content.decode())

    return post


def last_event(stream: str) -> object:
    return queries.history(stream)[-1].event
