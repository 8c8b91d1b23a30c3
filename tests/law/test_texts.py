"""Every quote stands in its article; every article says what the product does with it; wordings follow one another."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise

import pytest

from guichet.law import sources
from guichet.law.articles import NotInForce, article_numbers
from guichet.law.sources import Source, UnknownArticle, article, articles, quote_found, versions

COLLECT = """
import json
from guichet.law import catalogue
cited = [(one.article, one.place, one.quote) for one in catalogue.cited()]
asked = [(one.question, one.default, one.why, one.articles) for one in catalogue.questions()]
print(json.dumps([cited, asked]))
"""
"""Run in a process of its own: the sources and limits that other tests make must not count."""


@pytest.fixture(scope="module")
def collected() -> tuple[list[Source], list[list[object]]]:
    told = subprocess.run([sys.executable, "-c", COLLECT], capture_output=True, text=True, check=True).stdout
    cited, asked = json.loads(told)
    return [Source(*one) for one in cited], asked


def test_every_quote_stands_verbatim_in_its_article(collected: tuple[list[Source], list[list[object]]]) -> None:
    cited, _ = collected
    missing = [f"{source}: « {source.quote} »" for source in cited if not quote_found(source)]
    assert len(cited) > 80
    assert missing == []


def test_an_article_is_computed_if_and_only_if_something_cites_it(
    collected: tuple[list[Source], list[list[object]]],
) -> None:
    """Run ``make law`` when this fails: it writes the status of every article."""
    cited = {article(source.article).number for source in collected[0]}
    assert {one.number for one in articles() if one.status == "computed"} == cited


def test_one_word_less_and_the_quote_is_not_found() -> None:
    right = Source("R. 712-8", "al. 2", "dans les six semaines qui suivent la réception du dépôt")
    wrong = Source("R. 712-8", "al. 2", "dans les six semaines suivent la réception du dépôt")
    assert quote_found(right)
    assert not quote_found(wrong)
    assert not quote_found(Source("R. 712-8", "", " "))


def test_every_article_has_a_status_a_date_and_a_text() -> None:
    assert len(articles()) == len(article_numbers()) == 701 + 391 + 20  # twenty of the author's right are ours
    for each in (wording for number in article_numbers() for wording in versions(number)):
        assert each.status in sources.STATUS_LABELS
        assert each.text.strip() and each.origin and each.confidence in ("high", "medium", "low")
        assert each.in_force(each.checked_on)


def test_an_article_out_of_scope_says_why_or_is_expected() -> None:
    for each in articles():
        assert each.remark == "" if each.status == "computed" else each.remark or each.status == "out_of_scope"


def test_wordings_follow_one_another_without_gap_or_overlap() -> None:
    several = [wordings for number in article_numbers() if len(wordings := versions(number)) > 1]
    assert len(several) >= 9
    for older, newer in (pair for wordings in several for pair in pairwise(wordings)):
        assert older.number == newer.number
        assert older.text != newer.text
        assert older.text_until and newer.text_since == older.text_until + timedelta(days=1), newer.number


def test_the_wording_in_force_is_chosen_by_the_day() -> None:
    assert "mise dans le commerce" in article("L. 613-3", date(2023, 5, 31)).text
    assert "mise sur le marché" in article("L. 613-3", date(2023, 6, 1)).text
    assert article("L. 613-3") == article("L613-3", date(2024, 4, 16))


def test_there_is_no_text_outside_the_wordings_known() -> None:
    assert article("R. 511-6", date(2023, 3, 31)) == article("R. 511-6")
    with pytest.raises(NotInForce, match="R. 511-6 n'a pas de texte au 1er avril 2023 : il a cessé d'être en vigueur"):
        article("R. 511-6", date(2023, 4, 1))
    with pytest.raises(NotInForce, match="plus ancienne rédaction, dans le recueil, est en vigueur depuis le 1er juin"):
        article("R. 615-1", date(2023, 5, 31))


def test_one_article_is_read_without_reading_the_others() -> None:
    ask = "from guichet.law import articles as a; a.article('R. 712-8'); print(a._wordings.cache_info().currsize)"
    told = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True).stdout
    assert told == "1\n"


def test_articles_come_in_the_order_of_the_code() -> None:
    numbers = [each.number for each in articles() if each.number.startswith("R. 712-")]
    assert numbers.index("R. 712-3") < numbers.index("R. 712-3-1") < numbers.index("R. 712-4")
    assert numbers.index("R. 712-9") < numbers.index("R. 712-10")


@pytest.mark.parametrize(
    "written", ["R. 712-23-2", "R712-23-2", "R.* 712-23-2", "r*712-23-2", "R.\u00a0712-23-2", "article R. 712-23-2"]
)
def test_an_article_is_found_however_it_is_written(written: str) -> None:
    assert article(written).label == "R.* 712-23-2"


@pytest.mark.parametrize("written", ["R. 999-1", "", "coucou", "712", "../secrets"])
def test_an_unknown_article_says_how_to_write_one(written: str) -> None:
    with pytest.raises(UnknownArticle, match="Écrivez par exemple « R. 712-8 »"):
        article(written)


def test_a_rule_carries_its_words() -> None:
    from guichet.law.general import representation

    source = sources.rule_source(representation.power_needed)
    assert source.article == "R. 712-2"
    assert "guichet.law.general.representation.power_needed" in sources.registered()[source]


def test_what_the_texts_leave_open_is_listed_with_its_reason(
    collected: tuple[list[Source], list[list[object]]],
) -> None:
    _, asked = collected
    assert any("semaines" in str(question) for question, *_ in asked)
    for question, default, why, numbers in asked:
        assert str(question).endswith("?") and default and why
        assert isinstance(numbers, list) and all(article(number) for number in numbers)
