"""The lifecycle of a trademark, pair by pair: each (state, event) either has its row or is impossible."""

from __future__ import annotations

import dataclasses
import typing
from datetime import date
from typing import Any

import pytest

from guichet.law.sources import quote_found
from guichet.rights.codec import from_plain
from guichet.rights.events import Event, payload, read_event
from guichet.rights.lifecycle import ImpossibleTransition
from guichet.rights.parties import Address, Party
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks import outcomes as o
from guichet.rights.trademarks.application import Application, GoodsServicesItem
from guichet.rights.trademarks.lifecycle import TRADEMARK, A, X

SAMPLES: dict[Any, Any] = {
    str: "x", int: 0, date: date(2024, 3, 4), Application: Application(), bool: False,
    Address: Address(), Party: Party("person", "x"), tuple[Party, ...]: (Party("person", "x"),),
    tuple[str, ...]: ("x",), tuple[GoodsServicesItem, ...]: (GoodsServicesItem(9, "logiciels"),),
}  # fmt: skip


def a(kind: type[Event]) -> Event:
    """An event of this kind, its mandatory fields filled in."""
    hints = typing.get_type_hints(kind)
    plain: dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        if field.default is dataclasses.MISSING:
            hint = hints[field.name]
            choices = typing.get_args(hint) if typing.get_origin(hint) is typing.Literal else ()
            plain[field.name] = (
                choices[0] if choices else SAMPLES.get(hint, {"sha256": "", "name": "", "media_type": "", "size": 0})
            )
    return from_plain(kind, plain)


EVENTS = sorted({row.event for row in TRADEMARK.rows} | TRADEMARK.neutral, key=lambda kind: kind.type)
STATES = {
    region: sorted({state for row in TRADEMARK.rows if row.region == region for state in (row.state, row.to)})
    for region in (A, X)
}
PAIRS = [(region, state, kind) for region in (A, X) for state in STATES[region] for kind in EVENTS]


@pytest.mark.parametrize(("region", "state", "kind"), PAIRS, ids=lambda value: getattr(value, "type", str(value)))
def test_each_pair_has_its_row_or_is_impossible(region: str, state: str, kind: type[Event]) -> None:
    """The other region is put in a state where the event does nothing, so that this pair alone decides."""
    other = X if region == A else A
    before = {region: state, other: "nowhere"}
    rows = [row for row in TRADEMARK.rows if (row.region, row.state, row.event) == (region, state, kind)]
    assert len(rows) <= 1, "two rows for one pair"
    if kind in TRADEMARK.neutral:
        assert not rows
        assert TRADEMARK.step(before, a(kind)) == before
    elif rows:
        assert TRADEMARK.step(before, a(kind)) == {region: rows[0].to, other: "nowhere"}
    else:
        with pytest.raises(ImpossibleTransition):
            TRADEMARK.step(before, a(kind))


def test_every_event_of_a_trademark_has_a_place() -> None:
    known = [*vars(e).values(), *vars(o).values()]
    declared = {kind for kind in known if isinstance(kind, type) and issubclass(kind, Event) and kind.type}
    assert {kind for kind in declared if kind.type.startswith("trademark.")} <= set(EVENTS)


@pytest.mark.parametrize("row", TRADEMARK.rows, ids=lambda row: f"{row.state}-{row.event.type}")
def test_each_row_quotes_its_article(row: Any) -> None:
    assert quote_found(row.source)


def test_every_state_can_be_reached() -> None:
    for region, initial in TRADEMARK.initial:
        reached = {initial}
        while more := {r.to for r in TRADEMARK.rows if r.region == region and r.state in reached} - reached:
            reached |= more
        assert reached == set(STATES[region])


AFTER_THE_END = {
    "inadmissible": {(o.InadmissibilitySetAside, "invited")},
    "refused": {
        (e.Published, "refused"),
        (o.RefusalSetAside, "published"),
        (o.RegistrationReinstated, "registered"),
        (o.UnpublishedRefusalSetAside, "admissible"),
    },
    "withdrawn": {(e.Published, "withdrawn")},
    "expired": {(o.Renewed, "registered"), (o.DeclaredNull, "annulled"), (o.Revoked, "revoked")},
    "renounced": {(o.DeclaredNull, "annulled"), (o.Revoked, "revoked")},
    "revoked": {(o.DeclaredNull, "annulled")},
    "annulled": set(),
}
"""What may still come once a mark has ended: its publication, a restoration, a late renewal, a judgment."""


@pytest.mark.parametrize(("state", "wanted"), AFTER_THE_END.items())
def test_little_comes_after_an_end(state: str, wanted: set[tuple[type[Event], str]]) -> None:
    after = {(row.event, row.to) for row in TRADEMARK.rows if row.region == A and row.state == state}
    assert after == wanted


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.type)
def test_each_event_is_read_back_as_it_was_stored(kind: type[Event]) -> None:
    happening = a(kind)
    assert read_event(kind.type, payload(happening)) == happening
