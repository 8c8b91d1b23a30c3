"""R. 613-63: who has the reduction, on which fees, and the price of a false declaration; then the surcharges."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guichet.law import fees
from guichet.law.fees.explaining import FeeQuestion, bill, listing, notes
from guichet.law.fees.reductions import Applicant, Category, ReductionClaim
from guichet.law.sources import Source, quote_found

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "fees_reductions.yaml").read_text(encoding="utf-8"))
MAY_2024 = date(2024, 5, 1)


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_R613_63_who_has_the_reduction(case: dict[str, Any]) -> None:
    applicants = tuple(Applicant(**each) for each in case["applicants"])
    claim = ReductionClaim(applicants, case["filed"], case.get("requested"), case.get("declared"))
    finding = fees.reduction_granted(claim)
    assert finding.allowed == case["granted"], finding.message
    assert case.get("message", "") in finding.message
    assert "R. 613-63" in {reason.source.article for reason in finding.because}
    assert quote_found(Source("R. 613-63", "", case["quote"]))


@pytest.mark.parametrize(
    ("head", "year", "cents", "why"),
    [
        ("patent.filing", None, 1300, "Tarif réduit"),
        ("patent.search_report", None, 26000, "Tarif réduit"),
        ("patent.claim_over_ten", None, 2100, "Tarif réduit"),
        ("patent.grant", None, 4500, "Tarif réduit"),
        ("patent.further_processing", None, 5200, "Tarif réduit"),
        ("patent.limitation", None, 13000, "Tarif réduit"),
        ("patent.annuity", 5, 1900, "Tarif réduit"),
        ("patent.annuity", 6, 5700, "Tarif réduit"),
        ("patent.annuity", 7, 7200, "Tarif réduit"),
        ("patent.annuity", 8, 13600, "au-delà de la septième"),
        ("utility_certificate.annuity", 4, 1900, "Tarif réduit"),
        ("patent.search_report_recognised", None, 15600, "ne s'étend pas à cette redevance"),
        ("patent.restoration", None, 15600, "ne s'étend pas à cette redevance"),
        ("patent.rectification", None, 5200, "ne s'étend pas à cette redevance"),
        ("patent.recordal", None, 2700, "ne s'étend pas à cette redevance"),
        ("patent.opposition", None, 60000, "ne porte pas de tarif réduit"),
        ("patent.renunciation", None, 2700, "ne porte pas de tarif réduit"),
        ("spc.filing", None, 52000, "ne concerne que les brevets"),
        ("trademark.deposit", None, 19000, "ne concerne que les brevets"),
        ("design.filing", None, 3900, "ne concerne que les brevets"),
    ],
)
def test_R613_63_on_which_fees(head: str, year: int | None, cents: int, why: str) -> None:
    found = fees.reduced(head, on=MAY_2024, category="natural_person", year=year)
    assert found.amount_cents == cents
    assert why in found.because[0].text
    assert found.because[0].source.article in ("R. 613-63", "L. 612-20", "R. 411-17")


def test_R613_63_every_word_excluded_stands_in_the_article() -> None:
    for head in ("search_report_recognised", "restoration", "rectification", "recordal"):
        found = fees.reduced(f"patent.{head}", on=MAY_2024, category="small_enterprise")
        assert quote_found(found.because[0].source)
        assert found.because[0].source.place == "al. 3"


def test_R613_63_a_false_declaration_costs_ten_times() -> None:
    fine = fees.false_declaration_fine(54600)
    assert fine.cents == 546000
    assert [reason.source.article for reason in fine.because] == ["R. 613-63", "L. 612-20"]
    with pytest.raises(fees.FeeUnknown, match="négatif"):
        fees.false_declaration_fine(-1)


def test_R613_47_the_rate_is_that_of_the_payment_a_warning_or_the_restoration() -> None:
    paid = date(2025, 2, 28)
    assert fees.annuity_rate_day(paid).date == paid
    assert fees.annuity_rate_day(paid, warned_on=date(2024, 9, 2)).date == date(2024, 9, 2)
    assert fees.annuity_rate_day(paid, warned_on=date(2025, 3, 3)).date == paid
    restored = fees.annuity_rate_day(paid, warned_on=date(2024, 9, 2), restored_on=date(2024, 11, 29))
    assert restored.date == date(2024, 11, 29)  # oracle 22 of the patents' rights
    assert all(quote_found(reason.source) for reason in restored.because)
    abroad = fees.international_rate_day(paid)
    assert (abroad.date, abroad.because[0].source.article) == (paid, "R. 614-33")


def test_R612_45_filing_and_search_paid_late_cost_half_more() -> None:
    paid = fees.patent_filing_fees(12, on=MAY_2024)
    late = fees.late_surcharge("patent.late_surcharge", paid, on=MAY_2024)
    assert late.amount_cents == (2600 + 52000) // 2
    assert late.because[0].source.article == "R. 612-45"


@pytest.mark.parametrize(
    ("surcharge", "message"),
    [
        ("patent.filing", "n'est pas un supplément de retard"),
        ("design.renewal_late_surcharge", "ne porte sur aucune"),
        ("international.late_surcharge", "n'est pas connu de ce guichet"),
    ],
)
def test_a_surcharge_is_not_made_up(surcharge: str, message: str) -> None:
    with pytest.raises(fees.FeeUnknown, match=message):
        fees.late_surcharge(surcharge, fees.patent_filing_fees(1, on=MAY_2024), on=MAY_2024)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (FeeQuestion("patent.annuity", MAY_2024), "précisez laquelle"),
        (FeeQuestion("patent.filing", MAY_2024, year=3), "ne change pas avec l'année"),
        (FeeQuestion("patent.grant", MAY_2024, late=True), "n'a pas de supplément de retard"),
        (FeeQuestion("patent.annuity_late_surcharge", MAY_2024), "est une part d'une autre redevance"),
        (FeeQuestion("patent.claim_over_ten", MAY_2024, number=-1), "donnez un nombre positif"),
        (FeeQuestion("patent.annuity", date(2021, 1, 1), year=15), "le barème commence le 1er avril 2024"),
    ],
)
def test_a_question_that_has_no_answer_is_told_so(asked: FeeQuestion, message: str) -> None:
    with pytest.raises(fees.FeeUnknown, match=message):
        bill(asked)


def test_a_fee_says_how_sure_it_is_and_when_it_goes_back() -> None:
    assert notes("patent.annuity", 19)[0] == "Confiance du montant : moyenne."
    assert notes("patent.annuity", 18)[0] == "Confiance du montant : haute."
    assert "la demande est irrecevable (R. 411-17)" in notes("design.filing")[-1]
    assert notes("trademark.opposition")[-1] == "Aucun texte ne prévoit de la rembourser."
    assert any("156" in note for note in notes("design.restoration"))


def test_a_listing_tells_every_head_even_without_amount() -> None:
    said = {line["head"]: line["amount"] for line in listing("", MAY_2024)}
    assert len(said) == len(fees.fees())
    assert said["patent.annuity"] == "38\u202f€ à 800\u202f€ selon l'année"
    assert said["design.renewal_late_surcharge"] == "50 % de design.renewal"
    assert said["award.registration"] == "montant non connu"
    assert said["document.plain_copy"] == "4,50\u202f€"


QUESTIONS = st.builds(
    FeeQuestion,
    head=st.sampled_from([each.head for each in fees.fees()]),
    on=st.dates(date(1990, 1, 1), date(2045, 12, 31)),
    number=st.integers(0, 300),
    year=st.none() | st.integers(0, 25),
    late=st.booleans(),
    category=st.none() | st.sampled_from(fees.CATEGORIES),
)


@given(QUESTIONS)
def test_any_question_has_an_amount_that_is_not_negative_or_a_reason(asked: FeeQuestion) -> None:
    try:
        found = bill(asked)
    except fees.FeeUnknown as problem:
        assert str(problem).strip()
        return
    for each in found:
        assert each.amount_cents >= 0 and each.quantity >= 1
        assert any(reason.source == fees.fee(each.head).source for reason in each.because)
        assert all(reason.text.strip() for reason in each.because)


@given(QUESTIONS, st.sampled_from(fees.CATEGORIES))
def test_the_reduction_never_makes_dearer(asked: FeeQuestion, category: Category) -> None:
    full = FeeQuestion(asked.head, asked.on, asked.number, asked.year, asked.late)
    less = FeeQuestion(asked.head, asked.on, asked.number, asked.year, asked.late, category)
    try:
        whole = sum(each.amount_cents for each in bill(full))
    except fees.FeeUnknown:
        with pytest.raises(fees.FeeUnknown):
            bill(less)
        return
    assert sum(each.amount_cents for each in bill(less)) <= whole
