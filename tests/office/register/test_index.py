"""The register's index is what the events say, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from factories.trademarks import a_trademark, an_application, happens
from guichet.office.ledger import followers
from guichet.office.register import queries
from guichet.office.register.models import TrademarkFile
from guichet.office.register.projections import INDEX
from guichet.rights.trademarks import events as e

pytestmark = pytest.mark.django_db


def test_R714_2_nothing_is_in_the_register_before_publication() -> None:
    a_trademark("planned", number="245000101")
    followers.catch_up()
    assert TrademarkFile.objects.filter(number="245000101").exists()
    assert not queries.public().exists()
    assert queries.public_record("245000101") is None


def test_a_published_mark_is_found_by_every_printed_form_of_its_number() -> None:
    a_trademark("published", number="245000102")
    followers.catch_up()
    for printed in ("245000102", "24 5 000 102", "FR245000102", "24 5000102", "n° 24 5 000 102"):
        assert [f.number for f in queries.search(queries.Search(words=printed))] == ["245000102"], printed


def test_names_are_found_without_accents_or_case_and_by_part() -> None:
    a_trademark("published", number="245000103", application=an_application("Œuvre d'Été"))
    followers.catch_up()
    for words in ("oeuvre", "ETE oeuv", "œuvre", "vre"):
        assert [f.number for f in queries.search(queries.Search(words=words))] == ["245000103"], words
    assert not queries.search(queries.Search(words="hiver")).exists()


def test_criteria_add_up() -> None:
    a_trademark("published", number="245000104")
    followers.catch_up()
    found = queries.search(queries.Search(words="lumi", holder="durand", nice_class=9, filed_from=date(2024, 3, 4)))
    assert [f.number for f in found] == ["245000104"]
    assert not queries.search(queries.Search(words="lumi", nice_class=25)).exists()
    assert not queries.search(queries.Search(words="lumi", filed_to=date(2024, 3, 3))).exists()


def test_a_rebuilt_index_is_the_same() -> None:
    stream = a_trademark("published")
    a_trademark("registered")
    happens(stream, e.Withdrawn(), on=date(2024, 5, 2), by="account:x")
    followers.catch_up()
    before, after = followers.rebuild(INDEX)
    assert before == after


def test_what_was_known_when(office_clock) -> None:
    stream = a_trademark("published", number="245000105", received_on=date(2024, 3, 4), published_on=date(2024, 3, 29))
    happens(stream, e.Withdrawn(), on=date(2024, 5, 2), by="account:x")
    followers.catch_up()
    at_noon = office_clock.on(2024, 6, 3)
    assert queries.public_record("245000105").status.states["application"] == "withdrawn"
    april = queries.public_record("245000105", effective_on=date(2024, 4, 30))
    assert april.status.states["application"] == "published"
    known = at_noon.replace(month=4, day=15)
    assert queries.public_record("245000105", known_at=known).status.states["application"] == "published"
    assert queries.public_record("245000105", known_at=known.replace(month=3, day=20)) is None
