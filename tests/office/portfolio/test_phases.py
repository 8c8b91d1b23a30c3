"""Every kind of file has its words and its baskets, by data that name real states and real places."""

from __future__ import annotations

import dataclasses
import typing
from itertools import chain

import pytest

from guichet.law import registry
from guichet.law.trademarks import desk
from guichet.office.portfolio.kinds import KINDS
from guichet.office.portfolio.models import Phase
from guichet.rights.parties import Party

EVERY_KIND = sorted(registry.laws())


def test_every_kind_that_the_law_knows_is_described():
    assert sorted(KINDS) == EVERY_KIND
    assert len(EVERY_KIND) == 47


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_states_are_those_of_the_kind_and_in_one_basket(kind: str) -> None:
    known, proceeding = KINDS[kind], registry.laws()[kind].proceeding
    named = [known.in_force, known.closed, known.settled, known.reopened]
    assert set(chain(*named)) <= proceeding.states
    assert sum(map(len, named)) == len(set(chain(*named)))


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_a_state_means_the_same_in_every_region(kind: str) -> None:
    rows, known = registry.laws()[kind].proceeding.lifecycle.rows, KINDS[kind]
    for state in known.in_force | known.closed | known.settled | known.reopened:
        assert len({row.region for row in rows if state in (row.state, row.to)}) == 1


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_a_file_begins_under_examination_and_its_end_is_never_there(kind: str) -> None:
    proceeding = registry.laws()[kind].proceeding
    opening = [row for row in proceeding.lifecycle.rows if row.state == dict(proceeding.lifecycle.initial)[row.region]]
    first = [row.to for row in opening if row.region == proceeding.lifecycle.regions[0]]
    assert first
    if kind not in ("software_pledge", "trademark"):
        assert Phase.EXAMINATION in {KINDS[kind].phase([state])[0] for state in first}
    for state in proceeding.ends:
        assert KINDS[kind].phase([state])[0] != Phase.EXAMINATION, state


def test_a_mark_is_closed_when_the_law_says_so():
    assert KINDS["trademark"].closed == desk._CLOSED


@pytest.mark.parametrize(
    ("kind", "states", "phase"),
    [
        ("trademark", ["published", "cleared"], Phase.EXAMINATION),
        ("trademark", ["registered", "closed"], Phase.IN_FORCE),
        ("trademark", ["refused", "closed"], Phase.CLOSED),
        ("patent", ["granted", "patent", "up_to_date"], Phase.IN_FORCE),
        ("patent", ["granted", "patent", "late"], Phase.IN_FORCE),
        ("patent", ["granted", "patent", "lapsed"], Phase.CLOSED),
        ("patent", ["granted", "patent", "restored"], Phase.IN_FORCE),
        ("patent", ["pending", "no_annuity_yet"], Phase.EXAMINATION),
        ("trademark_opposition", ["inadmissible", "running", "none"], Phase.CLOSED),
        ("trademark_opposition", ["inadmissible", "running", "pending"], Phase.EXAMINATION),
        ("trademark_opposition", ["final", "running", "pending"], Phase.CLOSED),
        ("employee_invention", ["conform", "class_settled", "claimed", "no_dispute"], Phase.CLOSED),
        ("employee_invention", ["conform", "class_settled", "claimed", "in_dispute"], Phase.EXAMINATION),
        ("european_patent", ["granted", "converted"], Phase.CLOSED),
        ("plant_variety", ["granted", "in_force"], Phase.IN_FORCE),
        ("plant_variety", ["granted", "expired"], Phase.CLOSED),
        ("ip_attorney", ["suspended", "on_notice"], Phase.IN_FORCE),
        ("recordal", ["mentioned"], Phase.CLOSED),
        ("evidence_deposit", ["kept"], Phase.IN_FORCE),
    ],
)
def test_baskets(kind: str, states: list[str], phase: Phase) -> None:
    assert KINDS[kind].phase(states)[0] == phase


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_the_words_of_a_file_are_where_the_data_say(kind: str) -> None:
    """Each path leads to a text or a name in an event that opens the file, or in what the law draws from it."""
    proceeding, known = registry.laws()[kind].proceeding, KINDS[kind]
    first, state = proceeding.lifecycle.initial[0]
    opening = {row.event for row in proceeding.lifecycle.rows if (row.region, row.state) == (first, state)}
    facts = {"trademark": {"holders"}, "design": {"holders"}}.get(kind, set())
    for path in filter(None, (known.name, known.about, *known.parties)):
        assert path in facts or any(_leads_to_words(event, path) for event in opening), path
    assert known.name or known.about or known.unnamed


def _leads_to_words(start: type, path: str) -> bool:
    kinds: set[typing.Any] = {start}
    for name in path.split("."):
        hints = [typing.get_type_hints(each) for each in kinds if dataclasses.is_dataclass(each)]
        kinds = set().union(*(_inside(found[name]) for found in hints if name in found))
    return any(kind is str or kind is Party or hasattr(kind, "__dataclass_fields__") for kind in kinds)


def _inside(hint: typing.Any) -> set[typing.Any]:
    inner = typing.get_args(hint)
    return set().union(*map(_inside, inner)) if inner else {hint}
