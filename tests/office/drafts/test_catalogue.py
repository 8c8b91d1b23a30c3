"""The catalogue: the procedures of the guide, found in their folders."""

from __future__ import annotations

import pytest
from django.urls import reverse

from guichet.law import sources
from guichet.office.drafts import catalogue


def test_the_four_blocks_have_the_procedures_of_the_guide() -> None:
    counted = {block: len(found) for block, found in catalogue.blocks()}
    assert counted == {"Marques": 5, "Brevets": 6, "Dessins & modèles": 3, "Autres démarches": 4}


def test_only_the_filing_of_trademarks_is_open_and_has_an_address() -> None:
    assert [one.slug for one in catalogue.open_procedures()] == ["depot-marque"]
    assert [reverse(str(one.start_url_name)) for one in catalogue.open_procedures()] == [
        "/espace/procedures/depot-marque/"
    ]


def test_every_procedure_has_its_own_address_a_plain_sentence_and_its_articles() -> None:
    slugs = [one.slug for one in catalogue.procedures()]
    assert len(set(slugs)) == len(slugs) == 18
    assert all(one.summary.endswith(".") and one.articles for one in catalogue.procedures())


@pytest.mark.parametrize("path", ["mark.image", "mark.image.sha256", "submitted_as", "answers.act", "visited.marque"])
def test_a_form_writes_only_where_one_types(path: str) -> None:
    procedure = catalogue.by_slug("depot-marque")
    assert procedure is not None and not procedure.accepts(path)


def test_a_field_knows_its_step_and_its_name() -> None:
    procedure = catalogue.by_slug("depot-marque")
    assert procedure is not None
    step = procedure.step_of("applicants[1].address.city")
    assert step is not None and step.slug == "deposants"
    assert procedure.label_of("applicants[1].address.city") == "Déposant 2 : ville"
    assert procedure.label_of("goods_services") == "Produits et services"
    assert procedure.step_of("nowhere") is None


def test_the_law_of_every_procedure_can_be_read() -> None:
    """sources.article raises UnknownArticle for an article whose text is not in the library."""
    cited = {number for one in catalogue.procedures() for number in one.articles}
    assert all(sources.article(number).text for number in cited)


def test_fields_are_read_in_the_order_of_the_form() -> None:
    procedure = catalogue.by_slug("depot-marque")
    assert procedure is not None
    read = ["address.city", "name", "address.street", "kind"]
    ordered = sorted(read, key=lambda field: procedure.rank_of(f"applicants[1].{field}"))
    assert ordered == ["kind", "name", "address.street", "address.city"]
    assert procedure.rank_of("nowhere") == len(procedure.labels)
