"""« Pourquoi ? »: the steps of an answer, each with its article."""

from __future__ import annotations

from datetime import date

import pytest
from django.template import Context, Template

from guichet.law.answers import Deadline, FeeDue, Finding, OpenDeadline, Reason
from guichet.office.design import explanations
from guichet.rights.source import Source

REASON = Reason("La demande est publiée dans les six semaines.", Source("R. 712-8", "al. 2", "six semaines"))
DEADLINE = Deadline(date(2024, 4, 12), (REASON,))


def drawn(reasons: object) -> str:
    return Template("{% because reasons %}").render(Context({"reasons": reasons}))


@pytest.mark.parametrize(
    "answer",
    [
        (REASON,),
        [REASON],
        REASON,
        DEADLINE,
        Finding(True, "En ordre.", (REASON,)),
        FeeDue("trademark.deposit", "Dépôt", 1, 19000, (REASON,)),
        OpenDeadline("publication", "Publication", DEADLINE, "office", "publish", "rien"),
        [{"text": REASON.text, "article": "R. 712-8", "place": "al. 2"}],
        {"because": [{"text": REASON.text, "source": {"article": "R. 712-8", "place": "al. 2"}}]},
    ],
    ids=lambda answer: type(answer).__name__,
)
def test_every_form_of_an_answer_gives_the_same_step(answer):
    assert explanations.steps(answer) == [explanations.Step(REASON.text, "R. 712-8", "al. 2")]


def test_each_step_leads_to_its_article():
    page = drawn((REASON,))
    assert "<summary>Pourquoi ?</summary>" in page
    assert '<a href="/loi/r712-8/">R. 712-8, al. 2</a>' in page


def test_what_is_no_article_of_the_code_has_no_link():
    page = drawn([{"text": "Montant.", "article": "arrêté du 24 avril 2008", "place": "annexe"}])
    assert "arrêté du 24 avril 2008, annexe" in page
    assert "<a " not in page


@pytest.mark.parametrize("nothing", [None, (), [], ""])
def test_nothing_to_explain_draws_nothing(nothing):
    assert drawn(nothing).strip() == ""


def test_a_text_is_escaped():
    assert "<script>" not in drawn([{"text": "<script>alert(1)</script>"}])


@pytest.mark.parametrize(
    ("article", "slug"),
    [("R. 712-8", "r712-8"), ("R.* 712-23-1", "r712-23-1"), ("L. 712-2", "l712-2"), ("usage", ""), ("", "")],
)
def test_an_article_has_a_short_address(article, slug):
    assert explanations.article_slug(article) == slug
