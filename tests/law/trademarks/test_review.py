"""R. 711-1, R. 712-2, R. 712-3: the checklist, item by item, at its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from guichet.law import trademarks as law
from guichet.law.answers import Finding
from guichet.law.sources import quote_found
from guichet.play import shorthand
from guichet.rights.trademarks.application import Application

ON = date(2024, 3, 4)
WHOLE = shorthand.application(
    {"applicants": ["Camille Durand"], "mark": "LUMIVELLE", "goods_services": {9: "logiciels"}}
)
AMERICAN = {
    "kind": "organisation",
    "name": "Globex",
    "legal_form": "Inc.",
    "address": {"street": "1 Main St", "city": "Boston", "country": "US"},
}
ATTORNEY = {"party": "Cabinet Marchand", "quality": "ip_attorney"}


def changed(**changes: Any) -> Application:
    return shorthand.application(changes, base=WHOLE)


def review(application: Application) -> list[Finding]:
    found = law.review(application, on=ON)
    for finding in found:
        assert finding.message and finding.because
        assert all(quote_found(reason.source) for reason in finding.because)
        assert finding.allowed == (finding.severity == "advice")
    return found


def test_a_complete_application_has_nothing_to_mend() -> None:
    assert review(WHOLE) == []


def test_an_empty_application_lacks_what_a_filing_date_needs() -> None:
    blocking = {finding.field for finding in review(Application()) if finding.severity == "blocking"}
    assert blocking == {"applicants", "mark", "goods_services"}


PERSON = {"kind": "person", "name": "Durand", "first_name": "Camille", "address": {"street": "1 rue", "city": "Lille"}}
CLAIM = {"kind": "foreign_filing", "office": "DE", "number": "1", "filed_on": "2024-01-04", "document": "copie.pdf"}
MEND, STOP, HINT = "regularisable", "blocking", "advice"
REPRESENTED = {"representative": ATTORNEY}
NOBODY = {"party": "Noa Petit", "quality": "other", "power": "pouvoir.pdf"}
COMPANY = {"party": "Noa Petit", "quality": "contractual_company"}
ABROAD = {"party": AMERICAN, "quality": "lawyer"}
CASES: list[tuple[dict[str, Any], str, str, str]] = [
    ({"applicants": [{**PERSON, "name": " "}]}, "applicants[0].name", STOP, "R. 712-3"),
    ({"applicants": [{**PERSON, "first_name": ""}]}, "applicants[0].first_name", MEND, "R. 712-26"),
    ({"applicants": [{**PERSON, "address": {}}]}, "applicants[0].address.street", MEND, "R. 712-26"),
    ({"applicants": [{**PERSON, "kind": "organisation"}]}, "applicants[0].legal_form", MEND, "R. 712-26"),
    ({"applicants": [PERSON, {**PERSON, "name": ""}], **REPRESENTED}, "applicants[1].name", MEND, "R. 712-3"),
    ({"applicants": [PERSON, {**PERSON, "name": "Petit"}]}, "representative", MEND, "R. 712-2"),
    ({"applicants": [AMERICAN]}, "representative", MEND, "R. 712-2"),
    ({"applicants": [AMERICAN], "representative": ATTORNEY}, "home_registration", HINT, "R. 712-3"),
    ({"representative": NOBODY}, "representative.quality", MEND, "R. 712-2"),
    ({"representative": COMPANY}, "representative.power", MEND, "R. 712-2"),
    ({"representative": ABROAD}, "representative.party.address.country", MEND, "R. 712-2"),
    ({"mark": {"feature": "word", "text": " "}}, "mark.text", STOP, "R. 712-3"),
    ({"mark": {"feature": "figurative", "text": "LUMI"}}, "mark.image", STOP, "R. 712-3"),
    ({"mark": {"feature": "word", "text": "LUMI", "image": "logo.png"}}, "mark.image", MEND, "R. 711-1"),
    ({"mark": {"feature": "other", "image": "signe.png"}}, "mark.image", HINT, "R. 711-1"),
    ({"mark": {"feature": "word", "text": "LUMI", "description": "En bleu"}}, "mark.description", HINT, "R. 711-1"),
    ({"goods_services": [{"nice_class": 9, "term": " "}]}, "goods_services", STOP, "R. 712-3"),
    ({"goods_services": {9: ["logiciels", ""]}}, "goods_services[1].term", MEND, "R. 712-3-1"),
    ({"goods_services": {46: "logiciels"}}, "goods_services[0].nice_class", MEND, "R. 712-3-1"),
    ({"goods_services": {9: ["logiciels", "Logiciels "]}}, "goods_services[1].term", HINT, "R. 712-3-1"),
    ({"priority_claims": [{**CLAIM, "number": ""}]}, "priority_claims[0].number", MEND, "R. 712-3"),
    ({"priority_claims": [{**CLAIM, "filed_on": "2024-03-05"}]}, "priority_claims[0].filed_on", MEND, "R. 712-3"),
    ({"priority_claims": [{**CLAIM, "filed_on": "2023-09-01"}]}, "priority_claims[0].filed_on", HINT, "R. 712-4"),
    ({"priority_claims": [{**CLAIM, "office": "FR"}]}, "priority_claims[0].office", HINT, "R. 712-4"),
    ({"priority_claims": [{**CLAIM, "document": None}]}, "priority_claims[0].document", HINT, "R. 712-4"),
    ({"kind": "guarantee"}, "rules_of_use", MEND, "R. 715-1"),
    ({"kind": "guarantee", "rules_of_use": "reglement.pdf"}, "kind", HINT, "L. 715-2"),
    ({"kind": "collective"}, "rules_of_use", MEND, "R. 715-2"),
    ({"kind": "collective", "rules_of_use": "reglement.pdf"}, "applicants[0].kind", MEND, "L. 715-7"),
    ({"rules_of_use": "reglement.pdf"}, "rules_of_use", HINT, "R. 712-3"),
    ({"distinctiveness_acquired_by_use": True}, "evidence_of_use", MEND, "R. 712-3"),
    ({"signature": None}, "signature", MEND, "R. 712-26"),
    ({"signature": {"name": "Noa Petit", "capacity": "representative"}}, "signature.capacity", MEND, "R. 712-26"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "field", "severity", "article"), CASES, ids=[f"{case[1]}-{case[2]}" for case in CASES]
)
def test_each_item_is_found_at_its_field(changes: dict[str, Any], field: str, severity: str, article: str) -> None:
    found = [
        finding for finding in review(changed(**changes)) if (finding.field, finding.severity) == (field, severity)
    ]
    assert found
    assert article in {reason.source.article for reason in found[0].because}


def test_six_months_to_the_day_is_still_in_time() -> None:
    claim = {**CLAIM, "filed_on": "2023-09-04"}
    assert review(changed(priority_claims=[claim])) == []


def test_a_figurative_mark_with_its_image_is_in_order() -> None:
    assert review(changed(mark={"feature": "figurative", "image": "logo.png"})) == []


@pytest.mark.parametrize(
    ("kind", "classes", "cents"),
    [
        ("individual", 0, 19000),
        ("individual", 1, 19000),
        ("individual", 3, 27000),
        ("collective", 1, 35000),
        ("guarantee", 2, 39000),
    ],
)
def test_R411_17_the_fees_of_a_filing(kind: Any, classes: int, cents: int) -> None:
    items = shorthand.application({"goods_services": {i + 1: "x" for i in range(classes)}}).goods_services
    due = law.fees_due(replace(WHOLE, kind=kind, goods_services=items), on=ON)
    assert sum(fee.amount_cents for fee in due) == cents
    assert all(fee.because and quote_found(fee.because[0].source) for fee in due)
