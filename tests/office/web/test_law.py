"""The code, article by article."""

from __future__ import annotations

import pytest
from django.urls import reverse
from lxml import html

from guichet.law import sources
from guichet.office.drafts import catalogue
from guichet.office.web import citations

pytestmark = pytest.mark.django_db


def text(response: object) -> str:
    return " ".join(html.document_fromstring(response.content.decode()).find(".//main").text_content().split())


def test_an_article_is_shown_word_for_word(client):
    shown = client.get(reverse("web:article", args=["r712-8"]))
    article = sources.article("R. 712-8")
    for paragraph in article.paragraphs:
        assert " ".join(paragraph.split()) in text(shown)
    assert sources.STATUS_LABELS[article.status].lower() in text(shown).lower()


def test_the_rules_that_rest_on_an_article_are_named(client):
    found = citations.of_article("R. 712-8")
    assert found
    shown = text(client.get(reverse("web:article", args=["r712-8"])))
    for citation in found:
        assert " ".join(citation.source.quote.split()) in shown


@pytest.mark.parametrize("written", ["R712-8", "R. 712-8", "R.712-8", "R.* 712-8"])
def test_every_way_to_write_a_number_leads_to_the_page(client, written):
    response = client.get(reverse("web:article", args=[written]))
    assert (response.status_code, response["Location"]) == (301, "/loi/r712-8/")


def test_an_unknown_article_is_not_found(client):
    assert client.get(reverse("web:article", args=["r999-99"])).status_code == 404


def test_every_article_has_its_page_and_its_entry(client):
    index = html.document_fromstring(client.get(reverse("web:articles")).content.decode())
    links = index.xpath("//ul[@class='code']//a/@href")
    assert len(links) == len(sources.articles())
    assert {client.get(link).status_code for link in links[:: max(1, len(links) // 25)]} == {200}


def test_articles_are_grouped_by_book_and_chapter(client):
    index = html.document_fromstring(client.get(reverse("web:articles")).content.decode())
    chapter = index.xpath("//details[ul//a[@href='/loi/r712-8/']]")[0]
    assert "Acquisition du droit sur la marque" in chapter.find("summary").text_content()
    assert chapter.xpath(".//a[@href='/loi/l712-2/']"), "laws and decrees of a chapter stand together"


def test_what_a_text_leaves_open_is_said_with_it(client):
    shown = text(client.get(reverse("web:article", args=["r718-2"])))
    question = citations.questions_about("R. 718-2")[0]
    assert question.question in shown and question.default in shown


def test_a_number_asked_leads_to_its_article(client):
    assert client.get(reverse("web:articles"), {"q": "r 712-8"})["Location"] == "/loi/r712-8/"


def test_words_asked_are_found_in_the_texts(client):
    shown = client.get(reverse("web:articles"), {"q": "six semaines"})
    assert "R. 712-8" in text(shown)
    assert "« zyzomys »" in text(client.get(reverse("web:articles"), {"q": "zyzomys"}))


def test_each_procedure_has_its_law_explained(client):
    for procedure in catalogue.procedures():
        shown = client.get(reverse("web:procedure_law", args=[procedure.slug]))
        assert shown.status_code == 200
        assert all(number in text(shown) for number in procedure.articles)
        assert ("n'est pas encore ouverte" in text(shown)) is not procedure.is_open


def test_an_unknown_procedure_is_not_found(client):
    assert client.get(reverse("web:procedure_law", args=["rien"])).status_code == 404
