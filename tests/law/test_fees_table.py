"""The tables against the article: no item without a head, no head without an item, no amount that is not one."""

from __future__ import annotations

from datetime import date

import pytest

from guichet.law import fees
from guichet.law.fees.authorities import AUTHORITIES
from guichet.law.fees.closed_list import Item, common_rights, items, refunded_items, uncovered
from guichet.law.fees.heads import Dated
from guichet.law.sources import Source, quote_found

APRIL_2024 = date(2024, 4, 16)
OUTSIDE_THE_LIST = {"patent.documentary_opinion", "soleau.employee_declaration", "international.filing"}
"""Fees of INPI that another article than R. 411-17 institutes, besides ancillary receipts and the search of the PCT."""

COMMON = {
    "brevets d'invention": "patent",
    "certificats d'utilité": "utility_certificate",
    "certificats complémentaires de protection": "spc",
    "logiciels": "software",
    "marques": "trademark",
    "dessins ou modèles": "design",
}
"""The rights of R. 411-17 I 6°, in its words, and the first word of their heads."""


def test_R411_17_is_read_item_by_item() -> None:
    places = [item.place for item in items()]
    assert [places.count(f"I, {number}°") for number in range(1, 8)] == [10, 2, 3, 10, 3, 4, 2]
    assert (places.count("I, indications géographiques"), places.count("II, 1°"), places.count("II, 2°")) == (2, 1, 1)
    assert len(places) == 38


def test_R411_17_every_item_of_the_article_has_a_head() -> None:
    assert uncovered(each.item for each in fees.fees()) == ()


@pytest.mark.parametrize("item", items(), ids=lambda item: f"{item.place} {item.words[:30]}")
def test_R411_17_an_item_whose_heads_are_taken_away_is_missed(item: Item) -> None:
    assert uncovered(each.item for each in fees.fees() if each.item != item) == (item,)


def test_R411_17_no_head_claims_an_item_that_the_article_lacks() -> None:
    assert [each.head for each in fees.fees() if each.item and each.item not in items()] == []
    for each in fees.fees():
        words = each.item.words if each.item else each.source.quote
        assert words in each.source.quote or each.source.quote in words, each.head


def test_R411_17_a_fee_outside_the_list_rests_on_another_article() -> None:
    outside = [each for each in fees.fees() if each.item is None]
    assert all(each.source.article != "R. 411-17" for each in outside)
    rights = {"plant_variety", "ancillary", "business_register"}
    assert {each.head for each in outside if each.right not in rights} == OUTSIDE_THE_LIST | {"international.search"}


def test_R411_17_6_the_common_fees_exist_for_every_right_named() -> None:
    assert set(common_rights()) == set(COMMON)
    for right in COMMON.values():
        assert fees.fee(f"{right}.recordal").item == Item("I, 6°", "demande d'inscription sur le registre national")
        surcharges = [each for each in fees.fees(right) if each.item and each.item.words.startswith("supplément")]
        assert surcharges, right
        if right != "software":
            assert fees.fee(f"{right}.renunciation").item == Item("I, 6°", "renonciation")


def test_R411_17_what_goes_back_when_inadmissible_is_what_the_article_lists() -> None:
    listed = refunded_items()
    back = {
        each.head
        for each in fees.fees()
        if each.item and any(each.item.place == one.place and each.item.words.startswith(one.words) for one in listed)
    }
    assert back == {each.head for each in fees.fees() if each.refunded_when_inadmissible}
    assert len(listed) == 8


def test_every_quote_of_the_tables_stands_in_its_article() -> None:
    cited: list[Source] = [each.source for each in fees.fees()]
    cited += [each.occasion for each in fees.fees() if each.occasion]
    cited += [each.source for each in AUTHORITIES.values()]
    assert [f"{source}: {source.quote}" for source in cited if not quote_found(source)] == []


def test_amounts_are_whole_cents_in_the_order_of_their_days() -> None:
    for each in fees.fees():
        for dated in (each.amounts, each.reduced, each.share.percent if each.share else ()):
            assert_in_order(dated)
        for rows in (each.yearly, each.yearly_reduced):
            assert [row.first_day for row in rows] == sorted({row.first_day for row in rows})
            for row in rows:
                assert list(row.cents) == sorted(row.cents)
                assert list(row.cents.values()) == sorted(row.cents.values()), each.head
                assert min(row.cents.values()) > 0


def assert_in_order(dated: Dated) -> None:
    days = [day for day, _ in dated]
    assert days == sorted(set(days))
    assert all(isinstance(cents, int) and cents >= 0 for _, cents in dated)


def test_a_reduced_amount_is_lower_and_never_without_a_full_one() -> None:
    for each in fees.fees():
        for day, cents in each.reduced:
            assert cents < each.cents(day)
        for row in each.yearly_reduced:
            assert all(cents < each.cents_of_year(year, row.first_day) for year, cents in row.cents.items())


def test_only_the_free_copy_is_free() -> None:
    free = {each.head for each in fees.fees() if any(cents == 0 for _, cents in each.amounts)}
    assert free == {"document.priority_access"}


def test_every_surcharge_names_fees_that_exist() -> None:
    surcharges = [each for each in fees.fees() if each.share]
    assert len(surcharges) == 9
    for each in surcharges:
        assert each.share
        assert {fees.fee(head).right for head in each.share.of} == {each.right}


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("international.transmittal", "arrêté conjoint du ministre chargé de la propriété industrielle"),
        ("award.registration", "R. 411-17"),
        ("plant_variety.examination", "arrêté des ministres chargés du budget et de l'agriculture (D. 623-30-1)"),
        ("soleau.renewal", "délibération du conseil d'administration de l'INPI"),
        ("ancillary.publications", "décision du directeur général de l'INPI (R. 411-18)"),
        ("business_register.dues", "code de commerce"),
        ("international.search", "traité de coopération en matière de brevets"),
    ],
)
def test_no_amount_is_invented_and_one_is_told_who_fixes_it(head: str, who: str) -> None:
    assert not fees.fee(head).known
    with pytest.raises(fees.FeeUnknown) as problem:
        fees.price(head, on=APRIL_2024)
    assert who in str(problem.value)
    assert "n'est pas connu de ce guichet" in str(problem.value)


def test_an_amount_seen_but_not_sure_says_so() -> None:
    assert {fees.fee(head).confidence for head in ("gi.homologation", "topography.deposit", "software.recordal")} == {
        "low"
    }
    assert fees.fee("patent.annuity").less_sure_years == (19, 20)
    assert fees.fee("utility_certificate.annuity").less_sure_years == ()


def test_heads_are_listed_by_right() -> None:
    assert fees.rights()[0] == "trademark"
    assert {each.right for each in fees.fees("design")} == {"design"}
    with pytest.raises(fees.FeeUnknown, match="Aucune redevance pour « soup ». Droits connus : trademark, patent"):
        fees.fees("soup")
