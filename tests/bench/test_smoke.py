"""The measurements still find what they measure: each at a size of nothing."""

from __future__ import annotations

from random import Random

import pytest
from django.core.management import call_command

from bench import bulletin, filing, law, measuring, pages, people, register
from guichet.office.agenda import queries as agenda
from guichet.office.bulletin import queries as issues
from guichet.office.ledger import followers, queries
from guichet.office.ledger.services import record_past
from guichet.office.register.models import TrademarkFile
from guichet.office.toolbox import clock


@pytest.fixture
def taken_over(db):
    """Forty marks of two accounts, three signs."""
    users, signs = people.sign_up()[:2], register.pictures(3)
    with followers.taking_over():
        record_past(register.past(40, people.owners(users, 40), signs))
    return users, signs


def test_the_law_is_measured(monkeypatch):
    monkeypatch.setattr(measuring, "SCALE", 0.002)
    monkeypatch.setattr(law, "scaled", lambda size, least=1: max(least, 200))
    found = law.figures()
    assert {figure.value.rpartition(" ")[2] for figure in found} == {"marks/s", "patents/s", "designs/s"}
    assert any("OpenFisca" in figure.what for figure in found), "the peer stands in the same run"


def test_the_generated_register_is_sound_and_owes_nothing_to_the_clock(taken_over):
    assert list(queries.broken_links()) == []
    assert TrademarkFile.objects.count() == 40
    assert set(TrademarkFile.objects.values_list("application_state", flat=True)) >= {"registered", "published"}
    assert not agenda.expired(clock.today()).filter(automatic=True).exists()


def test_an_issue_is_published_whole(taken_over):
    friday = bulletin.last_friday()
    assert bulletin.publish(10, friday, taken_over[1]) > 0
    assert issues.issue(issues.issue_number(friday)) is not None


@pytest.mark.django_db(transaction=True)
def test_pages_answer_and_filings_get_their_receipt(live_server, monkeypatch):
    call_command("createcachetable", verbosity=0)
    port = int(live_server.url.rpartition(":")[2])
    monkeypatch.setattr(pages, "PORT", port)
    monkeypatch.setattr(filing, "SITE", live_server.url)
    users = people.sign_up()[:2]
    with followers.taking_over():
        record_past(register.past(60, people.owners(users, 60), register.pictures(1)))
    visitors = [people.log_in(user) for user in users]
    drafts = [people.draft(Random(1), user) for user in users]
    for name in pages.ADDRESSES:
        seen = pages.run(pages.users(visitors, drafts, name), think=0, seconds=0.3)
        assert (seen["wrong"], seen["example"]) == (0, ""), name
        assert seen["seconds"], name
    assert filing.file_and_keep(visitors[0], drafts[0]) > 0


def test_figures_are_told_as_a_table():
    told = measuring.table({"A": [measuring.Figure("what", "1 s", "2 s")]}, "2024-03-04")
    assert "| what | 1 s | 2 s |" in told
    assert measuring.percentile([1.0, 2.0, 3.0], 0.5) == 2.0
