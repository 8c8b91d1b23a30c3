"""The page of deadlines: what still runs first, what has passed apart with its count, and for whom each file is."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from factories.holders import a_mandate, a_person
from factories.trademarks import a_trademark, an_application
from guichet.office.agenda.models import OpenDeadline
from guichet.office.authority.models import Holding
from guichet.office.ledger import followers
from guichet.office.toolbox import clock
from office.agenda.conftest import owner

TODAY = date(2024, 4, 2)


@pytest.fixture
def portfolio(claire, office_clock):
    """Thirty periods of Claire's, past since a month; then one of today, one of the next week, one in four months."""
    office_clock.on(2024, 4, 2)
    for rank in range(30):
        a_deadline(claire, rank, TODAY - timedelta(days=30 + rank))
    for rank, days in ((90, 0), (91, 5), (92, 120)):
        a_deadline(claire, rank, TODAY + timedelta(days=days))


def a_deadline(of, rank: int, last_day: date) -> None:
    number = str(245_000_100 + rank)
    stream = f"trademark/{number}"
    Holding.objects.create(
        stream=stream, holder=owner(of), contact=owner(of), family="trademark", opened_at=clock.now()
    )
    OpenDeadline.objects.create(
        key=f"{stream}|objection", stream=stream, number=number, subject=f"MARQUE {rank}", deadline_id="objection",
        label="Répondre", who="applicant", act="answer_objection", last_day=last_day, consequence="Rejet.",
        automatic=False, because=[], last_position=rank, known_at=clock.now(),
    )  # fmt: skip


def read(client, user, **asked: str) -> str:
    client.force_login(user)
    return " ".join(client.get(reverse("agenda:list"), asked).content.decode().split())


def marks(page: str) -> list[str]:
    return re.findall(r"« MARQUE (\d+) »", page)


def test_what_still_runs_comes_alone_and_the_past_is_one_link_away(client, claire, portfolio) -> None:
    page = read(client, claire)
    assert marks(page) == ["90", "91", "92"]
    assert "3 échéances vous attendent." in page
    assert "30 délais passés" in page
    past = read(client, claire, quand="past")
    assert marks(past) == [str(rank) for rank in range(25)]  # the last missed first
    assert "30 délais passés" in past and "vous attend" not in past


CASES = [
    ({"quand": "week"}, ["90", "91"], "2 échéances vous attendent."),
    ({"quand": "week", "dossier": "MARQUE 91"}, ["91"], "1 échéance vous attend."),
    ({"qui": "office"}, [], "Aucune échéance ne vous attend."),
    ({"dossier": "245000103"}, [], "1 délai passé"),
    ({"dossier": "245000192"}, ["92"], "1 échéance vous attend."),
]


@pytest.mark.parametrize(("asked", "shown", "said"), CASES)
def test_the_sentence_counts_what_is_shown(client, claire, portfolio, asked, shown, said) -> None:
    page = read(client, claire, **asked)
    assert marks(page) == shown
    assert said in page


def test_the_link_to_what_has_passed_keeps_the_other_filters(client, claire, portfolio) -> None:
    assert 'href="?qui=&amp;dossier=245000103&amp;quand=past"' in read(client, claire, qui="", dossier="245000103")


def test_each_says_for_whom_it_is(client, claire, paul, office_clock) -> None:
    office_clock.on(2024, 4, 2)
    a_trademark("published", owner=owner(paul), application=an_application(text="PAULETTE"))
    followers.catch_up()
    assert "pour Camille Durand" in read(client, paul)
    a_mandate(owner(paul), owner(claire), claire)
    assert "pour Camille Durand" in read(client, claire)


def test_a_file_of_another_holder_says_whose_it_is_and_one_s_own_says_nothing(client, claire, office_clock) -> None:
    office_clock.on(2024, 4, 2)
    nadia = a_person("Nadia")
    a_deadline(nadia, 5, TODAY)
    assert ", pour " not in read(client, nadia)
    a_mandate(owner(nadia), owner(claire), claire)
    assert f", pour {nadia.full_name}" in read(client, claire)
