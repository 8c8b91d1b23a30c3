"""What the tables of cases cannot say of entries: whose words a refusal uses, what reaches each right."""

from __future__ import annotations

from datetime import date

import pytest

from guichet.law.answers import Refused
from guichet.law.general.recordal import PROCEDURE
from guichet.law.general.recordal_effects import holders_after, made
from guichet.law.general.registers import REGISTERS
from guichet.law.registry import procedures
from guichet.rights.events import FeePaid, Happened
from guichet.rights.general import recordal as r
from guichet.rights.general.effects import RECORDED, TransferRecorded, act_name, recorded_acts
from guichet.rights.parties import Party

A, B, C = (Party("organisation", name) for name in "ABC")
ON = date(2024, 5, 2)


def asked(register: r.Register, entry: r.Entry, **more: object) -> r.RecordalRequested:
    right = r.RegisteredRight("1", (A,), mark="collective")
    values: dict[str, object] = {"rights": (right,), "requester": A, "capacity": "holder", **more}
    return r.RecordalRequested(register, entry, **values)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize("register", list(REGISTERS))
def test_a_refusal_speaks_in_the_words_of_the_register_itself(register: r.Register) -> None:
    history = [Happened(asked(register, "transfer"), ON)]
    with pytest.raises(Refused) as caught:
        PROCEDURE.decide(r.RecordalRejected("n", "x"), history, on=ON)
    cited = {reason.source.article for reason in caught.value.finding.because}
    stranger = {"R. 714-4", "R. 714-7", "R. 714-8"} & cited
    assert not stranger or register == "trademarks"


def test_what_is_of_every_file_keeps_its_own_words() -> None:
    permitted = PROCEDURE.permitted([Happened(asked("designs", "transfer"), ON)], on=ON)
    assert permitted["pay"].because[0].source.article == "R. 411-17"
    assert permitted["let_time_pass"].because[0].source.article == "R. 718-2"
    assert permitted["enter_in_register"].because[0].source.article == "R. 512-15"


@pytest.mark.parametrize("register", list(REGISTERS))
def test_every_entry_of_every_register_can_be_made_and_changes_the_right(register: r.Register) -> None:
    """A request without its papers, accepted by lifting the objection, then entered."""
    for entry in REGISTERS[register].entries:
        change = r.Change(previous=(A,), parties=(B,), earlier_entry="7", after="x", final=True)
        request = asked(register, entry, change=change)
        history = [
            Happened(event, ON)
            for event in (
                request,
                r.RecordalIrregularityNotified("n", 2, ("papers",)),
                r.RecordalObjectionLifted(),
            )
        ]
        history.append(Happened(_paid(history), ON))
        entered = PROCEDURE.decide(r.RecordalEntered("E1", conformity_checked=True), history, on=ON)
        history += [Happened(event, ON) for event in entered]
        (effect,) = PROCEDURE.consequences(entered, history)
        assert effect.kind == REGISTERS[register].kind
        assert getattr(effect.content, "entry", "") == "E1"


def _paid(history: list[Happened]) -> FeePaid:
    due = PROCEDURE.balance(history, on=ON).due
    heads = tuple(fee.head for fee in due) or ("none",)
    return FeePaid(heads, sum(fee.amount_cents for fee in due), "p")


def test_a_whole_transfer_replaces_its_author_a_partial_one_joins_him() -> None:
    right = r.RegisteredRight("1", (A, B))
    assert holders_after(right, r.Change(previous=(A,), parties=(C,))) == (B, C)
    assert holders_after(right, r.Change(previous=(A,), parties=(C,), share="1/2")) == (A, B, C)
    assert holders_after(right, r.Change(previous=(A,), parties=(B,))) == (B,)


@pytest.mark.parametrize("register", [name for name in REGISTERS if name != "trademarks"])
def test_what_an_entry_changes_is_an_act_of_the_file_of_the_right(register: r.Register) -> None:
    """The marks' own acts are tested with their law."""
    law = REGISTERS[register]
    known = procedures()[law.kind].proceeding.by_content
    change = r.Change(previous=(A,), parties=(B,), earlier_entry="7", after="x")
    for entry in law.entries:
        for effect in made(asked(register, entry, change=change), "E1", ON):
            assert type(effect.content) in known, (entry, effect)


def test_the_effects_on_a_software_pledge_are_acts_of_its_file() -> None:
    pledge = procedures()["software_pledge"].proceeding
    assert {act_name(kind) for kind in (TransferRecorded,)} <= set(pledge.acts)
    assert len({act.name for act in recorded_acts("L. 714-7")}) == len(RECORDED)
