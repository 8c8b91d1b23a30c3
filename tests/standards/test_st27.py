"""Every event and every state of a trademark has its place in the ST.27 / ST.61 mapping."""

from __future__ import annotations

import pytest

from guichet.rights.events import event_types
from guichet.rights.trademarks.lifecycle import TRADEMARK
from guichet.standards import st27


def test_every_event_of_a_trademark_has_a_key_event() -> None:
    wanted = {row.event.type for row in TRADEMARK.rows} | {event.type for event in TRADEMARK.neutral}
    assert set(st27.TRADEMARK_EVENTS) == wanted
    assert wanted <= set(event_types())


def test_key_event_codes_are_unique_and_of_a_known_category() -> None:
    codes = [each.code for each in st27.TRADEMARK_EVENTS.values()]
    assert len(codes) == len(set(codes))
    assert all(each.category and each.title for each in st27.TRADEMARK_EVENTS.values())
    assert st27.key_event("trademark.corrected/1").code == "Y10"


def test_every_state_of_the_application_has_a_stage() -> None:
    states = {row.to for row in TRADEMARK.rows if row.region == "application"}
    states |= {state for region, state in TRADEMARK.initial if region == "application"}
    found = {state: st27.trademark_status({"application": state}).code for state in states}
    assert found["received"] == "A-1"
    assert found["registered"] == "A-4"
    assert {found[state] for state in ("refused", "withdrawn", "inadmissible", "expired")} == {"T-6"}
    with pytest.raises(KeyError):
        st27.trademark_status({"application": "dreaming"})
