"""The classes of Nice, and the search among common terms."""

from __future__ import annotations

import pytest

from guichet.standards import nice
from guichet.standards.folding import fold


def found(words: str, limit: int = 20) -> list[tuple[int, str]]:
    return [(term.nice_class, term.term) for term in nice.search(words, limit)]


def test_there_are_45_headings_34_of_goods() -> None:
    assert [each.nice_class for each in nice.headings()] == list(nice.CLASSES)
    assert sum(each.kind == "goods" for each in nice.headings()) == 34
    assert nice.heading(25).items == ("Vêtements, articles chaussants, chapellerie",)
    for number in (0, 46):
        with pytest.raises(KeyError):
            nice.heading(number)


def test_the_list_has_common_terms_in_every_class_without_repetition() -> None:
    own = [term for term in nice.terms() if not term.heading]
    assert len(own) > 300
    assert {term.nice_class for term in own} == set(nice.CLASSES)
    assert len({(term.nice_class, fold(term.term)) for term in nice.terms()}) == len(nice.terms())
    assert all(term.term == term.term.strip() and term.term for term in nice.terms())


@pytest.mark.parametrize(
    ("words", "nice_class", "term"),
    [
        ("vetements", 25, "vêtements"),
        ("VÊTEMENT", 25, "vêtements"),
        ("oeuf", 29, "œufs"),
        ("cafe", 30, "café"),
        ("biere", 32, "bières"),
        ("logiciel", 9, "logiciels"),
        ("huile olive", 29, "huile d'olive"),
        ("restau", 43, "restaurants"),
    ],
)
def test_a_term_is_found_without_accents_and_in_the_singular(words: str, nice_class: int, term: str) -> None:
    assert (nice_class, term) == found(words)[0]


def test_every_word_counts_and_the_answer_is_limited() -> None:
    assert (39, "livraison de repas") in found("livraison repas")
    assert found("livraison girafe") == []
    assert len(found("service", limit=5)) == 5
    assert found("", 5) == found("   ", 5) == found("vins", 0) == []
