"""R. 714-8 1°: the limitations that a certificate of identity tells."""

from __future__ import annotations

from datetime import date

from guichet.law.trademarks.access import CAUSES, limitations
from guichet.rights.events import Event, Happened
from guichet.rights.trademarks import events as e
from guichet.rights.trademarks import outcomes as o
from guichet.rights.trademarks.application import GoodsServicesItem

SAVONS, PARFUMS, THES = (GoodsServicesItem(3, "savons"), GoodsServicesItem(3, "parfums"), GoodsServicesItem(30, "thés"))


def happened(*events: Event) -> list[Happened]:
    return [Happened(event, date(2024, 3, day)) for day, event in enumerate(events, start=1)]


def test_R714_8_withdrawal_decision_division_and_renunciation_limit_the_list() -> None:
    history = happened(
        e.PartlyWithdrawn((SAVONS,)),
        o.OppositionEnded("o1", "rejected"),
        o.OppositionEnded("o2", "partly_upheld", (PARFUMS,)),
        o.Divided("2", (THES,)),
        o.PartlyRenounced("r", date(2024, 3, 1), (SAVONS,)),
        o.Renewed("r", date(2034, 3, 5), date(2044, 3, 4)),
        o.Renewed("r", date(2044, 3, 5), date(2054, 3, 4), (PARFUMS,)),
    )
    found = limitations(history)
    assert [each.cause for each in found] == ["withdrawal", "decision", "division", "renunciation", "renewal"]
    assert [each.on.day for each in found] == [1, 3, 4, 5, 7]
    assert found[1].items == (PARFUMS,)
    assert {each.cause for each in found} == set(CAUSES)


def test_R714_8_a_mark_without_limitation_has_none() -> None:
    assert limitations(happened(o.PublicationBarred("reproduction"))) == ()
