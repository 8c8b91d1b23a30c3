"""The clock draws automatic consequences once, leaves the others to a person, and lets nothing stop it."""

from __future__ import annotations

from datetime import date

import pytest

from factories.trademarks import a_trademark, happens, served
from guichet.office.agenda import clock, queries
from guichet.office.ledger import acts, followers
from guichet.office.ledger import queries as ledger
from guichet.rights.trademarks import events as e

DRAFT = e.DraftDecisionNotified("L-2", "Le signe décrit les produits.", 1)
OBJECTION = e.ObjectionNotified("L-1", ("L. 711-2, 2°",), "Le signe décrit les produits.", 1)


def types(stream: str) -> list[str]:
    return [entry.type for entry in ledger.history(stream)]


@pytest.fixture
def drafted(db: None) -> str:
    """A draft decision served on 8 May 2024 (a holiday), to be contested by Monday 10 June (8 June is a Saturday)."""
    stream = a_trademark("published")
    happens(stream, OBJECTION, on=date(2024, 4, 2))
    happens(stream, served("L-1"), on=date(2024, 4, 2))
    happens(stream, DRAFT, on=date(2024, 5, 7))
    happens(stream, served("L-2"), on=date(2024, 5, 8))
    return stream


def test_R712_11_an_uncontested_draft_becomes_the_decision_the_day_after(drafted):
    assert clock.run(date(2024, 6, 10)) == 0, "the period lasts until midnight"
    assert clock.run(date(2024, 6, 11)) == 1
    last = ledger.history(drafted)[-1]
    assert (last.type, last.actor, last.act) == (e.Refused.type, "office:clock", "let_time_pass")
    assert last.event_on == date(2024, 6, 11)
    assert last.payload["by"] == "draft_uncontested"
    assert last.payload["notice"].startswith("L-"), "the consequence has its letter"


def test_running_again_draws_nothing_more(drafted):
    clock.run(date(2024, 6, 11))
    before = types(drafted)
    assert clock.run(date(2024, 6, 12)) == 0
    assert types(drafted) == before


def test_a_contested_draft_is_left_alone(drafted):
    happens(drafted, e.DraftDecisionContested("Le signe est arbitraire."), on=date(2024, 6, 10))
    assert clock.run(date(2024, 6, 11)) == 0
    assert e.Refused.type not in types(drafted)


def test_R712_11_a_proposal_left_uncontested_is_accepted(db):
    from factories.trademarks import an_application

    stream = a_trademark("published")
    proposal = an_application(goods_services=an_application().goods_services[:1])
    happens(stream, e.IrregularityNotified("L-3", ("R. 712-3-1",), "Terme imprécis.", 1, proposal), on=date(2024, 4, 2))
    happens(stream, served("L-3"), on=date(2024, 4, 3))
    assert clock.run(date(2024, 5, 4)) == 1
    assert types(stream)[-2:] == [e.Regularised.type, e.IrregularityLifted.type]


def test_a_rule_without_automatic_consequence_waits_for_a_click(db):
    stream = a_trademark("published")
    happens(stream, e.IrregularityNotified("L-4", ("R. 712-3-1",), "Terme imprécis.", 1), on=date(2024, 4, 2))
    happens(stream, served("L-4"), on=date(2024, 4, 3))
    before = types(stream)
    assert clock.run(date(2024, 5, 6)) == 0
    assert types(stream) == before
    assert [row.deadline_id for row in queries.awaiting_a_click(date(2024, 5, 6))] == ["irregularity"]
    assert not queries.awaiting_a_click(date(2024, 5, 3))


def test_one_file_that_fails_does_not_stop_the_others(drafted, monkeypatch, caplog):
    other = a_trademark("published")
    for event, on in ((OBJECTION, 2), (served("L-1"), 2)):
        happens(other, event, on=date(2024, 4, on))
    happens(other, DRAFT, on=date(2024, 5, 7))
    happens(other, served("L-2"), on=date(2024, 5, 8))
    real = acts.perform

    def perform(act, *, stream, **more):
        if stream == drafted:
            raise RuntimeError("broken")
        return real(act, stream=stream, **more)

    monkeypatch.setattr(clock, "perform", perform)
    assert clock.run(date(2024, 6, 11)) == 1
    assert types(other)[-1] == e.Refused.type
    assert "could not be drawn" in caplog.text
    monkeypatch.undo()
    assert clock.run(date(2024, 6, 11)) == 1


def test_a_projection_that_lags_behind_does_no_harm(drafted, caplog):
    """The row is still there though the consequence was drawn: the law refuses, and nothing is recorded twice."""
    followers.catch_up()
    rows = list(queries.expired(date(2024, 6, 11)).filter(automatic=True))
    assert clock.run(date(2024, 6, 11)) == 1
    before = types(drafted)
    assert [clock._draw(row, date(2024, 6, 11)) for row in rows] == [0]
    assert types(drafted) == before
    assert "the law refuses" in caplog.text
