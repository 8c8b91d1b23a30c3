"""The file's page says who holds it and who follows it, and lets a member take it over."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from factories.holders import a_mandate, a_person, an_organisation, give
from factories.trademarks import a_trademark, noon
from guichet.office.accounts.models import User
from guichet.office.accounts.queries import account_actor
from guichet.office.ledger import followers
from guichet.office.ledger.services import record
from guichet.office.organisations import queries
from guichet.rights.trademarks import events


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


@pytest.fixture
def filed(db: None) -> tuple[str, User, User, User]:
    """A file that a collaborator filed for a company, its administrator, and a representative of another firm."""
    sofia, karim = a_person("Sofia", "Bernard"), a_person("Karim", "Haddad")
    company = an_organisation(sofia, karim, name="Horizon")
    lea = a_person("Léa", "Morin")
    an_organisation(lea, name="Cabinet Morin")
    owner = {"owner": account_actor(karim), "under": queries.key(company)}
    stream = a_trademark("published", number="245000778", **owner)
    followers.catch_up()
    return stream, sofia, karim, lea


def test_the_history_names_who_acted_and_for_whom(client, filed):
    stream, sofia, karim, _ = filed
    assert "Dépôt reçu, par Karim Haddad, pour Horizon" in page(client, sofia, stream)
    text = page(client, karim, stream)
    assert "Dépôt reçu, par vous, pour Horizon" in text and "par l&#x27;office" in text


def test_what_was_done_under_a_mandate_names_the_principal(client, filed):
    stream, sofia, karim, lea = filed
    mandate = a_mandate(holder(sofia), holder(lea), lea)
    record([events.Withdrawn()], stream=stream, expected=5, by=account_actor(lea), under=mandate.key, act="withdraw",
           on=date(2024, 5, 2), at=noon(date(2024, 5, 2)))  # fmt: skip
    assert "par Léa Morin, pour Horizon" in page(client, sofia, stream)
    assert "par vous, pour Horizon" in page(client, lea, stream)


def test_a_mandate_in_force_is_told_to_both_sides(client, filed, office_clock):
    office_clock.on(2024, 5, 2)
    stream, sofia, _, lea = filed
    mandate = a_mandate(holder(sofia), holder(lea), lea)
    said = f"Suivi par Cabinet Morin au titre du mandat {mandate.reference} depuis le <time"
    text = page(client, sofia, stream)
    assert said in text and "2 janvier 2024" in text and "Dossier de" not in text
    text = page(client, lea, stream)
    assert said in text and "Dossier de Horizon" in text


@pytest.mark.parametrize(
    "changes",
    [
        {"until": date(2024, 3, 31)},
        {"since": date(2024, 6, 1)},
        {"rights": ["patent"]},
        {"streams": ["trademark/245000999"]},
        {"accepted_at": None, "accepted_by": ""},
        {"revoked_at": datetime(2024, 4, 1, tzinfo=UTC)},
    ],
)
def test_a_mandate_that_does_not_cover_the_file_today_is_not(client, filed, office_clock, changes):
    office_clock.on(2024, 5, 2)
    stream, sofia, _, lea = filed
    a_mandate(holder(sofia), holder(lea), lea, **changes)
    assert "Suivi par" not in page(client, sofia, stream)


def test_a_representative_does_not_read_the_other_mandates(client, filed, office_clock):
    office_clock.on(2024, 5, 2)
    stream, sofia, _, lea = filed
    other = a_person("Zoé", "Petit")
    a_mandate(holder(sofia), holder(lea), lea)
    a_mandate(holder(sofia), account_actor(other), other)
    assert "Suivi par Zoé Petit" in page(client, sofia, stream)
    assert "Suivi par Zoé Petit" not in page(client, lea, stream)


def test_a_client_without_an_account_is_named(client, filed, office_clock):
    """Declared by the representative, who holds the file itself."""
    office_clock.on(2024, 5, 2)
    stream, sofia, _, _ = filed
    a_mandate("", holder(sofia), sofia, principal_name="Jean Client", streams=[stream])
    text = page(client, sofia, stream)
    assert "Dossier de Jean Client" in text and "Suivi par Horizon au titre du mandat" in text


def holder(user: User) -> str:
    return queries.key(queries.of_user(user)[0].organisation)
