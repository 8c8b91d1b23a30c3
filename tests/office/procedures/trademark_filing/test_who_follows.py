"""The file's page says who holds it and who follows it, and lets a member take it over."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from factories.holders import a_person, an_organisation, give
from factories.trademarks import a_trademark
from guichet.office.accounts.models import User


@pytest.fixture
def shared(db: None) -> tuple[str, User, User]:
    """A file of a company, its administrator who follows it, and a collaborator."""
    sofia, karim = a_person("Sofia", "Bernard"), a_person("Karim", "Haddad")
    company = an_organisation(sofia, karim, name="Horizon")
    return give(a_trademark("published", number="245000777"), company, sofia), sofia, karim


def page(client: Client, user: User, stream: str) -> str:
    client.force_login(user)
    answer = client.get(reverse("trademark_file:file", args=[stream.partition("/")[2]]))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_administrator_sees_who_follows_and_manages(client, shared):
    stream, sofia, _ = shared
    text = page(client, sofia, stream)
    assert "<dd>Horizon</dd>" in text and "<dd>Sofia Bernard</dd>" in text
    assert reverse("authority:file_rights", args=[stream]) in text
    assert reverse("authority:trail", args=[stream]) in text
    assert "Prendre la main" not in text, "she follows it already"


def test_a_collaborator_takes_it_over_but_does_not_manage(client, shared):
    stream, sofia, karim = shared
    text = page(client, karim, stream)
    assert "Prendre la main" in text
    assert reverse("authority:file_rights", args=[stream]) not in text
    client.post(reverse("portfolio:take_over", args=["trademark", "245000777"]))
    assert "<dd>Karim Haddad</dd>" in page(client, karim, stream)
    assert "Prendre la main" in page(client, sofia, stream)
