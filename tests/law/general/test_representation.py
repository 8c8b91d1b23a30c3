"""Representation of a filing, right by right, and to whom each title notifies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guichet.law.general import notification, representation
from guichet.law.general.notification_law import LAWS
from guichet.law.general.role_rules import Family
from guichet.law.regimes import Title
from guichet.rights.parties import Address, Document, Party, Representative

ANNE, PAUL = Party("person", "Martin", "Anne"), Party("person", "Durand", "Paul")
BOSTON = Party("organisation", "Boston Inc", address=Address(country="US"))
OSLO = Party("organisation", "Oslo AS", address=Address(country="NO"))
POWER = Document("0" * 64, "pouvoir.pdf", "application/pdf", 1000)
ATTORNEY = Representative(Party("organisation", "Cabinet"), "ip_attorney")
STRANGER = Representative(Party("organisation", "Agence"), "other", POWER)


def fields(right: Family, *applicants: Party, by: Representative | None = None) -> list[str]:
    return [finding.field for finding in representation.review(applicants, by, right)]


def articles(right: Family, *applicants: Party, by: Representative | None = None) -> set[str]:
    found = representation.review(applicants, by, right)
    return {reason.source.article for finding in found for reason in finding.because}


@pytest.mark.parametrize(
    ("right", "article"),
    [("trademark", "R. 712-2"), ("design", "R. 512-2"), ("patent", "R. 612-2"), ("plant_variety", "R. 623-3")],
)
def test_who_lives_elsewhere_appoints_a_representative_in_the_words_of_the_right(right: Family, article: str) -> None:
    assert fields(right, ANNE) == []
    assert fields(right, BOSTON) == ["representative"]
    assert article in articles(right, BOSTON)


def test_R623_3_plants_want_the_union_where_others_take_the_economic_area() -> None:
    assert fields("patent", OSLO) == []
    assert fields("plant_variety", OSLO) == ["representative"]
    assert fields("plant_variety", ANNE, by=replace(STRANGER, party=OSLO)) == ["representative.party.address.country"]


def test_R512_2_only_designs_refuse_one_of_the_applicants_as_common_representative() -> None:
    one_of_them = Representative(PAUL, "other", POWER, one_of_the_applicants=True)
    assert fields("patent", ANNE, PAUL, by=one_of_them) == []
    assert fields("design", ANNE, PAUL, by=one_of_them) == ["representative.one_of_the_applicants"]
    assert fields("design", ANNE, PAUL) == ["representative"]


def test_only_marks_designs_and_patents_reserve_the_filing_to_professionals() -> None:
    assert fields("design", ANNE, by=STRANGER) == ["representative.quality"]
    assert fields("plant_variety", ANNE, by=STRANGER) == []


def test_a_power_is_asked_of_everyone_by_plants_and_software_only() -> None:
    assert fields("patent", ANNE, by=ATTORNEY) == []
    assert fields("plant_variety", ANNE, by=ATTORNEY) == ["representative.power"]
    assert fields("software", ANNE, by=ATTORNEY) == ["representative.power"]
    assert representation.special_power_needed(ATTORNEY, "plant_variety")
    assert not representation.special_power_needed(ATTORNEY, "design")


@pytest.mark.parametrize("title", list(LAWS))
def test_each_title_notifies_the_holder_the_representative_or_the_bulletin(title: Title) -> None:
    declared = notification.addressee([ANNE], None, title)
    registered = notification.addressee([ANNE], None, title, published=True)
    agent = notification.addressee([BOSTON], ATTORNEY, title)
    assert declared is not None and registered is not None and agent is not None
    assert (declared.capacity, registered.capacity, agent.capacity) == ("applicant", "applicant", "representative")
    assert declared.because[0].source == LAWS[title].declared
    assert registered.because[0].source == LAWS[title].registered
    assert agent.because[0].source == LAWS[title].abroad
    assert notification.addressee([], None, title) is None
    assert not notification.can_notify([], None, title).allowed
    assert notification.can_notify([ANNE], None, title).allowed


def test_a_rule_made_applicable_says_by_which_article() -> None:
    found = notification.addressee([ANNE], None, "topographies")
    assert found is not None
    assert [reason.source.article for reason in found.because] == ["R. 618-1", "R. 622-6"]


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("marks", ["number", "signature", "fee"]),
        ("designs", ["number", "signature", "fee"]),
        ("patents", ["number", "signature"]),
        ("utility_certificates", ["number", "signature"]),
        ("plant_varieties", []),
        ("indications", []),
    ],
)
def test_what_a_later_paper_bears_title_by_title(title: Title, wrong: list[str]) -> None:
    found = notification.paper_in_order(bears_number=False, signed=False, fee_due=True, fee_paid=False, title=title)
    assert [finding.field for finding in found] == wrong
    assert notification.paper_in_order(bears_number=True, signed=True, title=title) == []
