"""The case tables of fees and refunds: amounts and their reasons, what goes back and what does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from guichet.law import fees
from guichet.law.fees.refunds import CAUSES, cause_labels, refund_rules
from guichet.law.sources import Source, quote_found

APRIL_2024 = date(2024, 4, 16)
FOLDER = Path(__file__).parent / "cases"
COSTS = yaml.safe_load((FOLDER / "fees.yaml").read_text(encoding="utf-8"))
AMOUNTS = yaml.safe_load((FOLDER / "fees_amounts.yaml").read_text(encoding="utf-8"))
REFUNDS = yaml.safe_load((FOLDER / "fees_refunds.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("head", "euros"), AMOUNTS["amounts"].items())
def test_the_amounts_of_april_2024(head: str, euros: list[float]) -> None:
    full, *less = [round(100 * each) for each in euros]
    assert fees.price(head, on=APRIL_2024) == full
    assert fees.fee(head).reduced_cents(APRIL_2024) == (less[0] if less else None)


@pytest.mark.parametrize(("year", "euros"), AMOUNTS["annuities"].items())
@pytest.mark.parametrize("head", ["patent.annuity", "european_patent.annuity", "utility_certificate.annuity"])
def test_the_annuities_of_april_2024(head: str, year: int, euros: list[int]) -> None:
    if head.startswith("utility") and year > 10:
        with pytest.raises(fees.FeeUnknown, match="de la 2e à la 10e année"):
            fees.price(head, on=APRIL_2024, year=year)
        return
    full, *less = [100 * each for each in euros]
    assert fees.price(head, on=APRIL_2024, year=year) == full
    assert fees.fee(head).reduced_cents(APRIL_2024, year) == (less[0] if less else None)


def test_the_amounts_that_nobody_knows_are_those_listed() -> None:
    unknown = [each.head for each in fees.fees() if not each.known and each.right != "plant_variety"]
    assert unknown == AMOUNTS["unknown"]
    assert not any(each.known for each in fees.fees("plant_variety"))


@pytest.mark.parametrize("case", COSTS, ids=[case["case"] for case in COSTS])
def test_what_it_costs(case: dict[str, Any]) -> None:
    ask = getattr(fees, case["ask"])
    if "error" in case:
        with pytest.raises(fees.FeeUnknown) as problem:
            ask(**case["with"])
        assert case["error"] in str(problem.value)
        return
    found = ask(**case["with"])
    assert {each.head: each.amount_cents for each in found} == case["heads"]
    assert all(each.because and each.label for each in found)
    assert {fees.fee(each.head).source for each in found} <= {r.source for each in found for r in each.because}


@pytest.mark.parametrize("case", REFUNDS, ids=[case["case"] for case in REFUNDS])
def test_what_goes_back(case: dict[str, Any]) -> None:
    finding = fees.refundable(case["head"], case["cause"], search_begun=case.get("search_begun", True))
    assert finding.allowed == case["back"], finding.message
    assert quote_found(finding.because[0].source)
    assert fees.fee(case["head"]).label in finding.message


@pytest.mark.parametrize("case", [*COSTS, *REFUNDS], ids=lambda case: case["case"])
def test_every_case_quotes_its_article(case: dict[str, Any]) -> None:
    assert quote_found(Source(case["article"], "", case["quote"]))


def test_what_goes_back_is_never_what_was_not_paid() -> None:
    paid = ("trademark.deposit", "trademark.class", "trademark.opposition")
    assert fees.refundable_heads(paid, "inadmissible") == ("trademark.deposit", "trademark.class")
    assert fees.refundable_heads(paid, "refused") == ()
    assert fees.refundable_heads((), "inadmissible") == ()


def test_every_cause_is_told_in_french_and_opens_or_refuses_something() -> None:
    assert set(cause_labels()) == set(CAUSES)
    assert {cause for rule in refund_rules() for cause in rule.causes} == set(CAUSES)
    assert all(fees.fee(head) for rule in refund_rules() for head in rule.heads)
    assert all(quote_found(rule.source) for rule in refund_rules())


def test_a_cause_that_nobody_knows_is_refused() -> None:
    with pytest.raises(fees.FeeUnknown, match="Cause de remboursement inconnue : « rain »"):
        fees.refundable("trademark.deposit", "rain")  # type: ignore[arg-type]  # a wrong cause on purpose


def test_an_act_that_the_list_does_not_name_costs_nothing() -> None:
    for act, free in fees.free_acts().items():
        assert quote_found(free.source), act
        assert {reason.source.article for reason in free.because} >= {"R. 411-17"}
        with pytest.raises(fees.FeeUnknown, match="Aucune redevance"):
            fees.fee(act)
    assert {"trademark.withdrawal", "patent.name_address", "attorney.list"} <= set(fees.free_acts())
