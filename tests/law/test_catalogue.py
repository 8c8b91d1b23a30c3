"""Everything that has a name can be asked for, and rests on articles that we have."""

from __future__ import annotations

import pytest

from guichet.law import catalogue
from guichet.law.articles import article
from guichet.law.fees import fees
from guichet.law.procedure import procedures_declared
from guichet.law.registry import laws
from guichet.rights.events import event_types


def names(kind: str) -> set[str]:
    return {each.name for each in catalogue.named() if each.kind == kind}


def test_every_act_deadline_event_and_fee_has_its_name() -> None:
    acts = {name for law in laws().values() for name in law.proceeding.acts}
    assert acts <= names("act")
    assert {clock.id for one in procedures_declared().values() for clock in one.clocks} <= names("deadline")
    assert {"opposition", "publication", "observations", "priority_document", "expiry"} <= names("deadline")
    assert {name.partition("/")[0] for name in event_types()} == names("event")
    assert {each.head for each in fees()} == names("fee")


def test_whatever_has_a_name_rests_on_articles_that_we_have() -> None:
    for each in catalogue.named():
        assert all(article(number) for number in each.articles), each.name
        assert each.sources or each.name.startswith("bulletin."), f"{each.kind} {each.name} cites nothing"


def test_quotes_rules_and_periods_are_named_where_they_are_written() -> None:
    found = {each.name: each for each in catalogue.named()}
    window = found["guichet.law.trademarks.opposition_window.WINDOW"]
    assert (window.kind, window.articles) == ("quote", ("L. 712-4",))
    assert found["guichet.law.trademarks.opposition_window.OPPOSITION"].about.startswith("deux mois à compter")
    assert found["guichet.law.general.representation.power_needed"].kind == "rule"
    assert "guichet.law.trademarks.desk.OPPOSITION" not in found


def test_a_deadline_made_by_hand_has_its_label_and_the_period_behind_it() -> None:
    found = [each for each in catalogue.named() if each.kind == "deadline" and each.of == "trademark"]
    priority = next(each for each in found if each.name == "priority_document")
    assert priority.about.startswith("Copie officielle du premier dépôt (priorité n° …")
    assert "R. 712-4" in priority.articles
    assert "R. 712-11" in next(each for each in found if each.name == "irregularity").articles


@pytest.mark.parametrize("kind", catalogue.KIND_LABELS)
def test_every_kind_has_something(kind: str) -> None:
    assert names(kind)
