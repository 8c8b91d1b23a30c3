"""R. 711-1: each type of mark is represented as the director's decision wants it."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from guichet.law.practice import mark_features
from guichet.law.trademarks.sign import representation, review_sign
from guichet.rights.parties import Document
from guichet.rights.trademarks.application import MarkFeature, MarkRepresentation

ON = date(2024, 3, 4)


def file(media_type: str) -> Document:
    return Document("", "signe", media_type, 1)


def asked_of(feature: MarkFeature, media_type: str, text: str = "", description: str = "") -> list[str]:
    mark = MarkRepresentation(feature, text=text, image=file(media_type), description=description)
    return [found.field for found in review_sign(mark, ON) if not found.allowed]


@pytest.mark.parametrize("feature", get_args(MarkFeature))
def test_R711_1_every_type_that_the_decision_defines_has_its_representation(feature: MarkFeature) -> None:
    assert feature in mark_features(ON)
    found = representation(feature, ON)
    assert found is not None and found["shown"]
    assert all("/" in media_type for media_type in found["files"])


@pytest.mark.parametrize(
    ("feature", "media_type", "in_order"),
    [
        ("figurative", "image/png", True),
        ("figurative", "video/mp4", False),
        ("shape", "image/jpeg", True),
        ("position", "audio/mpeg", False),
        ("pattern", "image/png", True),
        ("colour", "application/pdf", False),
        ("sound", "audio/mpeg", True),
        ("sound", "image/png", True),
        ("sound", "video/mp4", False),
        ("motion", "video/mp4", True),
        ("multimedia", "image/png", False),
        ("multimedia", "video/mp4", True),
        ("hologram", "audio/mpeg", False),
        ("other", "audio/mpeg", True),
    ],
)
def test_R711_1_the_type_matches_the_file(feature: MarkFeature, media_type: str, in_order: bool) -> None:
    assert asked_of(feature, media_type) == ([] if in_order else ["mark.image"])


def test_R711_1_a_colour_is_better_described_and_a_text_beside_a_file_counts_for_nothing() -> None:
    bare = MarkRepresentation("colour", text="rouge", image=file("image/png"))
    assert [found.field for found in review_sign(bare, ON)] == ["mark.description", "mark.text"]
    described = MarkRepresentation("colour", image=file("image/png"), description="Pantone 485 C")
    (said,) = review_sign(described, ON)
    assert said.allowed and "n'étend pas la protection" in said.message


def test_R711_1_a_specimen_never_represents_a_shape() -> None:
    mark = MarkRepresentation("shape", image=file("image/png"))
    (said,) = review_sign(mark, ON)
    assert said.allowed and "échantillon" in said.message


def test_R711_1_before_the_decision_no_type_is_asked() -> None:
    assert list(review_sign(MarkRepresentation("sound", image=file("text/plain")), date(2015, 3, 4))) == []
