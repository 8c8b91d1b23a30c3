"""Fees for marks: the amount is the one of the day, in cents, with the order that sets it."""

from __future__ import annotations

from datetime import date

import pytest

from guichet.law import fees
from guichet.law.fees.table import Kind

APRIL_2024 = date(2024, 4, 16)


@pytest.mark.parametrize(
    ("kind", "classes", "cents"),
    [
        ("individual", 0, 19000),
        ("individual", 1, 19000),
        ("individual", 2, 23000),
        ("individual", 45, 19000 + 44 * 4000),
        ("collective", 1, 35000),
        ("guarantee", 3, 43000),
    ],
)
def test_R411_17_what_a_filing_costs(kind: Kind, classes: int, cents: int) -> None:
    assert sum(each.amount_cents for each in fees.filing_fees(kind, classes, on=APRIL_2024)) == cents


def test_R411_17_a_fee_says_its_arithmetic_and_its_order() -> None:
    further = fees.filing_fees("individual", 3, on=APRIL_2024)[1]
    assert (further.head, further.quantity, further.amount_cents) == ("trademark.class", 2, 8000)
    texts = [reason.text for reason in further.because]
    assert texts[0] == "Classe de produit ou service supplémentaire : 40\u202f€ × 2 = 80\u202f€."
    assert "arrêté du 24 avril 2008" in texts[1]
    assert {reason.source.article for reason in further.because} == {"R. 411-17"}


def test_R411_17_deposit_class_and_renewal_come_back_when_inadmissible() -> None:
    refunded = {fee.head for fee in fees.fees("trademark") if fees.refunded_when_inadmissible(fee.head)}
    assert refunded == {
        "trademark.deposit",
        "trademark.deposit_collective_guarantee",
        "trademark.class",
        "trademark.renewal",
        "trademark.renewal_collective_guarantee",
        "trademark.renewal_class",
    }


def test_no_amount_is_guessed_before_the_table() -> None:
    with pytest.raises(fees.FeeUnknown, match="le barème commence le 11 décembre 2019"):
        fees.price("trademark.deposit", on=date(2019, 12, 10))
    assert fees.price("trademark.deposit", on=date(2019, 12, 11)) == 19000


@pytest.mark.parametrize(
    ("head", "near"), [("trademark.coffee", "trademark.class"), ("patent.anuity", "patent.annuity"), ("soup", "patent")]
)
def test_an_unknown_fee_is_refused_with_the_nearest_ones(head: str, near: str) -> None:
    with pytest.raises(fees.FeeUnknown, match=rf"Aucune redevance « {head} ». Redevances connues : .*{near}"):
        fees.fee(head)
