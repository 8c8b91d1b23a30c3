"""What an opposition, a request for nullity and an appeal do in one another's files, played from end to end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from guichet.law.answers import Refused
from guichet.law.general.appeal_tracker import PROCEDURE as APPEAL
from guichet.law.procedure import Effect
from guichet.law.registry import Law
from guichet.law.trademarks.face import Trademark
from guichet.law.trademarks.nullity import PROCEDURE as NULLITY
from guichet.law.trademarks.opposition import PROCEDURE as OPPOSITION
from guichet.play import shorthand
from guichet.rights.events import FeePaid, Happened, NoticeServed
from guichet.rights.general import adversarial as a
from guichet.rights.general import appeal as p
from guichet.rights.parties import Party
from guichet.rights.trademarks import acts as m
from guichet.rights.trademarks import effects as f
from guichet.rights.trademarks import nullity as n
from guichet.rights.trademarks.application import GoodsServicesItem
from guichet.rights.trademarks.opposition import OPPOSITION as O

SOAPS, SCENTS = GoodsServicesItem(3, "savons"), GoodsServicesItem(5, "parfums")
HOLDER, RIVAL = Party("organisation", "Lumi"), Party("organisation", "Rival SA")
RIGHT = a.EarlierRight("4000001", owner="Rival SA", evidence=("certificat",))


@dataclass
class Office:
    """The files that the acts touch; letters reach everyone the same day, and every effect is done at once."""

    laws: dict[str, Law]
    files: dict[str, list[Happened]] = field(default_factory=dict)

    def does(self, kind: str, act: object, on: date) -> None:
        history = self.files.setdefault(kind, [])
        events = self.laws[kind].decide(act, history, on=on)
        for event in events:
            history.append(Happened(event, on))
            notice = getattr(event, "notice", "")
            if notice and not isinstance(event, NoticeServed):
                served = NoticeServed(notice, "opened")
                history.append(Happened(served, on))
                self.applies(self.laws[kind].consequences((served,), history), on)
        self.applies(self.laws[kind].consequences(events, history), on)

    def applies(self, effects: tuple[Effect, ...], on: date) -> None:
        for effect in effects:
            self.does(effect.kind, effect.content, on)

    def state(self, kind: str) -> str:
        return next(iter(self.laws[kind].status(self.files[kind]).states.values()))

    def facts(self, kind: str) -> Any:
        return self.laws[kind].status(self.files[kind]).facts


@pytest.fixture
def office() -> Office:
    """A mark published on 22 March 2024: oppositions until 22 May, grounds until 24 June."""
    found = Office({"trademark": Trademark(), "trademark_opposition": OPPOSITION, "trademark_nullity": NULLITY,
                    "appeal": APPEAL})  # fmt: skip
    asked = {"applicants": ["Lumi"], "mark": "LUMI", "goods_services": {3: "savons", 5: "parfums"}}
    for on, act in (
        (date(2024, 3, 4), m.File("245000001", shorthand.application(asked))),
        (date(2024, 3, 4), m.Pay(("trademark.deposit",), 23000, "p0")),
        (date(2024, 3, 4), m.AccordFilingDate()),
        (date(2024, 3, 4), m.ClearExamination()),
        (date(2024, 3, 4), m.PlanPublication(date(2024, 3, 22))),
        (date(2024, 3, 22), m.Publish("2024-12")),
    ):
        found.does("trademark", act, on)
    return found


def opposed(office: Office, outcome: a.Outcome, items: a.Items = (), narrowed: a.Items = ()) -> None:
    """An opposition to the soaps and the scents, undisputed, decided on 2 September 2024."""
    mark = a.MarkConcerned("245000001", (HOLDER,), (SOAPS, SCENTS), date(2024, 3, 4), date(2024, 3, 22))
    filed = O.filed("OPP1", mark, (RIVAL,), (RIGHT,), (SOAPS, SCENTS), "Risque de confusion.")
    for on, act in (
        (date(2024, 5, 21), filed),
        (date(2024, 5, 21), FeePaid(("trademark.opposition",), 40000, "p1")),
        (date(2024, 6, 25), O.admitted()),
        (date(2024, 6, 25), O.holder_notified("o1")),
        (date(2024, 8, 27), a.EndInstruction("o2")),
        *(((date(2024, 8, 28), O.narrowed((), narrowed)),) if narrowed else ()),
        (date(2024, 9, 2), O.decided(outcome, "Motifs.", "Mme Roux", "o3", items)),
    ):
        office.does("trademark_opposition", act, on)


def test_an_opposition_that_succeeds_refuses_the_mark(office: Office) -> None:
    opposed(office, "upheld")
    assert office.state("trademark") == "refused"


def test_an_opposition_that_succeeds_in_part_refuses_its_goods(office: Office) -> None:
    opposed(office, "partly_upheld", (SOAPS,))
    assert office.state("trademark") == "published"
    with pytest.raises(Refused) as refusal:
        office.does("trademark", m.StartRegistrationPreparations(date(2024, 9, 13)), date(2024, 9, 3))
    assert "R. 411-21" in {reason.source.article for reason in refusal.value.finding.because}
    office.does("trademark", m.StartRegistrationPreparations(date(2024, 10, 11)), date(2024, 10, 3))


def test_an_opposition_narrowed_then_upheld_refuses_what_it_still_targets(office: Office) -> None:
    opposed(office, "upheld", narrowed=(SCENTS,))
    assert office.state("trademark") == "published"


def test_a_pending_opposition_holds_the_registration_back(office: Office) -> None:
    mark = a.MarkConcerned("245000001", (HOLDER,), (SOAPS, SCENTS), date(2024, 3, 4), date(2024, 3, 22))
    office.does("trademark_opposition", O.filed("OPP1", mark, (RIVAL,), (RIGHT,), (SOAPS,)), date(2024, 5, 21))
    with pytest.raises(Refused):
        office.does("trademark", m.StartRegistrationPreparations(date(2024, 6, 14)), date(2024, 6, 5))
    office.does("trademark_opposition", O.withdrawn(), date(2024, 6, 6))
    office.does("trademark_opposition", O.closed("withdrawn", "o9"), date(2024, 6, 6))
    office.does("trademark", m.StartRegistrationPreparations(date(2024, 6, 14)), date(2024, 6, 6))


def test_a_rejected_opposition_lets_the_mark_through(office: Office) -> None:
    opposed(office, "rejected")
    assert office.state("trademark") == "published"
    assert office.facts("trademark_opposition")["outcome"] == "rejected"


def test_an_appeal_reaches_the_file_of_the_opposition(office: Office) -> None:
    opposed(office, "rejected")
    rival = p.DecisionParty("Rival SA", department="69")
    every: tuple[p.Requirement, ...] = (
        "identity", "company_number", "object", "holder", "lawyer", "decision_copy", "signature",
    )  # fmt: skip
    for on, act in (
        (date(2024, 9, 2), p.DecisionRecorded("OPP1", "trademark_opposition", (rival,), date(2024, 9, 2))),
        (date(2024, 9, 2), p.DecisionNotified("Rival SA")),
        (date(2024, 9, 30), p.AppealLodged("24/1", rival, "Lyon", date(2024, 9, 27), every, is_holder=False)),
    ):
        office.does("appeal", act, on)
    with pytest.raises(Refused):
        office.does("trademark_opposition", O.decision_final(), date(2024, 10, 7))
    judged = p.Judged("CA Lyon, 6 mars 2025", "annulled", date(2025, 3, 6))
    office.does("appeal", judged, date(2025, 3, 12))
    assert office.state("trademark_opposition") == "to_decide"
    with pytest.raises(Refused):
        office.does("trademark", m.StartRegistrationPreparations(date(2025, 4, 4)), date(2025, 3, 13))
    office.does("trademark_opposition", O.decided("upheld", "Motifs.", "Mme Roux", "o4"), date(2025, 4, 7))
    assert office.state("trademark") == "refused"


def test_goods_added_in_time_are_held_in_the_mark(office: Office) -> None:
    mark = a.MarkConcerned("245000001", (HOLDER,), (SOAPS, SCENTS), date(2024, 3, 4), date(2024, 3, 22))
    office.does("trademark_opposition", O.filed("OPP1", mark, (RIVAL,), (RIGHT,), (SOAPS,)), date(2024, 5, 20))
    office.does("trademark_opposition", O.supplemented(items=(SCENTS,)), date(2024, 5, 21))
    with pytest.raises(Refused) as refusal:
        office.does("trademark", f.Divide("245000009", (SCENTS,)), date(2024, 5, 23))
    assert "R. 712-27" in {reason.source.article for reason in refusal.value.finding.because}
    office.does("trademark_opposition", O.narrowed((), (SCENTS,)), date(2024, 5, 24))
    office.does("trademark", f.Divide("245000009", (SCENTS,)), date(2024, 5, 24))


def test_a_final_revocation_is_taken_by_the_register(office: Office) -> None:
    office.does("trademark", m.StartRegistrationPreparations(date(2024, 6, 14)), date(2024, 6, 5))
    office.does("trademark", m.Register("2024-24"), date(2024, 6, 14))
    mark = a.MarkConcerned("245000001", (HOLDER,), (SOAPS, SCENTS), registration_date=date(2024, 6, 14))
    asked = n.NullityRequested("DC1", mark, (RIVAL,), (), (SOAPS, SCENTS), aim="revocation", grounds=("non_use",))
    for on, act in (
        (date(2030, 1, 7), asked),
        (date(2030, 1, 7), FeePaid(("trademark.nullity_revocation",), 60000, "p1")),
        (date(2030, 1, 8), n.NULLITY.admitted()),
        (date(2030, 1, 8), n.NULLITY.holder_notified("d1")),
        (date(2030, 3, 11), a.EndInstruction("d2")),
        (date(2030, 4, 2), n.NULLITY.decided("upheld", "Aucun usage.", "M. Petit", "d3")),
    ):
        office.does("trademark_nullity", act, on)
    assert office.state("trademark") == "registered"
    office.does("trademark_nullity", n.NULLITY.decision_final(), date(2030, 5, 3))
    assert office.state("trademark") == "revoked"
