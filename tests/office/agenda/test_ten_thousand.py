"""The deadlines of an attorney with ten thousand files: always as few queries, and a page in a tenth of a second."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.holders import a_person, an_organisation
from guichet.office.agenda.models import OpenDeadline
from guichet.office.authority.models import Holding
from guichet.office.organisations import queries as organisations
from guichet.office.toolbox import clock

MANY = 10_000
BUDGET = 0.100
"""Seconds for a page."""
TIMES = 6
"""When the machine is busy with other tests: how many times the page of someone without any deadline."""
QUERIES = 16


@pytest.fixture
def files(claire, paul, office_clock):
    """Ten thousand deadlines of Claire's firm, as many of somebody else's."""
    office_clock.on(2024, 4, 2)
    firm = an_organisation(claire, paul)
    fill(organisations.key(firm), 240_000_000, MANY)
    fill("organisation:00000000-0000-0000-0000-000000000009", 250_000_000, MANY)
    with connection.cursor() as cursor:
        cursor.execute("analyze agenda_opendeadline, authority_holding")


def fill(holder: str, first: int, count: int) -> None:
    since = datetime(2024, 1, 2, 9, tzinfo=clock.PARIS)
    numbers = [str(first + rank) for rank in range(count)]
    Holding.objects.bulk_create(
        Holding(stream=f"trademark/{number}", holder=holder, contact="account:x", family="trademark", opened_at=since)
        for number in numbers
    )
    OpenDeadline.objects.bulk_create(
        OpenDeadline(
            key=f"trademark/{number}|objection", stream=f"trademark/{number}", number=number, subject=f"MARQUE {rank}",
            deadline_id="objection", label="Répondre à l'objection", act="answer_objection", automatic=False,
            who="applicant" if rank % 2 else "office", consequence="Rejet.", last_position=rank, known_at=since,
            last_day=date(2024, 4, 2) + timedelta(days=rank % 400),
            because=[{"text": "Deux mois.", "source": {"article": "R. 712-11", "place": "", "quote": "x"}}],
        )
        for rank, number in enumerate(numbers)
    )  # fmt: skip


FILTERS = [
    {}, {"qui": "us"}, {"qui": "office", "quand": "month"}, {"quand": "quarter"}, {"dossier": "24 0 009 999"},
    {"dossier": "marque 77"}, {"page": "200"},
]  # fmt: skip


@pytest.mark.parametrize("user", ["claire", "paul"])
def test_every_page_is_quick_and_takes_few_queries(client, files, request, user):
    address = reverse("agenda:list")
    client.force_login(a_person("Nul"))
    nothing, _ = best(client, address, {})
    client.force_login(request.getfixturevalue(user))
    for asked in FILTERS:
        took, queries = best(client, address, asked)
        assert len(queries) <= QUERIES, [each["sql"] for each in queries]
        assert took < max(BUDGET, TIMES * nothing), (asked, took, nothing)


def best(client: Client, address: str, asked: dict[str, str]) -> tuple[float, CaptureQueriesContext]:
    """The shortest of four tries, in seconds, and the queries of the last."""
    took = []
    for _ in range(4):
        with CaptureQueriesContext(connection) as queries:
            began = time.perf_counter()
            page = client.get(address, asked)
            took.append(time.perf_counter() - began)
        assert page.status_code == 200
    return min(took), queries
