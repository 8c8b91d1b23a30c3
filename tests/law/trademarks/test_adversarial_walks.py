"""Whatever is asked in the middle of an adversarial procedure, the law answers: it cites the code and never breaks."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest

from guichet.law.procedure import Procedure
from guichet.law.sources import quote_found
from guichet.law.trademarks.nullity import PROCEDURE as NULLITY
from guichet.law.trademarks.opposition import PROCEDURE as OPPOSITION
from guichet.rights.events import Event, FeePaid, Happened, NoticeServed
from guichet.rights.general import adversarial as a
from guichet.rights.general.adversarial_cast import Cast
from guichet.rights.general.adversarial_table import STEPS
from guichet.rights.parties import Party
from guichet.rights.trademarks import nullity as n
from guichet.rights.trademarks import opposition as o
from guichet.rights.trademarks.application import GoodsServicesItem
from law.wandering import Wanderer

SOAPS, SCENTS = GoodsServicesItem(3, "savons"), GoodsServicesItem(5, "parfums")
MARK = a.MarkConcerned(
    "245000001", (Party("organisation", "Lumi"),), (SOAPS, SCENTS), date(2023, 1, 2), date(2023, 1, 6),
    registration_date=date(2010, 6, 14),
)  # fmt: skip
RIVAL = Party("organisation", "Rival SA")
RIGHTS = (
    a.EarlierRight("x", owner="Rival SA", registered_on=date(2010, 1, 8), evidence=("certificat",)),
    a.EarlierRight("savons", "company_name", "Rival SA", evidence=("Kbis",)),
)
FILED: dict[str, Event] = {
    "opposition": o.OPPOSITION.filed("1", MARK, (RIVAL,), RIGHTS, (SOAPS, SCENTS), "Moyens."),
    "nullity": n.NullityRequested("1", MARK, (RIVAL,), RIGHTS, (SOAPS, SCENTS), "Moyens.", grounds=("earlier_right",)),
    "revocation": n.NullityRequested(
        "1", MARK, (RIVAL,), (), (SOAPS, SCENTS), aim="revocation", grounds=("non_use",)
    ),
}  # fmt: skip
LAWS: dict[str, tuple[Procedure, Cast]] = {
    "opposition": (OPPOSITION, o.OPPOSITION),
    "nullity": (NULLITY, n.NULLITY),
    "revocation": (NULLITY, n.NULLITY),
}


def opened(kind: str, turns: int) -> list[Happened]:
    """A procedure whose first turns have been used, a fortnight each, and their letters opened at once."""
    events, day = LAWS[kind][1], date(2023, 4, 11)
    heads = ("trademark.opposition", "trademark.opposition_further_right")
    if kind != "opposition":
        heads = ("trademark.nullity_revocation", "trademark.nullity_further_right")
    first: list[Event] = [FILED[kind], FeePaid(heads, 75000, "p"), events.admitted()]
    history = [Happened(event, date(2023, 3, 1)) for event in first]
    history += [Happened(events.holder_notified("n0"), day), Happened(NoticeServed("n0", "opened"), day)]
    for turn in range(turns):
        day += timedelta(days=14)
        side: a.Side = "holder" if turn % 2 == 0 else "claimant"
        history.append(Happened(events.paper_filed(f"{turn}", side, "Observations."), day))
        opens = events.step_opened((f"{turn}",), f"n{turn + 1}")
        history += [Happened(opens, day), Happened(NoticeServed(f"n{turn + 1}", "opened"), day)]
    return history


@pytest.mark.parametrize("turns", range(len(STEPS)))
@pytest.mark.parametrize("kind", sorted(FILED))
def test_from_any_turn_whatever_is_asked_the_law_answers(kind: str, turns: int) -> None:
    procedure, states = LAWS[kind][0], set()
    for seed in range(12):
        history = opened(kind, turns)
        walk = Wanderer(procedure, seed, history, history[-1].on)
        for act, _, refused in walk.steps(25):
            if refused is not None:
                assert refused.because, f"{act}: {refused.message}"
                assert all(quote_found(reason.source) for reason in refused.because), refused.because
            states.add(procedure.read(walk.history).state)
            procedure.status(walk.history)
            for running in procedure.deadlines(walk.history, on=walk.on):
                assert running.deadline.because, running
    assert len(states) > 2, "the walk went nowhere"


@pytest.mark.parametrize("kind", sorted(FILED))
def test_a_suspension_never_shortens_a_turn(kind: str) -> None:
    procedure, events = LAWS[kind]
    plain = opened(kind, 0)
    (ends,) = (one.deadline.date for one in procedure.deadlines(plain, on=plain[-1].on) if one.id == "answer_1")
    for wait, length in ((1, 1), (10, 45), (40, 200)):
        stop = plain[-1].on + timedelta(days=wait)
        back = stop + timedelta(days=length)
        paused = [*plain, Happened(events.suspended("office", "s", reason="x"), stop)]
        assert not [one for one in procedure.deadlines(paused, on=stop) if one.id == "answer_1"]
        resumed = [*paused, Happened(events.resumed(back, "r"), back)]
        (then,) = (one.deadline.date for one in procedure.deadlines(resumed, on=back) if one.id == "answer_1")
        assert ends + timedelta(days=length - 4) <= then <= ends + timedelta(days=length + 4)


def test_both_configurations_say_the_same_words_in_their_own_articles() -> None:
    """The engine is one: the same roles, the same table, and no source shared where each has its own text."""
    both = OPPOSITION.proceeding, NULLITY.proceeding
    shapes = [{(row.region, row.state, row.to, row.event.__mro__[1].__name__) for row in each.lifecycle.rows
               if "." in row.event.type and "interest" not in row.event.type} for each in both]  # fmt: skip
    own = {"Event", "Filed", "Narrowed"}
    assert {row for row in shapes[0] if row[3] not in own} == {row for row in shapes[1] if row[3] not in own}
    named = [{field.name for field in dataclasses.fields(cast)} for cast in (o.OPPOSITION, n.NULLITY)]
    assert named[0] == named[1]
