"""Every quote stands in its article; every article says what the product does with it."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest

import guichet.law
from guichet.law import sources
from guichet.law.sources import Source, UnknownArticle, article, articles, quote_found
from guichet.rights.trademarks.lifecycle import TRADEMARK

COLLECT = """
import json, pkgutil
from importlib import import_module
import guichet.law
from guichet.law import fees, sources
from guichet.law.time_limits import limits
for module in pkgutil.walk_packages(guichet.law.__path__, "guichet.law."):
    import_module(module.name)
fees.fees()
cited = [*sources.registered(), *(limit.source for limit in limits())]
print(json.dumps([(one.article, one.place, one.quote) for one in cited]))
"""
"""Run in a process of its own: the limits that other tests make must not count."""


def import_all_law() -> None:
    for module in pkgutil.walk_packages(guichet.law.__path__, "guichet.law."):
        import_module(module.name)


@pytest.fixture(scope="module")
def cited() -> list[Source]:
    told = subprocess.run([sys.executable, "-c", COLLECT], capture_output=True, text=True, check=True).stdout
    rows = [row.source for row in TRADEMARK.rows]
    return [*dict.fromkeys([*(Source(*one) for one in json.loads(told)), *rows])]


def test_every_quote_stands_verbatim_in_its_article(cited: list[Source]) -> None:
    missing = [f"{source}: « {source.quote} »" for source in cited if not quote_found(source)]
    assert len(cited) > 80
    assert missing == []


def test_an_article_that_is_cited_is_not_out_of_scope(cited: list[Source]) -> None:
    numbers = {article(source.article).number for source in cited}
    assert [number for number in sorted(numbers) if article(number).status == "out_of_scope"] == []


def test_one_word_less_and_the_quote_is_not_found() -> None:
    right = Source("R. 712-8", "al. 2", "dans les six semaines qui suivent la réception du dépôt")
    wrong = Source("R. 712-8", "al. 2", "dans les six semaines suivent la réception du dépôt")
    assert quote_found(right)
    assert not quote_found(wrong)
    assert not quote_found(Source("R. 712-8", "", " "))


def test_every_article_has_a_status_a_date_and_a_text() -> None:
    assert len(articles()) > 200
    for each in articles():
        assert each.status in sources.STATUS_LABELS
        assert each.text.strip() and each.origin and each.confidence in ("high", "medium", "low")
        assert each.text_since is None or each.text_since <= each.checked_on


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


def test_what_the_texts_leave_open_is_listed_with_its_reason() -> None:
    import_all_law()
    questions = sources.undecided()
    assert any("semaines" in each.question for each in questions)
    assert all(each.question.endswith("?") and each.default and each.why for each in questions)
    for number in (number for each in questions for number in each.articles):
        assert article(number)
