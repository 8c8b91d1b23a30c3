"""Ten thousand files in one organisation: few queries, whatever their number, and a page without delay."""

from __future__ import annotations

import time
from datetime import date, timedelta
from statistics import median, quantiles

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factories.portfolio import House
from factories.trademarks import noon
from guichet.office.authority.models import Holding
from guichet.office.portfolio.models import File, Phase
from guichet.office.portfolio.reading import searchable
from guichet.office.toolbox import bulk

BUDGET = 0.1
"""Seconds of processor of one page, at the 95th percentile (the budget of the design)."""
BOUND = 0.5
"""Seconds that a page takes, database included, on a machine that does much else meanwhile."""


def fill(house: House, count: int) -> None:
    """Rows as the projection would write them, of files that the two members opened in turn."""
    days = [noon(date(2020, 1, 1) + timedelta(days=rank % 1500)) for rank in range(count)]
    numbers = [f"24{5_100_000 + rank}" for rank in range(count)]
    bulk.copy_in(File, (
        File(
            stream=f"trademark/{number}", kind="trademark", number=number, name=f"Marque {number}", parties="Acme",
            client_reference=f"R{rank}", searched=searchable(f"Marque {number}", "Acme", f"R{rank}", number),
            label="Demande publiée", phase=Phase.values[rank % 3], opened_at=day, due_cents=rank % 7 * 100,
            last_event_on=day.date(), last_position=rank,
        ) for rank, (number, day) in enumerate(zip(numbers, days, strict=True))
    ))  # fmt: skip
    holder, contacts = house.anne.holder, (house.anne.actor, house.bruno.actor)
    bulk.copy_in(Holding, (
        Holding(stream=f"trademark/{number}", holder=holder, contact=contacts[rank % 2], opened_at=day)
        for rank, (number, day) in enumerate(zip(numbers, days, strict=True))
    ))  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("analyze portfolio_file, authority_holding")


QUERIES = ({}, {"basket": "files"}, {"q": "marque 245100"}, {"basket": "files", "sort": "contact"},
           {"basket": "files", "page": "200"}, {"unpaid": "on"})  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_the_number_of_queries_does_not_depend_on_the_files(client, house: House, query: dict[str, str]) -> None:
    client.force_login(house.anne.user)
    counts = []
    for more in (30, 300):
        Holding.objects.all().delete()
        File.objects.all().delete()
        fill(house, more)
        client.get(reverse("portfolio:list"), query)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("portfolio:list"), query).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]
    assert counts[0] <= 17


def test_a_page_of_ten_thousand_files(client, house: House) -> None:
    fill(house, 10_000)
    client.force_login(house.anne.user)
    for query in QUERIES:
        client.get(reverse("portfolio:list"), query)
        own, whole = [], []
        for _ in range(20):
            start, used = time.perf_counter(), time.process_time()
            assert client.get(reverse("portfolio:list"), query).status_code == 200
            own.append(time.process_time() - used)
            whole.append(time.perf_counter() - start)
        assert quantiles(own, n=20)[18] < BUDGET, query
        assert median(whole) < BOUND, query
