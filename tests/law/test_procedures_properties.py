"""What holds in every procedure, whatever is asked: tables, refusals that cite the code, ends, money kept."""

from __future__ import annotations

from functools import cache

import pytest

from guichet.law.clocks import Clock
from guichet.law.procedure import Procedure
from guichet.law.registry import procedures
from guichet.law.sources import Source, quote_found
from guichet.law.time_limits import TimeLimit, closed_days
from guichet.rights.events import FeePaid, Happened
from law.wandering import START, Wanderer

KINDS = sorted(kind for kind in procedures() if kind != "toy")
ACTS = {name for procedure in procedures().values() for name in procedure.proceeding.acts}
"""A period may wait for an act of another file: a lapse, for the request for restoration."""
ENDLESS = ("employee_invention", "european_patent")
"""Files in which something may always follow: a further bonus, a register entry."""
WALKS, STEPS = 30, 18

found = cache(quote_found)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_asked_the_law_answers(kind: str) -> None:
    """No act sequence leaves the table or fails; a refusal names an article in its own words; money is conserved."""
    procedure, opened = procedures()[kind], 0
    for seed in range(WALKS):
        walk, closed = Wanderer(procedure, seed), False
        for act, events, refused in walk.steps(STEPS):
            assert procedure.read(walk.history).states.keys() == dict(procedure.proceeding.lifecycle.initial).keys()
            if refused is not None:
                assert refused.because, f"{act}: {refused.message}"
                assert all(found(reason.source) for reason in refused.because), refused.because
                assert refused.message.strip().endswith((".", "?", "!")), refused.message
            reopened = any(isinstance(event, procedure.proceeding.reopened_by) for event in events)
            was_closed, closed = closed, procedure.status(walk.history).closed
            assert closed or reopened or not was_closed, f"{act} took the file out of its end"
            account = procedure.balance(walk.history, on=walk.on)
            assert account.paid_cents >= 0
            assert sum(fee.amount_cents for fee in account.refundable) <= account.paid_cents
        opened += bool(walk.history)
        if walk.history:
            same_answers(procedure, walk)
    assert opened, "no walk ever opened a file: the walker cannot make the opening act's content"


def same_answers(procedure: Procedure, walk: Wanderer) -> None:
    """The fold is deterministic, an unrelated event changes no deadline, no deadline falls on a closed day."""
    assert procedure.status(walk.history) == procedure.status(list(walk.history))
    deadlines = procedure.deadlines(walk.history, on=walk.on)
    unrelated = Happened(FeePaid(("unrelated",), 1, "unrelated"), walk.on)
    assert procedure.deadlines([*walk.history, unrelated], on=walk.on) == deadlines
    prorogued = {clock.id for clock in procedure.clocks if is_prorogued(clock)}
    for running in deadlines:
        if running.id.partition(":")[0] in prorogued:
            assert running.deadline.date not in closed_days(), running
        assert all(isinstance(reason.source, Source) and found(reason.source) for reason in running.deadline.because)


def is_prorogued(clock: Clock) -> bool:
    """Whether a last day on a closed day moves to the next working day: the time of a person, not of the office."""
    return isinstance(clock.limit, TimeLimit) and not clock.raw and clock.limit.bearer == "party"


@pytest.mark.parametrize("kind", KINDS)
def test_every_act_event_and_deadline_is_named_in_french(kind: str) -> None:
    procedure = procedures()[kind]
    for act in procedure.proceeding.own_acts:
        assert act.label and act.article and "(s)" not in act.label
    for row in procedure.proceeding.lifecycle.rows:
        assert row.event.label and row.event.article, row.event
        assert found(row.source), row.source
    for clock in procedure.clocks:
        assert clock.label and (clock.consequence or clock.lapse is None), clock.id
        assert not clock.act or clock.act in ACTS, f"{clock.id}: act {clock.act}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_comes_to_an_end_or_is_known_not_to(kind: str) -> None:
    assert bool(procedures()[kind].proceeding.ends) == (kind not in ENDLESS)


def test_the_walk_starts_on_a_working_day() -> None:
    assert START not in closed_days()
