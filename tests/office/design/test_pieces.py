"""Messages, steps, buttons, pages of a list, and the frame of a page."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from lxml import html


def drawn(source: str, **values: object) -> html.HtmlElement:
    return html.fromstring(f"<div>{Template(source).render(Context(values))}</div>")


def test_an_error_is_announced_and_its_text_escaped():
    alert = drawn('{% alert "error" "Refusé" text %}', text="<b>x</b>")[0]
    assert alert.get("role") == "alert"
    assert "<b>x</b>" in alert.text_content()


def test_an_unknown_kind_is_neutral():
    assert drawn('{% badge "Déposée" "purple" %}')[0].get("class") == "badge badge--neutral"


STEPS = [
    {"slug": "a", "title": "Déposants", "url": "/a", "is_complete": True},
    {"slug": "b", "title": "Marque", "url": "/b"},
    {"slug": "c", "title": "Relecture", "url": ""},
]


@pytest.mark.parametrize("current", [2, "b", STEPS[1]])
def test_the_stepper_says_where_one_is_and_what_comes_next(current):
    stepper = drawn("{% stepper steps current %}", steps=STEPS, current=current)
    assert "Étape 2 sur 3" in stepper.text_content()
    assert "Ensuite : Relecture" in stepper.text_content()
    assert [step.text_content() for step in stepper.xpath("//li[@aria-current='step']")] == ["Marque"]
    assert stepper.xpath("//li/a/@href") == ["/a"]


def test_steps_may_be_objects_or_plain_titles():
    objects = [SimpleNamespace(title="Un", slug="un"), SimpleNamespace(title="Deux", slug="deux")]
    for steps in (objects, ["Un", "Deux"]):
        assert "Étape 1 sur 2" in drawn("{% stepper steps 1 %}", steps=steps).text_content()


def test_a_button_submits_with_its_name():
    button = drawn('{% button "Payer" kind="danger" name="act" value="pay" formnovalidate=True %}')[0]
    assert (button.get("type"), button.get("name"), button.get("value")) == ("submit", "act", "pay")
    assert "formnovalidate" in button.attrib


def test_pages_keep_the_rest_of_the_address():
    request = RequestFactory().get("/registre/", {"q": "été & hiver", "page": "2"})
    page = Paginator(range(100), 10).get_page(2)
    pages = drawn("{% pagination page %}", page=page, request=request)
    assert pages.xpath("//a[@rel='next']/@href") == ["?q=%C3%A9t%C3%A9+%26+hiver&page=3"]
    assert pages.xpath("//a[@aria-current='page']")[0].text_content() == "Page 2"


def test_one_page_needs_no_pages():
    assert drawn("{% pagination page %}", page=Paginator([1], 10).get_page(1)).xpath("//nav") == []


def test_a_page_has_one_title_one_heading_and_its_regions():
    text = (
        '{% extends "design/page.html" %}{% block title %}Mes <em>dossiers</em>{% endblock %}'
        "{% block content %}<p>Rien.</p>{% endblock %}"
    )
    page = html.document_fromstring(Template(text).render(Context({"site": {"name": "Office"}})))
    assert page.findtext(".//title") == "Mes dossiers — Office"
    assert [h1.text_content() for h1 in page.xpath("//h1")] == ["Mes dossiers"]
    assert page.xpath("//nav[@class='skip']//a/@href") == ["#contenu"]
    assert page.get_element_by_id("contenu").tag == "main"
    assert page.get("lang") == "fr"
