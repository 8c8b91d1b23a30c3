"""What a declaration takes of the mark comes from the mark's own file."""

from __future__ import annotations

from datetime import date

from guichet.law import trademarks as law
from guichet.law.trademarks.concerned import entries, mark_concerned
from guichet.rights.events import Happened
from guichet.rights.general import effects as g
from guichet.rights.parties import Party
from guichet.rights.trademarks import effects as f
from law.trademarks.test_life_properties import PARFUMS, PUBLISHED, REGISTERED, SAVONS, play


def after(history: list[Happened], *asked: object) -> list[Happened]:
    on = date(2030, 3, 4)
    for act in asked:
        history = [*history, *(Happened(event, on) for event in law.decide(act, history, on=on))]
    return history


def test_R712_27_what_is_opposed_is_told() -> None:
    history, _ = play(PUBLISHED, [(1, f.RecordOpposition("o1", (SAVONS,)))])
    found = mark_concerned(history)
    assert (found.items, found.opposed) == ((SAVONS, PARFUMS), (SAVONS,))
    assert (found.registration_date, found.ended, found.preparations_started) == (None, False, False)


def test_R714_1_the_holder_and_the_licences_are_those_of_the_register() -> None:
    lumi = Party("organisation", "Lumi")
    history = after(
        play(REGISTERED, [])[0],
        g.TransferRecorded("e1", "245000001", (), (lumi,)),
        g.LicenceRecorded("e2", "245000001", lumi),
        g.NameChanged("e3", "245000001", "Lumi", Party("organisation", "Lumi France")),
    )
    found = mark_concerned(history)
    assert (found.holders, found.rights) == (("Lumi France",), ("e2",))
    carried = entries(
        after(history, g.RepresentativeRecorded("e4", "245000001"), g.PledgeRecorded("e5", "245000001", lumi))
    )
    assert [each.entry for each in (*carried.licences, *carried.pledges)] == ["e2", "e5"]
    assert carried.holders == (Party("organisation", "Lumi France"),)
    assert carried.representative == g.RepresentativeRecorded("e4", "245000001")
    assert (found.number, found.expiry_date) == ("245000001", date(2034, 3, 4))
    ended = mark_concerned(after(history, f.Renounce("r1", date(2030, 3, 4))))
    assert ended.ended
