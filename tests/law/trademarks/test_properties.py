"""Whatever one asks, in whatever order: the table is never left, refusals cite the code, money is conserved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guichet.law import trademarks as law
from guichet.law.answers import Refused
from guichet.law.sources import quote_found
from guichet.play import shorthand
from guichet.rights.events import FeePaid, FeeRefunded, Happened
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks.application import Application, GoodsServicesItem
from guichet.rights.trademarks.effects import TAKEN
from guichet.rights.trademarks.lifecycle import TRADEMARK

SAVONS, PARFUMS = GoodsServicesItem(3, "savons"), GoodsServicesItem(5, "parfums")
WHOLE = shorthand.application(
    {"applicants": ["Camille Durand"], "mark": "LUMI", "goods_services": {3: "savons", 5: "parfums"}}
)
BARE = shorthand.application({"applicants": ["Camille Durand"], "goods_services": {3: "savons"}})
CLAIMING = shorthand.application(
    {"applicants": ["Camille Durand"], "mark": "LUMI", "goods_services": {3: "savons"},
     "priority_claims": [{"kind": "foreign_filing", "office": "DE", "number": "1", "filed_on": "2024-01-02"}]}
)  # fmt: skip
DOCUMENT = shorthand.from_plain(shorthand.Document, shorthand.document("piece.pdf"))
DEADLINES = (
    "completion",
    "irregularity",
    "objection",
    "draft_decision",
    "decision",
    "expiry",
    "priority_document:0",
    "opposition",
)

applications = st.sampled_from([WHOLE, BARE, CLAIMING])
notices = st.integers(1, 12).map(lambda i: f"courrier-{i}")
items = st.sampled_from([(), (SAVONS,), (PARFUMS,), (SAVONS, PARFUMS)])
observations = st.sampled_from(["o1", "o2"])
ACTS: st.SearchStrategy[a.Act] = st.one_of(
    st.builds(a.File, st.just("245000001"), applications),
    st.builds(
        a.Pay,
        st.just(("trademark.deposit",)),
        st.sampled_from([4000, 19000, 23000]),
        st.sampled_from(["p1", "p2", "p3"]),
    ),
    st.builds(a.Refund, st.sampled_from(["p1", "p2", "p3"])),
    st.builds(a.ServeNotice, notices, st.just("opened")),
    st.builds(a.AccordFilingDate),
    st.builds(a.InviteToComplete, notices),
    st.builds(a.Complete, applications),
    st.builds(a.FindInadmissible, notices),
    st.builds(a.SupplyPriorityDocument, st.integers(0, 1), st.just(DOCUMENT)),
    st.builds(a.PlanPublication, st.sampled_from([date(2024, 3, 22), date(2024, 5, 31)])),
    st.builds(a.Publish, st.just("2024-12")),
    st.builds(a.Observe, observations, st.just("Un tiers"), st.just(("L. 711-2, 2°",))),
    st.builds(a.CommunicateObservation, observations, notices),
    st.builds(a.SetAsideObservation, observations, st.sampled_from(["late", "outside_the_law"])),
    st.builds(
        a.NotifyIrregularity,
        notices,
        st.just(("R. 712-3, 2° a",)),
        st.just("x"),
        proposal=st.sampled_from([None, WHOLE]),
    ),
    st.builds(a.Regularise, applications),
    st.builds(a.ContestIrregularity, st.just("x")),
    st.builds(a.LiftIrregularity),
    st.builds(a.NotifyObjection, notices, st.just(("L. 711-2, 2°",)), st.just("x"), items=items),
    st.builds(a.AnswerObjection, st.just("x")),
    st.builds(a.LiftObjection),
    st.builds(a.NotifyDraftDecision, notices, items=items),
    st.builds(a.ContestDraftDecision, st.just("x")),
    st.builds(a.Refuse, notices, items=items),
    st.builds(a.ClearExamination),
    st.builds(a.Withdraw, st.booleans(), st.booleans(), items=items),
    st.builds(a.StartRegistrationPreparations, st.sampled_from([date(2024, 6, 28), date(2025, 1, 31)])),
    st.builds(a.Register, st.just("2024-26")),
    st.builds(a.Correct, applications, st.just("x")),
    st.builds(a.LetTimePass, st.sampled_from(DEADLINES), notices),
)
START = (a.File("245000001", WHOLE), a.Pay(("trademark.deposit",), 23000, "p0"), a.AccordFilingDate())
RUNS = st.lists(st.tuples(st.integers(0, 40), ACTS), max_size=25)


def play(run: Sequence[tuple[int, a.Act]], *, started: bool) -> tuple[list[Happened], date]:
    """Every act in turn, those refused left out; each refusal must cite the code in its own words."""
    on = date(2024, 3, 4)
    history: list[Happened] = []
    for days, act in [*((0, act) for act in (START if started else ())), *run]:
        on += timedelta(days=days)
        allowed = law.permitted(history, on=on)[act.name]
        try:
            events = law.decide(act, history, on=on)
        except Refused as refused:
            assert not refused.finding.allowed and refused.finding.message
            assert refused.finding.because, act
            assert all(quote_found(reason.source) for reason in refused.finding.because)
        else:
            assert allowed.allowed, "what is done was permitted"
            assert events
            history += [Happened(event, on) for event in events]
    return history, on


@settings(max_examples=150, deadline=None)
@given(RUNS, st.booleans())
def test_the_table_is_never_left_and_the_fold_agrees(run: list[tuple[int, a.Act]], started: bool) -> None:
    history, on = play(run, started=started)
    status = law.status(history)
    assert status.states == TRADEMARK.fold(history)
    assert law.status(history) == status
    assert set(status.goods_services) <= set(status.application.goods_services)
    assert status.label and status.examination_label


@settings(max_examples=150, deadline=None)
@given(RUNS, st.booleans())
def test_refunds_never_exceed_payments(run: list[tuple[int, a.Act]], started: bool) -> None:
    history, on = play(run, started=started)
    paid: dict[str, int] = {}
    for happened in history:
        if isinstance(happened.event, FeePaid):
            paid[happened.event.payment] = happened.event.amount_cents
        if isinstance(happened.event, FeeRefunded):
            paid[happened.event.payment] -= happened.event.amount_cents
            assert paid[happened.event.payment] >= 0
    balance = law.balance(history, on=on)
    assert balance.paid_cents == sum(paid.values())
    assert 0 <= sum(fee.amount_cents for fee in balance.refundable) <= balance.paid_cents
    assert not (balance.due and balance.refundable)


@settings(max_examples=100, deadline=None)
@given(RUNS)
def test_an_expired_automatic_deadline_always_has_its_consequence(run: list[tuple[int, a.Act]]) -> None:
    history, on = play(run, started=True)
    for found in law.deadlines(history, on=on):
        assert found.deadline.because
        if found.automatic:
            after = max(on, found.deadline.date) + timedelta(days=1)
            assert law.decide(a.LetTimePass(found.id, "courrier-99"), history, on=after)


@settings(max_examples=100, deadline=None)
@given(RUNS, st.booleans())
def test_each_act_is_answered_with_a_reason_in_every_state(run: list[tuple[int, a.Act]], started: bool) -> None:
    history, on = play(run, started=started)
    answers = law.permitted(history, on=on)
    assert set(answers) == {*a.ACTS, *TAKEN}
    assert all(answer.message and answer.because for answer in answers.values())


def test_a_history_that_leaves_the_table_is_no_history() -> None:
    from guichet.rights.lifecycle import ImpossibleTransition
    from guichet.rights.trademarks.events import Published

    with pytest.raises(ImpossibleTransition):
        law.status([Happened(Published("2024-12"), date(2024, 3, 22))])


@pytest.mark.parametrize("application", [WHOLE, BARE, CLAIMING, Application()])
def test_a_review_points_at_fields_that_exist(application: Any) -> None:
    for finding in law.review(application, on=date(2024, 3, 4)):
        value: Any = application
        for name in finding.field.replace("]", "").replace("[", ".").split("."):
            if value in (None, (), ""):
                break
            value = value[int(name)] if name.isdigit() else getattr(value, name)
        assert finding.allowed == (finding.severity == "advice")
