"""The steps of an explanation, from the objects that carry them or from the JSON that stored them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Step:
    """A sentence, the article that carries it, and the place in the article."""

    text: str
    article: str = ""
    place: str = ""

    @property
    def slug(self) -> str:
        return article_slug(self.article)

    @property
    def citation(self) -> str:
        return f"{self.article}, {self.place}" if self.place else self.article


def steps(reasons: Any) -> list[Step]:
    """Steps of an answer, of a tuple of reasons, or of plain dicts; empty when there is nothing to explain."""
    if not reasons:
        return []
    if isinstance(reasons, Mapping):
        inner = reasons.get("because", reasons.get("deadline"))
        return steps(inner) if inner is not None else [_from_mapping(reasons)]
    for attribute in ("because", "deadline"):
        if hasattr(reasons, attribute):
            return steps(getattr(reasons, attribute))
    if isinstance(reasons, str):
        return [Step(reasons)]
    if isinstance(reasons, Iterable):
        return [_step(reason) for reason in reasons]
    return [_step(reasons)]


def article_slug(article: str) -> str:
    """``R.* 712-23-1`` is ``r712-23-1``, one word for an address; empty for what is no article of the code."""
    plain = re.sub(r"[\s\u00a0\u202f.*]", "", article).lower().replace("\u2011", "-")
    return plain if re.fullmatch(r"[rldta]\d[\d-]*", plain) else ""


def _step(reason: Any) -> Step:
    if isinstance(reason, Step):
        return reason
    if isinstance(reason, str):
        return Step(reason)
    if isinstance(reason, Mapping):
        return _from_mapping(reason)
    source = reason.source
    return Step(reason.text, source.article, source.place)


def _from_mapping(reason: Mapping[str, Any]) -> Step:
    source = reason.get("source")
    if not isinstance(source, Mapping):
        source = reason
    return Step(str(reason.get("text", "")), str(source.get("article", "")), str(source.get("place", "")))
