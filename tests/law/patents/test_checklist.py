"""The review of an application as filed names each fault where it is, with its article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from guichet.law.patents import checklist
from guichet.rights.parties import Address, Document, Party, Representative
from guichet.rights.patents.application import (
    Application,
    Claim,
    CultureDeposit,
    Description,
    Exhibition,
    Inventor,
    Reference,
    Signature,
)

PAPER = Document("ab", "papier.pdf", "application/pdf", 10)
ACME = Party("organisation", "Acme", address=Address(city="Lyon"))
WHOLE = Application(
    title="Vis à double filet",
    applicants=(ACME,),
    nationalities=("FR",),
    inventors=(Inventor("Durand", "Anne", "Lyon"),),
    description=Description(PAPER),
    claims=(Claim(1), Claim(2, depends_on=(1,)), Claim(3, "process")),
    abstract=PAPER,
    signature=Signature("A. Durand", "applicant"),
)
FAULTS = {
    "nothing says that a title is wanted": (replace(WHOLE, title_wanted=False), "title_wanted", "L. 612-2"),
    "nobody files": (replace(WHOLE, applicants=(), nationalities=()), "applicants", "L. 612-2"),
    "no description": (replace(WHOLE, description=None), "description", "L. 612-2"),
    "a request in English": (replace(WHOLE, request_language="en"), "request_language", "R. 612-8"),
    "a reference without number": (
        replace(WHOLE, description=None, reference=Reference(date(2023, 1, 2), "", "DE")),
        "reference",
        "R. 612-8",
    ),
    "a reference that replaces nothing": (
        replace(WHOLE, reference=Reference(date(2023, 1, 2), "1", "DE", replaces_description=False)),
        "reference",
        "R. 612-8",
    ),
    "no signature": (replace(WHOLE, signature=None), "signature", "R. 612-10"),
    "no title": (replace(WHOLE, title=" "), "title", "R. 612-10"),
    "a fancy name": (replace(WHOLE, fancy_title=True), "title", "R. 612-10"),
    "no nationality": (replace(WHOLE, nationalities=()), "applicants[0]", "R. 612-10"),
    "no inventor": (replace(WHOLE, inventors=()), "inventors", "R. 612-10"),
    "two applicants without agent": (
        replace(WHOLE, applicants=(ACME, ACME), nationalities=("FR", "FR")),
        "representative",
        "R. 612-2",
    ),
    "an agent without power": (
        replace(WHOLE, representative=Representative(ACME, "special_list")),
        "representative.power",
        "R. 612-2",
    ),
    "a provisional utility certificate": (
        replace(WHOLE, provisional=True, kind="utility_certificate"),
        "provisional",
        "R. 612-3-1",
    ),
    "no claims": (replace(WHOLE, claims=()), "claims", "R. 612-3"),
    "no abstract": (replace(WHOLE, abstract=None), "abstract", "R. 612-3"),
    "an insult": (replace(WHOLE, prohibited_content=("disparaging",)), "prohibited_content[0]", "R. 612-4"),
    "no embodiment": (
        replace(WHOLE, description=Description(PAPER, embodiment=False)),
        "description.embodiment",
        "R. 612-12",
    ),
    "drawings not described": (
        replace(WHOLE, drawings=PAPER, description=Description(PAPER, drawings_listed=False)),
        "description.drawings_listed",
        "R. 612-12",
    ),
    "a claim that points to a figure": (
        replace(WHOLE, claims=(Claim(1, refers_to_drawings=True),)),
        "claims[0]",
        "R. 612-16",
    ),
    "a claim that depends on a later one": (
        replace(WHOLE, claims=(Claim(1, depends_on=(2,)), Claim(2))),
        "claims[0]",
        "R. 612-18",
    ),
    "two independent claims of one category": (
        replace(WHOLE, claims=(Claim(1), Claim(2))),
        "claims",
        "R. 612-17-1",
    ),
    "a culture filed too late": (
        replace(WHOLE, cultures=(CultureDeposit(date(2024, 5, 1), body="CNCM", number="I-1"),)),
        "cultures[0]",
        "R. 612-14",
    ),
    "a culture without number": (
        replace(WHOLE, cultures=(CultureDeposit(date(2024, 4, 1)),)),
        "cultures[0]",
        "R. 612-14",
    ),
}


def found(asked: Application) -> dict[str, set[str]]:
    """The articles of what is to be put right, by field."""
    faults: dict[str, set[str]] = {}
    for finding in checklist.review(asked, on=date(2024, 4, 8)):
        if not finding.allowed:
            assert finding.because and finding.severity == "regularisable"
            faults.setdefault(finding.field, set()).update(reason.source.article for reason in finding.because)
    return faults


def test_a_whole_application_has_nothing_to_put_right() -> None:
    assert found(WHOLE) == {}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_named_where_it_is_with_its_article(fault: str) -> None:
    asked, field, article = FAULTS[fault]
    faults = found(asked)
    assert list(faults) == [field]
    assert article in faults[field]


def test_two_independent_claims_stand_when_they_are_justified() -> None:
    assert found(replace(WHOLE, claims=(Claim(1), Claim(2, several="alternatives")))) == {}


def test_a_provisional_application_may_wait_for_claims_and_abstract() -> None:
    assert found(replace(WHOLE, provisional=True, claims=(), abstract=None)) == {}


def test_advice_blocks_nothing() -> None:
    asked = replace(
        WHOLE,
        channel="post",
        description=Description(PAPER, language="en"),
        exhibition=Exhibition("Exposition", date(2023, 1, 2)),
        claims=(Claim(1, two_part=False), Claim(2, "device"), Claim(3, "use")),
    )
    advised = [
        finding.field for finding in checklist.review(asked, on=date(2024, 4, 8)) if finding.severity == "advice"
    ]
    assert found(asked) == {}
    assert advised == ["description", "channel", "claims[0]", "claims", "abstract", "exhibition", "exhibition"]
