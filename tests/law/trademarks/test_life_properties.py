"""Whatever proceedings, courts and entries ask of a mark, in whatever order: the table is never left."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from guichet.law import trademarks as law
from guichet.law.answers import Refused
from guichet.law.sources import quote_found
from guichet.law.trademarks.division import PROCEDURE as DIVISION
from guichet.play import shorthand
from guichet.rights.events import FeePaid, Happened
from guichet.rights.general import effects as g
from guichet.rights.parties import Party
from guichet.rights.trademarks import acts as a
from guichet.rights.trademarks import division
from guichet.rights.trademarks import effects as f
from guichet.rights.trademarks.application import GoodsServicesItem
from guichet.rights.trademarks.declaration import Declarant, MarkConcerned
from guichet.rights.trademarks.lifecycle import TRADEMARK

SAVONS, PARFUMS = GoodsServicesItem(3, "savons"), GoodsServicesItem(5, "parfums")
WHOLE = shorthand.application(
    {"applicants": ["Camille Durand"], "mark": "LUMI", "goods_services": {3: "savons", 5: "parfums"}}
)
PUBLISHED = (
    (date(2024, 3, 4), a.File("245000001", WHOLE)),
    (date(2024, 3, 4), a.Pay(("trademark.deposit",), 23000, "p0")),
    (date(2024, 3, 4), a.AccordFilingDate()),
    (date(2024, 3, 4), a.ClearExamination()),
    (date(2024, 3, 4), a.PlanPublication(date(2024, 3, 22))),
    (date(2024, 3, 22), a.Publish("2024-12")),
)
REGISTERED = (
    *PUBLISHED,
    (date(2024, 5, 23), a.StartRegistrationPreparations(date(2024, 6, 14))),
    (date(2024, 6, 14), a.Register("2024-24")),
)

items = st.sampled_from([(), (SAVONS,), (PARFUMS,), (SAVONS, PARFUMS)])
references = st.sampled_from(["r1", "r2"])
dates = st.dates(date(2024, 3, 22), date(2036, 1, 1))
HOLDER = Party("organisation", "Lumi")
ACTS: st.SearchStrategy[object] = st.one_of(
    st.builds(f.RecordOpposition, references, items),
    st.builds(
        f.RecordOppositionDecision, references, st.sampled_from(["upheld", "partly_upheld", "rejected"]), items,
        st.just("n1"),
    ),
    st.builds(f.GrantEarlyRegistration, st.just("Chine")),
    st.builds(f.RecordContestation, references, st.just("nullity"), items),
    st.builds(f.EndContestation, references, st.just("closed")),
    st.builds(f.DeclareNull, references, items=items, final=st.booleans()),
    st.builds(f.Revoke, references, dates, items=items),
    st.builds(f.AnnounceExpiry, references),
    st.builds(f.Renew, references, dates, items),
    st.builds(f.Renounce, references, dates, items),
    st.builds(f.Divide, references, items),
    st.builds(f.Rectify, st.just(WHOLE), references),
    st.builds(f.SetAsideRefusal, references),
    st.builds(f.UpdateOpposition, references, items),
    st.builds(f.ReopenOpposition, references, references),
    st.builds(f.BarPublication, st.just("reproduction"), st.just("x")),
    st.builds(f.LiftPublicationBar),
    st.builds(g.Restored, references, st.sampled_from(["completion", "irregularity", "draft_decision"]), references),
    st.builds(g.TransferRecorded, references, references, st.just(()), st.sampled_from([(), (HOLDER,)])),
    st.builds(g.LicenceRecorded, references, references, st.just(HOLDER)),
    st.builds(g.LicenceEnded, references, references, references),
    st.builds(a.StartRegistrationPreparations, st.just(date(2024, 6, 28))),
    st.builds(a.Register, st.just("2024-26")),
    st.builds(a.Withdraw, st.just(True), st.just(False), items=items),
    st.builds(a.LetTimePass, st.sampled_from(["decision", "expiry"])),
)  # fmt: skip
RUNS = st.lists(st.tuples(st.sampled_from([0, 1, 30, 400, 3500]), ACTS), max_size=20)


def play(started: tuple[tuple[date, a.Act], ...], run: list[tuple[int, object]]) -> tuple[list[Happened], date]:
    """Every act in turn; a refusal cites the code in its own words."""
    history: list[Happened] = []
    for on, act in started:
        history += [Happened(event, on) for event in law.decide(act, history, on=on)]
    for days, asked in run:
        on += timedelta(days=days)
        try:
            events = law.decide(asked, history, on=on)
        except Refused as refused:
            assert refused.finding.message.endswith((".", "?"))
            assert refused.finding.because, asked
            assert all(quote_found(reason.source) for reason in refused.finding.because)
        else:
            assert events
            history += [Happened(event, on) for event in events]
    return history, on


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([PUBLISHED, REGISTERED]), RUNS)
def test_the_table_is_never_left(started: tuple[tuple[date, a.Act], ...], run: list[tuple[int, object]]) -> None:
    history, on = play(started, run)
    status = law.status(history)
    assert status.states == TRADEMARK.fold(history)
    assert set(status.goods_services) <= set(status.application.goods_services)
    assert (status.ended_from is not None) <= status.closed
    for found in law.deadlines(history, on=on):
        assert found.label and found.consequence and found.deadline.because
    answers = law.permitted(history, on=on)
    assert all(answer.because for answer in answers.values())


@settings(max_examples=100, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2025, 1, 1)), st.booleans(), st.sampled_from([SAVONS, PARFUMS]))
def test_R712_27_division_keeps_the_dates(filed_on: date, registered: bool, leaves: GoodsServicesItem) -> None:
    published_on = filed_on + timedelta(days=30)
    mark = MarkConcerned(
        number="245000001", holders=("Lumi",), items=(SAVONS, PARFUMS), filing_date=filed_on, received_on=filed_on,
        published_on=published_on, publication_issue="12",
        registration_date=published_on + timedelta(days=100) if registered else None,
        expiry_date=date(2034, 6, 3) if registered else None,
    )  # fmt: skip
    on = published_on + timedelta(days=130)
    declared = division.DivisionDeclared(mark, Declarant("Lumi"), (division.Part((leaves,)),), WHOLE)
    history = [Happened(declared, on), Happened(FeePaid(("trademark.division",), 15000, "p1"), on)]
    events = DIVISION.decide(division.DivisionAccepted("n1", ("245000002",)), history, on=on)
    history += [Happened(event, on) for event in events]
    parent, child = DIVISION.consequences(events, history)
    assert parent.content == f.Divide("245000002", (leaves,))
    assert isinstance(child.content, f.CreateDivisional)
    assert (parent.opens, child.opens) == ("", "245000002"), "the divisional has a file of its own"
    opened = [Happened(event, on) for event in law.decide(child.content, [], on=on)]
    status = law.status(opened)
    assert (status.filing_date, status.published_on) == (filed_on, published_on)
    assert status.goods_services == (leaves,)
    assert status.expiry_date == mark.expiry_date
