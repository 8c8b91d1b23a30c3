"""Values to plain JSON and back; a fault says where it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from guichet.rights.codec import Malformed, from_plain, to_plain
from guichet.rights.events import FeePaid, Happened, payload, read_event
from guichet.rights.parties import Document, Party
from guichet.rights.trademarks.application import Application, GoodsServicesItem, MarkRepresentation, PriorityClaim
from guichet.rights.trademarks.events import ApplicationReceived, Withdrawn

FULL = Application(
    applicants=(Party("person", "Belloir", "Inès"), Party("organisation", "Lumivelle", legal_form="SAS")),
    mark=MarkRepresentation("figurative", image=Document("a" * 64, "signe.png", "image/png", 12)),
    goods_services=(GoodsServicesItem(9, "logiciels"), GoodsServicesItem(25, "vêtements")),
    priority_claims=(PriorityClaim("foreign_filing", "BX", "01", date(2024, 1, 2)),),
)


@pytest.mark.parametrize("happening", [ApplicationReceived("245000001", FULL), Withdrawn(), FeePaid(("a",), 1, "p")])
def test_an_event_comes_back_as_it_was(happening):
    assert read_event(happening.type, payload(happening)) == happening


def test_plain_values_are_those_of_json():
    plain = to_plain(FULL)
    assert plain["priority_claims"][0]["filed_on"] == "2024-01-02"
    assert plain["mark"]["image"]["size"] == 12
    assert plain["representative"] is None
    assert to_plain(frozenset({"b", "a"})) == ["a", "b"]
    assert to_plain(Withdrawn()) == {"consents": [], "special_power": None}


def test_a_value_that_is_already_typed_is_taken_as_it_is():
    at = datetime(2024, 3, 4, 9, tzinfo=UTC)
    read = from_plain(Happened, {"event": Withdrawn(), "on": date(2024, 3, 4), "at": at})
    assert read == Happened(Withdrawn(), date(2024, 3, 4), at)


@pytest.mark.parametrize(
    ("plain", "path", "problem"),
    [
        ("texte", "", "un ensemble de champs est attendu"),
        ({"colour": 1}, "colour", "champ inconnu"),
        ({"goods_services": "x"}, "goods_services", "une liste est attendue"),
        ({"goods_services": [{"nice_class": 9, "term": "a"}, {"term": "b"}]}, "goods_services[1].nice_class", "absent"),
        ({"goods_services": [{"nice_class": True, "term": "a"}]}, "goods_services[0].nice_class", "nombre entier"),
        ({"goods_services": [{"nice_class": 9, "term": None}]}, "goods_services[0].term", "un texte"),
        ({"kind": "personal"}, "kind", "« personal » n'est pas admis"),
        ({"mark": {"feature": "word", "image": 3}}, "mark.image", "un ensemble de champs"),
        ({"applicants": [["x"]]}, "applicants[0]", "un ensemble de champs"),
        ({"distinctiveness_acquired_by_use": "oui"}, "distinctiveness_acquired_by_use", "oui ou non"),
    ],
)
def test_a_fault_says_where_it_is(plain, path, problem):
    with pytest.raises(Malformed) as fault:
        from_plain(Application, plain)
    assert fault.value.path == path
    assert problem in fault.value.problem


@pytest.mark.parametrize("on", ["2024-02-30", 20240304, datetime(2024, 3, 4, tzinfo=UTC)])
def test_a_date_that_is_none_is_refused_inside_the_given_path(on):
    with pytest.raises(Malformed, match="une date"):
        from_plain(Happened, {"event": Withdrawn(), "on": on}, "acts[3]")
